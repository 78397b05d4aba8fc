#include <string>
#include <string_view>
#include <vector>

#include "report/ama.h"
#include "report/counts.h"
#include "report/error_card.h"
#include "report/json_review.h"
#include "report/json_text.h"
#include "report/quote_context.h"
#include "report/search_box.h"
#include "report/sides.h"
#include "report/text_place.h"
#include "report/words.h"
#include "report/writers.h"
#include "text/word_diff.h"

namespace claimcheck {
namespace {

using Json = JsonText;

template <typename Item, typename Write>
Json write_list(const std::vector<Item>& items, Write write) {
  std::vector<Json> list;
  list.reserve(items.size());
  for (const Item& item : items) list.push_back(write(item));
  return list;
}

Json write_reason(const Reason& reason) {
  return {{"code", to_string(reason.code)}, {"text", reason.text}};
}

Json write_diff(const Verdict& verdict, const std::string& claim_text) {
  if (verdict.suggested_wording.empty()) return std::vector<Json>();
  return write_list(diff_words(claim_text, verdict.suggested_wording), [](const DiffPiece& piece) -> Json {
    return {{"kind", to_string(piece.kind)}, {"text", piece.text}};
  });
}

Json write_verdict(const Verdict& verdict, const std::string& claim_text) {
  return {{"tag", to_string(verdict.tag)},
          {"sub_tag", to_string(verdict.sub_tag)},
          {"reasons", write_list(verdict.reasons, write_reason)},
          {"certainty_for", to_string(verdict.certainty_for)},
          {"certainty_against", to_string(verdict.certainty_against)},
          {"families_for", verdict.families_for},
          {"families_against", verdict.families_against},
          {"suggested_wording", verdict.suggested_wording},
          {"suggested_diff", write_diff(verdict, claim_text)},
          {"steps", verdict.steps}};
}

// The span in a claims file counts code points already.
Json write_origin(const ClaimOrigin& origin) {
  return {{"document", origin.document},
          {"sha256", origin.sha256},
          {"section", origin.section},
          {"begin", origin.span.begin},
          {"end", origin.span.end}};
}

Json write_source(const CitedSource& source) {
  return {{"label", source.label}, {"pmid", source.pmid}, {"doi", source.doi}, {"title", source.title}};
}

// Nothing of the article but the passage and a few words around it: manuscripts are confidential.
Json write_passage(const Run& run, const Claim& claim) {
  const Passage& passage = *claim.passage;
  const Document* article = article_of(run, claim);
  const QuoteContext context = article == nullptr ? QuoteContext{} : text_context(article->text, passage.span);
  const bool has_block = article != nullptr && passage.block < article->blocks.size();
  return {{"text", passage.text},
          {"prefix", context.prefix},
          {"suffix", context.suffix},
          {"paragraph", has_block ? Json(article->blocks[passage.block].number) : Json(nullptr)},
          {"check_worthiness", passage.check_worthiness},
          {"why", passage.why},
          {"needs_context", passage.needs_context},
          {"compound", passage.compound},
          {"suppressed", passage.suppressed},
          {"cited", write_list(passage.cited, write_source)}};
}

Json write_article(const Document& article) {
  return {{"name", article.name},
          {"sha256", article.sha256},
          {"format", to_string(article.format)},
          {"problems", article.problems}};
}

Json write_overrides(const Claim& claim) {
  std::vector<Json::Member> overrides;
  for (const auto& [slot, words] : claim.frame) overrides.push_back({slot, words});
  return overrides;
}

Json write_slot(const Slot& slot, const std::string& claim_text) {
  if (slot.empty()) return nullptr;
  const Span span = shown_span(claim_text, slot.span);
  return {{"text", slot.text}, {"begin", span.begin}, {"end", span.end}, {"concepts", slot.concepts}};
}

Json frame_json(const ClaimFrame& frame) {
  const auto slot = [&](const Slot& value) { return write_slot(value, frame.text); };
  return {{"kind", to_string(frame.kind)},
          {"strength", to_string(frame.strength)},
          {"strength_cue", slot(frame.strength_cue)},
          {"demand", to_string(frame.demand)},
          {"demand_cue", slot(frame.demand_cue)},
          {"polarity", to_string(frame.polarity)},
          {"direction", to_string(frame.direction)},
          {"subject", slot(frame.subject)},
          {"subject_is_lack", frame.subject_is_lack},
          {"comparator", slot(frame.comparator)},
          {"lacks_comparator", frame.lacks_comparator},
          {"outcome", slot(frame.outcome)},
          {"valence", to_string(frame.valence)},
          {"population", slot(frame.population)},
          {"route", slot(frame.route)},
          {"dose", slot(frame.dose)},
          {"duration", slot(frame.duration)},
          {"long_term", frame.long_term},
          {"setting", slot(frame.setting)},
          {"quantifier", slot(frame.quantifier)},
          {"threshold", frame.threshold},
          {"threshold_high", frame.threshold_high},
          {"unread", frame.unread},
          {"unmatched", frame.unmatched},
          {"unresolved", frame.unresolved}};
}

Json write_query(const QueryRecord& query) {
  return {{"aim", to_string(query.aim)}, {"text", query.text}, {"found", query.found},
          {"taken", query.taken},        {"read", query.read}, {"complete", query.complete},
          {"source", query.source},      {"date", query.date}, {"translation", query.translation},
          {"warnings", query.warnings}};
}

Json write_quote(const Quote& quote, const Citation* citation) {
  const QuoteContext context = quote_context(citation, quote);
  return {{"section", quote.section}, {"label", context.label}, {"begin", context.span.begin},
          {"end", context.span.end},  {"text", quote.text},     {"prefix", context.prefix},
          {"suffix", context.suffix}};
}

Json write_numbers(const FindingNumbers& numbers) {
  return {{"p_value", numbers.p_value},   {"estimate", numbers.estimate},     {"ci_low", numbers.ci_low},
          {"ci_high", numbers.ci_high},   {"null_value", numbers.null_value}, {"rate", numbers.rate},
          {"rate_low", numbers.rate_low}, {"rate_high", numbers.rate_high},   {"events", numbers.events},
          {"exposed", numbers.exposed}};
}

Json write_study_scope(const StudyScope& scope) {
  return {{"populations", scope.populations},
          {"routes", scope.routes},
          {"doses", scope.doses},
          {"courses", scope.courses},
          {"follow_up_days", scope.follow_up_days}};
}

Json write_finding(const Finding& finding, const Citation* citation) {
  const auto mismatch = [](const SlotMismatch& value) -> Json { return {{"slot", value.slot}, {"why", value.why}}; };
  const auto cue = [](const FindingCue& value) -> Json { return {{"rule", value.rule}, {"text", value.text}}; };
  return {{"pmid", finding.pmid},
          {"stance", to_string(finding.stance)},
          {"reported", to_string(finding.reported)},
          {"quote", write_quote(finding.quote, citation)},
          {"outcome", finding.outcome},
          {"numbers", write_numbers(finding.numbers)},
          {"design", to_string(finding.design)},
          {"randomised_evidence", finding.randomised_evidence},
          {"sample_size", finding.sample_size},
          {"setting", to_string(finding.setting)},
          {"scope", write_study_scope(finding.scope)},
          {"directness", to_string(finding.directness)},
          {"mismatches", write_list(finding.mismatches, mismatch)},
          {"cues", write_list(finding.cues, cue)},
          {"reliability", finding.reliability},
          {"significant", finding.significant},
          {"reviewed_conclusion", finding.reviewed_conclusion},
          {"year", finding.year},
          {"family", finding.family},
          {"retracted", finding.retracted},
          {"concern", finding.concern},
          {"preprint", finding.preprint},
          {"erratum", finding.erratum},
          {"risk_of_bias", finding.risk_of_bias},
          {"dose_response", finding.dose_response},
          {"looked_for", finding.looked_for},
          {"spin", finding.spin},
          {"by_words", finding.by_words},
          {"excluded", finding.excluded}};
}

Json write_notice(const Notice& notice) {
  return {{"kind", to_string(notice.kind)}, {"pmid", notice.pmid}, {"source", notice.source}, {"note", notice.note}};
}

// Bibliographic facts only: abstracts may be under copyright, so a report holds no more of them than its quotes.
Json write_citation(const Citation& citation) {
  const auto type = [](const ControlledTerm& value) -> Json { return {{"ui", value.ui}, {"name", value.name}}; };
  return {{"pmid", citation.pmid},
          {"title", citation.title},
          {"title_translated", citation.title_translated},
          {"vernacular_title", citation.vernacular_title},
          {"journal", journal_name(citation)},
          {"year", citation.date.year},
          {"doi", citation.doi},
          {"pmcid", citation.pmcid},
          {"publication_types", write_list(citation.publication_types, type)},
          {"notices", write_list(citation.notices, write_notice)},
          {"retracted", is_retracted(citation)},
          {"digest", citation.digest},
          {"reference", format_ama(citation).text()}};
}

Json write_silent(const SilentCitation& citation) {
  return {{"pmid", citation.pmid}, {"title", citation.title}, {"year", citation.year}, {"why", citation.why}};
}

Json write_note(const ComplianceNote& note, const std::string& claim_text) {
  const Span span = shown_span(claim_text, note.span);
  return {{"id", note.id},
          {"rule", note.rule},
          {"clause", note.clause},
          {"edition", note.edition},
          {"jurisdiction", note.jurisdiction},
          {"source", note.source},
          {"why", note.why},
          {"text", note.words},
          {"begin", span.begin},
          {"end", span.end}};
}

Json write_requirement(const Requirement& requirement) {
  return {{"highest_rate", requirement.highest_rate},         {"exposed_needed", requirement.exposed_needed},
          {"exposed_shown", requirement.exposed_shown},       {"upper_bound", requirement.upper_bound},
          {"follow_up_needed", requirement.follow_up_needed}, {"follow_up_shown", requirement.follow_up_shown}};
}

Json write_flip(const Flip& flip) {
  return {{"family", flip.family},
          {"pmids", flip.pmids},
          {"tag", to_string(flip.tag)},
          {"sub_tag", to_string(flip.sub_tag)}};
}

Json write_dimension(const ScopeDimension& dimension) {
  const auto value = [](const ScopeValue& item) -> Json {
    return {{"value", item.value},
            {"claimed", item.claimed},
            {"families_for", item.families_for},
            {"families_against", item.families_against}};
  };
  return {{"name", dimension.name}, {"open", dimension.open}, {"values", write_list(dimension.values, value)}};
}

Json write_appraisal(const Appraisal& appraisal) {
  return {{"requirement", appraisal.requirement ? write_requirement(*appraisal.requirement) : Json(nullptr)},
          {"flips", write_list(appraisal.flips, write_flip)},
          {"scope", write_list(appraisal.scope, write_dimension)}};
}

Json write_search_box(const SearchBox& box) {
  return {{"counter_queries", box.counter_queries},
          {"counter_records", box.counter_records},
          {"hits", box.hits},
          {"hits_weighed", box.hits_weighed}};
}

Json write_claim(const Run& run, const Report& report) {
  const auto finding = [&](const Finding& value) { return write_finding(value, cited_by(report, value)); };
  const auto note = [&](const ComplianceNote& value) { return write_note(value, report.claim.text); };
  return {{"id", report.claim.id},
          {"text", report.claim.text},
          {"origin", report.claim.origin ? write_origin(*report.claim.origin) : Json(nullptr)},
          {"passage", report.claim.passage ? write_passage(run, report.claim) : Json(nullptr)},
          {"frame_overrides", write_overrides(report.claim)},
          {"status", to_string(report.status)},
          {"status_reasons", write_list(report.status_reasons, write_reason)},
          {"verdict", report.verdict ? write_verdict(*report.verdict, report.claim.text) : Json(nullptr)},
          {"appraisal", write_appraisal(report.appraisal)},
          {"compliance", write_list(report.compliance, note)},
          {"problems", report.problems},
          {"frame", frame_json(report.frame)},
          {"queries", write_list(report.queries, write_query)},
          {"search_box", write_search_box(count_search(report))},
          {"findings", write_list(report.findings, finding)},
          {"citations", write_list(report.citations, write_citation)},
          {"silent", write_list(report.silent, write_silent)}};
}

Json write_provenance(const Run& run) {
  const auto document = [](const InputDocument& value) -> Json {
    return {{"name", value.name}, {"sha256", value.sha256}, {"claims", value.claims}};
  };
  const Provenance& provenance = run.provenance;
  return {{"tool_version", provenance.tool_version},
          {"rules_version", provenance.rules_version},
          {"schema_version", provenance.schema_version},
          {"documents", write_list(provenance.documents, document)},
          {"evidence_source", provenance.evidence_source},
          {"evidence_date", provenance.evidence_date},
          {"library_citations", provenance.library_citations},
          {"digest_citations", provenance.digest_citations},
          {"digest_banner", digest_banner(run)},
          {"offline", provenance.offline},
          {"tag_meaning", kTagMeaning},
          {"compliance_meaning", kComplianceMeaning},
          {"disclaimer", kDisclaimer}};
}

Json write_counts(const ClaimCounts& counts) {
  return {{"supported", counts.supported},
          {"contested", counts.contested},
          {"unsupported", counts.unsupported},
          {"not_assessed", counts.not_assessed},
          {"could_not_check", counts.could_not_check},
          {"not_reviewed", counts.not_reviewed}};
}

}  // namespace

std::string write_frame(const ClaimFrame& frame) {
  return frame_json(frame).compact();
}

std::string write_json(const Run& run) {
  const auto claim = [&](const Report& report) { return write_claim(run, report); };
  std::vector<Json::Member> document = {{"schema_version", kReportSchemaVersion},
                                        {"problems", run.problems},
                                        {"counts", write_counts(count_claims(run))},
                                        {"claims", write_list(run.reports, claim)},
                                        {"articles", write_list(run.articles, write_article)},
                                        {"provenance", write_provenance(run)},
                                        {"error_card", Json::parse(error_card_data())}};
  if (run.review) document.push_back({"review", Json::parse(write_review_json(run))});
  return Json(document).indented() + '\n';
}

}  // namespace claimcheck
