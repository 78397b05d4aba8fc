#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>

#include "report/sample_review.h"
#include "report/sample_run.h"
#include "report/writers.h"
#include "report/xlsx_reader.h"
#include "support/golden.h"

namespace claimcheck {
namespace {

void expect_report(const std::string& name, const std::string& text) {
  expect_golden("report/" + name, text);
}

TEST(GoldenReport, JsonIsAsBefore) {
  expect_report("sample.json", write_json(sample_run()));
}

TEST(GoldenReport, HtmlIsAsBefore) {
  expect_report("sample.html", write_html(sample_run()));
}

TEST(GoldenReport, TextIsAsBefore) {
  expect_report("sample.txt", write_text(sample_run(), {}));
}

TEST(GoldenReport, NarrowColouredTextIsAsBefore) {
  expect_report("sample-60-colour.txt", write_text(sample_run(), {true, 60}));
}

TEST(GoldenReport, ExplanationIsAsBefore) {
  std::string text;
  for (const Report& report : sample_run().reports) text += write_explanation(report, {}) + "\n----\n\n";
  expect_report("explanation.txt", text);
}

TEST(GoldenReport, MarkdownIsAsBefore) {
  expect_report("sample.md", write_markdown(sample_run()));
  expect_report("methods.md", write_methods(sample_run()));
}

TEST(GoldenReport, FlowIsAsBefore) {
  expect_report("flow.svg", write_flow(sample_run()));
}

TEST(GoldenReport, TablesAreAsBefore) {
  expect_report("sample.csv", write_csv(sample_run(), true));
  std::string sheets;
  const auto parts = unzip(write_xlsx(sample_run()));
  for (int sheet = 1; sheet <= 4; ++sheet) sheets += "Sheet " + std::to_string(sheet) + "\n" + read_sheet(parts, sheet);
  expect_report("sample.xlsx.txt", sheets);
}

TEST(GoldenReport, ReferencesAreAsBefore) {
  expect_report("sample.ris", write_ris(sample_run()));
  expect_report("sample.nbib", write_nbib(sample_run()));
  expect_report("sample.csl.json", write_csl(sample_run()));
}

TEST(GoldenReport, SarifIsAsBefore) {
  expect_report("sample.sarif", write_sarif(sample_run()));
}

// The lines of `reviewed` that are not in `plain`, with "…" where others stand between.
std::string list_added(const std::string& plain, const std::string& reviewed) {
  std::set<std::string> known;
  std::istringstream before(plain);
  for (std::string line; std::getline(before, line);) known.insert(line);
  std::string added;
  bool gap = false;
  std::istringstream after(reviewed);
  for (std::string line; std::getline(after, line);) {
    if (!known.contains(line)) added += (gap ? "…\n" : "") + line + '\n';
    gap = known.contains(line);
  }
  return added;
}

TEST(GoldenReport, WhatPeopleDecidedIsAsBefore) {
  const claimcheck::Run run = reviewed_sample();
  claimcheck::Run plain = run;
  plain.review.reset();
  EXPECT_EQ(write_json(plain), write_json(sample_run()));
  expect_report("reviewed.html", list_added(write_html(plain), write_html(run)));
  expect_report("reviewed.json", list_added(write_json(plain), write_json(run)));
  expect_report("reviewed.md", list_added(write_markdown(plain), write_markdown(run)));
  expect_report("reviewed.txt", list_added(write_text(plain, {}), write_text(run, {})));
  expect_report("reviewed.sarif", list_added(write_sarif(plain), write_sarif(run)));
  expect_report("reviewed.csv", write_csv(run, false));
  const auto parts = unzip(write_xlsx(run));
  const std::string log = read_sheet(parts, 5);
  const std::size_t begin = log.find(" Review\n");
  expect_report("reviewed.xlsx.txt", list_added(read_sheet(unzip(write_xlsx(plain)), 1), read_sheet(parts, 1)) +
                                         "Review\n" + read_sheet(parts, 2) + "Method & log\n" +
                                         log.substr(begin, log.find(" Methods\n") - begin) + '\n');
}

TEST(GoldenReport, SameRunGivesTheSameBytes) {
  EXPECT_EQ(write_json(sample_run()), write_json(sample_run()));
  EXPECT_EQ(write_html(sample_run()), write_html(sample_run()));
  EXPECT_EQ(write_text(sample_run(), {}), write_text(sample_run(), {}));
}

}  // namespace
}  // namespace claimcheck
