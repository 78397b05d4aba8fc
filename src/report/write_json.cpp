#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "report/ama.h"
#include "report/counts.h"
#include "report/error_card.h"
#include "report/json_review.h"
#include "report/quote_context.h"
#include "report/search_box.h"
#include "report/sides.h"
#include "report/text_place.h"
#include "report/words.h"
#include "report/writers.h"
#include "text/utf8.h"
#include "text/word_diff.h"

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

template <typename Item, typename Write>
Json write_list(const std::vector<Item>& items, Write write) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(write(item));
  return list;
}

Json write_strings(const std::vector<std::string>& texts) {
  return write_list(texts, [](const std::string& text) { return repair_utf8(text); });
}

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json write_reason(const Reason& reason) {
  return {{"code", to_string(reason.code)}, {"text", repair_utf8(reason.text)}};
}

Json write_diff(const Verdict& verdict, const std::string& claim_text) {
  if (verdict.suggested_wording.empty()) return Json::array();
  return write_list(diff_words(claim_text, verdict.suggested_wording), [](const DiffPiece& piece) -> Json {
    return {{"kind", to_string(piece.kind)}, {"text", repair_utf8(piece.text)}};
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
          {"suggested_wording", repair_utf8(verdict.suggested_wording)},
          {"suggested_diff", write_diff(verdict, claim_text)},
          {"steps", write_strings(verdict.steps)}};
}

// The span in a claims file counts code points already.
Json write_origin(const ClaimOrigin& origin) {
  return {{"document", repair_utf8(origin.document)},
          {"sha256", repair_utf8(origin.sha256)},
          {"section", repair_utf8(origin.section)},
          {"begin", origin.span.begin},
          {"end", origin.span.end}};
}

Json write_source(const CitedSource& source) {
  return {{"label", repair_utf8(source.label)},
          {"pmid", or_null(source.pmid)},
          {"doi", repair_utf8(source.doi)},
          {"title", repair_utf8(source.title)}};
}

// Nothing of the article but the passage and a few words around it: manuscripts are confidential.
Json write_passage(const Run& run, const Claim& claim) {
  const Passage& passage = *claim.passage;
  const Document* article = article_of(run, claim);
  const QuoteContext context = article == nullptr ? QuoteContext{} : text_context(article->text, passage.span);
  const bool has_block = article != nullptr && passage.block < article->blocks.size();
  return {{"text", repair_utf8(passage.text)},
          {"prefix", context.prefix},
          {"suffix", context.suffix},
          {"paragraph", has_block ? Json(article->blocks[passage.block].number) : Json(nullptr)},
          {"check_worthiness", passage.check_worthiness},
          {"why", write_strings(passage.why)},
          {"needs_context", passage.needs_context},
          {"compound", passage.compound},
          {"suppressed", passage.suppressed ? Json(repair_utf8(*passage.suppressed)) : Json(nullptr)},
          {"cited", write_list(passage.cited, write_source)}};
}

Json write_article(const Document& article) {
  return {{"name", repair_utf8(article.name)},
          {"sha256", repair_utf8(article.sha256)},
          {"format", to_string(article.format)},
          {"problems", write_strings(article.problems)}};
}

Json write_overrides(const Claim& claim) {
  Json overrides = Json::object();
  for (const auto& [slot, words] : claim.frame) overrides[repair_utf8(slot)] = repair_utf8(words);
  return overrides;
}

Json write_slot(const Slot& slot, const std::string& claim_text) {
  if (slot.empty()) return nullptr;
  const Span span = shown_span(claim_text, slot.span);
  return {{"text", repair_utf8(slot.text)},
          {"begin", span.begin},
          {"end", span.end},
          {"concepts", write_strings(slot.concepts)}};
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
          {"threshold", or_null(frame.threshold)},
          {"threshold_high", or_null(frame.threshold_high)},
          {"unread", write_strings(frame.unread)},
          {"unmatched", write_strings(frame.unmatched)},
          {"unresolved", repair_utf8(frame.unresolved)}};
}

Json write_query(const QueryRecord& query) {
  return {{"aim", to_string(query.aim)},
          {"text", repair_utf8(query.text)},
          {"found", query.found},
          {"taken", query.taken},
          {"read", query.read},
          {"complete", query.complete},
          {"source", repair_utf8(query.source)},
          {"date", repair_utf8(query.date)},
          {"translation", repair_utf8(query.translation)},
          {"warnings", write_strings(query.warnings)}};
}

Json write_quote(const Quote& quote, const Citation* citation) {
  const QuoteContext context = quote_context(citation, quote);
  return {{"section", quote.section}, {"label", context.label},          {"begin", context.span.begin},
          {"end", context.span.end},  {"text", repair_utf8(quote.text)}, {"prefix", context.prefix},
          {"suffix", context.suffix}};
}

Json write_numbers(const FindingNumbers& numbers) {
  return {{"p_value", or_null(numbers.p_value)},   {"estimate", or_null(numbers.estimate)},
          {"ci_low", or_null(numbers.ci_low)},     {"ci_high", or_null(numbers.ci_high)},
          {"null_value", numbers.null_value},      {"rate", or_null(numbers.rate)},
          {"rate_low", or_null(numbers.rate_low)}, {"rate_high", or_null(numbers.rate_high)},
          {"events", or_null(numbers.events)},     {"exposed", or_null(numbers.exposed)}};
}

Json write_study_scope(const StudyScope& scope) {
  return {{"populations", write_strings(scope.populations)},
          {"routes", write_strings(scope.routes)},
          {"doses", write_strings(scope.doses)},
          {"courses", write_strings(scope.courses)},
          {"follow_up_days", or_null(scope.follow_up_days)}};
}

Json write_finding(const Finding& finding, const Citation* citation) {
  const auto mismatch = [](const SlotMismatch& value) -> Json {
    return {{"slot", repair_utf8(value.slot)}, {"why", repair_utf8(value.why)}};
  };
  const auto cue = [](const FindingCue& value) -> Json {
    return {{"rule", repair_utf8(value.rule)}, {"text", repair_utf8(value.text)}};
  };
  return {{"pmid", finding.pmid},
          {"stance", to_string(finding.stance)},
          {"reported", to_string(finding.reported)},
          {"quote", write_quote(finding.quote, citation)},
          {"outcome", repair_utf8(finding.outcome)},
          {"numbers", write_numbers(finding.numbers)},
          {"design", to_string(finding.design)},
          {"randomised_evidence", finding.randomised_evidence},
          {"sample_size", or_null(finding.sample_size)},
          {"setting", to_string(finding.setting)},
          {"scope", write_study_scope(finding.scope)},
          {"directness", to_string(finding.directness)},
          {"mismatches", write_list(finding.mismatches, mismatch)},
          {"cues", write_list(finding.cues, cue)},
          {"reliability", finding.reliability},
          {"significant", finding.significant},
          {"reviewed_conclusion", finding.reviewed_conclusion},
          {"year", finding.year},
          {"family", repair_utf8(finding.family)},
          {"retracted", finding.retracted},
          {"concern", finding.concern},
          {"preprint", finding.preprint},
          {"erratum", finding.erratum},
          {"risk_of_bias", finding.risk_of_bias},
          {"dose_response", finding.dose_response},
          {"mixed_designs", finding.mixed_designs},
          {"heterogeneous", finding.heterogeneous},
          {"own_baseline", finding.own_baseline},
          {"rated", to_string(finding.rated)},
          {"looked_for", finding.looked_for},
          {"spin", finding.spin},
          {"by_words", finding.by_words},
          {"excluded", repair_utf8(finding.excluded)}};
}

Json write_notice(const Notice& notice) {
  return {{"kind", to_string(notice.kind)},
          {"pmid", notice.pmid},
          {"source", repair_utf8(notice.source)},
          {"note", repair_utf8(notice.note)}};
}

// Bibliographic facts only: abstracts may be under copyright, so a report holds no more of them than its quotes.
Json write_citation(const Citation& citation) {
  const auto type = [](const ControlledTerm& value) -> Json {
    return {{"ui", repair_utf8(value.ui)}, {"name", repair_utf8(value.name)}};
  };
  return {{"pmid", citation.pmid},
          {"title", repair_utf8(citation.title)},
          {"title_translated", citation.title_translated},
          {"vernacular_title", repair_utf8(citation.vernacular_title)},
          {"journal", repair_utf8(journal_name(citation))},
          {"year", citation.date.year},
          {"doi", repair_utf8(citation.doi)},
          {"pmcid", repair_utf8(citation.pmcid)},
          {"publication_types", write_list(citation.publication_types, type)},
          {"notices", write_list(citation.notices, write_notice)},
          {"retracted", is_retracted(citation)},
          {"digest", citation.digest},
          {"reference", repair_utf8(format_ama(citation).text())}};
}

Json write_silent(const SilentCitation& citation) {
  return {{"pmid", citation.pmid},
          {"title", repair_utf8(citation.title)},
          {"year", citation.year},
          {"why", repair_utf8(citation.why)}};
}

Json write_note(const ComplianceNote& note, const std::string& claim_text) {
  const Span span = shown_span(claim_text, note.span);
  return {{"id", repair_utf8(note.id)},
          {"rule", repair_utf8(note.rule)},
          {"clause", repair_utf8(note.clause)},
          {"edition", repair_utf8(note.edition)},
          {"jurisdiction", repair_utf8(note.jurisdiction)},
          {"source", repair_utf8(note.source)},
          {"why", repair_utf8(note.why)},
          {"text", repair_utf8(note.words)},
          {"begin", span.begin},
          {"end", span.end}};
}

Json write_requirement(const Requirement& requirement) {
  return {{"highest_rate", requirement.highest_rate},
          {"exposed_needed", requirement.exposed_needed},
          {"exposed_shown", or_null(requirement.exposed_shown)},
          {"upper_bound", or_null(requirement.upper_bound)},
          {"follow_up_needed", or_null(requirement.follow_up_needed)},
          {"follow_up_shown", or_null(requirement.follow_up_shown)}};
}

Json write_flip(const Flip& flip) {
  return {{"family", repair_utf8(flip.family)},
          {"pmids", flip.pmids},
          {"tag", to_string(flip.tag)},
          {"sub_tag", to_string(flip.sub_tag)}};
}

Json write_dimension(const ScopeDimension& dimension) {
  const auto value = [](const ScopeValue& item) -> Json {
    return {{"value", repair_utf8(item.value)},
            {"claimed", item.claimed},
            {"families_for", item.families_for},
            {"families_against", item.families_against}};
  };
  return {
      {"name", repair_utf8(dimension.name)}, {"open", dimension.open}, {"values", write_list(dimension.values, value)}};
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
  return {{"id", repair_utf8(report.claim.id)},
          {"text", repair_utf8(report.claim.text)},
          {"origin", report.claim.origin ? write_origin(*report.claim.origin) : Json(nullptr)},
          {"passage", report.claim.passage ? write_passage(run, report.claim) : Json(nullptr)},
          {"frame_overrides", write_overrides(report.claim)},
          {"status", to_string(report.status)},
          {"status_reasons", write_list(report.status_reasons, write_reason)},
          {"verdict", report.verdict ? write_verdict(*report.verdict, report.claim.text) : Json(nullptr)},
          {"appraisal", write_appraisal(report.appraisal)},
          {"compliance", write_list(report.compliance, note)},
          {"problems", write_strings(report.problems)},
          {"frame", frame_json(report.frame)},
          {"queries", write_list(report.queries, write_query)},
          {"search_box", write_search_box(count_search(report))},
          {"findings", write_list(report.findings, finding)},
          {"citations", write_list(report.citations, write_citation)},
          {"silent", write_list(report.silent, write_silent)}};
}

Json write_provenance(const Run& run) {
  const auto document = [](const InputDocument& value) -> Json {
    return {{"name", repair_utf8(value.name)}, {"sha256", repair_utf8(value.sha256)}, {"claims", value.claims}};
  };
  const Provenance& provenance = run.provenance;
  return {{"tool_version", repair_utf8(provenance.tool_version)},
          {"rules_version", provenance.rules_version},
          {"schema_version", provenance.schema_version},
          {"documents", write_list(provenance.documents, document)},
          {"evidence_source", repair_utf8(provenance.evidence_source)},
          {"evidence_date", repair_utf8(provenance.evidence_date)},
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
  return frame_json(frame).dump();
}

std::string write_json(const Run& run) {
  const auto claim = [&](const Report& report) { return write_claim(run, report); };
  Json document = {{"schema_version", kReportSchemaVersion},
                   {"problems", write_strings(run.problems)},
                   {"counts", write_counts(count_claims(run))},
                   {"claims", write_list(run.reports, claim)},
                   {"articles", write_list(run.articles, write_article)},
                   {"provenance", write_provenance(run)},
                   {"error_card", Json::parse(error_card_data())}};
  if (run.review) document["review"] = Json::parse(write_review_json(run));
  return document.dump(2) + '\n';
}

}  // namespace claimcheck
