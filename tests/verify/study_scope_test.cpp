#include "verify/study_scope.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concepts/vocabulary.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

StudyScope scope_of(std::string_view title, const std::vector<AbstractSection>& sections) {
  Citation citation;
  citation.abstract = sections;
  const Sentence heading = analyse_sentence(title, builtin_vocabulary());
  return read_scope(heading, analyse_abstract(citation, builtin_vocabulary()), builtin_vocabulary());
}

std::optional<int> follow_up_of(const std::string& text) {
  return scope_of("Testol", {{"RESULTS", SectionRole::results, text}}).follow_up_days;
}

TEST(ReadScope, TakesPeopleRouteDoseAndCourseFromTitleAndMethods) {
  const StudyScope scope =
      scope_of("Low-dose ketamine in adolescents",
               {{"METHODS", SectionRole::methods, "Patients received a single infusion intravenously."},
                {"RESULTS", SectionRole::results, "An earlier trial had used oral tablets in veterans."}});
  EXPECT_THAT(scope.populations, ElementsAre("adolescents"));
  EXPECT_THAT(scope.routes, ElementsAre("intravenous"));
  EXPECT_THAT(scope.doses, ElementsAre("low_dose"));
  EXPECT_THAT(scope.courses, ElementsAre("single_dose"));
}

TEST(ReadScope, LeavesOutWordsThatSayLittle) {
  EXPECT_THAT(scope_of("Aspirin in adults", {}).populations, IsEmpty());
}

TEST(ReadScope, TheFollowUpIsTheLongestTimeOfWatching) {
  EXPECT_EQ(follow_up_of("Patients were followed for 2 years; pain fell at week 12."), 730);
  EXPECT_EQ(follow_up_of("Pain fell over 12 weeks."), 84);
  EXPECT_EQ(follow_up_of("Mean age was 45 years and depression had lasted 10 years."), std::nullopt);
  EXPECT_EQ(follow_up_of("Doses were given 3 hours before sleep."), std::nullopt);
}

ClaimFrame timed(const std::string& words, bool long_term) {
  ClaimFrame frame;
  frame.duration.text = words;
  frame.long_term = long_term;
  return frame;
}

TEST(ClaimedHorizon, IsTheTimeThatTheClaimNames) {
  EXPECT_EQ(claimed_horizon(timed("", false)), std::nullopt);
  EXPECT_EQ(claimed_horizon(timed("long-term", true)), 365);
  EXPECT_EQ(claimed_horizon(timed("for 5 years", true)), 1825);
  EXPECT_EQ(claimed_horizon(timed("within 2 weeks", false)), 14);
}

}  // namespace
}  // namespace claimcheck
