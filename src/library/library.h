#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/citation_source.h"

namespace claimcheck {

struct LibraryStatus {
  std::string path;
  int schema_version = 0;
  std::size_t citations = 0;
  std::size_t with_abstract = 0;
  std::size_t digests = 0;
  std::size_t retracted = 0;
  std::size_t files = 0;     ///< imported files
  std::string last_change;   ///< ISO date of the last import or fetch; empty for a new library
  std::uintmax_t bytes = 0;  ///< size on disk
};

/// What importing one file did.
struct ImportResult {
  bool already_imported = false;  ///< same bytes were imported before: nothing was done
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;  ///< an older or equal version was offered
  std::size_t deleted = 0;
};

/// The local copy of PubMed records: one SQLite file with a search index. One writer at a time, many readers.
/// All members throw Error(storage) naming the path when SQLite fails (not a library, disk full, locked, newer schema).
class Library {
 public:
  /// Opens the library at `path`, creating it and its folders when `create` is true.
  static Library open(const std::filesystem::path& path, bool create);
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library();

  /// One file as one transaction. Destroyed without commit(), it leaves no trace.
  class Import {
   public:
    /// Adds or replaces by Version, then by date revised; the same record again changes nothing.
    void add(const Citation& citation);
    void remove(Pmid pmid);
    /// `sha256` and `name` are recorded, so that the same bytes are known next time.
    ImportResult commit(std::string_view sha256, std::string_view name);
    Import(Import&&) noexcept;
    Import(const Import&) = delete;
    Import& operator=(const Import&) = delete;
    Import& operator=(Import&&) = delete;
    ~Import();

   private:
    friend class Library;
    struct State;
    explicit Import(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
  };
  Import begin_import();
  [[nodiscard]] bool has_file(std::string_view sha256) const;

  [[nodiscard]] std::optional<Citation> find(Pmid pmid) const;
  [[nodiscard]] std::vector<Citation> find(
      std::span<const Pmid> pmids) const;  ///< in the order asked, unknown left out

  /// Free text, any words, ranked by BM25 over title and abstract; best first, ties by PMID.
  [[nodiscard]] std::vector<SearchHit> search_text(std::string_view text, std::size_t limit) const;
  /// A query tree with the meaning that PubMed gives it; ranked like search_text among the matching records.
  [[nodiscard]] SearchResult search(const Query& query) const;

  [[nodiscard]] LibraryStatus status() const;

  /// Answers of other sources kept for the next run. `key` must hold no secret.
  void keep_answer(std::string_view key, std::string_view date, std::string_view json);
  struct KeptAnswer {
    std::string date;
    std::string json;
  };
  [[nodiscard]] std::optional<KeptAnswer> kept_answer(std::string_view key) const;

 private:
  struct State;
  explicit Library(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Answers from the library alone; opens no socket. A search of a library without citations is not complete.
class LibrarySource : public CitationSource {
 public:
  explicit LibrarySource(Library& library) : library_(library) {}
  SearchResult search(const Query& query) override;
  FetchResult fetch(std::span<const Pmid> pmids) override;

 private:
  Library& library_;
};

/// Another source with the library as its cache: complete searches not older than `max_age_days` and fetched citations
/// are answered from the library, everything new is kept in it as soon as it arrives, so that a killed run goes on.
class CachedSource : public CitationSource {
 public:
  struct Options {
    bool refresh = false;  ///< ask again even for what is kept
    int max_age_days = 7;  ///< of a kept search
    std::string today;     ///< ISO date
  };
  CachedSource(CitationSource& inner, Library& library, Options options);
  SearchResult search(const Query& query) override;
  FetchResult fetch(std::span<const Pmid> pmids) override;

 private:
  CitationSource& inner_;
  Library& library_;
  Options options_;
};

}  // namespace claimcheck
