#include "concepts/mesh_vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view kData = R"(
statin: statin
  .kind intervention
  .mesh Statin Agents
  calmostatin: calmostatin
    .mesh Calmostatin
harm: harm
  .kind outcome
  .valence bad
  .harm yes
  kidney_injury: kidney injury; renal harm
    .mesh Kidney Injury; Kidney Swelling
disease: =disease
  .kind outcome
  .valence bad
  cancer: cancer; liver cancer
    .mesh Neoplasms
    .patients
dreaming: nightmare
  .kind outcome
  .valence bad
  .mesh Dreams
dopa: dopa level
  .kind outcome
  .mesh Dopa Level
hopelessness: hopelessness
  .kind outcome
  .valence bad
  .mesh Hope
animal: animal
  .kind species
  .mesh Animals
)";

const std::vector<MeshDescriptor> kMesh = {
    {"D01", "Statin Agents", {"Agents, Statin", "Statin", "Vastatins"}, {"D27.1"}},
    {"D02", "Calmostatin", {"Calmorin", "Statin, Calm"}, {"D02.1"}},
    {"D03", "Novostatin", {"Novorin", "Shared Name"}, {"D27.1.5"}},
    {"D04", "Zorblaxin", {"Zorblax", "Shared Name", "Cancer", "Lead"}, {"D03.7"}},
    {"D05", "Kidney Injury", {"Nephrohurt"}, {"C12.1"}},
    {"D06", "Kidney Injury, Toxic", {"Toxic Nephron Hurt"}, {"C12.1.3"}},
    {"D07", "Kidney Swelling", {"Big Kidneys"}, {"C12.4"}},
    {"D08", "Neoplasms", {"Cancer", "Tumours of Any Kind"}, {"C04"}},
    {"D09", "Neoplasms, Hepatic", {"Liver Cancer", "Hepatoma"}, {"C06.9"}},
    {"D10", "Neoplasms, Bony", {"Osteoma"}, {"C05.2", "C04.3"}},
    {"D11", "Frobulosis", {"Frobula Disease"}, {"C18.7"}},
    {"D12", "Frobulosis, Acute", {}, {"C18.7.1"}},
    {"D13", "Dreams", {"Nightmare", "Dreaming"}, {"F02.8"}},
    {"D14", "Hope", {"Hopefulness"}, {"F01.1"}},
    {"D15", "Animals", {}, {"B01"}},
    {"D16", "Humans", {"Homo sapiens"}, {"B01.1"}},
    {"D17", "Hoof Rot", {}, {"C22.1"}},
    {"D18", "X-1 (2,3)", {}, {"D03.7.9"}},
    {"D19", "Zorblaxin Sulfate", {}, {"D03.7.9.1"}},
    {"D24", "Kidney Worms", {}, {"C12.1.9", "C01.9"}},
    {"D22", "Dopa Level", {}, {"D02.5"}},
    {"D23", "Dobutine", {}, {"D02.5.1"}},
    {"D20", "Circle One", {}, {"C01.1", "C02.1.1"}},
    {"D21", "Circle Two", {}, {"C02.1", "C01.1.1"}},
};

const Vocabulary& base() {
  static const Vocabulary parsed = Vocabulary::parse(kData, "test data");
  return parsed;
}

const Vocabulary& extended() {
  static const Vocabulary vocabulary = extend_with_mesh(base(), kMesh);
  return vocabulary;
}

std::vector<std::string> ids_in(const Vocabulary& vocabulary, std::string_view text) {
  std::vector<std::string> ids;
  for (const ConceptMention& mention : vocabulary.find_mentions(text, tokenize(text))) {
    ids.push_back(mention.concept_ptr->id);
  }
  return ids;
}

struct TextCase {
  const char* text;
  std::vector<std::string> ids;
};

TEST(ExtendWithMesh, NamesWhatTheDataDoesNot) {
  const TextCase cases[] = {
      {"statin", {"statin"}},
      {"vastatins", {"statin"}},
      {"statin agents", {"statin"}},
      {"calmorin", {"calmostatin"}},
      {"calm statin", {"calmostatin"}},  // an entry term turned round, and more exact than "statin"
      {"novorin", {"mesh_d03"}},
      {"Novostatin", {"mesh_d03"}},
      {"shared names", {}},  // of two headings
      {"zorblax", {"mesh_d04"}},
      {"lead", {}},
      {"nephrohurt", {"kidney_injury"}},
      {"toxic kidney injury", {"kidney_injury"}},  // a harm is read as broadly as it is written
      {"toxic nephron hurt", {"mesh_d06"}},
      {"big kidneys", {"mesh_d07"}},
      {"cancer", {"cancer", "cancer_patients"}},
      {"tumours of any kind", {"cancer", "cancer_patients"}},
      {"hepatoma", {"mesh_d09", "mesh_d09_patients"}},
      {"liver cancer", {"cancer", "cancer_patients"}},
      {"osteoma", {"mesh_d10", "mesh_d10_patients"}},
      {"frobula disease", {"mesh_d11", "mesh_d11_patients"}},
      {"osteoma disease", {"mesh_d10", "mesh_d10_patients", "disease"}},
      {"frobulosis", {"mesh_d11", "mesh_d11_patients"}},
      {"acute frobulosis", {"mesh_d12", "mesh_d12_patients"}},
      {"nightmare", {"dreaming"}},
      {"dreams", {}},
      {"hopefulness", {}},
      {"humans", {}},
      {"hoof rot", {}},
      {"zorblaxin sulfate", {"mesh_d19"}},
  };
  for (const TextCase& c : cases) EXPECT_EQ(ids_in(extended(), c.text), c.ids) << c.text;
}

struct PlacedCase {
  const char* id;
  std::vector<std::string> broader;
  const char* kind;
  const char* valence;
  bool harm;
};

TEST(ExtendWithMesh, PlacesHeadingsBelowTheNearestConcepts) {
  const PlacedCase cases[] = {
      {"mesh_d03", {"statin"}, "intervention", "neutral", false},
      {"mesh_d04", {}, "intervention", "neutral", false},  // an entry term that is a disease says nothing of a drug
      {"mesh_d06", {"kidney_injury"}, "outcome", "bad", true},
      {"mesh_d07", {"kidney_injury"}, "outcome", "bad", true},  // listed by it, with no name in common
      {"mesh_d09", {"cancer"}, "outcome", "bad", false},        // one of its entry terms is a name of that
      {"mesh_d09_patients", {"cancer_patients"}, "population", "neutral", false},
      {"mesh_d10", {"cancer"}, "outcome", "bad", false},
      {"mesh_d11", {"disease"}, "outcome", "bad", false},
      {"mesh_d11_patients", {}, "population", "neutral", false},
      {"mesh_d12", {"mesh_d11"}, "outcome", "bad", false},
      {"mesh_d12_patients", {"mesh_d11_patients"}, "population", "neutral", false},
      {"mesh_d24", {"kidney_injury"}, "outcome", "bad", false},      // an infection
      {"mesh_d23", {}, "intervention", "neutral", false},            // above it is a measure
      {"mesh_d19", {"mesh_d04"}, "intervention", "neutral", false},  // the heading between has no usable name
  };
  for (const PlacedCase& c : cases) {
    const Concept* meaning = extended().find(c.id);
    ASSERT_NE(meaning, nullptr) << c.id;
    EXPECT_EQ(meaning->broader, c.broader) << c.id;
    EXPECT_EQ(to_string(meaning->kind), c.kind) << c.id;
    EXPECT_EQ(to_string(meaning->valence), c.valence) << c.id;
    EXPECT_EQ(meaning->harm, c.harm) << c.id;
    EXPECT_TRUE(meaning->from_mesh) << c.id;
  }
  for (const char* none :
       {"mesh_d06_patients", "mesh_d01", "mesh_d08", "mesh_d13", "mesh_d14", "mesh_d16", "mesh_d17"}) {
    EXPECT_EQ(extended().find(none), nullptr) << none;
  }
  EXPECT_TRUE(extended().is_kind_of("mesh_d12", "disease"));
  EXPECT_FALSE(extended().is_kind_of("mesh_d12", "harm"));
  std::vector<std::string> statins;
  for (const Concept* meaning : extended().with_narrower("statin")) statins.push_back(meaning->id);
  EXPECT_THAT(statins, ElementsAre("statin", "calmostatin", "mesh_d03"));
}

TEST(ExtendWithMesh, BreaksCircles) {
  const bool first = extended().is_kind_of("mesh_d20", "mesh_d21");
  const bool second = extended().is_kind_of("mesh_d21", "mesh_d20");
  EXPECT_NE(first, second);
}

TEST(ExtendWithMesh, KeepsNamesForSearching) {
  EXPECT_THAT(extended().find("statin")->terms, ElementsAre("statin"));
  EXPECT_THAT(extended().find("statin")->entry_terms, ElementsAre("Statin Agents", "Vastatins"));
  EXPECT_FALSE(extended().find("statin")->from_mesh);
  EXPECT_THAT(extended().find("mesh_d10")->terms, ElementsAre("Bony Neoplasms"));
  EXPECT_THAT(extended().find("mesh_d10")->entry_terms, ElementsAre("Osteoma"));
  EXPECT_THAT(extended().find("mesh_d10")->mesh, ElementsAre("Neoplasms, Bony"));
}

TEST(ExtendWithMesh, KeepsEveryMentionOfTheDataOrAMoreExactOne) {
  for (const char* text :
       {"Statin agents harm animals with liver cancer.", "Toxic kidney injury and big kidneys in cancer patients.",
        "zorblaxin sulfate, a nightmare, renal harm: hepatoma disease, frobula disease",
        "calmostatin statin agents calm statin calm"}) {
    const std::vector<Token> tokens = tokenize(text);
    const std::vector<ConceptMention> with_mesh = extended().find_mentions(text, tokens);
    for (const ConceptMention& before : base().find_mentions(text, tokens)) {
      EXPECT_THAT(with_mesh, Contains(testing::Truly([&](const ConceptMention& mention) {
                    return mention.span.contains(before.span) &&
                           extended().is_kind_of(mention.concept_ptr->id, before.concept_ptr->id);
                  })))
          << text << ": " << before.concept_ptr->id;
    }
  }
}

TEST(ExtendWithMesh, ChangesNothingWithoutDescriptors) {
  const Vocabulary same = extend_with_mesh(base(), {});
  EXPECT_EQ(same.concepts().size(), base().concepts().size());
  EXPECT_THAT(ids_in(same, "statin in cancer"), Not(IsEmpty()));
}

}  // namespace
}  // namespace claimcheck
