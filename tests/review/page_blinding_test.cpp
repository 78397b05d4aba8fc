#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "report/sample_run.h"
#include "review/seated_page.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

const json kNothing = json::object();

/// Every answer that a page gives, whatever its filter.
std::vector<std::string> all_answers(const SeatedPage& page) {
  std::vector<std::string> answers{page.page("/summary"), page.page("/help"), page.changes(0).dump()};
  for (const HttpFields& query : {HttpFields{}, HttpFields{{"between", "disagree"}}, HttpFields{{"between", "agreed"}},
                                  HttpFields{{"status", "open"}}, HttpFields{{"versus", "differs"}},
                                  HttpFields{{"versus", "same"}}, HttpFields{{"status", "settled"}}}) {
    answers.push_back(page.page("/", query));
    answers.push_back(page.page("/claim/C-03", query));
  }
  return answers;
}

/// Anna has judged C-03; Ben judges it `judgement` and writes; neither has finished.
class Blinding : public ::testing::Test {
 protected:
  struct Desk {
    ReviewedProject project{sample_run()};
    SeatedPage anna{project, {"Anna Ito"}};
    SeatedPage ben{project, {"Ben Okoro"}};
  };

  static void judge(const Desk& desk, const std::string& judgement) {
    desk.anna.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
    desk.ben.call("/api/judge",
                  {{"claim", "C-03"}, {"judgement", judgement}, {"reason", "other"}, {"text", "BEN-REASON"}});
    desk.ben.call("/api/comment", {{"claim", "C-03"}, {"text", "BEN-COMMENT"}});
  }
};

TEST_F(Blinding, TellsAReviewerNothingOfWhatTheOtherJudged) {
  const Desk first;
  const Desk second;
  judge(first, "supported");
  judge(second, "not_checkable");
  const std::vector<std::string> one = all_answers(first.anna);
  const std::vector<std::string> other = all_answers(second.anna);
  EXPECT_EQ(one, other);
  for (const std::string& answer : one) {
    EXPECT_THAT(answer, Not(HasSubstr("BEN-")));
  }
  EXPECT_THAT(first.anna.page("/claim/C-03"), HasSubstr("Another reviewer judges this apart from you."));
  EXPECT_THAT(first.anna.page("/summary"), HasSubstr("is shown when both have finished"));
}

TEST_F(Blinding, TellsWhoReadsAloneNothingOfEither) {
  const Desk first;
  const Desk second;
  judge(first, "supported");
  judge(second, "not_checkable");
  for (const char* name : {"Carl", "Ben Okoro"}) {
    const SeatedPage one(first.project, {name, ReviewRole::reviewer, true});
    const SeatedPage other(second.project, {name, ReviewRole::reviewer, true});
    EXPECT_EQ(all_answers(one), all_answers(other)) << name;
    EXPECT_THAT(one.page("/claim/C-03"), HasSubstr("Two reviewers judge this apart from each other.")) << name;
  }
}

TEST_F(Blinding, HoldsWhileOnlyOneHasFinished) {
  const Desk desk;
  judge(desk, "supported");
  desk.anna.call("/api/finish", kNothing);
  for (const std::string& answer : all_answers(desk.anna)) EXPECT_THAT(answer, Not(HasSubstr("BEN-")));
}

TEST_F(Blinding, EndsWhenBothHaveFinished) {
  const Desk desk;
  judge(desk, "supported");
  desk.anna.call("/api/finish", kNothing);
  desk.ben.call("/api/finish", kNothing);
  const std::string claim = desk.anna.page("/claim/C-03");
  EXPECT_THAT(claim, HasSubstr("<tr data-reviewer=\"Ben Okoro\">"));
  EXPECT_THAT(claim, HasSubstr("BEN-REASON"));
  EXPECT_THAT(claim, HasSubstr("BEN-COMMENT"));
  const std::string summary = desk.anna.page("/summary");
  EXPECT_THAT(summary, HasSubstr("both judged 1 claim and agree on 0 (0.0 %)."));
  EXPECT_THAT(summary, Not(HasSubstr("id=\"reopen\"")));
  EXPECT_THAT(summary, HasSubstr("an adjudicator decides"));
  EXPECT_THAT(desk.anna.page("/", {{"between", "disagree"}}), HasSubstr(">1 of 6 claims</p>"));
  EXPECT_THAT(desk.anna.call("/api/reopen", kNothing, 400)["error"].get<std::string>(), HasSubstr("adjudicator"));
}

TEST_F(Blinding, LetsTheAdjudicatorBeginWhereTheTwoDiffer) {
  const Desk desk;
  judge(desk, "supported");
  desk.anna.call("/api/finish", kNothing);
  desk.ben.call("/api/finish", kNothing);
  const SeatedPage eve(desk.project, {"Eve", ReviewRole::adjudicator});
  EXPECT_EQ(eve.start(), "/?between=disagree");
  EXPECT_THAT(eve.page("/"), HasSubstr("<a href=\"/?between=disagree\">The reviewers differ on 1 claim</a>"));
  EXPECT_EQ(desk.anna.start(), "/");
  const Desk other;
  judge(other, "supported");
  EXPECT_EQ(other.anna.start(), "/");
  EXPECT_THAT(other.anna.page("/"), Not(HasSubstr("The reviewers differ")));
}

TEST_F(Blinding, ShowsTheAdjudicatorBothAndCountsWhatWaits) {
  const Desk desk;
  judge(desk, "supported");
  desk.anna.call("/api/finish", kNothing);
  desk.ben.call("/api/finish", kNothing);
  const SeatedPage eve(desk.project, {"Eve", ReviewRole::adjudicator});
  const std::string claim = eve.page("/claim/C-03");
  EXPECT_THAT(claim, HasSubstr("<tr data-reviewer=\"Anna Ito\">"));
  EXPECT_THAT(claim, HasSubstr("<tr data-reviewer=\"Ben Okoro\">"));
  const json answer = eve.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  EXPECT_EQ(answer["claim"]["status"], "judged");
  EXPECT_THAT(eve.page("/"), HasSubstr("Decided by the adjudicator"));
  EXPECT_THAT(eve.page("/", {{"between", "adjudicated"}}), HasSubstr(">1 of 6 claims</p>"));
}

}  // namespace
}  // namespace claimcheck
