#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/child_process.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(json::parse(line));
  return lines;
}

TEST(FrameCommand, GivesTheWholeFrameOfEachClaimInOrder) {
  const Outcome outcome = run_claimcheck({"frame"}, {.input = R"({"id": "a", "text": "Metformin is never harmful."})"
                                                              "\n\n"
                                                              R"({"id": 2, "text": "Coffee may cause insomnia."})"});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::vector<json> frames = lines_of(outcome.out);
  ASSERT_EQ(frames.size(), 2U);
  EXPECT_EQ(frames[0]["id"], "a");
  EXPECT_EQ(frames[0]["strength"], "absolute");
  EXPECT_EQ(frames[0]["demand"], "absolute");
  EXPECT_EQ(frames[0]["subject"]["text"], "Metformin");
  EXPECT_EQ(frames[0]["subject"]["begin"], 0);
  EXPECT_EQ(frames[0]["subject"]["end"], 9);
  EXPECT_EQ(frames[1]["id"], 2);
  EXPECT_EQ(frames[1]["strength"], "may");
  for (const char* slot : {"kind", "polarity", "direction", "comparator", "outcome", "population", "route", "dose",
                           "duration", "setting", "quantifier", "threshold"}) {
    EXPECT_TRUE(frames[0].contains(slot)) << slot;
  }
}

TEST(FrameCommand, AnswersABadLineByAnErrorAndGoesOn) {
  const Outcome outcome =
      run_claimcheck({"frame"}, {.input = "rubbish\n[1]\n{\"id\": 1}\n{\"text\": \"a\"}\n{\"id\": 5, \"text\": 7}\n"
                                          "{\"id\": 6, \"text\": \"Coffee may cause insomnia.\"}\n"});
  EXPECT_EQ(outcome.exit_code, 2);
  const std::vector<json> answers = lines_of(outcome.out);
  ASSERT_EQ(answers.size(), 6U);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(answers[i]["line"], i + 1) << answers[i];
  EXPECT_THAT(answers[4]["error"].get<std::string>(), HasSubstr("\"text\" must be a string"));
  EXPECT_EQ(answers[5]["id"], 6);
}

TEST(FrameCommand, RefusesAFileThatIsNotThereBeforeItAnswers) {
  const Outcome outcome = run_claimcheck({"frame", "-", "no-such.jsonl"}, {.input = R"({"id": 1, "text": "a"})"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("no-such.jsonl"));
}

json trial() {
  return {{"pmid", 7},
          {"title", "Esketamine for depression: a randomised trial"},
          {"publication_types", {"Randomized Controlled Trial"}},
          {"abstract",
           {{{"label", "METHODS"}, {"text", "We randomised 120 adults with depression."}},
            {{"label", "RESULTS"},
             {"text", "Größe: n = 120. Depression improved more with esketamine than with placebo (P = 0.001)."}}}}};
}

TEST(ReadCommand, ReadsACitationForAClaim) {
  const json request = {{"id", "r"}, {"claim", "Esketamine reduces depression."}, {"citation", trial()}};
  const Outcome outcome = run_claimcheck({"read"}, {.input = request.dump()});
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const json answer = lines_of(outcome.out).at(0);
  EXPECT_EQ(answer["stance"], "supports");
  EXPECT_GT(answer["reliability"], 0.5);
  EXPECT_EQ(answer["design"], "rct");
  EXPECT_EQ(answer["sample_size"], 120);
  EXPECT_EQ(answer["directness"], "direct");
  const json finding = answer["findings"].at(0);
  EXPECT_EQ(finding["section"], 1);
  EXPECT_EQ(finding["text"], "Depression improved more with esketamine than with placebo (P = 0.001).");
  EXPECT_EQ(finding["begin"], 16);  // code points
  EXPECT_EQ(finding["end"], 87);
  EXPECT_EQ(finding["numbers"]["p_value"], 0.001);
}

TEST(ReadCommand, ReadsACitationForAComparison) {
  const json request = {{"id", 1},
                        {"frame", {{"intervention", "esketamine"}, {"comparator", "placebo"}, {"outcome", "nausea"}}},
                        {"citation",
                         {{"title", ""},
                          {"abstract",
                           {{{"label", ""},
                             {"text",
                              "Nausea was less frequent with placebo than with "
                              "esketamine (P = 0.01)."}}}}}}};
  const json answer = lines_of(run_claimcheck({"read"}, {.input = request.dump()}).out).at(0);
  EXPECT_EQ(answer["findings"].at(0)["reported"], "increase");
}

TEST(ReadCommand, SaysWhatARequestLacks) {
  const Outcome outcome = run_claimcheck(
      {"read"}, {.input = "{\"id\": 1, \"claim\": \"a\"}\n{\"id\": 2, \"citation\": {}}\n"
                          "{\"id\": 3, \"claim\": \"a\", \"citation\": {\"abstract\": [{\"label\": \"x\"}]}}\n"});
  EXPECT_EQ(outcome.exit_code, 2);
  const std::vector<json> answers = lines_of(outcome.out);
  ASSERT_EQ(answers.size(), 3U);
  EXPECT_THAT(answers[0]["error"].get<std::string>(), HasSubstr("\"citation\""));
  EXPECT_THAT(answers[1]["error"].get<std::string>(), HasSubstr("\"claim\""));
  EXPECT_THAT(answers[2]["error"].get<std::string>(), HasSubstr("\"citation.abstract[0].text\""));
}

TEST(ReadCommand, TellsTheRolesOfSections) {
  const json request = {{"id", "s"},
                        {"sections",
                         {{{"text", "To compare esketamine with placebo in adults with depression."}},
                          {{"text", "In this double-blind trial 120 adults were randomly assigned to two groups."}},
                          {{"text", "Scores fell by 4.2 and 2.1 points (P = 0.01)."}},
                          {{"text", "Esketamine may be an option for these patients."}}}}};
  const json answer = lines_of(run_claimcheck({"read", "--roles"}, {.input = request.dump()}).out).at(0);
  EXPECT_EQ(answer["roles"], json({"objective", "methods", "results", "conclusions"}));
}

}  // namespace
}  // namespace claimcheck
