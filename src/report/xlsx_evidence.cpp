#include <fmt/core.h>

#include <cmath>
#include <string>
#include <vector>

#include "report/ama.h"
#include "report/appraisal_words.h"
#include "report/evidence_rows.h"
#include "report/references.h"
#include "report/sides.h"
#include "report/words.h"
#include "report/xlsx_parts.h"

namespace claimcheck {
namespace {

const std::vector<SheetColumn>& evidence_columns() {
  static const std::vector<SheetColumn> columns{
      {"Claim ID", 11},      {"Stance", 14},     {"Weighed", 20},   {"Quote", 52},
      {"Place", 20},         {"Design", 17},     {"n", 9},          {"Year", 7},
      {"Source level", 12},  {"Directness", 24}, {"Numbers", 22},   {"Warnings", 20},
      {"Reliability", 10},   {"PMID", 11},       {"Reference", 44}, {"Claim", 40},
      {"Further quotes", 44}};
  return columns;
}

std::string_view name_stance(Stance stance) {
  if (stance == Stance::supports) return "✓ supports";
  return stance == Stance::opposes ? "≷ opposes" : "– neither way";
}

CellStyle style_of(const Finding& finding) {
  if (!was_weighed(finding)) return CellStyle::unchecked;
  return finding.stance == Stance::supports ? CellStyle::supported : CellStyle::contested;
}

std::string tell_weighed(const Finding& finding) {
  if (was_weighed(finding)) return "yes";
  const std::string why = why_not_weighed(finding);
  return "no: " + (why.empty() ? "speaks neither way" : why);
}

std::string list_flags(const Finding& finding, const Citation* citation) {
  std::string text;
  const auto add = [&](std::string_view words) {
    if (!text.empty()) text += "; ";
    text += words;
  };
  if (!finding.retracted && citation != nullptr && is_retracted(*citation)) add("Retracted");
  for (const FindingFlag& flag : list_warnings(finding)) add(flag.words);
  if (citation != nullptr) {
    for (const Notice& notice : citation->notices) {
      if (is_warning(notice.kind)) add(describe_notice(notice));
    }
  }
  return text;
}

std::string further_quotes(const EvidenceRow& row) {
  std::string text;
  for (std::size_t i = 1; i < row.findings.size(); ++i) {
    const Finding& finding = *row.findings[i];
    if (!text.empty()) text += '\n';
    text += fmt::format("[{}, {}] {}", name_stance(finding.stance), describe_quote_place(finding, row.citation),
                        finding.quote.text);
  }
  return text;
}

void write_whole_number(XlsxSheet& sheet, std::size_t row, std::size_t column, std::optional<int> number) {
  if (number) {
    sheet.write_number(row, column, *number);
  } else {
    sheet.write(row, column, "");
  }
}

void write_row(XlsxSheet& sheet, std::size_t at, const EvidenceRow& row) {
  const Finding& lead = *row.findings.front();
  sheet.write(at, 0, row.report->claim.id);
  sheet.write(at, 1, name_stance(lead.stance), style_of(lead));
  sheet.write(at, 2, tell_weighed(lead));
  sheet.write(at, 3, lead.quote.text);
  sheet.write(at, 4, describe_quote_place(lead, row.citation));
  sheet.write(at, 5, word_for(lead.design));
  write_whole_number(sheet, at, 6, lead.sample_size);
  write_whole_number(sheet, at, 7, lead.year > 0 ? std::optional(lead.year) : std::nullopt);
  sheet.write(at, 8, source_level(row.citation));
  sheet.write(at, 9, describe_directness(lead));
  sheet.write(at, 10, describe_numbers(lead.numbers));
  sheet.write(at, 11, list_flags(lead, row.citation));
  sheet.write_number(at, 12, std::round(lead.reliability * 100) / 100);
  sheet.write_link(at, 13, pubmed_address(lead.pmid), std::to_string(lead.pmid));
  sheet.write(at, 14, row.citation == nullptr ? "" : format_ama(*row.citation).text());
  sheet.write(at, 15, row.report->claim.text);
  sheet.write(at, 16, further_quotes(row));
}

// As https://doi.org takes it: what has a meaning in addresses is percent-encoded.
std::string doi_address(const std::string& doi) {
  static constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:;()";
  std::string address = "https://doi.org/";
  for (const char c : doi) {
    address += kPlain.find(c) != std::string_view::npos ? std::string(1, c)
                                                        : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return address;
}

constexpr std::size_t kLongestAddress = 2'000;  // Excel takes 2,079

std::string list_uses(const Reference& reference) {
  std::string text;
  for (const ReferenceUse& use : reference.uses) {
    if (!text.empty()) text += '\n';
    text += fmt::format("{} {} ({})", use.report->claim.id, tag_name(*use.report), to_string(use.stance));
  }
  return text.empty() ? "not weighed" : text;
}

std::string list_notices(const Citation& citation) {
  std::string text = is_retracted(citation) ? "Retracted" : "";
  for (const Notice& notice : citation.notices) {
    const std::string line = describe_notice(notice);
    if (!line.empty()) text += (text.empty() ? "" : "\n") + line;
  }
  return text;
}

void write_reference(XlsxSheet& sheet, std::size_t row, const Reference& reference) {
  const Citation& citation = *reference.citation;
  sheet.write(row, 0, format_ama(citation).text());
  sheet.write_link(row, 1, pubmed_address(citation.pmid), std::to_string(citation.pmid));
  const std::string address = doi_address(citation.doi);
  if (citation.doi.empty() || address.size() > kLongestAddress) {
    sheet.write(row, 2, citation.doi);
  } else {
    sheet.write_link(row, 2, address, citation.doi);
  }
  sheet.write(row, 3, list_uses(reference));
  sheet.write(row, 4, list_notices(citation), is_retracted(citation) ? CellStyle::unsupported : CellStyle::plain);
  sheet.write(row, 5, source_level(&citation));
  write_whole_number(sheet, row, 6, citation.date.year > 0 ? std::optional(citation.date.year) : std::nullopt);
  sheet.write(row, 7, journal_name(citation));
}

}  // namespace

void write_evidence_sheet(XlsxBook& book, const Run& run) {
  XlsxSheet sheet = book.add_sheet("Evidence");
  sheet.set_columns(evidence_columns());
  std::size_t row = 0;
  std::size_t all = 0;
  for (const Report& report : run.reports) {
    for (const EvidenceRow& evidence : list_evidence(report)) {
      ++all;
      if (row + 2 < XlsxSheet::kMostRows) write_row(sheet, ++row, evidence);
    }
  }
  sheet.add_table(0, row, 2);
  if (row < all) sheet.write(row + 1, 0, fmt::format("Showing {} of {}; the JSON report has all.", row, all));
  sheet.print_landscape("evidence");
  sheet.print_only(15, row);
}

void write_references_sheet(XlsxBook& book, const Run& run) {
  XlsxSheet sheet = book.add_sheet("References");
  sheet.set_columns({{"Reference", 70},
                     {"PMID", 11},
                     {"DOI", 28},
                     {"Weighed for or against", 34},
                     {"Notices", 34},
                     {"Source level", 12},
                     {"Year", 7},
                     {"Journal", 24}});
  std::size_t row = 0;
  for (const Reference& reference : list_references(run)) write_reference(sheet, ++row, reference);
  sheet.add_table(0, row, 0);
  sheet.print_landscape("references");
}

}  // namespace claimcheck
