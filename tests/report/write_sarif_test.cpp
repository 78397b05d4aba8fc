#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "report/sample_run.h"
#include "report/schema_check.h"
#include "report/writers.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

json sarif_of(const claimcheck::Run& run) {
  return json::parse(write_sarif(run))["runs"][0];
}

json read_schema() {
  std::ifstream file(CLAIMCHECK_SOURCE_DIR "/tests/data/sarif.schema.json");
  return json::parse(file);
}

TEST(WriteSarif, FitsTheSchema) {
  SchemaCheck schema(read_schema());
  EXPECT_EQ(schema.check(json::parse(write_sarif(sample_run()))), std::vector<std::string>{});
  EXPECT_EQ(schema.check(json::parse(write_sarif(claimcheck::Run{}))), std::vector<std::string>{});
}

TEST(WriteSarif, PointsAtThePassageInCodePoints) {
  const claimcheck::Run run = sample_run();
  const json sarif = sarif_of(run);
  EXPECT_EQ(sarif["columnKind"], "unicodeCodePoints");
  const json place = sarif["results"][0]["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "veldoxine-basics.md");
  const json region = place["region"];
  EXPECT_EQ(region["charOffset"], 1204);
  EXPECT_EQ(region["charLength"], 94);
  EXPECT_EQ(region["snippet"]["text"], run.reports[0].claim.passage->text);
  EXPECT_EQ(region["startLine"], region["endLine"]);
  EXPECT_EQ(region["endColumn"].get<int>() - region["startColumn"].get<int>(), 94);
  // What a reader finds who counts from the file: the line's text from that column on.
  const std::string& text = run.articles[0].text;
  std::size_t line = 0;
  for (int i = 1; i < region["startLine"].get<int>(); ++i) line = text.find('\n', line) + 1;
  const std::size_t column = region["startColumn"].get<std::size_t>() - 1;
  const std::string rest = text.substr(line);
  EXPECT_EQ(rest.substr(to_bytes(rest, {0, column}).end).rfind("Taken orally", 0), 0U);
}

TEST(WriteSarif, GivesNoRegionWithoutAnArticleOrInAFormatWithoutLines) {
  claimcheck::Run run = sample_run();
  run.articles[0].format = DocumentFormat::docx;
  const json sarif = sarif_of(run);  // outlives the loop, which a temporary would not
  for (const json& result : sarif["results"]) {
    EXPECT_FALSE(result["locations"][0]["physicalLocation"].contains("region"));
  }
  EXPECT_FALSE(sarif_of(sample_run())["results"][2]["locations"][0]["physicalLocation"].contains("region"));
}

TEST(WriteSarif, HasALevelForEachTagAndTheRuleOfItsLeadReason) {
  const json sarif = sarif_of(sample_run());
  const json& results = sarif["results"];
  const std::vector<std::vector<std::string>> expected{
      {"contested/absolute_negative", "fail", "warning"},    {"supported/single_source", "pass", "none"},
      {"unsupported/no_records", "fail", "warning"},         {"not_assessed/out_of_scope", "notApplicable", "none"},
      {"could_not_check/search_incomplete", "fail", "note"}, {"contested/mixed_explained", "fail", "warning"}};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(results[i]["ruleId"], expected[i][0]);
    EXPECT_EQ(results[i]["kind"], expected[i][1]);
    EXPECT_EQ(results[i]["level"], expected[i][2]);
    EXPECT_EQ(sarif["tool"]["driver"]["rules"][results[i]["ruleIndex"].get<std::size_t>()]["id"], expected[i][0]);
  }
}

TEST(WriteSarif, KnowsAClaimAgainByItsText) {
  claimcheck::Run run = sample_run();
  const json before = sarif_of(run)["results"][0]["partialFingerprints"];
  run.reports[0].claim.id = "other";
  run.reports[0].claim.origin.reset();
  EXPECT_EQ(sarif_of(run)["results"][0]["partialFingerprints"], before);
  run.reports[0].claim.text += "!";
  EXPECT_NE(sarif_of(run)["results"][0]["partialFingerprints"], before);
}

TEST(WriteSarif, MarksWhatTheAuthorSuppressed) {
  claimcheck::Run run = sample_run();
  EXPECT_FALSE(sarif_of(run)["results"][0].contains("suppressions"));
  run.reports[0].claim.passage->suppressed = "quoted from the label";
  EXPECT_EQ(sarif_of(run)["results"][0]["suppressions"],
            json::parse(R"([{"kind": "inSource", "justification": "quoted from the label"}])"));
}

TEST(WriteSarif, TellsProblemsAndEncodesNames) {
  claimcheck::Run run = sample_run();
  run.reports[3].claim.origin = ClaimOrigin{"my café.html", "00", "", {}};
  const json sarif = sarif_of(run);
  EXPECT_EQ(sarif["results"][3]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "my%20caf%C3%A9.html");
  EXPECT_EQ(sarif["invocations"][0]["executionSuccessful"], false);
  EXPECT_THAT(sarif["invocations"][0]["toolExecutionNotifications"].dump(), HasSubstr("429 Too Many Requests"));
}

}  // namespace
}  // namespace claimcheck
