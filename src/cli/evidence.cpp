#include "cli/evidence.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <set>
#include <utility>

#include "cli/interrupt.h"
#include "cli/pubmed_access.h"
#include "cli/user_folders.h"
#include "concepts/mesh_vocabulary.h"
#include "core/error.h"
#include "pubmed/eutils_client.h"
#include "pubmed/http.h"
#include "pubmed/server_address.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestDeadline = std::size_t{7} * 24 * 3600;

Library open_library(const EvidenceOptions& options) {
  const std::string path = library_path(options.library);
  return options.offline ? open_existing_library(path) : Library::open(path, true);
}

/// A library of its own.
class OwnLibrarySource : public LibrarySource {
 public:
  explicit OwnLibrarySource(std::unique_ptr<Library> library) : LibrarySource(*library), library_(std::move(library)) {}

 private:
  std::unique_ptr<Library> library_;
};

}  // namespace

void add_library_option(CLI::App& command, std::string& path) {
  command.add_option("--library", path, "The library file [default: $XDG_DATA_HOME/claimcheck/library.db]")
      ->type_name("PATH")
      ->group("Evidence");
}

void add_connection_options(CLI::App& command, EvidenceOptions& options) {
  command.add_flag("--offline", options.offline, "Ask the library alone; no socket is opened")->group("Evidence");
  command.add_option("--eutils-url", options.eutils_url, "E-utilities elsewhere than at NCBI; not asked when offline")
      ->type_name("URL")
      ->group("Evidence");
  command
      .add_flag("--debug-http", options.debug_http,
                "Show each request to PubMed and each answer on standard error, without the key")
      ->group("Evidence");
}

void add_evidence_options(CLI::App& command, EvidenceOptions& options) {
  add_library_option(command, options.library);
  add_connection_options(command, options);
  add_deadline_option(command, options);
  command.add_flag("--refresh", options.refresh, "Ask PubMed again even for what the library holds")
      ->group("Evidence")
      ->excludes("--offline");
}

void add_deadline_option(CLI::App& command, EvidenceOptions& options) {
  command.add_option("--deadline", options.deadline, "Ask PubMed nothing after this time; run again to go on")
      ->type_name("SECONDS")
      ->capture_default_str()
      ->check(CLI::Range(std::size_t{1}, kLongestDeadline))
      ->group("Evidence")
      ->excludes("--offline");
}

std::string library_path(const std::string& path) {
  return path.empty() ? default_library_path().string() : path;
}

Library open_existing_library(const std::string& path) {
  if (!fs::exists(path)) {
    throw Error(
        ErrorKind::storage,
        fmt::format("there is no library at {}; make one from PubMed files: claimcheck library import --library "
                    "{} FILE...",
                    path, path));
  }
  return Library::open(path, false);
}

Evidence::Evidence(const EvidenceOptions& options) : offline_(options.offline), library_(open_library(options)) {
  if (offline_) {
    source_ = std::make_unique<LibrarySource>(library_);
    if (options.debug_http) notes_.emplace_back("--offline: nothing is sent.");
    return;
  }
  connect(options);
}

void Evidence::connect(const EvidenceOptions& options) {
  const PubmedAccess access = pubmed_access(options, read_api_key().key);
  if (!access.key_note.empty()) notes_.push_back(access.key_note);
  const std::atomic<bool>* stop = &GracefulStop::requested();
  const Clock clock = system_clock(stop);
  CachedSource::Options cache;
  cache.refresh = options.refresh;
  cache.today = clock.today();
  if (!options.eutils_url.empty()) cache.inner_name = without_password(options.eutils_url);
  pubmed_ = std::make_unique<EutilsClient>(access.eutils, curl_http(stop), clock, shared_limiter(access));
  source_ = std::make_unique<CachedSource>(*pubmed_, library_, cache);
}

std::unique_ptr<CitationSource> Evidence::another_source() const {
  if (!offline_) return nullptr;
  return std::make_unique<OwnLibrarySource>(std::make_unique<Library>(open_existing_library(library_.status().path)));
}

const Vocabulary& Evidence::vocabulary() {
  if (given_vocabulary_ != nullptr) return *given_vocabulary_;
  if (!with_mesh_ && library_.mesh_file()) {
    with_mesh_ = extend_with_mesh(builtin_vocabulary(), library_.mesh_descriptors());
  }
  return with_mesh_ ? *with_mesh_ : builtin_vocabulary();
}

std::string Evidence::description() const {
  if (!offline_) return "PubMed";
  const LibraryStatus status = library_.status();
  return fmt::format("the local library {} ({} citations)", status.path, status.citations);
}

void Evidence::describe(Run& run) const {
  const LibraryStatus status = library_.status();
  Provenance& provenance = run.provenance;
  provenance.offline = offline_;
  provenance.evidence_source =
      offline_ ? fmt::format("local library {}", fs::path(status.path).filename().string()) : "PubMed";
  provenance.library_citations = status.citations;
  describe_evidence(run);
}

void describe_evidence(Run& run) {
  Provenance& provenance = run.provenance;
  std::set<Pmid> digests;
  for (const Report& report : run.reports) {
    for (const QueryRecord& query : report.queries) {
      provenance.evidence_date = std::max(provenance.evidence_date, query.date);
    }
    for (const Citation& citation : report.citations) {
      if (citation.digest) digests.insert(citation.pmid);
    }
  }
  provenance.digest_citations = digests.size();
}

}  // namespace claimcheck
