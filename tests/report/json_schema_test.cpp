#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "report/sample_review.h"
#include "report/sample_run.h"
#include "report/schema_check.h"
#include "report/writers.h"
#include "text/word_diff.h"

namespace claimcheck {
namespace {

using nlohmann::json;

json read_schema() {
  std::ifstream file(CLAIMCHECK_SOURCE_DIR "/docs/report.schema.json");
  return json::parse(file);
}

template <typename E>
json names_of() {
  json names = json::array();
  for (const E value : enum_values<E>()) names.push_back(to_string(value));
  return names;
}

TEST(ReportSchema, HoldsForTheSampleAndForAnEmptyRun) {
  SchemaCheck schema(read_schema());
  EXPECT_EQ(schema.check(json::parse(write_json(sample_run()))), std::vector<std::string>{});
  EXPECT_EQ(schema.check(json::parse(write_json(claimcheck::Run{}))), std::vector<std::string>{});
  EXPECT_EQ(schema.check(json::parse(write_json(reviewed_sample()))), std::vector<std::string>{});
}

TEST(ReportSchema, DeclaresNoKeyThatIsNotWritten) {
  SchemaCheck schema(read_schema());
  schema.check(json::parse(write_json(reviewed_sample())));
  std::vector<std::string> never_written;
  const std::set<std::string> declared = schema.declared_properties();
  std::set_difference(declared.begin(), declared.end(), schema.seen_properties().begin(),
                      schema.seen_properties().end(), std::back_inserter(never_written));
  EXPECT_EQ(never_written, std::vector<std::string>{});
  EXPECT_GT(declared.size(), 100U);
}

TEST(ReportSchema, RequiresEveryKeyAndAllowsNoOther) {
  const json schema = read_schema();
  for (const auto& [name, object] : schema["$defs"].items()) {
    EXPECT_EQ(object["additionalProperties"], false) << name;
    EXPECT_EQ(object["required"].size(), object["properties"].size()) << name;
    for (const auto& [property, value] : object["properties"].items()) {
      EXPECT_TRUE(value.contains("description") || value.contains("$ref") || value.contains("anyOf"))
          << name << "." << property;
    }
  }
}

TEST(ReportSchema, ListsTheValuesOfEachEnum) {
  const json defs = read_schema()["$defs"];
  const auto listed = [&](const char* object, const char* property) {
    return defs[object]["properties"][property]["enum"];
  };
  EXPECT_EQ(listed("claim", "status"), names_of<ClaimStatus>());
  EXPECT_EQ(listed("reason", "code"), names_of<ReasonCode>());
  EXPECT_EQ(listed("verdict", "tag"), names_of<Tag>());
  EXPECT_EQ(listed("verdict", "sub_tag"), names_of<SubTag>());
  EXPECT_EQ(listed("verdict", "certainty_for"), names_of<Certainty>());
  EXPECT_EQ(listed("verdict", "certainty_against"), names_of<Certainty>());
  EXPECT_EQ(listed("frame", "kind"), names_of<ClaimKind>());
  EXPECT_EQ(listed("frame", "strength"), names_of<Strength>());
  EXPECT_EQ(listed("frame", "demand"), names_of<Strength>());
  EXPECT_EQ(listed("frame", "polarity"), names_of<Polarity>());
  EXPECT_EQ(listed("frame", "direction"), names_of<Direction>());
  EXPECT_EQ(listed("frame", "valence"), names_of<Valence>());
  EXPECT_EQ(listed("query", "aim"), names_of<QueryAim>());
  EXPECT_EQ(listed("finding", "stance"), names_of<Stance>());
  EXPECT_EQ(listed("finding", "reported"), names_of<Reported>());
  EXPECT_EQ(listed("finding", "design"), names_of<Design>());
  EXPECT_EQ(listed("finding", "setting"), names_of<Setting>());
  EXPECT_EQ(listed("finding", "directness"), names_of<Directness>());
  EXPECT_EQ(listed("notice", "kind"), names_of<NoticeKind>());
  EXPECT_EQ(listed("diffPiece", "kind"), names_of<DiffKind>());
  EXPECT_EQ(listed("reviewer", "role"), names_of<ReviewRole>());
  EXPECT_EQ(listed("reviewedClaim", "outcome"), names_of<OutcomeKind>());
  EXPECT_EQ(listed("difference", "first"), names_of<Judgement>());
  EXPECT_EQ(listed("difference", "second"), names_of<Judgement>());
  const auto listed_or_null = [&](const char* object, const char* property) {
    return defs[object]["properties"][property]["anyOf"][0]["enum"];
  };
  EXPECT_EQ(listed_or_null("reviewedClaim", "judgement"), names_of<Judgement>());
  EXPECT_EQ(listed_or_null("opinion", "judgement"), names_of<Judgement>());
  EXPECT_EQ(listed_or_null("opinion", "reason"), names_of<OverrideReason>());
}

TEST(SchemaCheck, FindsWhatDoesNotFit) {
  SchemaCheck schema(read_schema());
  json document = json::parse(write_json(sample_run()));
  document["claims"][0]["findings"][0]["stance"] = "agrees";
  document["claims"][1]["extra"] = 1;
  document["claims"][2].erase("text");
  document["claims"][3]["verdict"] = "supported";
  document["schema_version"] = "1";
  EXPECT_EQ(schema.check(document).size(), 5U);
}

}  // namespace
}  // namespace claimcheck
