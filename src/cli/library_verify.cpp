#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/batch.h"
#include "cli/command_line.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/file_digests.h"
#include "cli/library_commands.h"
#include "cli/progress.h"
#include "core/error.h"
#include "library/library_check.h"
#include "library/pubmed_copy.h"
#include "pubmed/pubmed_files.h"

namespace claimcheck {
namespace {

struct VerifyOptions {
  std::string library;
  std::string from;
  bool rebuild_index = false;
  ProgressOptions progress;
};

/// What is wrong, printed as it is found.
class Findings {
 public:
  explicit Findings(Progress& progress) : progress_(progress) {}

  void add(const std::string& finding) {
    constexpr std::size_t kTold = 100;
    if (++count_ > kTold) return;
    progress_.clear();
    fmt::print("{}\n", finding);
    if (count_ == kTold) fmt::print("further findings are only counted\n");
  }
  void add(const std::vector<std::string>& findings) {
    for (const std::string& finding : findings) add(finding);
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  Progress& progress_;
  std::size_t count_ = 0;
};

struct Checked {
  std::size_t citations = 0;
  std::size_t postings = 0;
  std::vector<Pmid> unreadable;
};

/// Every citation; those that cannot be read are listed.
void check_citations(LibraryCheck& check, Checked& checked, Findings& findings, Progress& progress) {
  while (check.next()) {
    const auto error = attempt([&] { findings.add(check.check_citation()); });
    if (error) {
      checked.unreadable.push_back(check.pmid());
      findings.add(error->what());
    }
    progress.moving(fmt::format("checking citation {}", check.citations()));
  }
}

Checked check_library(Library& library, Findings& findings, Progress& progress) {
  LibraryCheck check(library);
  Checked checked;
  // A step that meets damage which it cannot get past is a finding, too.
  const auto step = [&](const char* stage, const std::function<void()>& work) {
    progress.stage(stage);
    const auto error = attempt(work);
    if (error) findings.add(error->what());
    return !error;
  };
  step("checking the file", [&] { findings.add(check.file_damage()); });
  const bool all_seen = step("checking the citations", [&] { check_citations(check, checked, findings, progress); });
  checked.citations = check.citations();
  if (!all_seen) return checked;
  step("checking the search index", [&] {
    findings.add(check.check_whole(
        [&](std::size_t postings) { progress.moving(fmt::format("checking the index: {} entries", postings)); }));
  });
  checked.postings = check.postings();
  return checked;
}

/// Compares the files that were applied with those in a folder; how many of them are not there.
std::size_t check_files(Library& library, const std::string& folder, Findings& findings, Progress& progress) {
  std::map<PubmedFileId, std::string> places;
  for (const ListedFile& file : list_folder(folder)) places.emplace(file.id, file.place());
  std::size_t missing = 0;
  progress.stage("checking the files in " + folder);
  for (const CopiedFile& file : PubmedCopy(library).files()) {
    const auto place = places.find(file.id);
    if (place == places.end()) {
      ++missing;
      continue;
    }
    progress.moving("checking " + place->second);
    const FileDigests::Sums sums = digests_of_file(place->second);
    if (sums.sha256 == file.sha256) continue;
    findings.add(
        fmt::format("{} is not the file that was applied on {}: its MD5 is {}, that one's was {}; fetch it "
                    "again, or sync again if NLM changed it",
                    place->second, file.date, sums.md5, file.md5));
  }
  return missing;
}

void rebuild(Library& library, const Checked& checked, Progress& progress) {
  progress.stage("building the search index anew");
  rebuild_index(library, checked.unreadable, [&](std::size_t citations) {
    progress.moving(fmt::format("building the search index anew: {} of {}", citations, checked.citations));
  });
  fmt::print("The search index and the counts were built anew.\n");
  for (const Pmid pmid : checked.unreadable) {
    fmt::print("Citation {} could not be read and was taken out; sync or import its file again.\n", pmid);
  }
}

int run_verify(const VerifyOptions& options) {
  const std::string path = library_path(options.library);
  Library library = open_existing_library(path);
  Progress progress(options.progress);
  Findings findings(progress);
  Checked checked = check_library(library, findings, progress);
  std::size_t missing = 0;
  if (!options.from.empty()) missing = check_files(library, options.from, findings, progress);
  progress.clear();
  if (missing != 0)
    fmt::print("{} of the applied files are not in {}, and were not compared.\n", missing, options.from);
  if (options.rebuild_index) {
    rebuild(library, checked, progress);
    Findings left(progress);
    checked = check_library(library, left, progress);
    progress.clear();
    if (left.count() != 0) return to_int(ExitCode::failed_on);
  } else if (findings.count() != 0) {
    fmt::print(
        "{}: {}. The index, the counts and what is missing of citations are mended by: claimcheck library "
        "verify --rebuild-index; then sync or import again\n",
        path, findings.count() == 1 ? "1 finding" : fmt::format("{} findings", findings.count()));
    return to_int(ExitCode::failed_on);
  }
  fmt::print("{} is sound: {} citations, {} entries in the search index\n", path, checked.citations, checked.postings);
  return to_int(ExitCode::ok);
}

}  // namespace

void add_library_verify_command(CommandLine& line, CLI::App& library) {
  const auto options = std::make_shared<VerifyOptions>();
  CLI::App& command = CommandLine::add(
      library, {"verify", "Prove that the library is what it should be: file, citations, counts, search index, copy",
                "claimcheck library verify --library pubmed.db\n"
                "claimcheck library verify --library pubmed.db --from /data/pubmed --rebuild-index"});
  command.add_option("--from", options->from, "Compare the files that were applied with those in this folder, too")
      ->type_name("DIR");
  command.add_flag("--rebuild-index", options->rebuild_index,
                   "Build the search index and the counts anew from the citations; take out unreadable ones");
  add_library_option(command, options->library);
  add_progress_options(command, options->progress);
  line.on(command, [options] { return run_verify(*options); });
}

}  // namespace claimcheck
