#pragma once

#include <chrono>
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
#include "core/mesh_descriptor.h"
#include "library/prepared_citation.h"

namespace claimcheck {

/// The MeSH file whose headings a library holds.
struct MeshFile {
  std::string sha256;
  std::string name;
  int year = 0;      ///< of MeSH; 0: not known
  std::string date;  ///< ISO date of the import
  std::size_t descriptors = 0;
  std::size_t terms = 0;  ///< headings and entry terms
  bool operator==(const MeshFile&) const = default;
};

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
  std::optional<MeshFile> mesh;
};

/// What importing one file did.
struct ImportResult {
  bool already_imported = false;  ///< same bytes were imported before: nothing was done
  std::size_t added = 0;
  std::size_t replaced = 0;
  std::size_t unchanged = 0;  ///< the same record or an older one was offered
  std::size_t deleted = 0;
};

/// The local copy of PubMed records: one SQLite file with a search index. One writer at a time, many readers, which
/// see the last committed state and never wait. A Library is used by one thread at a time.
/// All members throw Error(storage) naming the path when SQLite fails (damaged, disk full, written by another).
class Library {
 public:
  /// Opens the library at `path`, creating it and its folders when `create` is true. Throws Error(storage) for a
  /// missing file, a directory, any file that is no claimcheck library, and a library of a newer claimcheck.
  /// A library whose folder may not be written can be read. `patience`: how long to wait for another writer.
  static Library open(const std::filesystem::path& path, bool create,
                      std::chrono::milliseconds patience = std::chrono::seconds(30));
  Library(Library&&) noexcept;
  Library& operator=(Library&&) noexcept;
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
  ~Library();

  /// One file as one transaction. Destroyed without commit(), or killed, it leaves no trace. While it lasts, the
  /// Library still answers from before it, and other writers (keep_…, a second Import) wait and then fail.
  class Import {
   public:
    /// Adds the citation, or puts it in the place of the one with its PMID unless that has a later Version or, in the
    /// same Version, a later date revised. A digest never replaces a published abstract, which always replaces a
    /// digest.
    void add(const Citation& citation);
    void add(PreparedCitation citation);
    void remove(Pmid pmid);
    /// `sha256` and `name` are recorded, so that the same bytes are known next time; a file that is known already is
    /// undone. `date`: today, ISO. `bad`: records of it that could not be read. Nothing may be called afterwards.
    ImportResult commit(std::string_view sha256, std::string_view name, std::string_view date, std::size_t bad = 0);
    Import(Import&&) noexcept;
    Import(const Import&) = delete;
    Import& operator=(const Import&) = delete;
    Import& operator=(Import&&) = delete;
    ~Import();

   private:
    friend class Library;
    friend class PubmedCopy;
    struct State;
    explicit Import(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
  };
  Import begin_import();

  /// MeSH as one transaction, in the place of the one that the library holds. Destroyed without commit(), or killed, it
  /// leaves no trace; other writers wait and then fail.
  class MeshImport {
   public:
    /// Names and tree numbers hold no line breaks.
    void add(const MeshDescriptor& descriptor);
    /// Counts the descriptors and terms of `file` itself; returns it. Nothing may be called afterwards.
    MeshFile commit(MeshFile file);
    MeshImport(MeshImport&&) noexcept;
    MeshImport(const MeshImport&) = delete;
    MeshImport& operator=(const MeshImport&) = delete;
    MeshImport& operator=(MeshImport&&) = delete;
    ~MeshImport();

   private:
    friend class Library;
    struct State;
    explicit MeshImport(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
  };
  MeshImport begin_mesh_import();
  [[nodiscard]] std::optional<MeshFile> mesh_file() const;
  /// Every descriptor of the library's MeSH in the order of its file; empty without one.
  [[nodiscard]] std::vector<MeshDescriptor> mesh_descriptors() const;

  [[nodiscard]] bool has_file(std::string_view sha256) const;

  [[nodiscard]] std::optional<Citation> find(Pmid pmid) const;
  /// In the order asked, unknown PMIDs left out.
  [[nodiscard]] std::vector<Citation> find(std::span<const Pmid> pmids) const;

  /// Free text: any of its words by stem, stop words aside, ranked by BM25 over title and abstract; best first, ties by
  /// PMID. Only the first 1,000 different words count.
  [[nodiscard]] std::vector<SearchHit> search_text(std::string_view text, std::size_t limit) const;

  /// A query tree with the meaning that PubMed gives it: words and phrases exactly as written (no stems), case,
  /// punctuation and diacritics aside; a controlled term (mesh, qualifier, publication type, substance) as a whole;
  /// a heading also as "heading/qualifier". Ranked by BM25 among the matching records, ties by PMID.
  /// With MeSH imported, a heading includes the headings below it in the trees, alone and with a qualifier, and may go
  /// by an entry term, as in PubMed; those below it do not count for the ranking. A truncated heading includes only
  /// what begins so. Without MeSH no narrower headings are included, and a warning says so.
  /// Unlike PubMed: terms narrower than a qualifier or publication type are not included.
  /// Terms without a letter or digit are left out with a warning. Not `complete`, with the way out in `problem`, when
  /// the library holds no citations or the query asks for nothing; Error(input) when it is nested too deep (20).
  /// A query that is nothing but a DOI finds the records that have it, whatever its case.
  [[nodiscard]] SearchResult search(const Query& query) const;

  [[nodiscard]] LibraryStatus status() const;

  /// Citations as PubMed gave them today, kept at once as one transaction under the rules of Import::add. `date`:
  /// today, ISO; noted for each as the day on which PubMed was last asked for it.
  ImportResult keep_citations(std::span<const Citation> citations, std::string_view date);
  /// The day on which PubMed was last asked for a citation, ISO; empty when it never was (imported files alone).
  [[nodiscard]] std::string date_asked(Pmid pmid) const;
  /// Takes citations out, as one transaction. `date`: today, ISO.
  ImportResult remove_citations(std::span<const Pmid> pmids, std::string_view date);

  /// Answers of other sources kept for the next run. `key` must hold no secret.
  void keep_answer(std::string_view key, std::string_view date, std::string_view json);
  struct KeptAnswer {
    std::string date;
    std::string json;
    bool operator==(const KeptAnswer&) const = default;
  };
  [[nodiscard]] std::optional<KeptAnswer> kept_answer(std::string_view key) const;

 private:
  [[nodiscard]] SearchResult search_doi(const Query& query) const;

  friend class LibraryCheck;
  friend void rebuild_index(Library&, std::span<const Pmid>, const std::function<void(std::size_t)>&);
  friend class PubmedCopy;
  struct State;
  explicit Library(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Answers from the library alone; opens no socket. A search of a library without citations is not complete, nor are
/// links that were never asked for online.
class LibrarySource : public CitationSource {
 public:
  explicit LibrarySource(Library& library) : library_(library) {}
  SearchResult search(const Query& query) override;
  FetchResult fetch(std::span<const Pmid> pmids) override;
  LinkResult links(LinkKind kind, std::span<const Pmid> pmids) override;

 private:
  Library& library_;
};

/// Another source with the library as its cache: complete searches and links not older than `max_age_days` are answered
/// from it, everything new is kept in it as soon as it arrives, so that a killed run goes on. Citations are asked for
/// again each day, because a retraction or a correction changes what they are worth: only those asked for today are
/// answered from the library. What the source could not look up is answered from the library where that has it, digests
/// too; `problems` then says why, and how old the record is. A citation that the source no longer knows is missing and,
/// unless it is a digest, leaves the library, which `problems` says.
class CachedSource : public CitationSource {
 public:
  struct Options {
    bool refresh = false;  ///< ask again even for what is kept
    int max_age_days = 7;  ///< of kept searches and links
    std::string today;     ///< ISO date
    /// What `inner` is; part of the key of a kept search. No secret.
    std::string inner_name = "PubMed";
  };
  CachedSource(CitationSource& inner, Library& library, Options options);
  SearchResult search(const Query& query) override;
  FetchResult fetch(std::span<const Pmid> pmids) override;
  LinkResult links(LinkKind kind, std::span<const Pmid> pmids) override;

 private:
  [[nodiscard]] bool is_fresh(std::string_view date) const;
  [[nodiscard]] std::optional<Citation> find_checked(Pmid pmid) const;
  FetchResult ask(std::span<const Pmid> pmids);
  void confirm_withdrawn(FetchResult& result);
  void fall_back(FetchResult& result);

  CitationSource& inner_;
  Library& library_;
  Options options_;
};

}  // namespace claimcheck
