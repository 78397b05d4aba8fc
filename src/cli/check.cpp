#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/annotated_docx.h"
#include "cli/capsule_file.h"
#include "cli/check_run.h"
#include "cli/claims_input.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/project_file.h"
#include "cli/report_files.h"
#include "cli/shared_options.h"
#include "cli/terminal.h"
#include "core/enum_names.h"
#include "intake/sha256.h"
#include "library/project.h"
#include "report/write_docx.h"
#include "report/writers.h"

namespace claimcheck {

/// From which tag on a run fails; each level includes those before it.
enum class FailOn { never, unsupported, contested, unchecked };

template <>
struct EnumNames<FailOn> {
  static constexpr std::array<std::string_view, 4> values{"never", "unsupported", "contested", "unchecked"};
};

namespace {

struct CheckOptions {
  std::vector<std::string> files;
  EvidenceOptions evidence;
  ReachOptions reach;
  ReportFiles reports;
  std::string docx;
  std::string capsule;
  std::string project;
  std::string fail_on = "never";
  bool allow_partial = false;
  bool show_queries = false;
  std::string color = "auto";
  ProgressOptions progress;
};

bool fails(const Report& report, FailOn level) {
  if (!report.verdict) return level >= FailOn::unchecked;
  switch (report.verdict->tag) {
    case Tag::unsupported:
      return level >= FailOn::unsupported;
    case Tag::contested:
      return level >= FailOn::contested;
    case Tag::supported:
      break;
  }
  return false;
}

ExitCode outcome(const Run& run, const CheckOptions& options) {
  const auto incomplete = [](const Report& report) { return report.status == ClaimStatus::incomplete; };
  // A run without a claim has checked nothing, which a script must not take for clean.
  const bool all_checked = !run.reports.empty() && std::none_of(run.reports.begin(), run.reports.end(), incomplete);
  if (!options.allow_partial && !all_checked) return ExitCode::incomplete;
  const FailOn level = parse_enum<FailOn>(options.fail_on).value_or(FailOn::never);
  const bool failed = std::any_of(run.reports.begin(), run.reports.end(),
                                  [level](const Report& report) { return fails(report, level); });
  return failed ? ExitCode::failed_on : ExitCode::ok;
}

void write_reports(const Run& run, const CheckOptions& options) {
  write_report_files(run, options.reports);
  const bool stdout_taken =
      takes_standard_output(options.reports) || is_standard_output(options.capsule) || is_standard_output(options.docx);
  if (!stdout_taken) fmt::print("{}", write_text(run, terminal_style(options.color)));
  if (options.show_queries) fmt::print(stdout_taken ? stderr : stdout, "\n{}", list_queries(run));
}

/// A run with the author's files that comments can be written into.
struct CheckedRun {
  const Run& run;
  const std::vector<std::string_view>& originals;
};

/// What a recorded run is kept in.
void write_record(const Capsule& capsule, const CheckedRun& checked, const CheckOptions& options, Progress& progress) {
  const std::string bytes = pack_capsule(capsule, options.capsule.empty() ? options.project : options.capsule);
  if (!options.capsule.empty()) write_capsule_file(options.capsule, bytes, progress);
  if (options.project.empty()) return;
  Project::create(options.project, checked.run, bytes, sha256_hex, checked.originals);
  progress.stage(fmt::format("project: {}; to review it: claimcheck review {}", options.project, options.project));
}

int run_check(const CheckOptions& options) {
  std::vector<std::string> inputs = options.files;
  inputs.push_back(library_path(options.evidence.library));
  std::vector<std::string> outputs = output_paths(options.reports);
  outputs.push_back(options.capsule);
  outputs.push_back(options.docx);
  outputs.push_back(options.project);
  check_docx_output(options.docx);
  check_outputs(outputs, inputs);
  if (!options.project.empty()) check_new_project(options.project);
  const ClaimsInput input = read_claims(options.files);
  if (!options.project.empty()) check_ids_differ(input);
  if (!options.docx.empty()) only_docx(input.articles);
  Evidence evidence(options.evidence);
  Progress progress(options.progress);
  Recorder recorder(private_paths(options.evidence));
  const bool recorded = !options.capsule.empty() || !options.project.empty();
  const Run run = check_claims(input, evidence, options.reach, progress, recorded ? &recorder : nullptr);
  write_reports(run, options);
  const std::vector<std::string_view> originals = docx_originals(run, input.texts);
  if (!options.docx.empty()) write_output(options.docx, write_docx(run, only_docx(run.articles), originals.front()));
  if (recorded) {
    const Capsule capsule = make_capsule(input, evidence, options.reach, recorder, run);
    write_record(capsule, {run, originals}, options, progress);
  }
  return to_int(outcome(run, options));
}

void add_report_options(CLI::App& command, CheckOptions& options) {
  add_report_file_options(command, options.reports);
  add_docx_option(command, options.docx, "Write the Word document that was checked with a comment on each claim");
  command
      .add_option("--capsule", options.capsule,
                  "Write the whole run, sealed, into one file: claims, records, queries, report (claimcheck help "
                  "capsules)")
      ->type_name("FILE")
      ->group("Reports");
  command
      .add_option("--project", options.project,
                  "Make a project of the run, a new file to review it in (claimcheck help projects)")
      ->type_name("FILE")
      ->group("Reports");
  command.add_flag("--show-queries", options.show_queries, "List every query as it was run")->group("Reports");
}

void add_outcome_options(CLI::App& command, CheckOptions& options) {
  command
      .add_option("--fail-on", options.fail_on,
                  "Exit with 1 from this tag on: never, unsupported, contested (or worse), unchecked (or worse)")
      ->type_name("LEVEL")
      ->capture_default_str()
      ->check(CLI::IsMember({"never", "unsupported", "contested", "unchecked"}))
      ->group("Outcome");
  command
      .add_flag("--allow-partial", options.allow_partial,
                "Claims that could not be checked, or none at all, do not lead to exit code 3")
      ->group("Outcome");
}

}  // namespace

void add_check_command(CommandLine& line) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App& command =
      line.add({"check", "Tag every claim of an article or a claims file, with evidence for and against",
                "claimcheck check article.docx --html report.html --docx commented.docx\n"
                "claimcheck check claims.json --library pubmed.db --offline --json report.json\n"
                "claimcheck check claims.json --xlsx matrix.xlsx --ris references.ris --md report.md\n"
                "claimcheck check claims.json --capsule march.capsule   # to replay and to recheck\n"
                "claimcheck check article.docx --project march.project   # to review, and keep the decisions\n"
                "claimcheck check claims.json --fail-on contested   # for scripts: 1 if any is contested"});
  command
      .add_option("FILE", options->files,
                  "Articles (DOCX, HTML, Markdown, text, PDF) and claims files (claims/README.md); - is standard input")
      ->required();
  add_evidence_options(command, options->evidence);
  add_reach_options(command, options->reach);
  add_report_options(command, *options);
  add_outcome_options(command, *options);
  add_progress_options(command, options->progress);
  add_color_option(command, options->color);
  line.on(command, [options] { return run_check(*options); });
}

}  // namespace claimcheck
