#include <fmt/core.h>

#include <string>
#include <string_view>

#include "report/counts.h"
#include "report/decision_mark.h"
#include "report/error_card.h"
#include "report/flow.h"
#include "report/methods.h"
#include "report/review_summary.h"
#include "report/search_box.h"
#include "report/words.h"
#include "report/xlsx_parts.h"

namespace claimcheck {
namespace {

constexpr std::size_t kPrintedColumns = 3;

/// Writes the sheet from top to bottom.
class Log {
 public:
  explicit Log(XlsxBook& book) : sheet_(book.add_sheet("Method & log")) {
    sheet_.set_columns(
        {{"", 20}, {"", 26}, {"", 90}, {"", 10}, {"", 10}, {"", 10}, {"", 10}, {"", 20}, {"", 12}, {"", 44}, {"", 44}});
    sheet_.print_landscape("method and log");
  }

  void head(std::string_view text, CellStyle style = CellStyle::title) {
    if (row_ > 0) ++row_;
    sheet_.write(row_++, 0, text, style);
  }

  void line(std::string_view name, std::string_view item, std::string_view text) {
    sheet_.write(row_, 0, name, CellStyle::strong);
    sheet_.write(row_, 1, item);
    sheet_.write(row_++, 2, text);
  }

  void query_titles() {
    std::size_t column = 0;
    for (const std::string_view title : {"Claim ID", "Aim", "Query as run", "Found", "Taken", "Read", "Answered",
                                         "Source", "Date", "As PubMed understood it", "Warnings"}) {
      sheet_.write(row_, column++, title, CellStyle::heading);
    }
    ++row_;
  }

  void query(const std::string& claim, const QueryRecord& query) {
    std::string notes = capitalise(describe_shortfall(query));
    for (const std::string& warning : query.warnings) notes += (notes.empty() ? "" : "\n") + warning;
    sheet_.write(row_, 0, claim, CellStyle::strong);
    sheet_.write(row_, 1, word_for(query.aim));
    sheet_.write(row_, 2, query.text);
    sheet_.write_number(row_, 3, static_cast<double>(query.found));
    sheet_.write_number(row_, 4, static_cast<double>(query.taken));
    sheet_.write_number(row_, 5, static_cast<double>(query.read));
    sheet_.write(row_, 6, query.complete ? "yes" : "NO", query.complete ? CellStyle::plain : CellStyle::unsupported);
    sheet_.write(row_, 7, query.source);
    sheet_.write(row_, 8, query.date);
    sheet_.write(row_, 9, query.translation);
    sheet_.write(row_++, 10, notes);
  }

  /// What has been written so far is printed, what follows is not.
  void end_of_print() { sheet_.print_only(kPrintedColumns, row_ > 0 ? row_ - 1 : 0); }

 private:
  XlsxSheet sheet_;
  std::size_t row_ = 0;
};

void write_problems(Log& log, const Run& run) {
  const std::string banner = digest_banner(run);
  if (!banner.empty()) log.head("Demonstration only. " + banner, CellStyle::alarm);
  const std::vector<ProblemLine> problems = collect_problems(run);
  if (problems.empty()) return;
  log.head(count_words(problems.size(), "problem", "problems"), CellStyle::alarm);
  for (const ProblemLine& problem : problems) log.line("Problem", name_claims(problem), problem.text);
}

void write_counts(Log& log, const Run& run) {
  const ClaimCounts counts = count_claims(run);
  log.head("Counts");
  const auto count = [&](std::string_view name, std::size_t number) { log.line(name, std::to_string(number), ""); };
  count("✓ supported", counts.supported);
  count("≷ contested", counts.contested);
  count("✕ unsupported", counts.unsupported);
  count("– not assessed", counts.not_assessed);
  count("– could not check", counts.could_not_check);
  count("not reviewed", counts.not_reviewed);
  const std::vector<DecisionCount> decisions = count_decisions(run);
  if (!decisions.empty()) log.head(kDecidedByPeople);
  for (const DecisionCount& entry : decisions) {
    count(fmt::format("{}{}{}", entry.icon, entry.icon.empty() ? "" : " ", entry.name), entry.count);
  }
  log.line("Meaning", "", kTagMeaning);
}

void write_review(Log& log, const Run& run) {
  const std::vector<std::string> lines = describe_review(run);
  if (lines.empty()) return;
  log.head("Review");
  for (const std::string& line : lines) log.line("", "", line);
  for (const std::string& line : describe_differences(run)) log.line("", "they differ", line);
}

void write_provenance(Log& log, const Run& run) {
  const Provenance& provenance = run.provenance;
  log.head("Documents and versions");
  for (const InputDocument& document : provenance.documents) {
    log.line("Document", document.name,
             fmt::format("SHA-256 {}; {}", document.sha256, count_words(document.claims, "claim", "claims")));
  }
  for (const Document& article : run.articles) {
    log.line("Article", article.name, fmt::format("SHA-256 {}; {}", article.sha256, to_string(article.format)));
    for (const std::string& problem : article.problems) log.line("", article.name, problem);
  }
  log.line("Evidence", provenance.offline ? "offline" : "", provenance.evidence_source);
  log.line("Newest search", provenance.evidence_date, "");
  if (provenance.library_citations > 0) log.line("Library", std::to_string(provenance.library_citations), "citations");
  log.line("Tool", provenance.tool_version, "claimcheck");
  log.line("Rules version", std::to_string(provenance.rules_version), "");
  log.line("Schema version", std::to_string(provenance.schema_version), "of the JSON report");
  log.line("Reader", "measured errors", error_card().note + " " + describe_calibration(error_card()));
  log.line("Terms", "", kDisclaimer);
}

void write_methods(Log& log, const Run& run) {
  log.head("Methods");
  for (const std::string& paragraph : methods_paragraphs(run)) log.line("", "", paragraph);
  log.head("Flow of records");
  for (const FlowStep& step : count_flow(run)) {
    log.line(step.name, std::to_string(step.count), step.note);
    for (const FlowLoss& loss : step.lost) log.line("less", std::to_string(loss.count), loss.why);
  }
  log.head("PRISMA-S");
  for (const SearchItem& item : search_items(run)) log.line(std::to_string(item.number), item.name, item.text);
}

void write_queries(Log& log, const Run& run) {
  log.head("Queries as run");
  log.query_titles();
  for (const Report& report : run.reports) {
    for (const QueryRecord& query : report.queries) log.query(report.claim.id, query);
  }
}

}  // namespace

void write_log_sheet(XlsxBook& book, const Run& run) {
  Log log(book);
  write_problems(log, run);
  write_counts(log, run);
  write_review(log, run);
  write_methods(log, run);
  write_provenance(log, run);
  log.end_of_print();  // queries can fill hundreds of pages
  write_queries(log, run);
}

}  // namespace claimcheck
