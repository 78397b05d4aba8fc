#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/check_run.h"
#include "cli/claims_input.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/progress.h"
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

/// Leaves only the claim with this id. Throws Error(usage) when there is none.
void keep_claim(ClaimsInput& input, const ExplainOptions& options) {
  std::vector<std::string> ids;
  for (const Claim& claim : input.claims) ids.push_back(claim.id);
  const auto found = std::find(ids.begin(), ids.end(), options.id);
  if (found == ids.end()) {
    throw Error(ErrorKind::usage,
                fmt::format("{} has no claim '{}'{}", options.file, options.id, did_you_mean(options.id, ids)));
  }
  input.claims = {input.claims[static_cast<std::size_t>(found - ids.begin())]};
}

int run_explain(const ExplainOptions& options) {
  ClaimsInput input = read_claims({options.file});
  keep_claim(input, options);
  Evidence evidence(options.evidence);
  Progress progress(options.progress);
  const Run run = check_claims(input, evidence, options.reach, progress);
  fmt::print("{}",
             options.json ? write_json(run) : write_explanation(run.reports.front(), terminal_style(options.color)));
  return to_int(run.reports.front().status == ClaimStatus::incomplete ? ExitCode::incomplete : ExitCode::ok);
}

}  // namespace

void add_explain_command(CommandLine& line) {
  const auto options = std::make_shared<ExplainOptions>();
  CLI::App& command = line.add({"explain", "One claim in full: frame, queries, findings, and each rule that fired",
                                "claimcheck explain claims.json C-07\n"
                                "claimcheck explain claims.json C-07 --library pubmed.db --offline --json"});
  command.add_option("FILE", options->file, "The claims file; - is standard input")->required();
  command.add_option("ID", options->id, "The claim's id")->required();
  add_evidence_options(command, options->evidence);
  add_reach_options(command, options->reach);
  command.add_flag("--json", options->json, "Print the JSON report of this claim")->group("Reports");
  add_progress_options(command, options->progress);
  add_color_option(command, options->color);
  line.on(command, [options] { return run_explain(*options); });
}

}  // namespace claimcheck
