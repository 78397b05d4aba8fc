#include "library/library_check.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <sqlite3.h>

#include "library/citation_store.h"
#include "library/copy_ledger.h"
#include "library/index_text.h"
#include "library/library_state.h"
#include "library/posting_sum.h"

namespace claimcheck {
namespace {

/// Takes an integer as SQLite and FTS5 write it off the front of `bytes` (SQLite file format, "varint"); 0 when nothing
/// is left.
std::int64_t take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < 9 && !bytes.empty(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    if (i == 8) return static_cast<std::int64_t>((value << 8U) | byte);
    value = (value << 7U) | (byte & 0x7FU);
    if ((byte & 0x80U) == 0) break;
  }
  return static_cast<std::int64_t>(value);
}

ColumnSizes take_sizes(std::string_view bytes) {
  ColumnSizes sizes{};
  for (std::int64_t& size : sizes) size = take_varint(bytes);
  return sizes;
}

}  // namespace

struct LibraryCheck::State {
  explicit State(Database& opened)
      : database(opened),
        can_write(sqlite3_db_readonly(opened.handle(), "main") == 0),
        transaction(opened, can_write),
        rows(opened,
             "SELECT citation.pmid, json, sz FROM citation LEFT JOIN citation_index_docsize ON id = pmid "
             "ORDER BY citation.pmid"),
        sum(opened) {}

  /// A transaction for reading, or one that keeps other writers out as well; nothing is written.
  class View {
   public:
    View(Database& database, bool alone) : database_(database) { database.run(alone ? "BEGIN IMMEDIATE" : "BEGIN"); }
    View(const View&) = delete;
    View& operator=(const View&) = delete;
    ~View() { sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr); }

   private:
    Database& database_;
  };

  void check_counts(std::vector<std::string>& findings);
  void check_index(std::vector<std::string>& findings, const std::function<void(std::size_t)>& tell);
  void check_structure(std::vector<std::string>& findings);
  void check_copy(std::vector<std::string>& findings);

  Database& database;
  bool can_write;
  View transaction;
  Statement rows;
  PostingSum sum;
  Pmid pmid = 0;
  LibraryCounts counts;
  std::size_t citations = 0;
  std::int64_t indexed = 0;
  ColumnSizes words{};
  std::size_t postings = 0;
};

LibraryCheck::LibraryCheck(Library& library) : state_(std::make_unique<State>(library.state_->database)) {}
LibraryCheck::~LibraryCheck() = default;

std::vector<std::string> LibraryCheck::file_damage() {
  std::vector<std::string> findings;
  Statement check(state_->database, "PRAGMA integrity_check");
  while (check.step()) {
    if (check.text(0) != "ok") findings.push_back(fmt::format("the file is damaged: {}", check.text(0)));
  }
  return findings;
}

bool LibraryCheck::next() {
  if (!state_->rows.step()) return false;
  state_->pmid = static_cast<Pmid>(state_->rows.integer(0));
  ++state_->citations;
  return true;
}

Pmid LibraryCheck::pmid() const {
  return state_->pmid;
}
std::size_t LibraryCheck::citations() const {
  return state_->citations;
}
std::size_t LibraryCheck::postings() const {
  return state_->postings;
}

std::vector<std::string> LibraryCheck::check_citation() {
  const std::string_view sizes = state_->rows.text(2);
  if (!sizes.empty()) ++state_->indexed;
  const Citation citation = read_stored(state_->rows.text(1), state_->database.path(), state_->pmid);
  std::vector<std::string> findings;
  if (citation.pmid != state_->pmid) {
    findings.push_back(
        fmt::format("citation {} holds the record of PMID {}; fetch it again", state_->pmid, citation.pmid));
  }
  state_->counts.add(counts_of(citation), 1);
  const ColumnSizes words = state_->sum.add(state_->pmid, index_text(citation));
  for (std::size_t i = 0; i < words.size(); ++i) state_->words[i] += words[i];
  if (sizes.empty()) {
    findings.push_back(fmt::format("citation {} is not in the search index", state_->pmid));
  } else if (words != take_sizes(sizes)) {
    findings.push_back(
        fmt::format("citation {} stands in the search index with other words than it has", state_->pmid));
  }
  return findings;
}

std::vector<std::string> LibraryCheck::check_whole(const std::function<void(std::size_t)>& tell) {
  std::vector<std::string> findings;
  state_->rows.reset();
  state_->check_counts(findings);
  state_->check_index(findings, tell);
  if (state_->can_write) state_->check_structure(findings);
  state_->check_copy(findings);
  return findings;
}

void LibraryCheck::State::check_counts(std::vector<std::string>& findings) {
  Statement kept(database, "SELECT citations, with_abstract, digests, retracted FROM library");
  const bool found = kept.step();
  const auto compare = [&](int column, const char* what, std::int64_t real) {
    const std::int64_t told = found ? kept.integer(column) : 0;
    if (told == real) return;
    findings.push_back(fmt::format("the library counts {} {}, and has {}", told, what, real));
  };
  compare(0, "citations", counts.citations);
  compare(1, "with abstract", counts.with_abstract);
  compare(2, "digests", counts.digests);
  compare(3, "retracted", counts.retracted);
}

void LibraryCheck::State::check_index(std::vector<std::string>& findings,
                                      const std::function<void(std::size_t)>& tell) {
  const std::int64_t rows_of_index = database.read_integer("SELECT count(*) FROM citation_index_docsize");
  if (rows_of_index != indexed) {
    findings.push_back(
        fmt::format("the search index has {} citations that are not in the library", rows_of_index - indexed));
  }
  Statement averages(database, "SELECT block FROM citation_index_data WHERE id = 1");
  std::string_view block = averages.step() ? averages.text(0) : std::string_view();
  const std::int64_t rows_in_total = take_varint(block);
  if (rows_in_total != counts.citations || take_sizes(block) != words) {
    findings.emplace_back("the search index counts other words in all than the citations have");
  }
  averages.reset();
  const IndexSum index = sum_of_index(database, tell);
  postings = index.postings;
  if (index.value != sum.value() || index.postings != sum.postings()) {
    findings.push_back(
        fmt::format("the search index is not what the citations say: it has {} entries, and should "
                    "have {}",
                    index.postings, sum.postings()));
  }
}

void LibraryCheck::State::check_structure(std::vector<std::string>& findings) {
  const char* const check = "INSERT INTO citation_index(citation_index) VALUES('integrity-check')";
  const int code = sqlite3_exec(database.handle(), check, nullptr, nullptr, nullptr);
  if ((code & 0xff) == SQLITE_CORRUPT) {
    findings.emplace_back("the search index does not hang together");
  } else if (code != SQLITE_OK) {
    database.fail(code);
  }
}

void LibraryCheck::State::check_copy(std::vector<std::string>& findings) {
  Statement lost(database,
                 "SELECT file, count(*), min(copied_citation.pmid) FROM copied_citation LEFT JOIN citation USING(pmid) "
                 "WHERE deleted = 0 AND citation.pmid IS NULL GROUP BY file ORDER BY file");
  while (lost.step()) {
    findings.push_back(fmt::format("{} citations of {} are missing (the first is {})", lost.integer(1),
                                   pubmed_file_name(file_of(lost.integer(0))), lost.integer(2)));
  }
  const std::int64_t unknown =
      database.read_integer("SELECT count(*) FROM copied_citation WHERE file NOT IN (SELECT file FROM pubmed_file)");
  if (unknown != 0) {
    findings.push_back(
        fmt::format("{} citations are from files of which the library knows nothing; make the copy anew "
                    "with: claimcheck library sync",
                    unknown));
  }
}

}  // namespace claimcheck
