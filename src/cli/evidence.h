#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "concepts/vocabulary.h"
#include "core/citation_source.h"
#include "core/report.h"
#include "library/library.h"

namespace CLI {
class App;
}

namespace claimcheck {

/// Where a run takes its citations from.
struct EvidenceOptions {
  std::string library;  ///< path; empty: the user's own library
  bool offline = false;
  bool refresh = false;
  std::string eutils_url;       ///< empty: NCBI's
  std::size_t deadline = 1800;  ///< seconds, for all questions to PubMed together
  bool debug_http = false;
};

/// Adds --library.
void add_library_option(CLI::App& command, std::string& path);
/// Adds --offline, --eutils-url and --debug-http.
void add_connection_options(CLI::App& command, EvidenceOptions& options);
/// Adds --deadline; after add_connection_options.
void add_deadline_option(CLI::App& command, EvidenceOptions& options);
/// Adds those, --library and --refresh.
void add_evidence_options(CLI::App& command, EvidenceOptions& options);

/// `path`, or the user's own library where it is empty.
std::string library_path(const std::string& path);
/// Opens a library that must be there. Throws Error(storage) that says how to make one.
Library open_existing_library(const std::string& path);

/// The opened source of citations: the library alone when offline (then no socket is ever opened), else PubMed with the
/// library, created where there is none, as its cache.
class Evidence {
 public:
  explicit Evidence(const EvidenceOptions& options);

  CitationSource& source() { return *source_; }
  /// One more source of the same answers, for use by another thread beside source(); null where there can be only one,
  /// because all that is asked of PubMed goes one way.
  [[nodiscard]] std::unique_ptr<CitationSource> another_source() const;
  /// The words to read claims and abstracts with: the built-in ones, and MeSH where the library holds it.
  const Vocabulary& vocabulary();
  /// From now on vocabulary() is `vocabulary`, which must outlive this, whatever the library holds.
  void read_with(const Vocabulary& vocabulary) { given_vocabulary_ = &vocabulary; }
  /// The library that is asked, or that keeps what is answered.
  [[nodiscard]] const Library& library() const { return library_; }
  /// One sentence for people: "PubMed" or "the local library PATH (256 citations)".
  [[nodiscard]] std::string description() const;
  /// What the user should know before the run, a sentence each.
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
  /// Fills the fields on where the evidence came from, given the reports of the run.
  void describe(Run& run) const;

 private:
  void connect(const EvidenceOptions& options);

  bool offline_;
  Library library_;
  std::vector<std::string> notes_;
  const Vocabulary* given_vocabulary_ = nullptr;
  std::optional<Vocabulary> with_mesh_;  ///< made when first asked for
  std::unique_ptr<CitationSource> pubmed_;
  std::unique_ptr<CitationSource> source_;
};

/// Fills the fields of the provenance that follow from the reports of the run: how new the searches are, how many of
/// the cited records are digests.
void describe_evidence(Run& run);

}  // namespace claimcheck
