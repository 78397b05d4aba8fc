#include "verify/read.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "text/utf8.h"
#include "verify/analysed_citation.h"
#include "verify/caveat.h"
#include "verify/certainty.h"
#include "verify/choose_finding.h"
#include "verify/claim_view.h"
#include "verify/concept_roots.h"
#include "verify/directness.h"
#include "verify/effect.h"
#include "verify/effect_barrier.h"
#include "verify/efficacy.h"
#include "verify/freedom.h"
#include "verify/match.h"
#include "verify/occurrence.h"
#include "verify/people.h"
#include "verify/phrase_table.h"
#include "verify/pooled_studies.h"
#include "verify/rated_certainty.h"
#include "verify/read_by_words.h"
#include "verify/reading_limits.h"
#include "verify/reassurance.h"
#include "verify/record_view.h"
#include "verify/rival.h"
#include "verify/sentence.h"
#include "verify/side_limits.h"
#include "verify/spin.h"
#include "verify/study.h"
#include "verify/surrogate.h"
#include "verify/take_stance.h"
#include "verify/titled_case.h"
#include "verify/toll.h"
#include "verify/too_little.h"
#include "verify/unnamed_outcome.h"
#include "verify/ways.h"
#include "verify/zero_events.h"

namespace claimcheck {
namespace {

constexpr double kUnnamedSubjectPenalty = 0.25;
constexpr double kTitledSubjectPenalty = 0.1;
constexpr double kGenericPenalty = 0.25;
constexpr double kOwnWordsPenalty = 0.1;  // by the claim's words, whose other names nobody knows
constexpr double kReassuranceReliability = 0.7;
constexpr double kEfficacyPenalty = 0.15;
constexpr std::size_t kMostMatches = 24;  // in one sentence: a list that names more is no longer prose

void describe_study(const RecordView& record, Finding& finding) {
  const Citation& citation = record.citation;
  finding.pmid = citation.pmid;
  finding.design = record.study.design;
  finding.randomised_evidence = record.study.randomised_evidence;
  finding.sample_size = record.study.sample_size;
  finding.setting = record.study.setting;
  finding.scope = record.study.scope;
  finding.directness = record.directness.directness;
  finding.mismatches = record.directness.mismatches;
  finding.year = citation.date.year;
  finding.family = record.study.family;
  finding.retracted = is_retracted(citation);
  finding.concern = record.study.concern;
  finding.preprint = record.study.preprint;
  finding.erratum = has_notice(citation, NoticeKind::erratum_in);
  finding.risk_of_bias = record.study.risk_of_bias;
  finding.dose_response = record.study.dose_response;
  finding.mixed_designs = record.study.mixed_designs;
  if (finding.retracted) finding.excluded = "retracted";
}

void exclude_unreliable(Finding& finding) {
  if (finding.excluded.empty() && finding.reliability < kWeighedReliability) {
    finding.excluded = "read with too little reliability";
  }
}

// A case report tells of the people in whom its title says that the treatment did the harm.
bool is_case_of(const RecordView& record, const Finding& finding) {
  const bool happened = finding.reported == Reported::event || finding.reported == Reported::rate;
  return happened && record.study.design == Design::case_report && record.subject.matches(record.title) &&
         record.outcome.exact().matches(record.title);
}

// By its name, or by the short one that a record on it uses: "vaccinated people" in a record on influenza vaccine.
bool names_subject(const RecordView& record, const Sentence& sentence) {
  if (record.subject.matches(sentence)) return true;
  return record.subject.matches(record.title) &&
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                     [&](const ConceptMention& mention) { return record.subject.is_short_for(*mention.concept_ptr); });
}

Finding make_finding(const RecordView& record, const Sentence& sentence, const SlotMatch& match,
                     EffectReading&& effect) {
  Finding finding;
  describe_study(record, finding);
  const bool turned = is_turned_round(record, match);
  if (turned && tells_change(effect.reading)) effect.reading.reported = opposite(effect.reading.reported);
  finding.stance = take_stance(record, sentence, match, effect.reading);
  finding.reported = effect.reading.reported;
  finding.significant = effect.reading.significant;
  finding.numbers = effect.reading.numbers;
  finding.quote = {sentence.section, sentence.span, std::string(sentence.text)};
  finding.outcome = match.meaning != nullptr ? match.meaning->id : record.frame.outcome.text;
  finding.cues = std::move(effect.cues);
  finding.reviewed_conclusion = sentence.role == SectionRole::conclusions;
  finding.reliability = effect.reliability;
  finding.rated = rated_certainty(sentence, match.tokens.first, record.sentences);
  finding.heterogeneous = is_review(record.study.design) && are_studies_at_odds(sentence, record.sentences);
  finding.own_baseline = !is_about_harm(record.frame) && compares_with_own_start(sentence);
  const bool about_subject = names_subject(record, sentence) || is_case_of(record, finding) || counts_poisoned(record);
  if (!about_subject) {
    const bool part = record.subject.matches(record.title) && !names_another(record, record.title) &&
                      (names_treated(sentence, {0, sentence.tokens.size()}) || opens_with_treatment(sentence));
    finding.reliability -=
        part || is_on_subject_alone(record, sentence) ? kTitledSubjectPenalty : kUnnamedSubjectPenalty;
  }
  if (match.kind == MatchKind::generic && !is_named_by_aim(record, match)) finding.reliability -= kGenericPenalty;
  if (match.meaning == nullptr && match.kind == MatchKind::exact) finding.reliability -= kOwnWordsPenalty;
  if (match.kind == MatchKind::efficacy) finding.reliability -= kEfficacyPenalty;
  exclude_unreliable(finding);
  if (finding.reported == Reported::bound && finding.excluded.empty()) {
    finding.looked_for = looks_for(record.outcome.exact(), record.title, record.sentences, record.vocabulary);
    hold_to_follow_up(record.frame, finding);
  }
  return finding;
}

// What the title says the treatment is given for, in a claim on harm: the record's own words for its patients.
bool is_treated(const RecordView& record, const SlotMatch& match) {
  return match.meaning != nullptr && record.treated.contains(match.meaning);
}

bool speaks_of_most(const ClaimFrame& frame) {
  return claim_words().contains(tokenize(frame.text), "for_most");
}

// The claim says in what way a harm matters little, and gives no rate.
std::optional<EffectReading> read_played_down(const RecordView& record, const Sentence& sentence,
                                              const SlotMatch& match) {
  const auto reassures = read_reassurance(sentence, match.tokens, record.frame.quantifier);
  if (!reassures || is_apart_from(sentence, record.subject, match.tokens)) return std::nullopt;
  // One severe harm leaves the most of them mild.
  if (!*reassures && is_one_of_many(record, match) && speaks_of_most(record.frame)) return std::nullopt;
  EffectReading effect;
  effect.reading.reported = Reported::event;
  effect.reading.reassures = reassures;
  effect.reliability = kReassuranceReliability;
  effect.cues.push_back({*reassures ? "the harm is played down" : "the harm is not played down", {}});
  return effect;
}

// "Improved", "worsened", and nothing on how much there was.
bool tells_only_worth(const EffectReading& effect) {
  if (!tells_change(effect.reading) || effect.cues.empty()) return false;
  const std::string words = fold_case(effect.cues.front().text);
  return words.starts_with("improv") || words.starts_with("worsen");
}

OutcomeContext make_context(const RecordView& record, const SlotMatch& match, bool freedom) {
  const bool harm = is_harm(record, match);
  const Valence valence = match.meaning != nullptr ? match.meaning->valence : record.frame.valence;
  return {match,
          freedom && valence == Valence::bad ? Valence::good : valence,
          harm,
          !is_about_harm(record.frame),
          !harm || record.frame.kind != ClaimKind::harm_magnitude,
          record.subject,
          record.rival.has_value(),
          record.frame.subject_is_lack ||
              (match.meaning != nullptr && record.vocabulary.is_kind_of(match.meaning->id, kAddiction)),
          record.frame.kind == ClaimKind::harm_absent};
}

void read_match(const RecordView& record, const Sentence& sentence, const SlotMatch& match,
                std::vector<Finding>& found) {
  const bool about_harm = is_about_harm(record.frame);
  const bool freedom = !about_harm && names_freedom(sentence, match.tokens);
  const OutcomeContext context = make_context(record, match, freedom);
  const bool plays_down = record.frame.kind == ClaimKind::harm_magnitude && !record.frame.threshold;
  auto effect = plays_down ? read_played_down(record, sentence, match) : std::optional<EffectReading>();
  if (!effect) effect = read_effect(sentence, context);
  if (!effect) return;
  // "Improves cortisol": nobody knows whether there was more of it.
  const bool by_worth = context.valence == Valence::neutral && !record.claim.says_better_or_worse;
  if (by_worth && tells_only_worth(*effect)) return;
  if (freedom && tells_change(effect->reading)) effect->reading.reported = opposite(effect->reading.reported);
  if (tells_change(effect->reading) && excepts_claim(record.frame, sentence)) {
    effect->reading.reported = Reported::no_difference;
    effect->cues.push_back({"denied of what the claim names", {}});
  }
  const bool happened = effect->reading.reported == Reported::event || effect->reading.reported == Reported::rate;
  if (about_harm && happened && is_treated(record, match)) return;
  found.push_back(make_finding(record, sentence, match, std::move(*effect)));
}

void read_sentence(const RecordView& record, const Sentence& sentence, std::vector<Finding>& found) {
  if (!is_evidence_role(sentence.role) || is_about_another(record, sentence)) return;
  if (!is_about_exposure(record.frame, record.subject, sentence)) return;
  std::size_t named = 0;
  for (const SlotMatch& match : record.outcome.find(sentence, record.about_outcome)) {
    if (is_no_result(record, sentence, match)) continue;
    read_match(record, sentence, match, found);
    if (++named == kMostMatches) break;
  }
  if (named > 0 || is_about_harm(record.frame)) return;
  if (const auto incidence = find_incidence(record, sentence)) {
    read_match(record, sentence, *incidence, found);
    return;
  }
  if (const auto symptoms = find_symptoms(record, sentence)) {
    read_match(record, sentence, *symptoms, found);
    return;
  }
  if (const auto efficacy = find_efficacy(record, sentence)) read_match(record, sentence, *efficacy, found);
  if (const auto end_point = find_end_point(record, sentence)) read_match(record, sentence, *end_point, found);
}

// The record measures something that stands in for the outcome, and not the outcome.
void read_surrogates(const RecordView& record, std::vector<Finding>& found) {
  for (const Sentence& sentence : record.sentences) {
    if (!is_evidence_role(sentence.role) || is_about_another(record, sentence)) continue;
    for (const SlotMatch& match : find_surrogates(record.frame, sentence, record.vocabulary)) {
      read_match(record, sentence, match, found);
    }
  }
  for (Finding& finding : found) mark_as_surrogate(finding);
}

// Case reports name the harm in the title, and tell signs and tests of it in the text.
void read_titled_case(const RecordView& record, std::vector<Finding>& found) {
  const Design design = record.study.design;
  if (!is_about_harm(record.frame) || (design != Design::case_report && design != Design::case_series)) return;
  for (const SlotMatch& outcome : record.outcome.exact().find(record.title)) {
    if (!titles_case(record, outcome)) continue;
    if (is_treated(record, outcome) && !is_blamed_in_title(record, outcome)) continue;
    const Sentence* sentence = find_case_sentence(record);
    if (sentence == nullptr) return;
    EffectReading effect;
    effect.reading.reported = Reported::event;
    effect.reliability = kEventReliability;
    effect.cues.push_back({"the case that the title names", {}});
    found.push_back(make_finding(record, *sentence, {{0, 0}, outcome.meaning}, std::move(effect)));
    return;
  }
}

std::vector<Finding> read_findings_by_wording(RecordView& record) {
  std::vector<Finding> findings =
      read_by_words(record.frame, record.citation, record.vocabulary, record.title, record.sentences);
  for (Finding& finding : findings) {
    describe_study(record, finding);
    if (!record.directness.in_scope) finding.stance = Stance::inconclusive;
    exclude_unreliable(finding);
  }
  return findings;
}

// "This association disappeared after adjustment": said of what the sentence before it tells.
bool is_taken_back_by(const RecordView& record, const Sentence& next) {
  if (!is_evidence_role(next.role)) return false;
  const auto words = find_taking_back(next);
  if (!words) return false;
  return !names_outcome(next, *words) || !record.outcome.find(next, record.about_outcome).empty();
}

void take_back(std::span<Finding> findings) {
  for (Finding& finding : findings) {
    finding.stance = Stance::inconclusive;
    finding.reported = Reported::no_difference;
    finding.significant = false;
    finding.cues.push_back({"the next sentence takes it back", {}});
  }
}

bool any_takes_side(std::span<const Finding> found) {
  return std::any_of(found.begin(), found.end(), [](const Finding& finding) {
    return is_weighed(finding) && (finding.stance == Stance::supports || finding.stance == Stance::opposes);
  });
}

// "Five needed ventilation and two died" in a record on poisonings with the drug.
void read_toll(const RecordView& record, std::vector<Finding>& found) {
  if (!is_about_harm(record.frame)) return;
  for (const Sentence& sentence : record.sentences) {
    if (!is_evidence_role(sentence.role)) continue;
    for (const SlotMatch& match : record.outcome.exact().find(sentence)) {
      if (!counts_poisoned(record) && !is_told_after(sentence, match, record.subject)) continue;
      if (auto effect = read_deaths(sentence, match))
        found.push_back(make_finding(record, sentence, match, std::move(*effect)));
    }
  }
}

// "Oral X works better than intravenous X".
std::vector<Finding> read_ways_compared(const RecordView& record) {
  std::vector<Finding> found;
  for (WaysReading& ways : compare_ways(record, *record.claim.ways)) {
    Finding finding;
    describe_study(record, finding);
    const bool weighed = record.directness.directness < Directness::far &&
                         (ways.stance != Stance::supports || record.directness.can_support);
    finding.stance = weighed ? ways.stance : Stance::inconclusive;
    finding.reported = ways.reported;
    finding.quote = {ways.sentence->section, ways.sentence->span, std::string(ways.sentence->text)};
    finding.outcome = record.frame.outcome.text;
    finding.cues.push_back({"two ways of giving it compared", std::move(ways.cue)});
    finding.reviewed_conclusion = ways.sentence->role == SectionRole::conclusions;
    finding.reliability = kWordedReliability;
    exclude_unreliable(finding);
    found.push_back(std::move(finding));
  }
  std::vector<Finding> kept;
  keep_best(record.frame, found, false, kept);
  return kept;
}

std::vector<Finding> read_findings(RecordView& record) {
  if (record.claim.by_wording) return read_findings_by_wording(record);
  read_subject_matter(record);
  if (record.claim.ways) return read_ways_compared(record);
  std::vector<Finding> found;
  for (std::size_t i = 0; i < record.sentences.size(); ++i) {
    const std::size_t before = found.size();
    read_sentence(record, record.sentences[i], found);
    if (found.size() > before && i + 1 < record.sentences.size() && is_taken_back_by(record, record.sentences[i + 1]))
      take_back(std::span(found).subspan(before));
  }
  if (found.empty() && !is_about_harm(record.frame)) read_surrogates(record, found);
  if (!any_takes_side(found)) read_titled_case(record, found);
  if (found.empty()) read_toll(record, found);
  // Nobody knows what else an outcome is called that the vocabulary does not know.
  if (found.empty() && record.outcome.exact().is_raw()) return read_findings_by_wording(record);
  std::vector<Finding> kept;
  keep_best(record.frame, found, false, kept);
  keep_best(record.frame, found, true, kept);
  return kept;
}

std::vector<Finding> read_analysed(const ClaimView& claim, AnalysedCitation& citation) {
  if (!ineligible_because(citation.citation()).empty()) return {};
  RecordView record = view_record(claim, citation);
  if (!can_speak(record)) return {};
  judge_study(record, citation);
  return read_findings(record);
}

}  // namespace

CitationReading read_whole(const ClaimFrame& frame, const Citation& citation, const Vocabulary& vocabulary) {
  const ClaimView claim = view_claim(frame, vocabulary);
  AnalysedCitation analysed(citation, vocabulary);
  RecordView record = view_record(claim, analysed);
  judge_study(record, analysed);
  CitationReading reading;
  reading.study = record.study;
  reading.directness = record.directness.directness;
  reading.populations = list_populations(record.title, record.sentences);
  if (!can_speak(record)) return reading;
  reading.findings = read_findings(record);
  if (!reading.findings.empty()) {
    reading.stance = reading.findings.front().stance;
    reading.reliability = reading.findings.front().reliability;
  }
  return reading;
}

std::vector<Finding> read_citation(const ClaimFrame& frame, const Citation& citation, const Vocabulary& vocabulary) {
  AnalysedCitation analysed(citation, vocabulary);
  return read_analysed(view_claim(frame, vocabulary), analysed);
}

std::vector<Finding> read_citations_for(const ClaimFrame& frame, std::span<const Citation> citations,
                                        CitationAnalyser& analyser) {
  const ClaimView claim = view_claim(frame, analyser.vocabulary());
  std::vector<Finding> findings;
  for (const Citation& citation : citations) {
    std::vector<Finding> read = read_analysed(claim, analyser.analyse(citation));
    findings.insert(findings.end(), std::make_move_iterator(read.begin()), std::make_move_iterator(read.end()));
  }
  return findings;
}

}  // namespace claimcheck
