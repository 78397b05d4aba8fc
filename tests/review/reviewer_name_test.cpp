#include "review/reviewer_name.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

ReviewState with(std::initializer_list<const char*> names) {
  ReviewState state;
  for (const char* const name : names) state.reviewers.push_back({name});
  return state;
}

std::string name_of(const Reviewer* reviewer) {
  return reviewer == nullptr ? "" : reviewer->name;
}

TEST(TidyName, HasOneSpaceBetweenWords) {
  EXPECT_EQ(tidy_name("  Anna   Ito "), "Anna Ito");
  EXPECT_EQ(tidy_name("Anna"), "Anna");
  EXPECT_EQ(tidy_name("  "), "");
  EXPECT_EQ(tidy_name("Anna\tIto\n"), "Anna\tIto\n") << "which the rules refuse";
}

TEST(FindPerson, PassesOverCaseAndSpaces) {
  const ReviewState state = with({"Anna Ito", "Jos\xC3\xA9 \xC3\x85kesson"});
  for (const char* const name : {"Anna Ito", "anna ito", "ANNA  ITO", " Anna Ito ", "anna\xC2\xA0ito"}) {
    EXPECT_EQ(name_of(find_person(state, name)), "Anna Ito") << name;
  }
  EXPECT_EQ(name_of(find_person(state, "jos\xC3\xA9 \xC3\xA5kesson")), "Jos\xC3\xA9 \xC3\x85kesson");
  for (const char* const name : {"Ana Ito", "AnnaIto", "Jose \xC3\x85kesson", "", "Ad\xE9"}) {
    EXPECT_EQ(find_person(state, name), nullptr) << name;
  }
}

TEST(FindPerson, TakesTheVeryNameFirst) {
  EXPECT_EQ(name_of(find_person(with({"Anna Ito", "anna ito"}), "anna ito")), "anna ito") << "in an older log";
}

TEST(FindNamesake, IsOneSlipAway) {
  const ReviewState state = with({"Ben Okoro", "Anna Ito"});
  for (const char* const name : {"Ana Ito", "Annna Ito", "Anma Ito", "nAna Ito", "Anan Ito", "AnnaIto", "anna it",
                                 "Anna Ito.", "ann\xC3\xA4 ito"}) {
    EXPECT_EQ(name_of(find_namesake(state, name)), "Anna Ito") << name;
  }
  for (const char* const name : {"Anna Ito", "anna  ito", "An Ito", "Anna Otto", "Ito Anna", "Eve Lund", ""}) {
    EXPECT_EQ(find_namesake(state, name), nullptr) << name;
  }
}

TEST(FindNamesake, LeavesInitialsAlone) {
  EXPECT_EQ(find_namesake(with({"AI", "Ada"}), "AB"), nullptr);
  EXPECT_EQ(find_namesake(with({"AI", "Ada"}), "Ida"), nullptr);
  EXPECT_EQ(name_of(find_namesake(with({"Ada"}), "Adam")), "Ada");
}

}  // namespace
}  // namespace claimcheck
