#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/command_line.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/library_commands.h"
#include "cli/library_status.h"
#include "library/library.h"

namespace claimcheck {
namespace {

struct StatusOptions {
  std::string library;
  bool json = false;
};

int run_status(const StatusOptions& options) {
  const LibraryStatus status = open_existing_library(library_path(options.library)).status();
  fmt::print("{}", options.json ? status_json(status) : status_text(status));
  return to_int(ExitCode::ok);
}

}  // namespace

std::string status_json(const LibraryStatus& status) {
  const nlohmann::ordered_json json = {{"path", status.path},           {"schema_version", status.schema_version},
                                       {"citations", status.citations}, {"with_abstract", status.with_abstract},
                                       {"digests", status.digests},     {"retracted", status.retracted},
                                       {"files", status.files},         {"last_change", status.last_change},
                                       {"bytes", status.bytes}};
  return json.dump(2) + "\n";
}

std::string status_text(const LibraryStatus& status) {
  return fmt::format(
      "library     {}\ncitations   {} ({} with abstract, {} digests, {} retracted)\nfiles       {}\nlast change {}\n"
      "size        {:.1f} MB, schema {}\n",
      status.path, status.citations, status.with_abstract, status.digests, status.retracted, status.files,
      status.last_change.empty() ? "never" : status.last_change, static_cast<double>(status.bytes) / 1e6,
      status.schema_version);
}

void add_library_status_command(CommandLine& line, CLI::App& library) {
  const auto options = std::make_shared<StatusOptions>();
  CLI::App& command = CommandLine::add(
      library, {"status", "What the library holds", "claimcheck library status --library pubmed.db --json"});
  add_library_option(command, options->library);
  command.add_flag("--json", options->json, "Print one JSON object")->group("Reports");
  line.on(command, [options] { return run_status(*options); });
}

}  // namespace claimcheck
