#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "cli/project_file.h"
#include "core/error.h"

namespace claimcheck {
namespace {

struct CopyOptions {
  std::string project;
  std::string copy;
};

int run_copy(const CopyOptions& options) {
  if (is_standard_output(options.copy)) throw Error(ErrorKind::usage, "a project is a file: name one for the copy");
  check_outputs({options.copy}, {options.project});
  const Project project = open_project(options.project);
  check_log_of(project, options.project);
  project.copy_to(options.copy);
  const LogCheck check = check_log_of(open_project(options.copy), options.copy);
  fmt::print("{}: a copy of {}. Claims: {}, log entries: {}, last hash: {}\n", options.copy, options.project,
             project.claims(), check.entries, check.last_hash);
  return to_int(ExitCode::ok);
}

}  // namespace

void add_copy_command(CommandLine& line) {
  const auto options = std::make_shared<CopyOptions>();
  CLI::App& command = line.add({"copy", "Copy a project to hand it over, whole, even while somebody reviews it",
                                "claimcheck copy march.project march-for-legal.project"});
  add_project_argument(command, options->project);
  command.add_option("COPY", options->copy, "The new file; nothing may be there yet")->required();
  line.on(command, [options] { return run_copy(*options); });
}

}  // namespace claimcheck
