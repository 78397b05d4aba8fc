#include "cli/check_run.h"

#include <fmt/core.h>

#include <utility>

#include "cli/batch.h"
#include "cli/interrupt.h"
#include "report/words.h"
#include "verify/expand.h"
#include "verify/verify.h"

namespace claimcheck {
namespace {

Stages stages_for(const ReachOptions& reach, const Vocabulary& vocabulary) {
  Stages stages = default_stages(vocabulary);
  if (reach.expand) stages.seeds = choose_seeds;
  if (!reach.limit) return stages;
  stages.plan = [plan = std::move(stages.plan), limit = *reach.limit](const ClaimFrame& frame) {
    std::vector<Query> queries = plan(frame);
    for (Query& query : queries) query.limit = limit;
    return queries;
  };
  return stages;
}

Report failed_report(const Claim& claim, const Error& error) {
  Report report;
  report.claim = claim;
  report.status_reasons.push_back({ReasonCode::tool_failure, error.what()});
  report.problems.emplace_back(error.what());
  return report;
}

Error interrupted(std::size_t done, std::size_t total) {
  return {ErrorKind::interrupted, fmt::format("interrupted: {} of {} claims checked. What was fetched is kept: run the "
                                              "same command again to go on",
                                              done, total)};
}

}  // namespace

Run check_claims(const ClaimsInput& input, Evidence& evidence, const ReachOptions& reach, Progress& progress) {
  const GracefulStop graceful;
  const Stages stages = stages_for(reach, evidence.vocabulary());
  const std::size_t total = input.claims.size();
  Run run;
  run.provenance.tool_version = CLAIMCHECK_VERSION;
  run.provenance.documents = input.documents;
  progress.stage(
      fmt::format("checking {} {} against {}", total, total == 1 ? "claim" : "claims", evidence.description()));
  for (const std::string& note : evidence.notes()) progress.stage(note);
  for (const Claim& claim : input.claims) {
    progress.item(run.reports.size() + 1, total, "checking " + claim.id);
    Report report;
    const auto error = attempt([&] { report = verify(claim, evidence.source(), stages); });
    if (GracefulStop::requested()) throw interrupted(run.reports.size(), total);
    run.reports.push_back(error ? failed_report(claim, *error) : std::move(report));
  }
  progress.clear();
  evidence.describe(run);
  return run;
}

std::string list_queries(const Run& run) {
  std::string text = "Queries as run:\n";
  for (const Report& report : run.reports) {
    for (const QueryRecord& query : report.queries) {
      text += fmt::format("  {}  {:8}  {}{}, {} read  {}\n", report.claim.id, to_string(query.aim),
                          query.complete ? "" : "failed, ", describe_found(query), query.read, query.text);
    }
  }
  return text;
}

}  // namespace claimcheck
