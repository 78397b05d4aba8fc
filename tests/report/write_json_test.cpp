#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "report/sample_run.h"
#include "report/writers.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

using nlohmann::json;

TEST(WriteJson, HasTheShapeThatOtherToolsRelyOn) {
  const json document = json::parse(write_json(sample_run()));
  EXPECT_EQ(document["schema_version"], 1);
  ASSERT_EQ(document["claims"].size(), 6U);
  const json& claim = document["claims"][0];
  EXPECT_EQ(claim["id"], "C-01");
  EXPECT_EQ(claim["status"], "tagged");
  EXPECT_EQ(claim["verdict"]["tag"], "contested");
  EXPECT_EQ(claim["verdict"]["sub_tag"], "contradicted");
  EXPECT_EQ(claim["verdict"]["reasons"][0]["code"], "absolute_negative");
  EXPECT_EQ(claim["queries"][0]["aim"], "counter");
  EXPECT_EQ(claim["queries"][0]["found"], 37);
  EXPECT_EQ(claim["findings"][1]["stance"], "opposes");
  EXPECT_TRUE(document["claims"][3]["verdict"].is_null());
  EXPECT_EQ(document["claims"][3]["status"], "not_assessed");
  EXPECT_EQ(document["claims"][4]["status"], "incomplete");
}

// What a consumer written in a language with code-point strings does: cut the section at the offsets.
TEST(WriteJson, OffsetsReproduceEachQuoteInCodePoints) {
  const json document = json::parse(write_json(sample_run()));
  const std::vector<Citation> citations = sample_citations();
  std::size_t checked = 0;
  for (const json& claim : document["claims"]) {
    for (const json& finding : claim["findings"]) {
      const Pmid pmid = finding["pmid"];
      const auto citation =
          std::find_if(citations.begin(), citations.end(), [pmid](const Citation& c) { return c.pmid == pmid; });
      const json& quote = finding["quote"];
      const AbstractSection& section = citation->abstract[quote["section"].get<std::size_t>()];
      const Span span{quote["begin"], quote["end"]};
      EXPECT_EQ(slice(section.text, to_bytes(section.text, span)), quote["text"].get<std::string>());
      EXPECT_EQ(quote["label"], section.label);
      const std::string whole =
          quote["prefix"].get<std::string>() + quote["text"].get<std::string>() + quote["suffix"].get<std::string>();
      EXPECT_NE(section.text.find(whole), std::string::npos);
      ++checked;
    }
  }
  EXPECT_GT(checked, 10U);
}

TEST(WriteJson, OffsetsDifferFromBytesBehindNonAscii) {
  const json quote = json::parse(write_json(sample_run()))["claims"][0]["findings"][1]["quote"];
  EXPECT_EQ(quote["begin"], 42);  // 43 bytes: "µ" takes two
  EXPECT_EQ(quote["section"], 1);
}

TEST(WriteJson, SlotsCountCodePointsOfTheClaim) {
  const json frame = json::parse(write_json(sample_run()))["claims"][0]["frame"];
  EXPECT_EQ(frame["dose"]["text"], "10 µg/kg");
  EXPECT_EQ(frame["dose"]["end"].get<int>() - frame["dose"]["begin"].get<int>(), 8);
  EXPECT_EQ(frame["population"]["begin"], frame["population"]["end"]);
}

TEST(WriteJson, TellsWhatASuggestionChanges) {
  const json claims = json::parse(write_json(sample_run()))["claims"];
  std::string before;
  std::string after;
  for (const json& piece : claims[5]["verdict"]["suggested_diff"]) {
    if (piece["kind"] != "added") before += piece["text"].get<std::string>();
    if (piece["kind"] != "removed") after += piece["text"].get<std::string>();
  }
  EXPECT_EQ(before, claims[5]["text"]);
  EXPECT_EQ(after, claims[5]["verdict"]["suggested_wording"]);
  EXPECT_EQ(claims[2]["verdict"]["suggested_diff"], json::array());
}

TEST(WriteJson, ListsAdvertisingRulesApartFromTheVerdict) {
  const json document = json::parse(write_json(sample_run()));
  const json note = document["claims"][0]["compliance"][0];
  EXPECT_EQ(note["id"], "example-6");
  EXPECT_EQ(note["clause"], "6.4");
  EXPECT_EQ(note["text"], "no long-term organ damage");
  EXPECT_EQ(note["begin"], 52);  // 53 bytes: "µ" takes two
  EXPECT_EQ(document["claims"][1]["compliance"], json::array());
  EXPECT_FALSE(document["claims"][0]["verdict"].contains("compliance"));
  EXPECT_EQ(document["provenance"]["compliance_meaning"], std::string(kComplianceMeaning));
}

TEST(WriteJson, TellsWhatStandsAroundTheVerdict) {
  const json claims = json::parse(write_json(sample_run()))["claims"];
  const json& appraisal = claims[0]["appraisal"];
  EXPECT_EQ(appraisal["requirement"]["exposed_needed"], 3000);
  EXPECT_EQ(appraisal["requirement"]["follow_up_shown"], 56);
  EXPECT_EQ(appraisal["scope"][0]["values"][1],
            json({{"value", "oral"}, {"claimed", true}, {"families_for", 1}, {"families_against", 1}}));
  EXPECT_EQ(claims[0]["search_box"],
            json({{"counter_queries", 1}, {"counter_records", 14}, {"hits", 8}, {"hits_weighed", 6}}));
  EXPECT_EQ(claims[0]["findings"][1]["scope"]["doses"], json({"high_dose"}));
  EXPECT_EQ(claims[0]["findings"][1]["looked_for"], true);
  EXPECT_EQ(claims[0]["silent"][0]["title"], "Silent record 90000201");
  EXPECT_EQ(claims[1]["appraisal"]["flips"][0]["tag"], "unsupported");
  EXPECT_TRUE(claims[1]["appraisal"]["requirement"].is_null());
}

TEST(WriteJson, KeepsTheAbstractOut) {
  const std::string text = write_json(sample_run());
  EXPECT_EQ(text.find("Adults were followed in nine clinics"), std::string::npos);
  EXPECT_EQ(json::parse(text)["claims"][0]["citations"][0].contains("abstract"), false);
}

TEST(WriteJson, RepairsIllFormedText) {
  const std::string bad = "bad \xFF\xC3 byte";
  claimcheck::Run run = sample_run();
  run.problems = {bad};
  Report& report = run.reports[0];
  report.claim.text = report.claim.id = report.claim.origin->document = report.frame.text = bad;
  report.claim.frame = {{bad, bad}};
  report.queries[0].text = bad;
  report.verdict->suggested_wording = bad + " and more";
  report.appraisal.scope = {{bad, true, {{bad, true, 1, 1}}}};
  report.appraisal.flips = {{bad, {5}, Tag::supported, SubTag::none}};
  report.silent[0].title = report.silent[0].why = bad;
  report.findings[0].scope = {{bad}, {bad}, {bad}, {bad}, 5};
  report.compliance[0] = {bad, bad, bad, bad, bad, bad, bad, bad, {0, 5}};
  report.findings[0].quote.text = report.findings[0].excluded = bad;
  for (Citation& citation : report.citations) {
    citation.title = bad;
    for (AbstractSection& section : citation.abstract) section.text = section.label = bad;
  }
  run.provenance.documents[0].name = bad;
  const std::string text = write_json(run);
  EXPECT_TRUE(is_valid_utf8(text));
  EXPECT_EQ(json::parse(text)["problems"][0], "bad \uFFFD\uFFFD byte");
}

TEST(WriteJson, QuotesThePassageWithWhatSurroundsItAndNoMoreOfTheArticle) {
  const claimcheck::Run run = sample_run();
  const json report = json::parse(write_json(run));
  const json passage = report["claims"][0]["passage"];
  EXPECT_EQ(passage["text"], run.reports[0].claim.passage->text);
  EXPECT_EQ(passage["prefix"].get<std::string>().size(), 32U);
  EXPECT_EQ(passage["suffix"], "\r\n\r\nAsk your doctor.\r\n");
  EXPECT_EQ(passage["paragraph"], 3);
  EXPECT_EQ(passage["cited"][0]["doi"], "10.5555/jih.2021.1123");
  EXPECT_EQ(passage["suppressed"], nullptr);
  EXPECT_EQ(report["claims"][2]["passage"], nullptr);
  const json expected = {{"name", "veldoxine-basics.md"},
                         {"sha256", run.articles[0].sha256},
                         {"format", "markdown"},
                         {"problems", {"One table could not be read as a table."}}};
  EXPECT_EQ(report["articles"], json::array({expected}));
  EXPECT_EQ(write_json(run).find("Naïve words of no weight stand here.\\r\\n"), std::string::npos);
}

TEST(WriteJson, AFindingWithoutItsCitationHasAnEmptyRange) {
  claimcheck::Run run = sample_run();
  run.reports[0].citations.clear();
  const json quote = json::parse(write_json(run))["claims"][0]["findings"][0]["quote"];
  EXPECT_EQ(quote["begin"], quote["end"]);
  EXPECT_EQ(quote["prefix"], "");
}

TEST(WriteJson, IndentsByTwoAndEndsWithANewline) {
  const std::string text = write_json(claimcheck::Run{});
  EXPECT_EQ(text.rfind("{\n  \"schema_version\": 1,\n", 0), 0U);
  EXPECT_EQ(text.substr(text.size() - 3), "\n}\n");
}

}  // namespace
}  // namespace claimcheck
