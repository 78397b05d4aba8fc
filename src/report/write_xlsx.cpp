#include <fmt/core.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/error.h"
#include "report/claim_table.h"
#include "report/counts.h"
#include "report/review_words.h"
#include "report/words.h"
#include "report/writers.h"
#include "report/xlsx_parts.h"

namespace claimcheck {
namespace {

constexpr std::size_t kTitleRow = 0;
constexpr std::size_t kHeadingRow = 1;

/// A file in memory: libxlsxwriter writes to files only, and what a report says of a manuscript should not reach a disk
/// where a killed program would leave it.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(memfd_create("claimcheck", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw Error(ErrorKind::storage, "there is no memory to make a workbook in");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(descriptor_); }
  [[nodiscard]] std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }

 private:
  int descriptor_;
};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  if (!file) throw Error(ErrorKind::storage, "cannot read back the workbook");
  return bytes.str();
}

std::string summarise(const Run& run) {
  const ClaimCounts counts = count_claims(run);
  const std::size_t problems = collect_problems(run).size();
  std::string text = digest_banner(run);
  if (!text.empty()) text = "Demonstration only. " + text + " ";
  if (problems > 0) {
    text += fmt::format("{}: see Method & log. ", count_words(problems, "problem", "problems"));
  }
  return text + fmt::format("{}: {} supported, {} contested, {} unsupported, {} not assessed, {} could not check.",
                            count_words(run.reports.size(), "claim", "claims"), counts.supported, counts.contested,
                            counts.unsupported, counts.not_assessed, counts.could_not_check);
}

/// The columns that are left for a person to fill in stand between the main ones and the rest.
struct Layout {
  std::vector<SheetColumn> columns;
  std::size_t first_input = 0;
  std::size_t first_more = 0;
};

Layout lay_out_claims() {
  Layout layout;
  for (const ClaimColumn& column : main_claim_columns()) layout.columns.push_back({column.title, column.width});
  layout.first_input = layout.columns.size();
  for (const ClaimColumn& column : decision_columns()) layout.columns.push_back({column.title, column.width});
  layout.first_more = layout.columns.size();
  for (const ClaimColumn& column : more_claim_columns()) layout.columns.push_back({column.title, column.width});
  return layout;
}

void write_cells(XlsxSheet& sheet, std::size_t at, std::size_t first, std::span<const ClaimColumn> columns,
                 const ClaimRow& row) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string value = columns[i].value(row);
    if (columns[i].number) {
      sheet.write_number(at, first + i, std::strtod(value.c_str(), nullptr));
    } else {
      const bool is_tag = columns[i].title == "Tag";
      sheet.write(at, first + i, value, is_tag ? style_of_mark(mark_of(row.report).style) : CellStyle::plain);
    }
  }
}

template <typename E>
std::vector<std::string> list_words() {
  std::vector<std::string> words;
  for (const E value : enum_values<E>()) words.emplace_back(word_for(value));
  return words;
}

void offer_decisions(XlsxSheet& sheet, const Run& run, std::size_t column, std::size_t last_row) {
  const std::size_t first_row = kHeadingRow + 1;
  sheet.offer_choices(column, first_row, last_row, list_words<Judgement>());
  if (!run.review) return;
  sheet.offer_choices(column + 1, first_row, last_row, list_words<OverrideReason>(), XlsxSheet::Choice::or_own_words);
}

void write_claims_sheet(XlsxBook& book, const Run& run) {
  XlsxSheet sheet = book.add_sheet("Claims");
  const Layout layout = lay_out_claims();
  sheet.set_columns(layout.columns);
  std::size_t at = kHeadingRow;
  for (const ClaimRow& row : list_claim_rows(run)) {
    ++at;
    write_cells(sheet, at, 0, main_claim_columns(), row);
    for (std::size_t i = 0; i < decision_columns().size(); ++i) {
      sheet.write(at, layout.first_input + i, decision_columns()[i].value(row), CellStyle::input);
    }
    write_cells(sheet, at, layout.first_more, more_claim_columns(), row);
  }
  sheet.add_table(kHeadingRow, at, 2);
  const bool alarms = !digest_banner(run).empty() || !collect_problems(run).empty();
  sheet.write(kTitleRow, 0, summarise(run), alarms ? CellStyle::alarm : CellStyle::title);
  offer_decisions(sheet, run, layout.first_input, at);
  sheet.print_landscape("claims");
  sheet.print_only(layout.first_more, at);
}

}  // namespace

std::string write_xlsx(const Run& run) {
  const MemoryFile file;
  XlsxBook book(file.path(), run.provenance.evidence_date);
  write_claims_sheet(book, run);
  if (run.review) write_review_sheet(book, run);
  write_evidence_sheet(book, run);
  write_references_sheet(book, run);
  write_log_sheet(book, run);
  book.close();
  return read_file(file.path());
}

}  // namespace claimcheck
