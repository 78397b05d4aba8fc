#include "verify/verify.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "verify/analysed_citation.h"
#include "verify/appraise.h"
#include "verify/certainty.h"
#include "verify/cited_sources.h"
#include "verify/compliance.h"
#include "verify/frame.h"
#include "verify/gather.h"
#include "verify/plan.h"
#include "verify/rank.h"
#include "verify/read.h"
#include "verify/reasons.h"
#include "verify/suggest.h"
#include "verify/weigh.h"

namespace claimcheck {
namespace {

void refuse(const ClaimFrame& frame, Report& report) {
  ReasonCode code = ReasonCode::needs_context;
  if (frame.kind == ClaimKind::regulatory) code = ReasonCode::out_of_scope;
  if (frame.kind == ClaimKind::opinion) code = ReasonCode::not_checkable;
  report.status = ClaimStatus::not_assessed;
  report.status_reasons.push_back({code, "Not assessed: " + frame.unresolved + "."});
}

// What the article itself says stands in the way: its author left the passage out, or its wording leans on something
// that was not found.
bool refuse_passage(const Claim& claim, Report& report) {
  if (!claim.passage) return false;
  const Passage& passage = *claim.passage;
  if (passage.suppressed) {
    const std::string reason = passage.suppressed->empty() ? "no reason given" : *passage.suppressed;
    report.status_reasons.push_back(
        {ReasonCode::suppressed, "Not assessed: the article leaves this passage unchecked (" + reason + ")."});
  } else if (passage.needs_context) {
    report.status_reasons.push_back({ReasonCode::needs_context,
                                     "Not assessed: the passage depends on something (as “this” or “it”) that the text "
                                     "around it does not settle."});
  } else {
    return false;
  }
  report.status = ClaimStatus::not_assessed;
  return true;
}

void note_compound(const Claim& claim, std::vector<Reason>& reasons) {
  if (!claim.passage || !claim.passage->compound || reasons.size() >= kShownReasons) return;
  reasons.push_back({ReasonCode::compound_split, "The sentence makes several claims; this is one of them."});
}

// A frame with what was read for it, and what that comes to.
struct Judged {
  ClaimFrame frame;
  std::vector<Finding> findings;
  Verdict verdict;
};

// A claim of several outcomes stands when it stands for each of them: what is known of one shows nothing of another.
// What is worst of any of them, where that is not `whole`.
std::optional<Judged> find_weakest_part(const Judged& whole, const Stages& stages, const Gathering& gathering) {
  std::optional<Judged> weakest;
  if (whole.verdict.tag != Tag::supported || whole.frame.outcome.concepts.size() < 2) return weakest;
  for (const std::string& outcome : whole.frame.outcome.concepts) {
    Judged part{whole.frame, {}, {}};
    part.frame.outcome.concepts = {outcome};
    part.findings = gathering.read_as(part.frame);
    part.verdict = stages.weigh(part.frame, part.findings);
    if (part.verdict.tag == Tag::supported) continue;
    part.verdict.steps.push_back("a claim of several outcomes is held to each: of “" + outcome + "” alone this holds");
    const bool worse = !weakest || (part.verdict.tag == Tag::contested && weakest->verdict.tag != Tag::contested);
    if (worse) weakest = std::move(part);
  }
  return weakest;
}

// Another wording of the claim, judged on the citations that the claim was judged on.
bool is_supported_as(const ClaimFrame& frame, const Stages& stages, const Gathering& gathering) {
  Judged whole{frame, gathering.read_as(frame), {}};
  whole.verdict = stages.weigh(whole.frame, whole.findings);
  return whole.verdict.tag == Tag::supported && !find_weakest_part(whole, stages, gathering);
}

// What was read for a part beside what was read for the whole, strongest first; the same words with the same stance
// stand once.
void add_findings(const Judged& part, std::vector<Finding>& findings) {
  for (const Finding& added : part.findings) {
    const bool known = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
      return finding.pmid == added.pmid && finding.quote == added.quote && finding.stance == added.stance;
    });
    if (!known) findings.push_back(added);
  }
  const bool rare = is_rare_or_long_term(part.frame);
  std::stable_sort(findings.begin(), findings.end(),
                   [rare](const Finding& a, const Finding& b) { return is_stronger(a, b, rare); });
}

void judge(const Stages& stages, const Gathering& gathering, Report& report) {
  report.status = ClaimStatus::tagged;
  Judged judged{report.frame, report.findings, stages.weigh(report.frame, report.findings)};
  if (auto part = find_weakest_part(judged, stages, gathering)) {
    judged = std::move(*part);
    add_findings(judged, report.findings);
  }
  const Verdict& verdict = report.verdict.emplace(std::move(judged.verdict));
  report.appraisal.requirement = state_requirement(judged.frame, judged.findings);
  report.appraisal.flips = find_flips(judged.frame, judged.findings, verdict.tag, stages.weigh);
  report.appraisal.scope = map_scope(judged.frame, judged.findings);
  if (verdict.tag == Tag::supported) return;
  const bool has_support = std::any_of(report.findings.begin(), report.findings.end(),
                                       [](const Finding& finding) { return finding.stance == Stance::supports; });
  // Only an absolute claim is contested for its wording: any other by evidence that a milder one meets as well.
  const bool contested = verdict.tag == Tag::contested && report.frame.demand != Strength::absolute;
  report.verdict->suggested_wording = suggest_wording(
      report.frame, has_support && !contested,
      {stages.frame, [&](const ClaimFrame& frame) { return is_supported_as(frame, stages, gathering); }});
}

// What was found was read by its words alone, by models that enter no verdict: a person has to judge it.
bool is_left_to_person(const Report& report) {
  return !report.findings.empty() &&
         std::all_of(report.findings.begin(), report.findings.end(), [](const Finding& f) { return f.by_words; }) &&
         std::any_of(report.findings.begin(), report.findings.end(),
                     [](const Finding& f) { return f.stance == Stance::supports || f.stance == Stance::opposes; });
}

}  // namespace

Stages default_stages(const Vocabulary& vocabulary) {
  Stages stages;
  stages.frame = [&vocabulary](const Claim& claim) { return read_frame(claim, vocabulary); };
  stages.plan = [&vocabulary](const ClaimFrame& frame) { return plan_queries(frame, vocabulary); };
  const auto analyser = std::make_shared<CitationAnalyser>(vocabulary);
  stages.rank = [analyser](const ClaimFrame& frame, std::vector<Citation> citations) {
    return rank_citations(frame, std::move(citations), *analyser);
  };
  stages.read = [analyser](const ClaimFrame& frame, std::span<const Citation> citations) {
    return read_citations_for(frame, citations, *analyser);
  };
  stages.weigh = weigh_findings;
  return stages;
}

Report verify(const Claim& claim, CitationSource& source, const Stages& stages) {
  Report report;
  report.claim = claim;
  report.frame = stages.frame(claim);
  report.compliance = note_compliance(report.frame);
  if (refuse_passage(claim, report)) return report;
  if (!report.frame.unresolved.empty()) {
    refuse(report.frame, report);
    return report;
  }
  Gathering gathering(source, stages, report);
  gathering.search();
  if (gathering.is_complete()) gathering.follow_links();
  if (!gathering.is_complete()) {
    report.status = ClaimStatus::incomplete;
    report.status_reasons.push_back(
        {ReasonCode::search_incomplete, "Could not check: the literature could not be searched or read completely."});
  } else if (is_left_to_person(report)) {
    report.status = ClaimStatus::not_assessed;
    report.status_reasons.push_back(
        {ReasonCode::needs_context,
         "Not assessed: the vocabulary does not know what the claim is about. What was found "
         "is listed for a person to judge."});
  } else {
    judge(stages, gathering, report);
    note_compound(claim, report.verdict->reasons);
  }
  if (claim.passage) report.cited = read_cited_sources(claim.passage->cited, report.frame, source, stages);
  gathering.finish();
  return report;
}

}  // namespace claimcheck
