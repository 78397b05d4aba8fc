#include "report/appraisal_words.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

TEST(AppraisalWords, GroupsDigitsByThree) {
  EXPECT_EQ(group_digits(0), "0");
  EXPECT_EQ(group_digits(999), "999");
  EXPECT_EQ(group_digits(3000), "3,000");
  EXPECT_EQ(group_digits(1234567), "1,234,567");
  EXPECT_EQ(group_digits(-300), "-300");
}

TEST(AppraisalWords, NamesTimesInTheUnitThatFits) {
  EXPECT_EQ(describe_days(1), "1 day");
  EXPECT_EQ(describe_days(10), "10 days");
  EXPECT_EQ(describe_days(56), "8 weeks");
  EXPECT_EQ(describe_days(180), "6 months");
  EXPECT_EQ(describe_days(100), "about 3 months");
  EXPECT_EQ(describe_days(365), "1 year");
  EXPECT_EQ(describe_days(550), "about 1.5 years");
}

TEST(AppraisalWords, NamesRatesAsOneIn) {
  EXPECT_EQ(describe_frequency(0.001), "1 in 1,000");
  EXPECT_EQ(describe_frequency(3.0 / 460), "1 in 153");
  EXPECT_EQ(describe_frequency(0.6), "60 %");
  EXPECT_EQ(describe_frequency(0), "none");
}

TEST(AppraisalWords, SetsWhatIsNeededAgainstWhatIsShown) {
  Requirement requirement{0.001, 3000, 460, 3.0 / 460, 365, 56};
  EXPECT_EQ(describe_requirement(requirement),
            "3,000 people followed for 1 year without a case (at most 1 in 1,000); shown: 460 people, the longest for "
            "8 weeks, which leaves room for 1 in 153");
  requirement.follow_up_shown.reset();
  EXPECT_EQ(describe_shown(requirement), "460 people, with no time told, which leaves room for 1 in 153");
  requirement = {0.01, 300, 4000, 3.0 / 4000, {}, {}};
  EXPECT_EQ(describe_shown(requirement), "4,000 people");
  requirement = {0.01, 300, 20, {}, {}, {}};
  EXPECT_EQ(describe_shown(requirement), "20 people: too few to bound how often it happens");
  requirement = {0.01, 300, {}, {}, {}, {}};
  EXPECT_EQ(describe_requirement(requirement), "300 people followed without a case (at most 1 in 100); shown: none");
}

TEST(AppraisalWords, SaysWhatTheTagHangsOn) {
  EXPECT_EQ(describe_flips({}, name_pmid), "");
  EXPECT_EQ(describe_flips({{"f", {12}, Tag::unsupported, SubTag::none}}, name_pmid),
            "one study makes the difference: without PMID 12 the tag would be unsupported");
  EXPECT_EQ(describe_flips({{"f", {12, 13}, Tag::contested, SubTag::mixed},
                            {"g", {14}, Tag::unsupported, SubTag::none},
                            {"h", {15}, Tag::contested, SubTag::mixed}},
                           name_pmid),
            "each of 3 studies alone makes the difference: without PMID 12 (and 1 further record of the same study) or "
            "PMID 15 the tag would be contested (mixed); without PMID 14 the tag would be unsupported");
  std::vector<Flip> flips;
  for (Pmid pmid = 1; pmid <= 7; ++pmid) flips.push_back({"f", {pmid}, Tag::unsupported, SubTag::none});
  EXPECT_EQ(
      describe_flips(flips, name_pmid),
      "each of 7 studies alone makes the difference: without PMID 1, PMID 2, PMID 3, PMID 4 or one of 3 others the "
      "tag would be unsupported");
}

TEST(AppraisalWords, ShowsWhatTheClaimNamesFirstAndWhatIsNotStatedLast) {
  const ScopeDimension named{
      "route", false, {{"not stated", false, 9, 9}, {"a", false, 1, 0}, {"b", false, 2, 1}, {"z", true, 0, 0}}};
  std::vector<std::string> order;
  for (const ScopeValue* value : order_values(named)) order.push_back(value->value);
  EXPECT_EQ(order, (std::vector<std::string>{"z", "b", "a", "not stated"}));
  EXPECT_EQ(describe_claimed(named, named.values[3]), "named");
  EXPECT_EQ(describe_claimed(named, named.values[1]), "");
  const ScopeDimension open{"dose", true, {{"high_dose", false, 1, 0}, {"not stated", false, 1, 0}}};
  EXPECT_EQ(describe_claimed(open, open.values[0]), "covered");
  EXPECT_EQ(describe_claimed(open, open.values[1]), "");
  EXPECT_EQ(word_for_axis("follow_up"), "follow-up");
  EXPECT_EQ(word_for_value("high_dose"), "high dose");
}

TEST(AppraisalWords, ListsScopeAndFlagsOfAFinding) {
  Finding finding;
  EXPECT_TRUE(list_scope(finding.scope).empty() && list_warnings(finding).empty() && list_strengths(finding).empty());
  finding.scope = {{"older_adults", "women"}, {}, {"low_dose"}, {}, 56};
  EXPECT_EQ(
      list_scope(finding.scope),
      (std::vector<ScopeFact>{{"population", "older adults, women"}, {"dose", "low dose"}, {"follow-up", "8 weeks"}}));
  finding.retracted = finding.concern = finding.preprint = finding.erratum = finding.risk_of_bias = true;
  finding.spin = finding.by_words = finding.dose_response = finding.looked_for = finding.randomised_evidence = true;
  finding.mixed_designs = finding.heterogeneous = finding.own_baseline = true;
  const std::vector<FindingFlag> warnings = list_warnings(finding);
  EXPECT_EQ(warnings.size(), 10U);
  EXPECT_EQ(warnings.front(), (FindingFlag{"Retracted", true}));
  EXPECT_EQ(list_strengths(finding).size(), 3U);
  EXPECT_EQ(describe_rating(finding), "");
  finding.rated = Certainty::very_low;
  EXPECT_EQ(describe_rating(finding), "very low certainty, say its authors");
}

}  // namespace
}  // namespace claimcheck
