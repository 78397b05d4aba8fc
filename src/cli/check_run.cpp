#include "cli/check_run.h"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <memory>
#include <span>
#include <thread>
#include <utility>
#include <vector>

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

constexpr std::size_t kMostWorkers = 4;

/// Hands out claims in blocks to those who check them, because neighbours are often on the same drug and find the same
/// citations, which a worker then reads once.
class ClaimQueue {
 public:
  ClaimQueue(const std::vector<Claim>& claims, std::size_t workers)
      : claims_(claims),
        reports_(claims.size()),
        block_(std::clamp<std::size_t>(claims.size() / (4 * workers), 1, 8)) {}

  /// Checks claims until there are none left, or Ctrl-C. `progress` is null but for one of the workers.
  void work(CitationSource& source, const Stages& stages, Progress* progress) {
    for (std::size_t first = 0; (first = next_.fetch_add(block_)) < claims_.size();) {
      for (std::size_t i = first; i < std::min(first + block_, claims_.size()); ++i) {
        if (GracefulStop::requested()) return;
        if (progress != nullptr) progress->item(done_ + 1, claims_.size(), "checking " + claims_[i].id);
        const auto error = attempt([&] { reports_[i] = verify(claims_[i], source, stages); });
        if (GracefulStop::requested()) return;
        if (error) reports_[i] = failed_report(claims_[i], *error);
        ++done_;
      }
    }
  }

  [[nodiscard]] std::size_t done() const { return done_; }
  std::vector<Report> take_reports() { return std::move(reports_); }

 private:
  const std::vector<Claim>& claims_;
  std::vector<Report> reports_;
  std::size_t block_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::size_t> done_ = 0;
};

/// What the workers beside the first one ask; none where there can be one worker only.
std::vector<std::unique_ptr<CitationSource>> more_sources(const Evidence& evidence, std::size_t claims) {
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::unique_ptr<CitationSource>> sources;
  for (std::size_t i = 1; i < std::min({cores, kMostWorkers, claims}); ++i) {
    auto source = evidence.another_source();
    if (!source) break;
    sources.push_back(std::move(source));
  }
  return sources;
}

std::vector<Report> check_all(const std::vector<Claim>& claims, Evidence& evidence, const ReachOptions& reach,
                              Progress& progress) {
  const GracefulStop graceful;
  const Vocabulary& vocabulary = evidence.vocabulary();
  const auto sources = more_sources(evidence, claims.size());
  ClaimQueue queue(claims, sources.size() + 1);
  std::vector<std::future<void>> others;
  others.reserve(sources.size());
  for (const auto& source : sources) {
    others.push_back(std::async(std::launch::async, [&queue, &vocabulary, &reach, &source = *source] {
      queue.work(source, stages_for(reach, vocabulary), nullptr);
    }));
  }
  queue.work(evidence.source(), stages_for(reach, vocabulary), &progress);
  for (std::future<void>& other : others) other.get();
  if (GracefulStop::requested()) throw interrupted(queue.done(), claims.size());
  return queue.take_reports();
}

/// The report of `check` on each claim, or what ended it.
template <typename Check>
std::vector<Report> check_each(std::span<const Claim> claims, Progress& progress, Check check) {
  const GracefulStop graceful;
  std::vector<Report> reports;
  for (const Claim& claim : claims) {
    progress.item(reports.size() + 1, claims.size(), "checking " + claim.id);
    Report report;
    const auto error = attempt([&] { report = check(claim); });
    if (GracefulStop::requested()) throw interrupted(reports.size(), claims.size());
    reports.push_back(error ? failed_report(claim, *error) : std::move(report));
  }
  progress.clear();
  return reports;
}

}  // namespace

Run check_claims(const ClaimsInput& input, Evidence& evidence, const ReachOptions& reach, Progress& progress,
                 Recorder* recorder) {
  const std::size_t total = input.claims.size();
  Run run;
  run.provenance.tool_version = CLAIMCHECK_VERSION;
  run.provenance.documents = input.documents;
  run.articles = input.articles;
  run.problems = note_problems(run.articles, run.provenance.documents);
  progress.stage(
      fmt::format("checking {} {} against {}", total, total == 1 ? "claim" : "claims", evidence.description()));
  for (const std::string& note : evidence.notes()) progress.stage(note);
  if (recorder == nullptr) {
    run.reports = check_all(input.claims, evidence, reach, progress);
    progress.clear();
  } else {
    const Stages stages = stages_for(reach, evidence.vocabulary());
    run.reports = check_each(input.claims, progress, [&](const Claim& claim) {
      recorder->begin_claim();
      RecordingSource source(evidence.source(), *recorder);
      return verify(claim, source, stages);
    });
  }
  evidence.describe(run);
  return run;
}

Run replay_claims(const Capsule& capsule, const Vocabulary& vocabulary, Progress& progress,
                  std::optional<std::size_t> only) {
  const CapsuleFacts& facts = capsule.facts;
  const Stages stages = stages_for({facts.limit, facts.expand}, vocabulary);
  const std::size_t first = only.value_or(0);
  const std::span<const Claim> claims =
      std::span(capsule.claims).subspan(first, only ? std::size_t{1} : capsule.claims.size());
  Run run;
  Provenance& provenance = run.provenance;
  provenance.tool_version = facts.tool_version;
  run.articles = capsule.articles;
  for (const CapsuleInput& input : capsule.inputs) provenance.documents.push_back(input.document);
  run.problems = note_problems(run.articles, provenance.documents);
  run.reports = check_each(claims, progress, [&](const Claim& claim) {
    RecordedSource source(capsule.recording, first + static_cast<std::size_t>(&claim - claims.data()));
    return verify(claim, source, stages);
  });
  provenance.offline = facts.offline;
  provenance.evidence_source = facts.evidence_source;
  provenance.library_citations = facts.library_citations;
  describe_evidence(run);
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
