#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/writers.h"

namespace claimcheck {

/// A claim of which two reports tell different things, in plain words.
struct ClaimDifference {
  std::string id;
  std::string before;  ///< "contested", "supported, qualified", "could not check"; "" when only the other has the claim
  std::string after;
  std::vector<std::string> lines;  ///< what else differs: reasons, findings, …
};

/// What differs between two JSON reports on the same claims.
struct ReportDifference {
  std::vector<std::string> versions;  ///< of the rules, the tool, the schema: "rules version 1 -> 2"
  std::vector<ClaimDifference> claims;
  std::vector<std::string> others;  ///< other parts of the report, by their names
  std::size_t claims_in_all = 0;
};

/// Compares two reports that write_json wrote, perhaps in other versions. Throws Error(input) that starts with `name`
/// when one is no report.
ReportDifference compare_reports(std::string_view before, std::string_view after, std::string_view name);

/// For people: why, then claim by claim what.
std::string write_difference(const ReportDifference& difference, const TextStyle& style);

/// How a claim stands in a report.
struct ClaimStanding {
  std::string id;
  std::string status;        ///< as in the JSON report
  std::string tag;           ///< empty without a verdict
  std::string words;         ///< "contested", "supported, qualified", "could not check"
  std::vector<Pmid> quoted;  ///< ascending
};

ClaimStanding standing_of(const Report& report);

/// The standing of every claim in a JSON report. Throws as compare_reports does.
std::vector<ClaimStanding> read_standings(std::string_view report, std::string_view name);

}  // namespace claimcheck
