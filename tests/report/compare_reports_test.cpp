#include "report/compare_reports.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "core/error.h"
#include "report/sample_run.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

json sample() {
  return json::parse(write_json(sample_run()));
}

ReportDifference compare(const json& before, const json& after) {
  return compare_reports(before.dump(), after.dump(), "march.capsule");
}

/// The place of the first claim with a verdict and a finding.
std::size_t tagged_claim(const json& report) {
  for (std::size_t i = 0; i < report["claims"].size(); ++i) {
    if (!report["claims"][i]["verdict"].is_null() && !report["claims"][i]["findings"].empty()) return i;
  }
  ADD_FAILURE();
  return 0;
}

TEST(CompareReports, FindsNothingBetweenAReportAndItself) {
  const ReportDifference difference = compare(sample(), sample());
  EXPECT_THAT(difference.versions, IsEmpty());
  EXPECT_THAT(difference.claims, IsEmpty());
  EXPECT_THAT(difference.others, IsEmpty());
}

TEST(CompareReports, TellsVersionsTagsReasonsAndFindings) {
  const json before = sample();
  json after = before;
  after["provenance"]["rules_version"] = 99;
  const std::size_t place = tagged_claim(before);
  json& claim = after["claims"][place];
  claim["verdict"]["tag"] = "contested";
  claim["verdict"]["sub_tag"] = "mixed_explained";
  claim["verdict"]["reasons"][0]["text"] = "Another reason.";
  claim["verdict"]["certainty_for"] = "invented";
  claim["findings"][0]["stance"] = "silent";
  claim["frame"]["kind"] = "opinion";
  claim["problems"] = {"The line is down."};
  after["error_card"] = nullptr;
  const ReportDifference difference = compare(before, after);
  EXPECT_THAT(difference.versions, ElementsAre(AllOf(HasSubstr("rules version "), HasSubstr(" -> 99"))));
  EXPECT_THAT(difference.others, ElementsAre("error card"));
  ASSERT_EQ(difference.claims.size(), 1U);
  EXPECT_EQ(difference.claims[0].id, before["claims"][place]["id"]);
  EXPECT_EQ(difference.claims[0].after, "contested, mixed explained");
  const std::string text = write_difference(difference, {});
  const std::string id = before["claims"][place]["id"];
  const std::string pmid = before["claims"][place]["findings"][0]["pmid"].dump();
  EXPECT_THAT(text, HasSubstr("1 of 6 claims differ."));
  EXPECT_THAT(text, HasSubstr(id + ": " + difference.claims[0].before + " -> contested, mixed explained"));
  EXPECT_THAT(text, HasSubstr("reason now: Another reason."));
  EXPECT_THAT(text, HasSubstr("problem now: The line is down."));
  EXPECT_THAT(text, HasSubstr("PMID " + pmid + ": "));
  EXPECT_THAT(text, HasSubstr("other parts: frame, verdict's certainty for"));
}

TEST(CompareReports, TellsFindingsThatCameAndWent) {
  json before = sample();
  json after = before;
  const std::size_t place = tagged_claim(before);
  before["claims"][place]["findings"][0]["pmid"] = 1;
  after["claims"][place]["findings"][0]["pmid"] = 2;
  const std::string text = write_difference(compare(before, after), {});
  EXPECT_THAT(text, HasSubstr("and is not quoted now"));
  EXPECT_THAT(text, HasSubstr("now, and was not quoted before"));
}

TEST(CompareReports, SaysSoWhenNoVersionExplainsIt) {
  json after = sample();
  after["claims"].erase(0);
  const std::string text = write_difference(compare(sample(), after), {});
  EXPECT_THAT(text, HasSubstr("neither the rules nor the program"));
  EXPECT_THAT(text, HasSubstr("-> not there"));
}

TEST(CompareReports, RefusesWhatIsNoReport) {
  const std::string good = write_json(sample_run());
  const std::string bad[] = {"", "[]", "{}", "{\"claims\": 1}", "{\"claims\": [", std::string(100'000, '[')};
  for (const std::string& each : bad) {
    try {
      compare_reports(each, good, "march.capsule");
      ADD_FAILURE() << each.substr(0, 20);
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      EXPECT_THAT(error.what(), HasSubstr("march.capsule: the report in it is no report"));
    }
  }
  EXPECT_EQ(compare_reports("{\"claims\": [1, {\"id\": 2, \"findings\": 3}]}", good, "x").claims.size(), 6U)
      << "a report of wrong types is compared without harm";
}

TEST(ReadStandings, GivesThoseOfTheReports) {
  const claimcheck::Run run = sample_run();
  const auto standings = read_standings(write_json(run), "march.capsule");
  ASSERT_EQ(standings.size(), run.reports.size());
  for (std::size_t i = 0; i < standings.size(); ++i) {
    const ClaimStanding expected = standing_of(run.reports[i]);
    EXPECT_EQ(standings[i].id, expected.id);
    EXPECT_EQ(standings[i].status, expected.status);
    EXPECT_EQ(standings[i].tag, expected.tag);
    EXPECT_EQ(standings[i].words, expected.words);
    EXPECT_EQ(standings[i].quoted, expected.quoted);
  }
}

}  // namespace
}  // namespace claimcheck
