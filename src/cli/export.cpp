#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "cli/project_file.h"
#include "cli/report_files.h"
#include "cli/shared_options.h"
#include "cli/terminal.h"
#include "report/writers.h"
#include "review/session.h"

namespace claimcheck {
namespace {

struct ExportOptions {
  std::string project;
  ReportFiles reports;
  std::string color = "auto";
};

int run_export(const ExportOptions& options) {
  const std::vector<std::string> outputs = output_paths(options.reports);
  check_outputs(outputs, {options.project});
  const Project project = open_project(options.project);
  warn_of_log(project, options.project);
  Run run = project.run();
  // A report must not tell one of two reviewers what the other judged before both have finished.
  if (run.review) run.review = hide_from(*run.review, {.name = {}, .read_only = true});
  write_report_files(run, options.reports);
  const bool any = std::any_of(outputs.begin(), outputs.end(), [](const std::string& path) { return !path.empty(); });
  if (!any) fmt::print("{}", write_text(run, terminal_style(options.color)));
  return to_int(ExitCode::ok);
}

}  // namespace

void add_export_command(CommandLine& line) {
  const auto options = std::make_shared<ExportOptions>();
  CLI::App& command = line.add({"export",
                                "Write the reports of a project again, as they were made, with its decisions (of two "
                                "reviewers once both have finished)",
                                "claimcheck export march.project   # as text\n"
                                "claimcheck export march.project --html report.html --xlsx matrix.xlsx\n"
                                "claimcheck export march.project --json report.json --ris references.ris"});
  add_project_argument(command, options->project);
  add_report_file_options(command, options->reports);
  add_color_option(command, options->color);
  line.on(command, [options] { return run_export(*options); });
}

}  // namespace claimcheck
