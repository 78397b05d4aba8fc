#include "review/decision_file.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/core.h>

#include "core/error.h"
#include "intake/decode_text.h"
#include "ooxml/docx_comment_list.h"
#include "ooxml/docx_package.h"
#include "ooxml/part_relations.h"
#include "ooxml/xlsx_table.h"
#include "report/csv.h"
#include "report/review_words.h"
#include "report/text_layout.h"

namespace claimcheck {
namespace {

constexpr std::string_view kSheet = "Claims";
constexpr std::size_t kMostRowsAboveTitles = 20;

/// A table as rows of cells, each with what it is called in messages.
struct TableRow {
  std::string place;
  std::vector<std::string> cells;
};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string lower_case(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

std::optional<std::size_t> column_of(const TableRow& titles, std::string_view title) {
  for (std::size_t i = 0; i < titles.cells.size(); ++i) {
    if (lower_case(to_line(titles.cells[i])) == title) return i;
  }
  return std::nullopt;
}

/// Where the columns of the matrix stand.
struct Columns {
  std::size_t id = 0;
  std::size_t text = 0;
  std::size_t decision = 0;
  std::optional<std::size_t> reason;
  std::optional<std::size_t> comment;
};

std::optional<Columns> find_columns(const TableRow& row) {
  const auto id = column_of(row, "claim id");
  const auto text = column_of(row, "claim");
  const auto decision = column_of(row, "decision");
  if (!id || !text || !decision) return std::nullopt;
  return Columns{*id, *text, *decision, column_of(row, "reason"), column_of(row, "comment")};
}

std::string cell_at(const TableRow& row, std::optional<std::size_t> column) {
  return column && *column < row.cells.size() ? row.cells[*column] : std::string();
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string line = to_line(text.substr(begin, end - begin));
    if (!is_blank(line)) lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

DecisionFile read_table(const std::vector<TableRow>& rows, std::string_view name) {
  std::optional<Columns> columns;
  DecisionFile file;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const TableRow& row = rows[i];
    if (!columns && i < kMostRowsAboveTitles) {
      columns = find_columns(row);
      continue;
    }
    if (!columns) break;
    FileDecision decision{row.place,
                          cell_at(row, columns->id),
                          cell_at(row, columns->text),
                          {},
                          cell_at(row, columns->decision),
                          cell_at(row, columns->reason),
                          split_lines(cell_at(row, columns->comment))};
    const bool says_nothing = is_blank(decision.decision) && is_blank(decision.reason) && decision.comments.empty();
    if (!says_nothing) file.decisions.push_back(std::move(decision));
  }
  if (columns) return file;
  throw Error(
      ErrorKind::input,
      fmt::format("{}: it has no columns Claim ID, Claim and Decision; export the claims matrix and fill it in", name));
}

DecisionFile read_workbook(std::string_view bytes, std::string_view name) {
  std::vector<TableRow> rows;
  for (const XlsxRow& row : read_xlsx_sheet(bytes, name, kSheet)) {
    TableRow& table_row = rows.emplace_back();
    table_row.place = fmt::format("row {}", row.number);
    for (const XlsxCell& cell : row.cells) {
      table_row.cells.resize(cell.column + 1);
      table_row.cells.back() = cell.text;
    }
  }
  return read_table(rows, name);
}

DecisionFile read_text_table(std::string_view bytes, std::string_view name) {
  const std::string text = decode_text(bytes, name, false).text;
  const std::string_view first = std::string_view(text).substr(0, text.find_first_of("\r\n"));
  constexpr std::array<char, 3> kSeparators{',', ';', '\t'};
  const char separator = *std::max_element(kSeparators.begin(), kSeparators.end(), [&](char a, char b) {
    return std::count(first.begin(), first.end(), a) < std::count(first.begin(), first.end(), b);
  });
  const auto records = read_csv(text, separator);
  if (!records) {
    throw Error(ErrorKind::input,
                fmt::format("{}: a quotation mark in it is never closed; save it as CSV again", name));
  }
  std::vector<TableRow> rows;
  for (const std::vector<std::string>& record : *records) {
    TableRow& row = rows.emplace_back();
    row.place = fmt::format("row {}", rows.size());
    for (const std::string& cell : record) row.cells.push_back(restore_cell(cell));
  }
  return read_table(rows, name);
}

// The claim that a comment of write_docx is on, from its last line "claimcheck C-07 · …".
std::optional<std::string> claim_of(const ListedComment& comment) {
  constexpr std::string_view kStart = "claimcheck ";
  const std::size_t line = comment.text.rfind('\n');
  const std::string_view last = std::string_view(comment.text).substr(line == std::string::npos ? 0 : line + 1);
  const std::size_t end = last.find(" · ");
  if (!last.starts_with(kStart) || end == std::string_view::npos) return std::nullopt;
  return std::string(last.substr(kStart.size(), end - kStart.size()));
}

// A later reply decides, and an earlier one is what the same person thought before.
void take_reply(const ListedComment& reply, FileDecision& decision) {
  const std::optional<JudgementStart> start = read_judgement_start(reply.text);
  if (start) {
    decision.decision = word_for(start->judgement);
    decision.reason = start->rest;
  } else if (!is_blank(reply.text)) {
    decision.comments.push_back(reply.text);
  }
}

/// Finds the comment of claimcheck that another one answers.
class Threads {
 public:
  Threads(const DocxPackage& package, const std::vector<ListedComment>& comments)
      : comments_(comments), told_(!package.related("commentsExtended").empty()) {
    for (std::size_t i = 0; i < comments.size(); ++i) {
      if (claim_of(comments[i])) on_words_[comments[i].words].push_back(i);
    }
  }

  [[nodiscard]] bool has_claims() const { return !on_words_.empty(); }

  /// The places of the comments on claims that comment `index` may answer; LibreOffice saves an answer as a comment on
  /// the same words, on which several claims can stand.
  [[nodiscard]] std::vector<std::size_t> find(std::size_t index) const {
    if (claim_of(comments_[index])) return {};
    const std::size_t first = first_of_thread(comments_, index);
    if (first != index) return claim_of(comments_[first]) ? std::vector{first} : std::vector<std::size_t>();
    const auto same = on_words_.find(comments_[index].words);
    return told_ || same == on_words_.end() || same->first.empty() ? std::vector<std::size_t>() : same->second;
  }

 private:
  const std::vector<ListedComment>& comments_;
  bool told_;  // which answers which
  std::map<std::string, std::vector<std::size_t>> on_words_;
};

DecisionFile read_document(std::string_view bytes, std::string_view name) {
  const DocxPackage package(bytes, name);
  const std::vector<ListedComment> comments = list_comments(package);
  const Threads threads(package, comments);
  if (!threads.has_claims()) {
    throw Error(
        ErrorKind::input,
        fmt::format("{}: it has no comments of claimcheck that could be answered; write them with --docx", name));
  }
  DecisionFile file;
  file.is_document = true;
  std::map<std::pair<std::string, std::string>, std::size_t> known;
  for (std::size_t i = 0; i < comments.size(); ++i) {
    const std::vector<std::size_t> answered = threads.find(i);
    if (answered.size() > 1) {
      file.unclear.push_back(fmt::format("a comment of {} stands on the words of several claims: {}",
                                         in_quotes(to_line(comments[i].author)),
                                         in_quotes(shorten(to_line(comments[i].text), 60))));
    }
    if (answered.size() != 1) continue;
    const ListedComment& asked = comments[answered.front()];
    const std::string claim = *claim_of(asked);
    const auto [at, is_new] = known.try_emplace({claim, comments[i].author}, file.decisions.size());
    if (is_new) {
      file.decisions.push_back(
          {"the comment on " + to_line(claim), claim, asked.words, comments[i].author, {}, {}, {}, asked.text});
    }
    take_reply(comments[i], file.decisions[at->second]);
  }
  return file;
}

bool is_workbook(const ZipPackage& zip) {
  for (const PartRelation& relation : list_relations(zip, "")) {
    if (relation.role == "officeDocument") return relation.target.starts_with("xl/");
  }
  return false;
}

}  // namespace

DecisionFile read_decisions(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("PK")) {
    return is_workbook(ZipPackage(bytes, name)) ? read_workbook(bytes, name) : read_document(bytes, name);
  }
  if (bytes.starts_with("\xD0\xCF\x11\xE0")) {
    throw Error(ErrorKind::input,
                fmt::format("{}: it is an old Office file, or protected with a password; save it as .xlsx or .docx "
                            "without one",
                            name));
  }
  return read_text_table(bytes, name);
}

std::vector<std::string> list_authors(const DecisionFile& file) {
  std::vector<std::string> authors;
  for (const FileDecision& each : file.decisions) {
    const bool is_new = std::find(authors.begin(), authors.end(), each.author) == authors.end();
    if (file.is_document && is_new) authors.push_back(each.author);
  }
  return authors;
}

}  // namespace claimcheck
