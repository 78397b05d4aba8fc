#include "report/explain_appraisal.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "report/appraisal_words.h"
#include "report/search_box.h"
#include "report/text_layout.h"
#include "report/words.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kValueColumns = 40;

std::string write_heading(std::string_view words, const TextStyle& style) {
  return lay_out({{std::string(words), Ink::bold}}, {}, style);
}

std::string write_line(const std::string& words, const TextStyle& style) {
  return lay_out({{words}}, {2, 4}, style);
}

bool has_weighed(const Verdict& verdict) {
  return verdict.families_for + verdict.families_against > 0;
}

using Row = std::array<std::string, 5>;

std::vector<Row> scope_rows(const std::vector<ScopeDimension>& scope) {
  std::vector<Row> rows{{"Axis", "Value", "Claim", "For", "Against"}};
  for (const ScopeDimension& dimension : scope) {
    std::string axis = to_line(word_for_axis(dimension.name));
    for (const ScopeValue* value : order_values(dimension)) {
      rows.push_back({axis, shorten(to_line(word_for_value(value->value)), kValueColumns),
                      std::string(describe_claimed(dimension, *value)), std::to_string(value->families_for),
                      std::to_string(value->families_against)});
      axis.clear();
    }
  }
  return rows;
}

std::string pad(const std::string& text, std::size_t columns, bool to_right) {
  const std::string space(columns - std::min(columns, count_columns(text)), ' ');
  return to_right ? space + text : text + space;
}

// Rows whose columns stand under each other; a terminal that is too narrow for them wraps each row by itself.
std::string write_table(const std::vector<Row>& rows, const TextStyle& style) {
  std::array<std::size_t, std::tuple_size_v<Row>> columns{};
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) columns[i] = std::max(columns[i], count_columns(row[i]));
  }
  std::string text;
  for (const Row& row : rows) {
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i < row.size(); ++i) {
      pieces.push_back({pad(row[i], columns[i], i >= 3), &row == &rows.front() ? Ink::faint : Ink::plain, true});
    }
    text += lay_out(pieces, {2, 6}, style);
  }
  return text;
}

// Very long queries are cut: the JSON report has them in full.
std::string cut_query(const std::string& text) {
  constexpr std::size_t shown = 600;
  std::string line = to_line(text);
  if (count_code_points(line) <= shown) return line;
  return shorten(line, shown) + " (in full in the JSON report)";
}

std::string explain_query(const QueryRecord& query, std::size_t number, const TextStyle& style) {
  std::string sums = fmt::format("{}: {}, {} read", word_for(query.aim), describe_found(query), query.read);
  if (!query.source.empty()) sums += "; " + to_line(query.source);
  if (!query.date.empty()) sums += ", " + to_line(query.date);
  if (!query.complete) sums += "; DID NOT COMPLETE";
  std::string text = lay_out({{fmt::format("{}.", number), Ink::plain, true}, {sums}}, {2, 6}, style);
  text += lay_out({{cut_query(query.text)}}, {6, 8}, style);
  if (!query.translation.empty()) {
    text += lay_out({{"Understood as: " + cut_query(query.translation)}}, {6, 8}, style);
  }
  const std::string shortfall = describe_shortfall(query);
  if (query.complete && !shortfall.empty()) text += lay_out({{capitalise(shortfall) + '.'}}, {6, 8}, style);
  for (const std::string& warning : query.warnings) text += lay_out({{"! " + to_line(warning)}}, {6, 8}, style);
  return text;
}

}  // namespace

std::string explain_requirement(const Report& report, const TextStyle& style) {
  const auto& requirement = report.appraisal.requirement;
  if (!requirement) return {};
  return write_heading("What it would take", style) +
         write_line(fmt::format("Needed: {}; the wording allows at most {}.", describe_needed(*requirement),
                                describe_frequency(requirement->highest_rate)),
                    style) +
         write_line(fmt::format("Shown: {}.", describe_shown(*requirement)), style) +
         lay_out({{std::string(kRuleOfThree), Ink::faint}}, {2, 4}, style) + '\n';
}

std::string explain_flips(const Report& report, const TextStyle& style) {
  if (!report.verdict || !has_weighed(*report.verdict)) return {};
  std::string text = write_heading("What the tag hangs on", style);
  if (report.appraisal.flips.empty()) {
    text += write_line("No single study decides the tag: without any one of them it stays the same.", style);
  } else {
    text += write_line(capitalise(describe_flips(report.appraisal.flips, name_pmid)) + '.', style);
  }
  return text + '\n';
}

std::string explain_scope(const Report& report, const TextStyle& style) {
  const std::vector<ScopeDimension>& scope = report.appraisal.scope;
  if (scope.empty()) return {};
  return write_heading("Scope map: study families by whom they studied and how", style) +
         write_table(scope_rows(scope), style) + lay_out({{std::string(kScopeKey), Ink::faint}}, {2, 4}, style) + '\n';
}

std::string explain_search(const Report& report, const TextStyle& style) {
  std::string text = write_heading("What was searched, and what was not found", style);
  if (report.queries.empty()) text += lay_out({{"Nothing."}}, {2, 2}, style);
  for (std::size_t i = 0; i < report.queries.size(); ++i) text += explain_query(report.queries[i], i + 1, style);
  const std::string box = describe_search_box(count_search(report));
  if (!box.empty()) text += write_line(capitalise(box) + '.', style);
  for (const std::string& absence : state_absences(report)) text += write_line(absence, style);
  return text + '\n';
}

std::string explain_silent(const Report& report, const TextStyle& style) {
  if (report.silent.empty()) return {};
  std::string text = write_heading(fmt::format("Read, but silent on the claim ({})", report.silent.size()), style);
  for (const SilentCitation& citation : report.silent) text += write_line(describe_silent(citation), style);
  return text + '\n';
}

}  // namespace claimcheck
