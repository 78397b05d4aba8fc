#include "verify/spin.h"

#include <gtest/gtest.h>

#include "verify/findings.h"

namespace claimcheck {
namespace {

std::vector<Finding> concluded_over(Reported result, Stance stance) {
  Finding conclusion = make_finding(1, Stance::supports, Design::rct);
  conclusion.reviewed_conclusion = true;
  Finding found = make_finding(1, stance, Design::rct);
  found.reported = result;
  return {conclusion, found};
}

TEST(IsSpin, AConclusionBeyondItsOwnNullResult) {
  const std::vector<Finding> findings = concluded_over(Reported::no_difference, Stance::inconclusive);
  EXPECT_TRUE(is_spin(findings.front(), findings));
}

TEST(IsSpin, NotWhereAResultShowsIt) {
  std::vector<Finding> findings = concluded_over(Reported::no_difference, Stance::inconclusive);
  findings.push_back(make_finding(1, Stance::supports, Design::rct));
  EXPECT_FALSE(is_spin(findings.front(), findings));
}

TEST(IsSpin, NotWhereTheNullResultIsOfAnotherOutcomeOrReadPoorly) {
  std::vector<Finding> findings = concluded_over(Reported::no_difference, Stance::inconclusive);
  findings[1].outcome = "sleep";
  EXPECT_FALSE(is_spin(findings.front(), findings));
  findings[1].outcome = findings[0].outcome;
  findings[1].reliability = 0.3;
  EXPECT_FALSE(is_spin(findings.front(), findings));
}

TEST(IsSpin, OnlyAConclusionSpins) {
  const std::vector<Finding> findings = concluded_over(Reported::no_difference, Stance::inconclusive);
  EXPECT_FALSE(is_spin(findings.back(), findings));
}

}  // namespace
}  // namespace claimcheck
