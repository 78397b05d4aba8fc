#include "verify/gather.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "verify/certainty.h"
#include "verify/expand.h"
#include "verify/families.h"
#include "verify/study.h"

namespace claimcheck {
namespace {

QueryAim aim_of(QuerySide side) {
  return side == QuerySide::claim ? QueryAim::claim : QueryAim::counter;
}

std::string describe(LinkKind kind, std::span<const Pmid> seeds) {
  return fmt::format("ELink {} of PMID {} (the first {} of each)", elink_name(kind), fmt::join(seeds, ", "), kMaxLinks);
}

std::size_t count_links(const LinkResult& answer) {
  std::set<Pmid> all;
  for (const auto& [seed, linked] : answer.links) all.insert(linked.begin(), linked.end());
  for (const auto& [seed, linked] : answer.links) all.erase(seed);
  return all.size();
}

// The record was withdrawn or corrected, and stands anew elsewhere.
bool replaces(NoticeKind kind) {
  return kind == NoticeKind::retracted_and_republished_in || kind == NoticeKind::corrected_and_republished_in;
}

std::string why_silent(const Citation& citation) {
  std::string why = ineligible_because(citation);
  return why.empty() ? "no result or conclusion that could be read on the outcome" : why;
}

}  // namespace

void Gathering::search() {
  bool has_claim_side = false;
  bool has_counter_side = false;
  for (const Query& query : stages_.plan(report_.frame)) {
    run(query);
    (query.side == QuerySide::claim ? has_claim_side : has_counter_side) = true;
  }
  complete_ = complete_ && has_claim_side && has_counter_side;
  fetch_new();
  read();
}

void Gathering::follow_links() {
  if (!stages_.seeds) return;
  const std::vector<Pmid> seeds = stages_.seeds(report_.findings);
  if (seeds.empty()) return;
  for (const LinkKind kind : enum_values<LinkKind>()) follow(kind, seeds);
  fetch_new();
  read();
}

void Gathering::finish() {
  std::set<Pmid> quoted;
  for (const Finding& finding : report_.findings) quoted.insert(finding.pmid);
  std::sort(citations_.begin(), citations_.end(), [](const Citation& a, const Citation& b) { return a.pmid < b.pmid; });
  for (Citation& citation : citations_) {
    if (quoted.contains(citation.pmid)) {
      report_.citations.push_back(std::move(citation));
    } else if (read_.contains(citation.pmid)) {
      report_.silent.push_back({citation.pmid, citation.title, citation.date.year, why_silent(citation)});
    }
  }
}

void Gathering::run(const Query& query) {
  SearchResult result = source_.search(query);
  std::vector<Pmid>& taken = taken_.emplace_back();
  for (const SearchHit& hit : result.hits) taken.push_back(hit.pmid);
  complete_ = complete_ && result.complete;
  if (!result.complete) report_.problems.push_back(result.problem);
  report_.queries.push_back({aim_of(query.side), std::move(result.as_run), result.found, taken.size(), 0,
                             result.complete, std::move(result.source), std::move(result.date),
                             std::move(result.translation), std::move(result.warnings)});
}

void Gathering::follow(LinkKind kind, std::span<const Pmid> seeds) {
  LinkResult result = source_.links(kind, seeds);
  const std::vector<Pmid>& taken = taken_.emplace_back(take_links(result));
  complete_ = complete_ && result.complete;
  if (!result.complete) report_.problems.push_back(result.problem);
  report_.queries.push_back({kind == LinkKind::similar ? QueryAim::similar : QueryAim::cited_by,
                             describe(kind, seeds),
                             count_links(result),
                             taken.size(),
                             0,
                             result.complete,
                             std::move(result.source),
                             std::move(result.date),
                             {},
                             {}});
}

/// Fetches what was found and not fetched before, in ascending order, so that the report does not depend on how the
/// searches ranked it; then what has replaced a record of these.
void Gathering::fetch_new() {
  fetch_taken();
  std::set<Pmid> replacements;
  for (const Citation& citation : citations_) {
    for (const Notice& notice : citation.notices) {
      if (replaces(notice.kind) && notice.pmid != 0 && !asked_.contains(notice.pmid)) replacements.insert(notice.pmid);
    }
  }
  if (replacements.empty()) return;
  QueryRecord record;
  record.aim = QueryAim::republished;
  record.text = fmt::format("PMID {}", fmt::join(replacements, ", "));
  record.found = replacements.size();
  record.taken = replacements.size();
  record.complete = true;
  report_.queries.push_back(std::move(record));
  taken_.emplace_back(replacements.begin(), replacements.end());
  fetch_taken();
}

void Gathering::fetch_taken() {
  std::set<Pmid> wanted;
  for (const std::vector<Pmid>& pmids : taken_) wanted.insert(pmids.begin(), pmids.end());
  std::vector<Pmid> pmids;
  std::set_difference(wanted.begin(), wanted.end(), asked_.begin(), asked_.end(), std::back_inserter(pmids));
  if (pmids.empty()) return;
  asked_ = std::move(wanted);
  FetchResult fetched = source_.fetch(pmids);
  std::move(fetched.citations.begin(), fetched.citations.end(), std::back_inserter(citations_));
  for (std::string& problem : fetched.problems) report_.problems.push_back(std::move(problem));
  if (!fetched.missing.empty()) {
    report_.problems.push_back(
        fmt::format("{} of {} records that were found could not be had; run again with --refresh to search anew.",
                    fetched.missing.size(), pmids.size()));
  }
  // What was found and cannot be read may be all that speaks against the claim.
  complete_ = complete_ && fetched.failed.empty() && fetched.missing.empty();
}

std::vector<Finding> Gathering::read_as(const ClaimFrame& frame) const {
  std::vector<Finding> findings = stages_.read(frame, ranked_);
  group_families(ranked_, findings);
  set_superseded_aside(frame, ranked_, findings);
  const bool rare = is_rare_or_long_term(frame);
  std::sort(findings.begin(), findings.end(),
            [rare](const Finding& a, const Finding& b) { return is_stronger(a, b, rare); });
  return findings;
}

void Gathering::read() {
  ranked_ = stages_.rank(report_.frame, citations_);
  report_.findings = read_as(report_.frame);
  read_.clear();
  for (const Citation& citation : ranked_) read_.insert(citation.pmid);
  for (std::size_t i = 0; i < taken_.size(); ++i) {
    report_.queries[i].read = static_cast<std::size_t>(
        std::count_if(taken_[i].begin(), taken_[i].end(), [this](Pmid pmid) { return read_.contains(pmid); }));
  }
}

}  // namespace claimcheck
