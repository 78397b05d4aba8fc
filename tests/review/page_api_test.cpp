#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>

#include "report/sample_run.h"
#include "review/page_api.h"
#include "review/rules.h"
#include "review/seated_page.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

class PageApi : public ::testing::Test {
 protected:
  [[nodiscard]] std::string refusal(const std::string& call, const json& body) const {
    return page_.call("/api/" + call, body, 400)["error"];
  }

  ReviewedProject project_{sample_run()};
  SeatedPage page_{project_, {"Anna Ito"}};
  const json nothing_ = json::object();
};

TEST_F(PageApi, JudgesAndTellsWhereOneStands) {
  const json answer = page_.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}, {"seen", 0}});
  EXPECT_EQ(answer["entry"], 2);
  EXPECT_EQ(answer["last_entry"], 2);
  EXPECT_EQ(answer["claim"], json::parse(R"({"id": "C-03", "status": "judged", "entry": 2, "judgement": "unsupported",
                                             "differs": false, "reason": null, "text": "", "comments": 0})"));
  EXPECT_EQ(answer["progress"],
            json::parse(R"({"claims": 6, "judged": 1, "deferred": 0, "open": 5, "words": "1 of 6 judged"})"));
  EXPECT_EQ(answer["undo"], json::parse(R"({"entry": 2, "claim": "C-03", "words": "“Unsupported” on C-03"})"));
}

TEST_F(PageApi, WantsAReasonForAnotherJudgementThanTheTools) {
  EXPECT_EQ(refusal("judge", {{"claim", "C-03"}, {"judgement", "supported"}}),
            "You judge otherwise than the rules: choose a reason.");
  EXPECT_EQ(refusal("judge", {{"claim", "C-03"}, {"judgement", "supported"}, {"reason", "other"}}),
            "Say what the reason is.");
  const json answer = page_.call(
      "/api/judge", {{"claim", "C-03"}, {"judgement", "supported"}, {"reason", "other"}, {"text", "I know the trial"}});
  EXPECT_EQ(answer["claim"]["differs"], true);
  EXPECT_EQ(answer["claim"]["reason"], "other");
  EXPECT_EQ(answer["claim"]["text"], "I know the trial");
}

TEST_F(PageApi, ClearsDefersAndComments) {
  page_.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  EXPECT_EQ(page_.call("/api/clear", {{"claim", "C-03"}, {"seen", 2}})["claim"]["status"], "open");
  EXPECT_EQ(page_.call("/api/defer", {{"claim", "C-03"}, {"seen", 0}})["claim"]["status"], "deferred");
  EXPECT_EQ(page_.call("/api/comment", {{"claim", "C-03"}, {"text", "Look again"}})["claim"]["comments"], 1);
}

TEST_F(PageApi, UndoesStepByStep) {
  page_.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  page_.call("/api/comment", {{"claim", "C-01"}, {"text", "Look again"}});
  const json first = page_.call("/api/undo", {{"entry", 3}});
  EXPECT_EQ(first["undone"], "your comment on C-01");
  EXPECT_EQ(first["claim"]["id"], "C-01");
  const json second = page_.call("/api/undo", nothing_);
  EXPECT_EQ(second["undone"], "“Unsupported” on C-03");
  EXPECT_EQ(second["claim"]["status"], "open");
  EXPECT_EQ(second["undo"], nullptr);
  EXPECT_EQ(refusal("undo", nothing_), "There is nothing left to undo.");
}

TEST_F(PageApi, WritesNothingWhenAnotherWindowWasFirst) {
  page_.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}, {"seen", 0}});
  const json answer = page_.call("/api/defer", {{"claim", "C-03"}, {"seen", 0}}, 409);
  EXPECT_THAT(answer["error"].get<std::string>(), HasSubstr("another window"));
  EXPECT_EQ(answer["claim"]["judgement"], "unsupported");
  EXPECT_EQ(answer["claim"]["entry"], 2);
  EXPECT_EQ(answer["last_entry"], 2);
  EXPECT_EQ(page_.call("/api/undo", {{"entry", 1}}, 409)["last_entry"], 2);
}

TEST_F(PageApi, SeesWhatAnotherWindowOfTheSamePersonWrote) {
  SeatedPage other(project_, {"Anna Ito"});
  other.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  const json changes = page_.changes(1);
  EXPECT_EQ(changes["changed"], true);
  EXPECT_EQ(changes["last_entry"], 2);
  EXPECT_EQ(changes["claims"].size(), 6U);
  EXPECT_EQ(changes["claims"][2]["judgement"], "unsupported");
  const json none = page_.changes(2);
  EXPECT_EQ(none["changed"], false);
  EXPECT_TRUE(none["claims"].empty());
}

TEST_F(PageApi, FinishesAndReopens) {
  EXPECT_EQ(refusal("reopen", nothing_), "This review is not finished.");
  EXPECT_EQ(refusal("finish", nothing_),
            "There is nothing to finish yet: your review begins with your first judgement or comment.");
  page_.call("/api/comment", {{"claim", "C-03"}, {"text", "Look again"}});
  EXPECT_EQ(page_.call("/api/finish", nothing_)["claim"], nullptr);
  EXPECT_EQ(refusal("judge", {{"claim", "C-03"}, {"judgement", "unsupported"}}),
            "You have finished this review: reopen it to change anything.");
  page_.call("/api/reopen", nothing_);
  page_.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
}

TEST_F(PageApi, MakesNobodyAReviewerWithoutAJudgementOrComment) {
  EXPECT_THAT(refusal("defer", {{"claim", "C-03"}, {"seen", 0}}), HasSubstr("first judgement or comment"));
  EXPECT_THAT(refusal("clear", {{"claim", "C-03"}, {"seen", 0}}), HasSubstr("no judgement of yours"));
  EXPECT_EQ(page_.changes(0)["last_entry"], 0);
  const std::string summary = page_.page("/summary");
  EXPECT_THAT(summary, HasSubstr("Begins with the first judgement or comment"));
  EXPECT_THAT(summary, Not(HasSubstr("id=\"finish\"")));
}

TEST_F(PageApi, AsksWhoseNameItIsBeforeANearlyEqualOneTakesPart) {
  page_.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  EXPECT_THAT(page_.page("/"), Not(HasSubstr("data-name")));
  const SeatedPage ana(project_, {"Ana Ito"});
  EXPECT_THAT(ana.page("/"), HasSubstr("Are you <bdi>Anna Ito</bdi>?"));
  const json refused = ana.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}}, 400);
  EXPECT_EQ(refused["error"], "Say first, at the top of the page, whether you are Anna Ito.");
  EXPECT_EQ(ana.call("/api/name", {{"name", "Eve"}}, 400)["error"], "This is neither of the two names.");
  EXPECT_EQ(ana.call("/api/name", {{"names", "Anna Ito"}}, 400)["error"], "What was sent is not a name alone.");
  EXPECT_EQ(ana.get("/api/name").status, 405);
  const std::string before = ana.key();
  EXPECT_EQ(ana.call("/api/name", {{"name", "Anna Ito"}})["seat"], page_.key());
  EXPECT_NE(ana.key(), before);
  EXPECT_THAT(ana.page("/"), Not(HasSubstr("data-name")));
  EXPECT_THAT(ana.page("/"), HasSubstr("1 of 6 judged"));

  const SeatedPage other(project_, {"Ana Ito"});
  other.call("/api/name", {{"name", "Ana Ito"}});
  EXPECT_THAT(other.page("/"), Not(HasSubstr("data-name")));
  other.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  EXPECT_THAT(page_.page("/summary"), HasSubstr("data-reviewer=\"Ana Ito\""));
}

TEST_F(PageApi, WritesOnceWhatIsSentAgainBecauseTheAnswerWasLost) {
  const auto twice = [&](const char* call, const json& body) {
    const json first = page_.call(call, body);
    const json again = page_.call(call, body);
    EXPECT_EQ(first, again) << call;
    return first["entry"].get<std::int64_t>();
  };
  const json judged{{"claim", "C-03"}, {"judgement", "supported"}, {"reason", "other"}, {"text", "why"}, {"seen", 0}};
  EXPECT_EQ(twice("/api/judge", judged), 2);
  EXPECT_EQ(twice("/api/comment", {{"claim", "C-03"}, {"text", "Look again"}}), 3);
  EXPECT_EQ(twice("/api/undo", {{"entry", 3}}), 4);
  EXPECT_EQ(twice("/api/clear", {{"claim", "C-03"}, {"seen", 2}}), 5);
  EXPECT_EQ(twice("/api/defer", {{"claim", "C-03"}, {"seen", 0}}), 6);
  EXPECT_EQ(twice("/api/finish", nothing_), 7);
  EXPECT_EQ(twice("/api/reopen", nothing_), 8);
  json other = judged;
  other["text"] = "another reason";
  page_.call("/api/judge", other, 409);
  EXPECT_EQ(page_.changes(0)["last_entry"], 8);
}

TEST_F(PageApi, TakesBackNothingElseThanWhatTheWindowOffered) {
  page_.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  const SeatedPage other(project_, {"Anna Ito"});
  other.call("/api/comment", {{"claim", "C-01"}, {"text", "Look again"}});
  page_.call("/api/undo", {{"entry", 2}}, 409);
  EXPECT_EQ(page_.changes(0)["last_entry"], 3);
}

TEST_F(PageApi, WritesNothingForAWindowThatWasOpenedForSomebodyElse) {
  const ReviewedProject other{sample_run()};
  HttpQuestion question;
  question.method = "POST";
  question.path = "/api/judge";
  question.body = R"({"claim": "C-03", "judgement": "unsupported"})";
  const auto status_for = [&](const std::string& key) {
    question.headers = {{std::string(kSeatHeader), key}};
    return page_.ask(question).status;
  };
  EXPECT_EQ(page_.ask(question).status, 410) << "it does not say for whom";
  const std::string own = page_.key();
  EXPECT_EQ(SeatedPage(project_, {"Anna Ito"}).key(), own) << "of another program on the same project";
  EXPECT_EQ(SeatedPage(other, {"Anna Ito"}).key(), own) << "of a copy, with the same run";
  for (const Seat& seat : {Seat{"Ben Okoro"}, Seat{"Anna Ito", ReviewRole::reviewer, true}}) {
    const std::string key = SeatedPage(project_, seat).key();
    EXPECT_NE(key, own);
    EXPECT_EQ(status_for(key), 410);
  }
  claimcheck::Run changed = sample_run();
  changed.reports.pop_back();
  EXPECT_NE(SeatedPage(ReviewedProject(changed), {"Anna Ito"}).key(), own) << "of another project";
  EXPECT_EQ(page_.changes(0)["last_entry"], 0);
  EXPECT_EQ(status_for(own), 200);
  EXPECT_EQ(page_.changes(0)["seat"], own);
  EXPECT_THAT(page_.page("/"), HasSubstr("data-seat=\"" + own + "\""));
}

TEST_F(PageApi, RefusesWhatIsNotMeantForIt) {
  for (const char* body : {"", "[]", "{", "null", "{\"claim\": \"C-03\", \"judgement\": \"\xFF\"}"}) {
    const HttpAnswer answer = page_.post("/api/judge", body);
    EXPECT_EQ(answer.status, 400) << body;
    EXPECT_EQ(json::parse(answer.body)["error"], "What was sent is not a JSON object.") << body;
  }
  EXPECT_EQ(refusal("judge", {{"claim", "C-03"}}), "Say what you judge the claim to be.");
  EXPECT_EQ(refusal("judge", {{"claim", 3}}), "“claim” must be text.");
  EXPECT_EQ(refusal("judge", {{"claim", "C-03"}, {"judgement", "true"}}),
            "“judgement” has a value that is not known here.");
  EXPECT_EQ(refusal("judge", {{"claim", "C-03"}, {"judgement", "unsupported"}, {"seen", "2"}}),
            "“seen” must be a whole number.");
  EXPECT_EQ(refusal("clear", {{"claim", "C-03"}, {"seen", 1.5}}), "“seen” must be a whole number.");
  EXPECT_EQ(refusal("clear", {{"claim", "C-03"}, {"seen", 18446744073709551615U}}), "“seen” must be a whole number.");
  EXPECT_EQ(refusal("clear", {{"claim", "C-03"}, {"reviewer", "Ben"}}),
            "What was sent has a field that is not known here.");
  EXPECT_EQ(refusal("comment", {{"claim", "C-03"}, {"text", " \n"}}), "A comment needs words.");
  EXPECT_EQ(refusal("comment", {{"claim", "C-99"}, {"text", "x"}}), "There is no claim C-99 in this project.");
  EXPECT_THAT(refusal("comment", {{"claim", "C-03"}, {"text", std::string(kLongestReviewText + 1, 'x')}}),
              HasSubstr("shorten it"));
}

TEST_F(PageApi, SaysWhichMethodAnAddressAnswers) {
  const HttpAnswer read = page_.get("/api/judge");
  EXPECT_EQ(read.status, 405);
  EXPECT_EQ(find_field(read.headers, "Allow"), "POST");
  EXPECT_EQ(page_.post("/api/changes", "{}").status, 405);
  EXPECT_EQ(page_.post("/", "{}").status, 405);
  EXPECT_EQ(page_.get("/api/log").status, 404);
  EXPECT_EQ(page_.get("/api/changes").status, 400);
  EXPECT_EQ(page_.get("/api/changes", {{"after", "-1"}}).status, 400);
  EXPECT_EQ(page_.get("/api/changes", {{"after", "1x"}}).status, 400);
}

TEST_F(PageApi, WritesNothingForWhoReadsAlone) {
  const SeatedPage reader(project_, {"Carl", ReviewRole::reviewer, true});
  const json answer = reader.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}}, 400);
  EXPECT_EQ(answer["error"], "This page is open for reading alone.");
  EXPECT_EQ(page_.changes(0)["last_entry"], 0);
}

}  // namespace
}  // namespace claimcheck
