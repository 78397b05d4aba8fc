#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "cli/capsule_file.h"
#include "cli/check_run.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/input_file.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/shared_options.h"
#include "cli/terminal.h"
#include "intake/sha256.h"
#include "report/compare_reports.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

struct ReplayOptions {
  std::string file;
  std::string json;
  std::string color = "auto";
  ProgressOptions progress;
};

/// The report that this program makes of the capsule's answers. Where it is not the capsule's, it names this program,
/// which made it.
std::string replayed_report(const Capsule& capsule, Progress& progress) {
  Run run = replay_claims(capsule, *vocabulary_of(capsule), progress);
  std::string report = write_json(run);
  if (report == capsule.report) return report;
  run.provenance.tool_version = CLAIMCHECK_VERSION;
  return write_json(run);
}

int run_replay(const ReplayOptions& options) {
  check_outputs({options.json}, {options.file});
  const Capsule capsule = read_capsule_file(options.file);
  Progress progress(options.progress);
  progress.stage(
      fmt::format("replaying {} {}", capsule.claims.size(), capsule.claims.size() == 1 ? "claim" : "claims"));
  const std::string report = replayed_report(capsule, progress);
  if (!options.json.empty()) write_output(options.json, report);
  std::FILE* const out = is_standard_output(options.json) ? stderr : stdout;
  const std::string name = input_name(options.file);
  if (report == capsule.report) {
    fmt::print(out, "{}: reproduced, byte for byte (rules {}, report SHA-256 {})\n", name, capsule.facts.rules_version,
               sha256_hex(report));
    return to_int(ExitCode::ok);
  }
  fmt::print(out, "{}: NOT reproduced: its seal is whole, but its answers lead to another report now\n{}", name,
             write_difference(compare_reports(capsule.report, report, name), terminal_style(options.color)));
  return to_int(ExitCode::failed_on);
}

}  // namespace

void add_replay_command(CommandLine& line) {
  const auto options = std::make_shared<ReplayOptions>();
  CLI::App& command = line.add({"replay", "Make the report of a capsule or a project again, from what it holds alone",
                                "claimcheck replay march.capsule\n"
                                "claimcheck replay march.capsule --json again.json"});
  command.add_option("FILE", options->file, "A capsule (check --capsule), or a project; - is standard input")
      ->required();
  command.add_option("--json", options->json, "Write the JSON report that was made; - is standard output")
      ->type_name("FILE")
      ->group("Reports");
  add_progress_options(command, options->progress);
  add_color_option(command, options->color);
  line.on(command, [options] { return run_replay(*options); });
}

}  // namespace claimcheck
