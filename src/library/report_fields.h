#pragma once

#include <string>
#include <vector>

#include "core/report.h"
#include "core/review.h"
#include "library/capsule_fields.h"
#include "library/citation_fields.h"

namespace claimcheck {

/// What a run says as a whole, beside its reports and articles.
struct RunFacts {
  Provenance provenance;
  std::vector<std::string> problems;
  bool operator==(const RunFacts&) const = default;
};

// The fields of a report, of what a run says and of a log's line, told to a visitor as in citation_fields.h.

template <typename Visitor, SameRecord<Slot> T>
void visit_fields(Visitor& visit, T& slot) {
  visit("text", slot.text);
  visit("span", slot.span);
  visit("concepts", slot.concepts);
}

template <typename Visitor, SameRecord<ClaimFrame> T>
void visit_fields(Visitor& visit, T& frame) {
  visit("claim_id", frame.claim_id);
  visit("text", frame.text);
  visit("kind", frame.kind, ClaimKind::opinion);
  visit("strength", frame.strength);
  visit("demand", frame.demand);
  visit("polarity", frame.polarity);
  visit("direction", frame.direction);
  visit("subject", frame.subject);
  visit("subject_is_lack", frame.subject_is_lack);
  visit("comparator", frame.comparator);
  visit("lacks_comparator", frame.lacks_comparator);
  visit("outcome", frame.outcome);
  visit("valence", frame.valence);
  visit("population", frame.population);
  visit("route", frame.route);
  visit("dose", frame.dose);
  visit("duration", frame.duration);
  visit("long_term", frame.long_term);
  visit("setting", frame.setting);
  visit("quantifier", frame.quantifier);
  visit("threshold", frame.threshold);
  visit("threshold_high", frame.threshold_high);
  visit("strength_cue", frame.strength_cue);
  visit("demand_cue", frame.demand_cue);
  visit("unread", frame.unread);
  visit("unmatched", frame.unmatched);
  visit("unresolved", frame.unresolved);
}

template <typename Visitor, SameRecord<Reason> T>
void visit_fields(Visitor& visit, T& reason) {
  visit.required("code", reason.code);
  visit("text", reason.text);
}

template <typename Visitor, SameRecord<Verdict> T>
void visit_fields(Visitor& visit, T& verdict) {
  visit.required("tag", verdict.tag);
  visit("sub_tag", verdict.sub_tag);
  visit("reasons", verdict.reasons);
  visit("certainty_for", verdict.certainty_for);
  visit("certainty_against", verdict.certainty_against);
  visit("families_for", verdict.families_for);
  visit("families_against", verdict.families_against);
  visit("suggested_wording", verdict.suggested_wording);
  visit("steps", verdict.steps);
}

template <typename Visitor, SameRecord<Requirement> T>
void visit_fields(Visitor& visit, T& requirement) {
  visit("highest_rate", requirement.highest_rate);
  visit("exposed_needed", requirement.exposed_needed);
  visit("exposed_shown", requirement.exposed_shown);
  visit("upper_bound", requirement.upper_bound);
  visit("follow_up_needed", requirement.follow_up_needed);
  visit("follow_up_shown", requirement.follow_up_shown);
}

template <typename Visitor, SameRecord<Flip> T>
void visit_fields(Visitor& visit, T& flip) {
  visit("family", flip.family);
  visit("pmids", flip.pmids);
  visit.required("tag", flip.tag);
  visit("sub_tag", flip.sub_tag);
}

template <typename Visitor, SameRecord<ScopeValue> T>
void visit_fields(Visitor& visit, T& value) {
  visit("value", value.value);
  visit("claimed", value.claimed);
  visit("families_for", value.families_for);
  visit("families_against", value.families_against);
}

template <typename Visitor, SameRecord<ScopeDimension> T>
void visit_fields(Visitor& visit, T& dimension) {
  visit("name", dimension.name);
  visit("open", dimension.open, true);
  visit("values", dimension.values);
}

template <typename Visitor, SameRecord<Appraisal> T>
void visit_fields(Visitor& visit, T& appraisal) {
  visit("requirement", appraisal.requirement);
  visit("flips", appraisal.flips);
  visit("scope", appraisal.scope);
}

template <typename Visitor, SameRecord<SilentCitation> T>
void visit_fields(Visitor& visit, T& silent) {
  visit("pmid", silent.pmid);
  visit("title", silent.title);
  visit("year", silent.year);
  visit("why", silent.why);
}

template <typename Visitor, SameRecord<QueryRecord> T>
void visit_fields(Visitor& visit, T& query) {
  visit("aim", query.aim);
  visit("text", query.text);
  visit("found", query.found);
  visit("taken", query.taken);
  visit("read", query.read);
  visit("complete", query.complete);
  visit("source", query.source);
  visit("date", query.date);
  visit("translation", query.translation);
  visit("warnings", query.warnings);
}

template <typename Visitor, SameRecord<Quote> T>
void visit_fields(Visitor& visit, T& quote) {
  visit("section", quote.section);
  visit("span", quote.span);
  visit("text", quote.text);
}

template <typename Visitor, SameRecord<FindingNumbers> T>
void visit_fields(Visitor& visit, T& numbers) {
  visit("p_value", numbers.p_value);
  visit("estimate", numbers.estimate);
  visit("ci_low", numbers.ci_low);
  visit("ci_high", numbers.ci_high);
  visit("null_value", numbers.null_value);
  visit("rate", numbers.rate);
  visit("rate_low", numbers.rate_low);
  visit("rate_high", numbers.rate_high);
  visit("events", numbers.events);
  visit("exposed", numbers.exposed);
}

template <typename Visitor, SameRecord<FindingCue> T>
void visit_fields(Visitor& visit, T& cue) {
  visit("rule", cue.rule);
  visit("text", cue.text);
}

template <typename Visitor, SameRecord<SlotMismatch> T>
void visit_fields(Visitor& visit, T& mismatch) {
  visit("slot", mismatch.slot);
  visit("why", mismatch.why);
}

template <typename Visitor, SameRecord<StudyScope> T>
void visit_fields(Visitor& visit, T& scope) {
  visit("populations", scope.populations);
  visit("routes", scope.routes);
  visit("doses", scope.doses);
  visit("courses", scope.courses);
  visit("follow_up_days", scope.follow_up_days);
}

template <typename Visitor, SameRecord<Finding> T>
void visit_fields(Visitor& visit, T& finding) {
  visit("pmid", finding.pmid);
  visit.required("stance", finding.stance);
  visit.required("reported", finding.reported);
  visit("quote", finding.quote);
  visit("outcome", finding.outcome);
  visit("numbers", finding.numbers);
  visit.required("design", finding.design);
  visit("randomised_evidence", finding.randomised_evidence);
  visit("sample_size", finding.sample_size);
  visit("setting", finding.setting);
  visit("scope", finding.scope);
  visit("directness", finding.directness);
  visit("mismatches", finding.mismatches);
  visit("cues", finding.cues);
  visit("reliability", finding.reliability);
  visit("significant", finding.significant);
  visit("reviewed_conclusion", finding.reviewed_conclusion);
  visit("year", finding.year);
  visit("family", finding.family);
  visit("retracted", finding.retracted);
  visit("concern", finding.concern);
  visit("preprint", finding.preprint);
  visit("erratum", finding.erratum);
  visit("risk_of_bias", finding.risk_of_bias);
  visit("dose_response", finding.dose_response);
  visit("mixed_designs", finding.mixed_designs);
  visit("heterogeneous", finding.heterogeneous);
  visit("own_baseline", finding.own_baseline);
  visit("rated", finding.rated);
  visit("looked_for", finding.looked_for);
  visit("spin", finding.spin);
  visit("by_words", finding.by_words);
  visit("excluded", finding.excluded);
}

template <typename Visitor, SameRecord<CitedReading> T>
void visit_fields(Visitor& visit, T& cited) {
  visit("source", cited.source);
  visit.required("standing", cited.standing);
  visit("pmid", cited.pmid);
  visit("title", cited.title);
  visit("retracted", cited.retracted);
  visit("finding", cited.finding);
  visit("why", cited.why);
}

template <typename Visitor, SameRecord<ComplianceNote> T>
void visit_fields(Visitor& visit, T& note) {
  visit("id", note.id);
  visit("rule", note.rule);
  visit("clause", note.clause);
  visit("edition", note.edition);
  visit("jurisdiction", note.jurisdiction);
  visit("source", note.source);
  visit("why", note.why);
  visit("words", note.words);
  visit("span", note.span);
}

template <typename Visitor, SameRecord<Report> T>
void visit_fields(Visitor& visit, T& report) {
  visit.required("claim", report.claim);
  visit("frame", report.frame);
  visit.required("status", report.status);
  visit("status_reasons", report.status_reasons);
  visit("verdict", report.verdict);
  visit("appraisal", report.appraisal);
  visit("queries", report.queries);
  visit("findings", report.findings);
  visit("citations", report.citations);
  visit("silent", report.silent);
  visit("cited", report.cited);
  visit("problems", report.problems);
  visit("compliance", report.compliance);
}

template <typename Visitor, SameRecord<InputDocument> T>
void visit_fields(Visitor& visit, T& document) {
  visit("name", document.name);
  visit("sha256", document.sha256);
  visit("claims", document.claims);
}

template <typename Visitor, SameRecord<Provenance> T>
void visit_fields(Visitor& visit, T& provenance) {
  visit("tool_version", provenance.tool_version);
  visit.required("rules_version", provenance.rules_version);
  visit.required("schema_version", provenance.schema_version);
  visit("documents", provenance.documents);
  visit("evidence_source", provenance.evidence_source);
  visit("evidence_date", provenance.evidence_date);
  visit("library_citations", provenance.library_citations);
  visit("digest_citations", provenance.digest_citations);
  visit("offline", provenance.offline);
}

template <typename Visitor, SameRecord<RunFacts> T>
void visit_fields(Visitor& visit, T& facts) {
  visit.required("provenance", facts.provenance);
  visit("problems", facts.problems);
}

template <typename Visitor, SameRecord<LogEntry> T>
void visit_fields(Visitor& visit, T& entry) {
  visit.required("number", entry.number);
  visit.required("date", entry.date);
  visit.required("reviewer", entry.reviewer);
  visit.required("role", entry.role);
  visit.required("action", entry.action);
  visit("claim", entry.claim);
  visit("judgement", entry.judgement);
  visit("reason", entry.reason);
  visit("text", entry.text);
  visit("undoes", entry.undoes);
  visit("origin", entry.origin);
  visit.required("previous", entry.previous);
  visit("hash", entry.hash);
}

}  // namespace claimcheck
