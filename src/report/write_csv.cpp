#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "report/claim_table.h"
#include "report/counts.h"
#include "report/csv.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

std::string document_hash(const ClaimRow& row) {
  if (row.report.claim.origin) return row.report.claim.origin->sha256;
  for (const InputDocument& document : row.run.provenance.documents) {
    if (document.name == row.document) return document.sha256;
  }
  return {};
}

// What makes a row complete by itself: a table has no place above it for what holds for all rows.
constexpr std::array<ClaimColumn, 6> kProvenance{
    {{"Document SHA-256", 0, false, document_hash},
     {"Evidence source", 0, false, [](const ClaimRow& row) { return row.run.provenance.evidence_source; }},
     {"Evidence date", 0, false, [](const ClaimRow& row) { return row.run.provenance.evidence_date; }},
     {"Tool", 0, false, [](const ClaimRow& row) { return "claimcheck " + row.run.provenance.tool_version; }},
     {"Rules version", 0, true, [](const ClaimRow& row) { return std::to_string(row.run.provenance.rules_version); }},
     {"Note", 0, false, [](const ClaimRow& row) {
        const bool quotes_digest = std::any_of(row.report.citations.begin(), row.report.citations.end(),
                                               [](const Citation& citation) { return citation.digest; });
        return quotes_digest ? digest_banner(row.run) : std::string();
      }}}};

std::vector<ClaimColumn> all_columns(const Run& run) {
  const std::span<const ClaimColumn> decisions = run.review ? decision_columns() : std::span<const ClaimColumn>();
  std::vector<ClaimColumn> columns;
  for (const auto part :
       {main_claim_columns(), decisions, more_claim_columns(), std::span<const ClaimColumn>(kProvenance)}) {
    columns.insert(columns.end(), part.begin(), part.end());
  }
  return columns;
}

}  // namespace

std::string write_csv(const Run& run, bool byte_order_mark) {
  const std::vector<ClaimColumn> columns = all_columns(run);
  std::vector<std::string> cells;
  cells.reserve(columns.size());
  for (const ClaimColumn& column : columns) cells.emplace_back(column.title);
  std::string text = byte_order_mark ? "\xEF\xBB\xBF" : "";
  text += write_csv_record(cells);
  for (const ClaimRow& row : list_claim_rows(run)) {
    cells.clear();
    for (const ClaimColumn& column : columns) cells.push_back(column.value(row));
    text += write_csv_record(cells);
  }
  return text;
}

}  // namespace claimcheck
