#include "verify/appraise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "verify/findings.h"
#include "verify/weigh.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Finding zero_of(int exposed) {
  Finding finding = make_finding(7, Stance::inconclusive, Design::cohort);
  finding.reported = Reported::bound;
  finding.numbers.exposed = exposed;
  return finding;
}

TEST(StateRequirement, SaysHowManyPeopleTheWordingNeeds) {
  ClaimFrame rare = make_frame(ClaimKind::harm_magnitude, Strength::causal);
  const auto requirement = state_requirement(rare, std::vector{zero_of(150), zero_of(60)});
  ASSERT_TRUE(requirement.has_value());
  EXPECT_DOUBLE_EQ(requirement->highest_rate, 0.01);
  EXPECT_EQ(requirement->exposed_needed, 300);
  EXPECT_EQ(requirement->exposed_shown, 150);
  EXPECT_DOUBLE_EQ(requirement->upper_bound.value_or(0), 0.02);
  EXPECT_FALSE(requirement->follow_up_needed.has_value());
}

TEST(StateRequirement, AnAbsoluteDenialNeedsThreeThousandAndItsOwnTime) {
  ClaimFrame never = make_frame(ClaimKind::harm_absent, Strength::absolute);
  never.long_term = true;
  Finding watched = zero_of(20);
  watched.scope.follow_up_days = 90;
  const auto requirement = state_requirement(never, std::vector{watched});
  ASSERT_TRUE(requirement.has_value());
  EXPECT_EQ(requirement->exposed_needed, 3000);
  EXPECT_EQ(requirement->follow_up_needed, 365);
  EXPECT_EQ(requirement->follow_up_shown, 90);
  EXPECT_FALSE(requirement->upper_bound.has_value()) << "no bound follows from 20 people";
}

TEST(StateRequirement, ConcernsOnlyClaimsThatPlayAHarmDown) {
  EXPECT_FALSE(state_requirement(make_frame(ClaimKind::benefit, Strength::causal), {}).has_value());
  EXPECT_FALSE(state_requirement(make_frame(ClaimKind::harm_exists, Strength::causal), {}).has_value());
}

TEST(FindFlips, NamesTheOneStudyThatTheTagHangsOn) {
  const ClaimFrame frame = make_frame(ClaimKind::harm_absent, Strength::absolute);
  const std::vector<Finding> findings{make_finding(1, Stance::opposes, Design::case_report),
                                      make_finding(2, Stance::inconclusive, Design::rct)};
  const std::vector<Flip> flips = find_flips(frame, findings, Tag::contested, weigh_findings);
  EXPECT_THAT(flips, ElementsAre(Flip{"PMID 1", {1}, Tag::unsupported, SubTag::none}));
}

TEST(FindFlips, IsEmptyWhereManyStudiesCarryTheTag) {
  const ClaimFrame frame = make_frame(ClaimKind::benefit, Strength::causal);
  std::vector<Finding> findings;
  for (Pmid pmid = 1; pmid <= 4; ++pmid) findings.push_back(make_finding(pmid, Stance::supports, Design::rct));
  EXPECT_THAT(find_flips(frame, findings, Tag::supported, weigh_findings), IsEmpty());
}

TEST(FindFlips, TakesAFamilyOutWhole) {
  const ClaimFrame frame = make_frame(ClaimKind::harm_absent, Strength::absolute);
  std::vector<Finding> findings{make_finding(1, Stance::opposes, Design::case_report),
                                make_finding(2, Stance::opposes, Design::case_report)};
  findings[1].family = findings[0].family;
  const std::vector<Flip> flips = find_flips(frame, findings, Tag::contested, weigh_findings);
  ASSERT_EQ(flips.size(), 1U);
  EXPECT_THAT(flips.front().pmids, ElementsAre(1, 2));
}

TEST(MapScope, CountsFamiliesOnEachSideAndOutlinesTheClaim) {
  ClaimFrame frame = make_frame(ClaimKind::benefit, Strength::causal);
  frame.route = {"oral", {}, {"oral"}};
  std::vector<Finding> findings{make_finding(1, Stance::supports, Design::rct),
                                make_finding(2, Stance::supports, Design::rct),
                                make_finding(3, Stance::opposes, Design::rct)};
  findings[0].scope.routes = {"intravenous"};
  findings[1].scope.routes = {"intravenous"};
  const std::vector<ScopeDimension> scope = map_scope(frame, findings);
  ASSERT_EQ(scope.size(), 1U) << "axes of which nothing is told are left out";
  EXPECT_EQ(scope.front().name, "route");
  EXPECT_FALSE(scope.front().open);
  EXPECT_THAT(scope.front().values, ElementsAre(ScopeValue{"intravenous", false, 2, 0},
                                                ScopeValue{"not stated", false, 0, 1}, ScopeValue{"oral", true, 0, 0}));
}

}  // namespace
}  // namespace claimcheck
