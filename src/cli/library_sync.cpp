#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/import_file.h"
#include "cli/import_report.h"
#include "cli/interrupt.h"
#include "cli/library_commands.h"
#include "cli/progress.h"
#include "cli/sync_source.h"
#include "core/error.h"
#include "library/file_plan.h"
#include "library/pubmed_copy.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

struct SyncOptions {
  std::string library;
  SyncSourceOptions source;
  bool dry_run = false;
  ProgressOptions progress;
};

/// The files of the source, and which of them to apply.
struct Work {
  std::vector<ListedFile> files;
  std::vector<AvailableFile> available;
  FilePlan plan;

  [[nodiscard]] const ListedFile& file(std::size_t item) const { return files[plan.apply[item]]; }
  [[nodiscard]] PubmedFileKind kind(std::size_t item) const { return available[plan.apply[item]].kind; }
};

std::string counted(std::size_t count, const char* singular) {
  return fmt::format("{} {}{}", count, singular, count == 1 ? "" : "s");
}

/// What a person calls the kind of a file.
std::string_view kind_name(PubmedFileKind kind) {
  return kind == PubmedFileKind::unknown ? "baseline or update" : to_string(kind);
}

Work list_work(SyncSource& source) {
  Work work;
  work.files = source.list();
  for (const ListedFile& file : work.files) {
    work.available.push_back({file.id, file.kind, source.known_md5(file)});
  }
  return work;
}

std::string plan_text(const Work& work) {
  std::string text =
      fmt::format("{} to apply, {} applied before", counted(work.plan.apply.size(), "file"), work.plan.applied_before);
  if (work.plan.older != 0) text += fmt::format(", {} of earlier years passed over", work.plan.older);
  return text;
}

Error interrupted(std::size_t done, std::size_t total) {
  return {ErrorKind::interrupted, fmt::format("interrupted: {} of {} applied. Run the same command again to go on",
                                              done, counted(total, "file"))};
}

/// One run of `library sync` that changes the library.
class Sync {
 public:
  Sync(Library& library, SyncSource& source, const Work& work, const ProgressOptions& options)
      : library_(library), copy_(library), source_(source), work_(work), progress_(options) {}

  int run() {
    progress_.stage("PubMed " + std::to_string(work_.plan.year) + ": " + plan_text(work_));
    tell_missing_md5();
    const std::size_t total = work_.plan.apply.size();
    for (std::size_t item = 0; item < total; ++item) {
      if (GracefulStop::requested()) throw interrupted(item, total);
      progress_.item(item + 1, total, work_.file(item).name);
      apply(item);
    }
    remove_leftovers();
    progress_.clear();
    tell_summary();
    return to_int(total_.bad == 0 ? ExitCode::ok : ExitCode::unusable);
  }

 private:
  void tell_missing_md5() {
    std::size_t without = 0;
    for (std::size_t item = 0; item < work_.plan.apply.size(); ++item) without += work_.file(item).has_md5 ? 0 : 1;
    if (without == 0) return;
    fmt::print(stderr,
               "claimcheck: {} without a .md5 file beside {}: only what is in the files tells if they are whole\n",
               counted(without, "file"), without == 1 ? "it" : "them");
  }

  void apply(std::size_t item) {
    const ListedFile& file = work_.file(item);
    const auto moving = [&](std::string_view text) { progress_.within_item(text); };
    const CheckedFile checked = source_.provide(file, moving);
    const CopiedFile copied{file.id, work_.kind(item), checked.md5, checked.sha256, "", 0};
    const ImportedFile imported =
        import_copied_file(library_, {checked.path, file.place()}, copied, [&](std::size_t records) {
          moving(fmt::format("{} {}: {} records", GracefulStop::requested() ? "finishing" : "applying", file.name,
                             records));
        });
    progress_.clear();
    tell_problems(imported);
    fmt::print("{}\n", import_summary(file.name, imported));
    std::fflush(stdout);
    add(imported);
  }

  void add(const ImportedFile& file) {
    total_.result.added += file.result.added;
    total_.result.replaced += file.result.replaced;
    total_.result.unchanged += file.result.unchanged;
    total_.result.deleted += file.result.deleted;
    total_.bad += file.bad;
  }

  /// Ends the replacement of an earlier year once an update shows that the new baseline is whole.
  void remove_leftovers() {
    constexpr std::size_t kAtOnce = 10'000;
    const auto status = copy_.status();
    if (!status || status->replaced_year == 0 || status->first_update == 0) return;
    // A record that could not be read may be the new one of a citation that the old year has.
    if (status->bad != 0) return;
    Pmid last = 0;
    std::size_t removed = 0;
    progress_.stage(fmt::format("taking out what was in PubMed's files of {} and is not in those of {}",
                                status->replaced_year, status->year));
    while (copy_.remove_leftovers(last, kAtOnce, removed)) {
      progress_.moving(fmt::format("{} taken out", counted(removed, "citation")));
      if (GracefulStop::requested()) throw interrupted(work_.plan.apply.size(), work_.plan.apply.size());
    }
    total_.result.deleted += removed;
  }

  void tell_summary() const {
    fmt::print("{}\n", import_summary(fmt::format("PubMed {}, {} applied", work_.plan.year,
                                                  counted(work_.plan.apply.size(), "file")),
                                      total_));
    const auto status = copy_.status();
    if (!status || status->replaced_year == 0) return;
    fmt::print(
        "The copy still has what only the files of {} had. It is taken out when the first update of {} was applied, "
        "which shows that the baseline is whole, and all records of that year could be read ({} could not).\n",
        status->replaced_year, status->year, status->bad);
  }

  Library& library_;
  PubmedCopy copy_;
  SyncSource& source_;
  const Work& work_;
  Progress progress_;
  ImportedFile total_;
};

int run_dry(SyncSource& source, const SyncOptions& options) {
  std::vector<CopiedFile> applied;
  const std::string path = library_path(options.library);
  if (fs::exists(path)) {
    Library library = open_existing_library(path);
    applied = PubmedCopy(library).files();
  }
  Work work = list_work(source);
  work.plan = plan_files(work.available, applied, options.source.from);
  for (std::size_t item = 0; item < work.plan.apply.size(); ++item) {
    const ListedFile& file = work.file(item);
    fmt::print("{} ({}{})\n", file.place(), kind_name(work.kind(item)), file.has_md5 ? "" : ", no .md5 file");
  }
  fmt::print("PubMed {}: {}. Nothing was changed.\n", work.plan.year, plan_text(work));
  return to_int(ExitCode::ok);
}

int run_sync(SyncOptions options) {
  const GracefulStop graceful;
  const std::string path = library_path(options.library);
  options.source.download_path = path + ".download";
  if (!options.source.keep.empty() && !fs::is_directory(options.source.keep)) {
    throw Error(ErrorKind::usage, fmt::format("--keep {}: there is no such folder", options.source.keep));
  }
  SyncSource source(options.source);
  if (!options.source.keep.empty() && !source.is_remote()) {
    throw Error(ErrorKind::usage, "--keep is for files that are downloaded; --from names a folder");
  }
  if (options.dry_run) return run_dry(source, options);
  Work work = list_work(source);
  // Before a library is made: that there is something to fill it with.
  if (!fs::exists(path)) plan_files(work.available, {}, options.source.from);
  Library library = Library::open(path, true);
  work.plan = plan_files(work.available, PubmedCopy(library).files(), options.source.from);
  return Sync(library, source, work, options.progress).run();
}

}  // namespace

void add_library_sync_command(CommandLine& line, CLI::App& library) {
  const auto options = std::make_shared<SyncOptions>();
  CLI::App& command = CommandLine::add(
      library, {"sync", "Make the library a copy of PubMed, or bring it up to date: baseline, then updates, in order",
                "claimcheck library sync --library pubmed.db --from https://ftp.ncbi.nlm.nih.gov/pubmed/\n"
                "claimcheck library sync --library pubmed.db --from /data/pubmed --dry-run"});
  command
      .add_option("--from", options->source.from,
                  "Folder or URL with the files, or with sub-folders baseline and updatefiles")
      ->type_name("DIR|URL")
      ->required();
  command.add_flag("--dry-run", options->dry_run, "List the files that would be applied, and change nothing");
  command.add_option("--keep", options->source.keep, "Keep downloaded files in this folder")->type_name("DIR");
  command.add_flag("--without-md5", options->source.without_md5,
                   "Take files from a URL that have no .md5 file beside them");
  add_library_option(command, options->library);
  add_progress_options(command, options->progress);
  line.on(command, [options] { return run_sync(*options); });
}

}  // namespace claimcheck
