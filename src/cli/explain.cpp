#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/capsule_file.h"
#include "cli/check_run.h"
#include "cli/claims_input.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/input_file.h"
#include "cli/progress.h"
#include "cli/project_file.h"
#include "cli/shared_options.h"
#include "cli/suggestion.h"
#include "cli/terminal.h"
#include "core/error.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

struct ExplainOptions {
  std::string file;
  std::string id;
  EvidenceOptions evidence;
  ReachOptions reach;
  bool json = false;
  std::string color = "auto";
  ProgressOptions progress;
};

/// The place of the claim with this id. Throws Error(usage) when there is none.
std::size_t find_id(const std::vector<std::string>& ids, const ExplainOptions& options) {
  const auto found = std::find(ids.begin(), ids.end(), options.id);
  if (found == ids.end()) {
    throw Error(ErrorKind::usage,
                fmt::format("{} has no claim '{}'{}", options.file, options.id, did_you_mean(options.id, ids)));
  }
  return static_cast<std::size_t>(found - ids.begin());
}

std::size_t find_claim(const std::vector<Claim>& claims, const ExplainOptions& options) {
  std::vector<std::string> ids;
  ids.reserve(claims.size());
  for (const Claim& claim : claims) ids.push_back(claim.id);
  return find_id(ids, options);
}

/// A capsule or project (`what`) holds all answers: nothing is asked, so no option can say what to ask. A library does
/// no harm: who names it at every command may go on.
void refuse_evidence_options(const ExplainOptions& options, std::string_view what) {
  const EvidenceOptions& evidence = options.evidence;
  if (evidence.eutils_url.empty() && !evidence.refresh && evidence.deadline == EvidenceOptions{}.deadline &&
      !options.reach.limit && !options.reach.expand) {
    return;
  }
  throw Error(ErrorKind::usage,
              fmt::format("{} is a {}, which is explained from what it holds; leave out --limit, --expand, --refresh, "
                          "--eutils-url and --deadline, or search anew with claimcheck recheck",
                          options.file, what));
}

/// Who gives the id first is told so, where that is plain.
void check_order(const ExplainOptions& options) {
  std::error_code code;
  if (options.file == "-" || std::filesystem::exists(options.file, code)) return;
  if (options.id == "-" || !std::filesystem::is_regular_file(options.id, code)) return;
  throw Error(ErrorKind::usage,
              fmt::format("first the file, then the id: claimcheck explain {} {}", options.id, options.file));
}

Run explain_capsule(const Capsule& capsule, const ExplainOptions& options, Progress& progress) {
  refuse_evidence_options(options, "capsule");
  const std::size_t place = find_claim(capsule.claims, options);
  if (capsule.facts.rules_version != kRulesVersion) {
    progress.stage(fmt::format("the report in {} was made by rules {}, this explanation by rules {}", options.file,
                               capsule.facts.rules_version, kRulesVersion));
  }
  return replay_claims(capsule, *vocabulary_of(capsule), progress, place);
}

/// The report as it was made, be it by other rules than this program's.
Run explain_project(const ExplainOptions& options, Progress& progress) {
  refuse_evidence_options(options, "project");
  const Project project = open_project(options.file);
  Run run = project.run_on(find_id(project.claim_ids(), options));
  if (run.provenance.rules_version != kRulesVersion) {
    progress.stage(fmt::format("the report in {} was made by rules {}; this program has rules {}", options.file,
                               run.provenance.rules_version, kRulesVersion));
  }
  return run;
}

Run explain_claims_file(std::string bytes, const ExplainOptions& options, Progress& progress) {
  ClaimsInput input;
  add_claims(input, options.file, std::move(bytes));
  input.claims = {input.claims[find_claim(input.claims, options)]};
  Evidence evidence(options.evidence);
  return check_claims(input, evidence, options.reach, progress);
}

Run explain_file(const ExplainOptions& options, Progress& progress) {
  if (is_project_file(options.file)) return explain_project(options, progress);
  std::string bytes = read_input_file(options.file, kLargestCapsule, "a claims file or a capsule");
  return looks_like_capsule(bytes) || looks_like_project(bytes)
             ? explain_capsule(capsule_from(bytes, options.file), options, progress)
             : explain_claims_file(std::move(bytes), options, progress);
}

int run_explain(const ExplainOptions& options) {
  check_order(options);
  Progress progress(options.progress);
  const Run run = explain_file(options, progress);
  fmt::print("{}",
             options.json ? write_json(run) : write_explanation(run.reports.front(), terminal_style(options.color)));
  return to_int(run.reports.front().status == ClaimStatus::incomplete ? ExitCode::incomplete : ExitCode::ok);
}

}  // namespace

void add_explain_command(CommandLine& line) {
  const auto options = std::make_shared<ExplainOptions>();
  CLI::App& command = line.add({"explain", "One claim in full: frame, queries, findings, and each rule that fired",
                                "claimcheck explain claims.json C-07\n"
                                "claimcheck explain claims.json C-07 --library pubmed.db --offline --json\n"
                                "claimcheck explain march.capsule C-07   # from what the capsule holds"});
  command
      .add_option("FILE", options->file, "The claims file, or the capsule or project of a check; - is standard input")
      ->required();
  command.add_option("ID", options->id, "The claim's id")->required();
  add_evidence_options(command, options->evidence);
  add_reach_options(command, options->reach);
  command.add_flag("--json", options->json, "Print the JSON report of this claim")->group("Reports");
  add_progress_options(command, options->progress);
  add_color_option(command, options->color);
  line.on(command, [options] { return run_explain(*options); });
}

}  // namespace claimcheck
