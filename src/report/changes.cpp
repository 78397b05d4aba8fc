#include "report/changes.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "report/text_layout.h"
#include "report/words.h"

namespace claimcheck {
namespace {

using FindingsByPmid = std::map<Pmid, std::vector<Finding>>;

FindingsByPmid by_pmid(const Report& report) {
  FindingsByPmid findings;
  for (const Finding& finding : report.findings) findings[finding.pmid].push_back(finding);
  return findings;
}

std::set<Pmid> read_for(const Report& report) {
  std::set<Pmid> read;
  for (const SilentCitation& citation : report.silent) read.insert(citation.pmid);
  for (const Citation& citation : report.citations) read.insert(citation.pmid);
  return read;
}

bool contains(const std::vector<Pmid>& pmids, Pmid pmid) {
  return std::find(pmids.begin(), pmids.end(), pmid) != pmids.end();
}

/// MeSH's "Retracted Publication".
constexpr std::string_view kRetractedPublication = "D016441";

/// The same notice: PubMed may complete its reference later on.
bool is_same(const Notice& a, const Notice& b) {
  return a.kind == b.kind && (a.pmid != 0 && b.pmid != 0 ? a.pmid == b.pmid : a.source == b.source);
}

/// The notices of `now` that `then` does not have. A retraction that stands among the publication types alone counts
/// as one.
std::vector<Notice> new_notices(const Citation& then, const Citation& now) {
  std::vector<Notice> added;
  for (const Notice& notice : now.notices) {
    const bool known = std::any_of(then.notices.begin(), then.notices.end(),
                                   [&](const Notice& other) { return is_same(notice, other); });
    if (!known && !word_for(notice.kind).empty()) added.push_back(notice);
  }
  const auto is_retraction = [](const Notice& notice) { return notice.kind == NoticeKind::retraction_in; };
  if (is_retracted(now) && !is_retracted(then) && std::none_of(added.begin(), added.end(), is_retraction)) {
    added.push_back({NoticeKind::retraction_in, 0, "", "marked as a retracted publication"});
  }
  return added;
}

/// The publication types but for the mark of a retraction, which is told as a notice.
std::vector<ControlledTerm> kinds_of(const Citation& citation) {
  std::vector<ControlledTerm> types = citation.publication_types;
  std::erase_if(types, [](const ControlledTerm& type) { return type.ui == kRetractedPublication; });
  return types;
}

std::vector<std::string> changed_parts(const Citation& then, const Citation& now) {
  std::vector<std::string> parts;
  if (then.title != now.title) parts.emplace_back("title");
  if (then.abstract != now.abstract) parts.emplace_back("abstract");
  if (kinds_of(then) != kinds_of(now)) parts.emplace_back("publication types");
  return parts;
}

/// `by_rules`: how the claim stands by the rules of now and the answers of then.
std::string describe_rules(const ClaimStanding& by_rules) {
  if (by_rules.status == to_string(ClaimStatus::incomplete)) {
    return "this program's rules ask for searches that the capsule does not hold";
  }
  return fmt::format("by this program's rules the evidence of then makes it \"{}\"", by_rules.words);
}

/// Compares one claim.
class ClaimComparer {
 public:
  explicit ClaimComparer(const ClaimComparison& comparison)
      : in_(comparison), old_findings_(by_pmid(comparison.before)), new_findings_(by_pmid(comparison.after)) {}

  ClaimChanges compare(const Weigh& weigh) {
    out_.id = in_.after.claim.id;
    out_.text = in_.after.claim.text;
    out_.before = in_.reported.words;
    out_.checked = in_.after.status != ClaimStatus::incomplete && in_.unchecked.empty() && in_.asked.empty();
    out_.problems = in_.after.problems;
    out_.problems.insert(out_.problems.end(), in_.asked.begin(), in_.asked.end());
    compare_read();
    compare_records();
    compare_searches();
    compare_standing(weigh);
    return std::move(out_);
  }

 private:
  static CitationChange describe(Pmid pmid, const Citation* citation, bool quoted) {
    CitationChange change{pmid, {}, 0, quoted, false};
    if (citation != nullptr) {
      change.title = citation->title;
      change.year = citation->date.year;
    }
    return change;
  }

  /// Nothing is told of what a search that failed did not find.
  void compare_read() {
    const bool comparable = in_.after.status != ClaimStatus::incomplete && in_.before.status != ClaimStatus::incomplete;
    old_read_ = read_for(in_.before);
    new_read_ = read_for(in_.after);
    for (const Pmid pmid : new_read_) {
      if (!comparable || old_read_.contains(pmid)) continue;
      out_.found.push_back(describe(pmid, in_.new_record(pmid), new_findings_.contains(pmid)));
    }
    for (const Pmid pmid : old_read_) {
      const bool withdrawn = contains(in_.withdrawn, pmid);
      if (new_read_.contains(pmid) || (!comparable && !withdrawn)) continue;
      out_.gone.push_back(describe(pmid, in_.old_record(pmid), old_findings_.contains(pmid)));
      out_.gone.back().withdrawn = withdrawn;
    }
    for (std::vector<CitationChange>* changes : {&out_.found, &out_.gone}) {
      std::stable_partition(changes->begin(), changes->end(), [](const CitationChange& each) { return each.quoted; });
    }
  }

  void compare_records() {
    std::set<Pmid> quoted(in_.reported.quoted.begin(), in_.reported.quoted.end());
    for (const auto* findings : {&old_findings_, &new_findings_}) {
      for (const auto& [pmid, unused] : *findings) quoted.insert(pmid);
    }
    for (const Pmid pmid : quoted) {
      const Citation* then = in_.old_record(pmid);
      const Citation* now = in_.new_record(pmid);
      if (then == nullptr || now == nullptr) continue;
      for (Notice& notice : new_notices(*then, *now)) {
        const bool warning = is_warning(notice.kind);
        out_.notices.push_back({pmid, now->title, std::move(notice), warning});
      }
      std::vector<std::string> parts = changed_parts(*then, *now);
      if (!parts.empty()) out_.records.push_back({pmid, now->title, std::move(parts)});
    }
  }

  void compare_searches() {
    const std::vector<QueryRecord>& then = in_.before.queries;
    const std::vector<QueryRecord>& now = in_.after.queries;
    for (std::size_t i = 0; i < std::min(then.size(), now.size()); ++i) {
      if (then[i].aim != now[i].aim || !then[i].complete || !now[i].complete || then[i].found == now[i].found) continue;
      out_.searches.push_back({now[i].aim, then[i].found, now[i].found});
    }
  }

  void compare_standing(const Weigh& weigh) {
    const ClaimStanding now = standing_of(in_.after);
    out_.after = now.words;
    if (now.status == to_string(ClaimStatus::incomplete)) return;
    out_.flipped = now.status != in_.reported.status || now.tag != in_.reported.tag;
    if (!out_.flipped) return;
    const ClaimStanding by_rules = standing_of(in_.before);
    if (in_.reported.status == to_string(ClaimStatus::incomplete)) {
      out_.causes.push_back({ChangeCause::search, 0, "what could not be searched or read then was answered"});
      return;
    }
    if (by_rules.tag != in_.reported.tag || by_rules.status != in_.reported.status) {
      out_.causes.push_back({ChangeCause::rules, 0, describe_rules(by_rules)});
    }
    if (in_.before.verdict && in_.after.verdict && by_rules.tag != now.tag) find_citations(weigh);
  }

  void find_citations(const Weigh& weigh) {
    std::set<Pmid> changed;
    for (const auto& [pmid, findings] : old_findings_) {
      if (new_findings_[pmid] != findings) changed.insert(pmid);
    }
    for (const auto& [pmid, findings] : new_findings_) {
      if (!findings.empty() && !old_findings_.contains(pmid)) changed.insert(pmid);
    }
    std::set<Pmid> alone;
    for (const Pmid pmid : changed) {
      std::vector<Finding> findings;
      for (const Finding& finding : in_.before.findings) {
        if (finding.pmid != pmid) findings.push_back(finding);
      }
      findings.insert(findings.end(), new_findings_[pmid].begin(), new_findings_[pmid].end());
      if (weigh(in_.after.frame, findings).tag == in_.after.verdict->tag) alone.insert(pmid);
    }
    for (const Pmid pmid : alone.empty() ? changed : alone) out_.causes.push_back(cause_of(pmid));
  }

  [[nodiscard]] FlipCause cause_of(Pmid pmid) const {
    const auto is_of = [pmid](const auto& change) { return change.pmid == pmid; };
    const Citation* then = in_.old_record(pmid);
    const Citation* now = in_.new_record(pmid);
    const auto notice = std::find_if(out_.notices.begin(), out_.notices.end(),
                                     [&](const NoticeChange& each) { return is_of(each) && each.warning; });
    if (contains(in_.withdrawn, pmid)) {
      return {ChangeCause::withdrawn, pmid, fmt::format("PMID {} was withdrawn from PubMed", pmid)};
    }
    if (then != nullptr && now != nullptr && is_retracted(*now) && !is_retracted(*then)) {
      return {ChangeCause::retraction, pmid, fmt::format("PMID {} was retracted", pmid)};
    }
    if (notice != out_.notices.end()) {
      return {ChangeCause::notice, pmid, fmt::format("PMID {}: {}", pmid, describe_notice(notice->notice))};
    }
    if (!old_read_.contains(pmid)) {
      return {ChangeCause::new_evidence, pmid, fmt::format("new evidence, PMID {}", pmid)};
    }
    if (!new_read_.contains(pmid)) {
      return {ChangeCause::gone, pmid, fmt::format("PMID {} is no longer among what is found", pmid)};
    }
    if (std::any_of(out_.records.begin(), out_.records.end(), is_of)) {
      return {ChangeCause::record, pmid, fmt::format("the record of PMID {} was changed", pmid)};
    }
    return {ChangeCause::reading, pmid, fmt::format("PMID {} is read otherwise beside the others", pmid)};
  }

  const ClaimComparison& in_;
  FindingsByPmid old_findings_;
  FindingsByPmid new_findings_;
  std::set<Pmid> old_read_;
  std::set<Pmid> new_read_;
  ClaimChanges out_;
};

}  // namespace

bool ClaimChanges::matters() const {
  return flipped ||
         std::any_of(notices.begin(), notices.end(), [](const NoticeChange& change) { return change.warning; }) ||
         std::any_of(gone.begin(), gone.end(),
                     [](const CitationChange& change) { return change.quoted && change.withdrawn; });
}

bool ClaimChanges::any() const {
  return !checked || before != after || !found.empty() || !gone.empty() || !notices.empty() || !records.empty() ||
         !searches.empty();
}

ClaimChanges compare_claim(const ClaimComparison& comparison, const Weigh& weigh) {
  return ClaimComparer(comparison).compare(weigh);
}

}  // namespace claimcheck
