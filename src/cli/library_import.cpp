#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli/batch.h"
#include "cli/command_line.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/import_file.h"
#include "cli/import_report.h"
#include "cli/library_commands.h"
#include "cli/progress.h"
#include "core/error.h"
#include "library/library.h"

namespace claimcheck {
namespace {

struct ImportOptions {
  std::string library;
  std::vector<std::string> files;
  ProgressOptions progress;
};

/// True if every record of the file could be read.
bool import_and_tell(Library& library, const std::string& path, const ProgressOptions& options) {
  const std::string name = path == "-" ? "standard input" : path;
  Progress progress(options);
  const auto started = std::chrono::steady_clock::now();
  const ImportedFile file = import_file(library, path, [&](std::size_t records) {
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - started;
    progress.moving(fmt::format("importing {}: {} records, {:.0f}/s", name, records,
                                static_cast<double>(records) / seconds.count()));
  });
  progress.clear();
  tell_problems(file);
  fmt::print("{}\n", import_summary(name, file));
  return file.bad == 0;
}

int run_import(const ImportOptions& options) {
  Library library = Library::open(library_path(options.library), true);
  bool all_read = true;
  for (const std::string& path : options.files) {
    const auto error = attempt([&] { all_read = import_and_tell(library, path, options.progress) && all_read; });
    if (!error) continue;
    if (error->kind() != ErrorKind::input) throw Error(*error);
    fmt::print(stderr, "claimcheck: {}\n", error->what());
    all_read = false;
  }
  return to_int(all_read ? ExitCode::ok : ExitCode::unusable);
}

}  // namespace

void add_library_import_command(CommandLine& line, CLI::App& library) {
  const auto options = std::make_shared<ImportOptions>();
  CLI::App& command = CommandLine::add(
      library, {"import", "Add PubMed XML files: each one whole or not at all, each only once",
                "claimcheck library import --library pubmed.db pubmed26n0001.xml.gz pubmed26n0002.xml.gz\n"
                "curl --silent URL | claimcheck library import --library pubmed.db -"});
  command.add_option("FILE", options->files, "PubMed XML, plain or gzip; - is standard input")->required();
  add_library_option(command, options->library);
  add_progress_options(command, options->progress);
  line.on(command, [options] { return run_import(*options); });
}

}  // namespace claimcheck
