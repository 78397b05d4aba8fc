#include "concepts/mesh_terms.h"

#include <gtest/gtest.h>

#include "concepts/mesh_places.h"

namespace claimcheck {
namespace {

struct NameCase {
  const char* name;
  const char* natural;   ///< "" for none
  const char* matching;  ///< "" for none
};

TEST(MeshTerms, AreUsedAsASentenceHasThemOrNotAtAll) {
  const NameCase cases[] = {
      {"Ketamine", "Ketamine", "=Ketamine"},
      {"Colitis, Ulcerative", "Ulcerative Colitis", "Ulcerative Colitis"},
      {"Diabetes Mellitus, Type 2", "Type 2 Diabetes Mellitus", "Type 2 Diabetes Mellitus"},
      {"Crohn's Disease", "Crohn's Disease", "Crohn's Disease"},
      {"Leukemia, Myeloid, Chronic", "", ""},  // inverted twice
      {"1,2-Dihydroxybenzene", "", ""},        // formula
      {"Sulfate (2:1)", "", ""},               // brackets
      {"Drug-Induced Dyskinesia", "Drug-Induced Dyskinesia", "Drug-Induced Dyskinesia"},
      {"A-23187", "A-23187", ""},  // no word of three letters
      {"ACE", "ACE", ""},          // too short
      {"Zinc", "Zinc", "=Zinc"},
      {"ARDS", "ARDS", "ARDS"},  // matches capitals only
      {"AIDS", "AIDS", "AIDS"},
      {"aids", "aids", ""},        // common word
      {"Lead", "Lead", ""},        // cue
      {"Surgery", "Surgery", ""},  // common word
      {"RU486", "RU486", ""},      // digits
      {"With", "With", ""},        // stop word
      {"One two three four five six seven", "One two three four five six seven", ""},
      {"Ménière Disease", "Ménière Disease", "Ménière Disease"},
      {"", "", ""},
  };
  for (const NameCase& c : cases) {
    const std::string natural = natural_term(c.name).value_or("");
    EXPECT_EQ(natural, c.natural) << c.name;
    if (natural.empty()) continue;
    EXPECT_EQ(matching_term(natural, tokenize(natural)).value_or(""), c.matching) << c.name;
  }
}

struct PlaceCase {
  const char* tree;
  const char* kind;  ///< "" for none
};

TEST(PlaceOfTree, TellsDiseasesAndWhatIsGiven) {
  const PlaceCase cases[] = {
      {"C04", "outcome"},
      {"C04.588", "outcome"},
      {"F03.600", "outcome"},
      {"F02.1", ""},
      {"C22", ""},
      {"C22.1", ""},
      {"C220.1", "outcome"},
      {"C23.550.291.5", ""},
      {"C23.550.1", "outcome"},
      {"D03.1", "intervention"},
      {"D08.811", ""},
      {"D12.776.9", ""},
      {"D12.644", "intervention"},
      {"D12.776.124.486.485.114.2", "intervention"},
      {"D26.255", ""},
      {"E02.319.1", ""},
      {"E02.218", "intervention"},
      {"E04.1", "intervention"},
      {"E01.1", ""},
      {"B01", ""},
      {"", ""},
  };
  for (const PlaceCase& c : cases) {
    const auto place = place_of_tree(c.tree);
    EXPECT_EQ(place ? to_string(place->kind) : "", c.kind) << c.tree;
    if (place) {
      EXPECT_EQ(place->valence == Valence::bad, place->kind == ConceptKind::outcome) << c.tree;
    }
  }
}

}  // namespace
}  // namespace claimcheck
