#include "library/report_fields.h"

#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "library/field_reader.h"
#include "library/field_writer.h"
#include "library/record_filler.h"
#include "report/sample_run.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

using testing::HasSubstr;

template <typename Record>
std::string to_json(const Record& record) {
  std::string json;
  FieldWriter(json).write_record(record);
  return json;
}

template <typename Record>
Record from_json(const std::string& json) {
  return record_from_json<Record>(json, "report", ErrorKind::storage);
}

template <typename Record>
std::string refusal(const std::string& json) {
  try {
    from_json<Record>(json);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::storage);
    return error.what();
  }
  return "";
}

template <typename Record>
void expect_comes_back() {
  Record record;
  RecordFiller().fill_record(record);
  const std::string json = to_json(record);
  EXPECT_EQ(from_json<Record>(json), record) << json;
  EXPECT_EQ(to_json(from_json<Record>(json)), json);
  EXPECT_EQ(from_json<Record>(to_json(Record{})), Record{}) << "and with what it has by itself";
}

TEST(ReportFields, ComeBackEqualEveryOneOfThem) {
  expect_comes_back<Report>();
  expect_comes_back<RunFacts>();
  expect_comes_back<LogEntry>();
  expect_comes_back<Document>();
}

TEST(ReportFields, GiveTheSameReportsByteForByte) {
  const claimcheck::Run run = sample_run();
  claimcheck::Run again;
  for (const Report& report : run.reports) again.reports.push_back(from_json<Report>(to_json(report)));
  for (const Document& article : run.articles) again.articles.push_back(from_json<Document>(to_json(article)));
  const auto facts = from_json<RunFacts>(to_json(RunFacts{run.provenance, run.problems}));
  again.provenance = facts.provenance;
  again.problems = facts.problems;
  EXPECT_EQ(again, run);
  EXPECT_EQ(write_json(again), write_json(run));
  EXPECT_EQ(write_html(again), write_html(run));
  EXPECT_EQ(write_text(again, {}), write_text(run, {}));
}

TEST(ReportFields, KeepNumbersToTheLastBit) {
  for (const double value : {0.1, 1.0 / 3, 1e-300, 1e22, 5e-324, 123456789012345678.0, -0.0, 0.0}) {
    Report report;
    report.findings.resize(1);
    report.findings[0].numbers.estimate = value;
    const double again = from_json<Report>(to_json(report)).findings[0].numbers.estimate.value();
    EXPECT_EQ(again, value);
    EXPECT_EQ(std::signbit(again), std::signbit(value));
  }
}

TEST(ReportFields, ThatAreUnknownMissingOrIllFormedAreRefused) {
  EXPECT_THAT(refusal<Report>("{\"claim\":{},\"status\":\"tagged\",\"verdikt\":1}"),
              HasSubstr("report has an unknown field \"verdikt\""));
  EXPECT_THAT(refusal<Report>("{\"claim\":{}}"), HasSubstr("report.status is missing"));
  EXPECT_THAT(refusal<Report>("{\"claim\":{},\"status\":\"perhaps\"}"), HasSubstr("report.status has an unknown"));
  EXPECT_THAT(refusal<Report>("{\"claim\":{},\"status\":\"tagged\",\"findings\":[{\"pmid\":-1}]}"),
              HasSubstr("report.findings[0].pmid is out of range"));
  EXPECT_THAT(refusal<Report>("{\"claim\":{},\"status\":\"tagged\",\"verdict\":[]}"),
              HasSubstr("report.verdict must be an object"));
  EXPECT_THAT(refusal<Report>("{"), HasSubstr("is not JSON"));
  EXPECT_THAT(refusal<RunFacts>("{\"provenance\":{}}"), HasSubstr("rules_version is missing"));
  EXPECT_THAT(refusal<LogEntry>("{\"number\":1}"), HasSubstr("report.date is missing"));
}

}  // namespace
}  // namespace claimcheck
