#include "concepts/spelling.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(AmericanSpelling, TurnsBritishMedicalWords) {
  struct Case {
    std::string_view british;
    std::string_view american;
  };
  const std::vector<Case> cases{
      {"haemorrhage", "hemorrhage"},
      {"methaemoglobinaemia", "methemoglobinemia"},
      {"general anaesthetic", "general anesthetic"},
      {"paediatric", "pediatric"},
      {"faecal", "fecal"},
      {"pulmonary oedema", "pulmonary edema"},
      {"gastro-oesophageal reflux", "gastro-esophageal reflux"},
      {"sleep apnoea", "sleep apnea"},
      {"diarrhoea", "diarrhea"},
      {"tumour", "tumor"},
      {"suicidal behaviour", "suicidal behavior"},
      {"depersonalisation", "depersonalization"},
      {"generalised anxiety", "generalized anxiety"},
      {"exercise programme", "exercise program"},
      {"grey matter", "gray matter"},
  };
  for (const Case& c : cases) EXPECT_EQ(american_spelling(c.british), c.american);
}

TEST(AmericanSpelling, LeavesWordsThatAreSpelledAlike) {
  for (const std::string_view word :
       {"angioedema", "gastroesophageal reflux", "supervised", "raised", "risedronate", "exercised", "pain", ""}) {
    EXPECT_EQ(american_spelling(word), word);
  }
}

TEST(SpacingVariants, SetsAJoinedPrefixApart) {
  EXPECT_THAT(spacing_variants({"nonmedical", "use"}), ElementsAre(ElementsAre("non", "medical", "use")));
}

TEST(SpacingVariants, LeavesWordsWithoutPrefixAndShortRests) {
  EXPECT_THAT(spacing_variants({"liver", "pain"}), IsEmpty());
  EXPECT_THAT(spacing_variants({"cold"}), IsEmpty());  // "co" + "ld"
  EXPECT_THAT(spacing_variants({}), IsEmpty());
}

}  // namespace
}  // namespace claimcheck
