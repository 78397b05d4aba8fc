#include "verify/section_roles.h"

#include <algorithm>
#include <array>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

TEST(ReadSectionRoles, TellsThePartsOfATrialWithoutLabels) {
  constexpr std::array<std::string_view, 5> kSections{
      "Low back pain is common and treatments for it are of limited use.",
      "To compare almorin with placebo in adults with low back pain.",
      "In this double-blind trial, 120 adults were randomly assigned to almorin or placebo for 12 weeks. The primary "
      "outcome was pain on a scale from 0 to 10.",
      "At week 12 mean pain was 3.1 in the almorin group and 4.4 in the placebo group (P = 0.002). Five patients "
      "withdrew.",
      "Almorin reduced pain more than placebo and may be an option for these patients. Longer trials are needed."};
  const std::vector<SectionRole> roles = read_section_roles(kSections);
  EXPECT_EQ(roles, (std::vector<SectionRole>{SectionRole::background, SectionRole::objective, SectionRole::methods,
                                             SectionRole::results, SectionRole::conclusions}));
}

TEST(ReadSectionRoles, AnswersEverySectionAndNothingForNone) {
  constexpr std::array<std::string_view, 2> kSections{"", "???"};
  EXPECT_EQ(read_section_roles(kSections).size(), 2U);
  EXPECT_TRUE(read_section_roles({}).empty());
}

TEST(SectionFeatures, HoldPlaceOpeningAndNumbers) {
  constexpr std::array<std::string_view, 2> kSections{"Pain fell by 12%.", "End."};
  const Features features = section_features(kSections, 0);
  for (const char* feature : {"place 0 of 2", "from the end 2", "^ pain", "pain fell", "#"}) {
    EXPECT_EQ(std::count(features.begin(), features.end(), feature), 1) << feature;
  }
}

}  // namespace
}  // namespace claimcheck
