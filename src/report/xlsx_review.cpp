#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "report/review_summary.h"
#include "report/review_words.h"
#include "report/words.h"
#include "report/xlsx_parts.h"

namespace claimcheck {
namespace {

constexpr std::size_t kHeadingRow = 1;

std::vector<SheetColumn> list_columns() {
  return {{"Claim ID", 10}, {"Tag of the rules", 16}, {"Outcome", 22},  {"Person", 16},  {"Role", 12},
          {"Decision", 14}, {"Reason", 34},           {"Comments", 40}, {"Entered", 24}, {"From", 24}};
}

std::string join_comments(const Opinion& opinion) {
  std::string text;
  for (const ReviewComment& comment : opinion.comments) {
    if (!text.empty()) text += '\n';
    text += comment.date + ": " + comment.text;
  }
  return text;
}

std::array<std::string, 10> list_cells(const Report& report, const Decision& decision, const NamedOpinion& named) {
  const Opinion& opinion = *named.opinion;
  return {report.claim.id,
          describe_mark(mark_of(report)),
          decision.words,
          named.reviewer->name,
          std::string(word_for(named.reviewer->role)),
          describe_stand(opinion),
          describe_reason(opinion.reason, opinion.text),
          join_comments(opinion),
          opinion.date,
          opinion.origin};
}

}  // namespace

void write_review_sheet(XlsxBook& book, const Run& run) {
  XlsxSheet sheet = book.add_sheet("Review");
  sheet.set_columns(list_columns());
  std::size_t at = kHeadingRow;
  for (const Report& report : run.reports) {
    const Decision decision = decide(run, report);
    for (const NamedOpinion& named : list_opinions(run, report.claim.id)) {
      ++at;
      std::size_t column = 0;
      for (const std::string& cell : list_cells(report, decision, named)) sheet.write(at, column++, cell);
    }
  }
  sheet.add_table(kHeadingRow, at, 1);
  sheet.write(0, 0, describe_review(run).front() + " See Method & log.", CellStyle::title);
  sheet.print_landscape("review");
}

}  // namespace claimcheck
