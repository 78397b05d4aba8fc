#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/command_line.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/import_mesh.h"
#include "cli/library_commands.h"
#include "cli/library_status.h"
#include "cli/progress.h"
#include "library/library.h"

namespace claimcheck {
namespace {

struct ImportMeshOptions {
  std::string library;
  std::string file;
  ProgressOptions progress;
};

std::string summary(const std::string& name, const ImportedMesh& imported) {
  if (imported.already_imported) {
    return fmt::format("{}: imported before ({} of {}), nothing to do", name, mesh_name(imported.file),
                       imported.file.date);
  }
  std::string text = fmt::format("{}: {}, {}", name, mesh_name(imported.file), mesh_counts(imported.file));
  if (imported.replaced) {
    text += fmt::format(", in the place of {} ({})", mesh_name(*imported.replaced), imported.replaced->name);
  }
  return text;
}

int run_import_mesh(const ImportMeshOptions& options) {
  Library library = Library::open(library_path(options.library), true);
  const std::string name = options.file == "-" ? "standard input" : options.file;
  Progress progress(options.progress);
  const ImportedMesh imported = import_mesh(library, options.file, [&](std::size_t descriptors) {
    progress.moving(fmt::format("importing {}: {} headings", name, descriptors));
  });
  progress.clear();
  fmt::print("{}\n", summary(name, imported));
  return to_int(ExitCode::ok);
}

}  // namespace

void add_library_import_mesh_command(CommandLine& line, CLI::App& library) {
  const auto options = std::make_shared<ImportMeshOptions>();
  CLI::App& command = CommandLine::add(
      library, {"import-mesh", "Add MeSH: headings then include the narrower ones, claims may name any drug or disease",
                "claimcheck library import-mesh --library pubmed.db desc2026.xml\n"
                "    # the descriptors, from https://www.nlm.nih.gov/databases/download/mesh.html; a newer year later\n"
                "    # takes the place of the older"});
  command.add_option("FILE", options->file, "desc20NN.xml or d20NN.bin, plain or gzip; - is standard input")
      ->required();
  add_library_option(command, options->library);
  add_progress_options(command, options->progress);
  line.on(command, [options] { return run_import_mesh(*options); });
}

}  // namespace claimcheck
