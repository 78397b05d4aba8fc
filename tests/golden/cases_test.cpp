#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "core/section_label.h"
#include "support/fake_source.h"
#include "verify/verify.h"

namespace claimcheck {
namespace {

/// One block of tests/golden/cases.txt, whose head tells how it is written.
struct Case {
  std::string name;
  Claim claim;
  std::string expected;
  std::string failing_side;
  std::vector<Citation> records;
};

std::string after(const std::string& line, std::string_view key) {
  return line.substr(key.size());
}

// "12 2015; Case Reports: Title"
Citation read_head(const std::string& line) {
  Citation citation;
  std::istringstream head(line);
  head >> citation.pmid >> citation.date.year;
  std::string rest;
  std::getline(head, rest);
  const std::size_t colon = rest.find(": ");
  citation.title = rest.substr(colon + 2);
  std::istringstream types(rest.substr(0, colon));
  for (std::string type; std::getline(types, type, ';');) {
    if (const std::size_t first = type.find_first_not_of(' '); first != std::string::npos) {
      citation.publication_types.push_back({"", type.substr(first)});
    }
  }
  return citation;
}

void read_record_line(const std::string& line, Citation& record) {
  const std::size_t colon = line.find(": ");
  const std::string key = line.substr(0, colon);
  const std::string value = line.substr(colon + 2);
  if (key == "notice") {
    std::istringstream words(value);
    std::string kind;
    Notice notice;
    words >> kind >> notice.pmid;
    notice.kind = parse_enum<NoticeKind>(kind).value();
    record.notices.push_back(notice);
  } else if (key == "registration") {
    record.registrations.push_back(value);
  } else {
    record.abstract.push_back({key, role_of_label(key), value});
  }
}

void read_line(const std::string& line, std::vector<Case>& cases) {
  if (line.empty() || line.starts_with('#')) return;
  if (line.starts_with("== ")) {
    cases.emplace_back().name = after(line, "== ");
    cases.back().claim.id = fmt::format("case {}", cases.size());
    return;
  }
  Case& current = cases.back();
  if (line.starts_with("claim: ")) {
    current.claim.text = after(line, "claim: ");
  } else if (line.starts_with("expect: ")) {
    current.expected = after(line, "expect: ");
  } else if (line.starts_with("fails: ")) {
    current.failing_side = after(line, "fails: ");
  } else if (line.starts_with("record ")) {
    current.records.push_back(read_head(after(line, "record ")));
  } else {
    read_record_line(line, current.records.back());
  }
}

std::vector<Case> read_cases() {
  std::ifstream file(CLAIMCHECK_SOURCE_DIR "/tests/golden/cases.txt");
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) read_line(line, cases);
  return cases;
}

Report check(const Case& one) {
  FakeSource source(one.records);
  if (one.failing_side == "search") source.search_problem = "no network";
  if (one.failing_side == "counter") source.counter_problem = "no network";
  if (one.failing_side == "fetch") source.failing.insert(one.records.front().pmid);
  return verify(one.claim, source);
}

std::string outcome_of(const Report& report) {
  std::vector<std::string_view> codes;
  const auto& reasons = report.verdict ? report.verdict->reasons : report.status_reasons;
  for (const Reason& reason : reasons) codes.push_back(to_string(reason.code));
  std::string outcome(report.verdict ? to_string(report.verdict->tag) : to_string(report.status));
  if (report.verdict && report.verdict->sub_tag != SubTag::none) {
    outcome += fmt::format(" ({})", to_string(report.verdict->sub_tag));
  }
  return fmt::format("{}: {}", outcome, fmt::join(codes, ", "));
}

TEST(Cases, AreJudgedAsAMedicalEditorReadsThem) {
  const std::vector<Case> cases = read_cases();
  EXPECT_GE(cases.size(), 40U);
  for (const Case& one : cases) {
    const Report report = check(one);
    std::string quotes;
    for (const Finding& finding : report.findings) {
      quotes += fmt::format("\n  {} {} {} {}", to_string(finding.stance), to_string(finding.reported), finding.excluded,
                            finding.quote.text);
    }
    EXPECT_EQ(outcome_of(report), one.expected) << one.name << ": " << one.claim.text << quotes;
  }
}

TEST(Cases, ShowEveryReasonThatTheRulesGive) {
  // Given where documents are taken apart, by a person, or by the program's own failure: not by the rules of a verdict.
  std::set<std::string_view> missing;
  for (const ReasonCode code : enum_values<ReasonCode>()) missing.insert(to_string(code));
  for (const std::string_view elsewhere : {"compound_split", "human_override", "suppressed", "tool_failure"})
    missing.erase(elsewhere);
  std::string all;
  for (const Case& one : read_cases()) all += one.expected + '\n';
  std::erase_if(missing, [&](std::string_view code) { return all.find(code) != std::string::npos; });
  EXPECT_TRUE(missing.empty()) << fmt::format("{}", fmt::join(missing, ", "));
}

TEST(Cases, ASilentRecordAndTheOrderOfRecordsChangeNothing) {
  for (Case one : read_cases()) {
    if (!one.failing_side.empty()) continue;
    const Report before = check(one);
    one.records.push_back(make_citation(999, "A survey of office plants", "We counted 40 plants in 12 offices."));
    std::reverse(one.records.begin(), one.records.end());
    const Report after = check(one);
    EXPECT_EQ(before.verdict, after.verdict) << one.name;
    EXPECT_EQ(before.findings, after.findings) << one.name;
  }
}

}  // namespace
}  // namespace claimcheck
