#include "report/counts.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace claimcheck {
namespace {

constexpr std::size_t kNamedClaims = 6;

void add_problem(std::vector<ProblemLine>& lines, const std::string& text, const std::string& claim_id) {
  auto line = std::find_if(lines.begin(), lines.end(), [&](const ProblemLine& known) { return known.text == text; });
  if (line == lines.end()) line = lines.insert(lines.end(), {text, {}});
  const bool named = !line->claim_ids.empty() && line->claim_ids.back() == claim_id;
  if (!claim_id.empty() && !named) line->claim_ids.push_back(claim_id);
}

// The name of the file from which each claim was read; empty names when the counts do not add up.
std::vector<std::string> input_of_each_claim(const Run& run) {
  std::vector<std::string> names;
  for (const InputDocument& document : run.provenance.documents) {
    names.insert(names.end(), std::min(document.claims, run.reports.size()), document.name);
  }
  if (names.size() != run.reports.size()) names.assign(run.reports.size(), "");
  return names;
}

std::size_t& count_of(ClaimCounts& counts, const Report& report) {
  if (!report.verdict) return report.status == ClaimStatus::not_assessed ? counts.not_assessed : counts.could_not_check;
  switch (report.verdict->tag) {
    case Tag::supported:
      return counts.supported;
    case Tag::contested:
      return counts.contested;
    case Tag::unsupported:
      break;
  }
  return counts.unsupported;
}

}  // namespace

ClaimCounts count_claims(const Run& run) {
  ClaimCounts counts;
  for (const Report& report : run.reports) ++count_of(counts, report);
  counts.not_reviewed =
      static_cast<std::size_t>(std::count_if(run.reports.begin(), run.reports.end(), [&](const Report& report) {
        const bool is_open = !run.review || outcome_of(*run.review, report.claim.id).kind == OutcomeKind::open;
        return is_open;
      }));
  return counts;
}

std::vector<ProblemLine> collect_problems(const Run& run) {
  std::vector<ProblemLine> lines;
  for (const std::string& problem : run.problems) add_problem(lines, problem, "");
  for (const Report& report : run.reports) {
    for (const std::string& problem : report.problems) add_problem(lines, problem, report.claim.id);
  }
  return lines;
}

std::vector<ProblemLine> collect_warnings(const Run& run) {
  std::vector<ProblemLine> lines;
  for (const Report& report : run.reports) {
    for (const QueryRecord& query : report.queries) {
      for (const std::string& warning : query.warnings) add_problem(lines, warning, report.claim.id);
    }
  }
  return lines;
}

std::string name_claims(const ProblemLine& problem) {
  const std::size_t named = std::min(problem.claim_ids.size(), kNamedClaims);
  std::string names = fmt::format(
      "{}", fmt::join(problem.claim_ids.begin(), problem.claim_ids.begin() + static_cast<std::ptrdiff_t>(named), ", "));
  if (named < problem.claim_ids.size()) names += fmt::format(" and {} more", problem.claim_ids.size() - named);
  return names;
}

std::string digest_banner(const Run& run) {
  const bool cites_digest = std::any_of(run.reports.begin(), run.reports.end(), [](const Report& report) {
    return std::any_of(report.citations.begin(), report.citations.end(),
                       [](const Citation& citation) { return citation.digest; });
  });
  if (!cites_digest && run.provenance.digest_citations == 0) return {};
  return "This report quotes digests: short abstracts written by the authors of claimcheck, not the published "
         "abstracts. It is for demonstration, not for decisions.";
}

std::vector<DocumentGroup> group_by_document(const Run& run) {
  const std::vector<std::string> inputs = input_of_each_claim(run);
  std::vector<DocumentGroup> groups;
  for (std::size_t i = 0; i < run.reports.size(); ++i) {
    const Report& report = run.reports[i];
    const std::string& name = report.claim.origin ? report.claim.origin->document : inputs[i];
    auto group =
        std::find_if(groups.begin(), groups.end(), [&](const DocumentGroup& known) { return known.name == name; });
    if (group == groups.end()) group = groups.insert(groups.end(), {name, {}});
    group->reports.push_back(&report);
  }
  return groups;
}

}  // namespace claimcheck
