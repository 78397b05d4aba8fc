#include "verify/read.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "verify/certainty.h"
#include "verify/concept_roots.h"
#include "verify/directness.h"
#include "verify/effect.h"
#include "verify/effect_barrier.h"
#include "verify/match.h"
#include "verify/people.h"
#include "verify/phrase_table.h"
#include "verify/read_wording.h"
#include "verify/reassurance.h"
#include "verify/sentence.h"
#include "verify/side_limits.h"
#include "verify/study.h"
#include "verify/too_little.h"

namespace claimcheck {
namespace {

constexpr double kUnnamedSubjectPenalty = 0.25;
constexpr double kGenericPenalty = 0.25;
constexpr double kReassuranceReliability = 0.7;
constexpr double kEfficacyPenalty = 0.15;

// Everything about one citation that its sentences are read against.
struct RecordView {
  const ClaimFrame& frame;
  const Citation& citation;
  const Vocabulary& vocabulary;
  SlotMatcher subject;
  OutcomeMatcher outcome;
  Sentence title;
  std::vector<Sentence> sentences;
  Study study;
  DirectnessReading directness;
  bool about_outcome = false;                  ///< the record names the claim's outcome itself
  std::optional<SlotMatch> primary;            ///< the claim's outcome as the record's primary end point names it
  bool is_for_outcome = false;                 ///< the first outcome that the title names is the claim's
  std::unordered_set<const Concept*> treated;  ///< what the title says the treatment is given for
  bool by_wording = false;                     ///< read by the claim's words, not by its concepts
};

bool is_harm_claim(const ClaimFrame& frame) {
  return frame.kind == ClaimKind::harm_absent || frame.kind == ClaimKind::harm_exists ||
         frame.kind == ClaimKind::harm_magnitude;
}

// The sentence is about another treatment: it names one that is neither the subject, nor short for it ("the vaccine"),
// nor a control, and not the subject. Headings of MeSH tell nothing: it calls "glucose" and "biopsy"
// treatments, and results are told with such words.
bool is_about_another(const RecordView& record, const Sentence& sentence) {
  if (record.subject.matches(sentence)) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh &&
           !record.subject.includes(*mention.concept_ptr) && !record.subject.is_short_for(*mention.concept_ptr) &&
           !record.vocabulary.is_kind_of(mention.concept_ptr->id, kControl);
  });
}

// What the claim's scope allows a stance to be: far evidence neither supports nor opposes (verdict-method, section 4);
// evidence that does not speak of what the claim's remaining words say cannot support it.
Stance limit_stance(Stance stance, const DirectnessReading& reading) {
  const bool blind = stance == Stance::supports && !reading.can_support;
  return blind || reading.directness >= Directness::far ? Stance::inconclusive : stance;
}

void describe_study(const RecordView& record, Finding& finding) {
  const Citation& citation = record.citation;
  finding.pmid = citation.pmid;
  finding.design = record.study.design;
  finding.randomised_evidence = record.study.randomised_evidence;
  finding.sample_size = record.study.sample_size;
  finding.setting = record.study.setting;
  finding.directness = record.directness.directness;
  finding.mismatches = record.directness.mismatches;
  finding.year = citation.date.year;
  finding.family = record.study.family;
  finding.retracted = is_retracted(citation);
  finding.concern = record.study.concern;
  finding.preprint = record.study.preprint;
  finding.risk_of_bias = record.study.risk_of_bias;
  if (finding.retracted) finding.excluded = "retracted";
}

void exclude_unreliable(Finding& finding) {
  if (finding.excluded.empty() && finding.reliability < kWeighedReliability) {
    finding.excluded = "read with too little reliability";
  }
}

// More of what was matched is less of what the claim is about: an inverse outcome, or a generic one of the other
// valence.
bool is_turned_round(const RecordView& record, const SlotMatch& match) {
  if (match.kind == MatchKind::exact || match.meaning == nullptr) return false;
  if (match.kind == MatchKind::inverse) return true;
  const Valence claimed = record.frame.valence;
  return claimed != Valence::neutral && match.meaning->valence != Valence::neutral && match.meaning->valence != claimed;
}

void turn_round(Reading& reading) {
  if (reading.reported == Reported::increase) {
    reading.reported = Reported::decrease;
  } else if (reading.reported == Reported::decrease) {
    reading.reported = Reported::increase;
  }
}

// The claim names a family of harms, the sentence one of them.
bool is_one_of_many(const RecordView& record, const SlotMatch& match) {
  const std::vector<std::string>& claimed = record.frame.outcome.concepts;
  return match.meaning != nullptr && std::find(claimed.begin(), claimed.end(), match.meaning->id) == claimed.end();
}

Finding make_finding(const RecordView& record, const Sentence& sentence, const SlotMatch& match,
                     EffectReading&& effect) {
  Finding finding;
  describe_study(record, finding);
  const bool turned = is_turned_round(record, match);
  if (turned) turn_round(effect.reading);
  finding.stance = limit_stance(decide_stance(record.frame, effect.reading), record.directness);
  if (!can_take_side(record.frame, record.vocabulary, record.subject, sentence, match.tokens)) {
    finding.stance = Stance::inconclusive;
  }
  // A measure that moved the wrong way is no harm yet, unless a test says that it moved.
  if (turned && is_harm_claim(record.frame) && !effect.reading.significant) finding.stance = Stance::inconclusive;
  // Less of one harm leaves the others of its family.
  if (record.frame.kind == ClaimKind::harm_exists && finding.stance == Stance::opposes &&
      is_one_of_many(record, match)) {
    finding.stance = Stance::inconclusive;
  }
  finding.reported = effect.reading.reported;
  finding.significant = effect.reading.significant;
  finding.numbers = effect.reading.numbers;
  finding.quote = {sentence.section, sentence.span, std::string(sentence.text)};
  finding.outcome = match.meaning != nullptr ? match.meaning->id : record.frame.outcome.text;
  finding.cues = std::move(effect.cues);
  finding.reviewed_conclusion = sentence.role == SectionRole::conclusions;
  finding.reliability = effect.reliability;
  if (!record.subject.matches(sentence)) finding.reliability -= kUnnamedSubjectPenalty;
  if (match.kind == MatchKind::generic) finding.reliability -= kGenericPenalty;
  if (match.kind == MatchKind::efficacy) finding.reliability -= kEfficacyPenalty;
  exclude_unreliable(finding);
  return finding;
}

// What the title says the treatment is given for, in a claim on harm: the record's own words for its patients.
bool is_treated(const RecordView& record, const SlotMatch& match) {
  return match.meaning != nullptr && record.treated.contains(match.meaning);
}

// The treatment is said to work, in a record that is on the claim's outcome, without a word on what it works on.
std::optional<SlotMatch> find_efficacy(const RecordView& record, const Sentence& sentence) {
  static constexpr std::array<std::string_view, 10> words{"effective", "efficacy",   "efficacious", "effectiveness",
                                                          "better",    "superior",   "beneficial",  "successful",
                                                          "inferior",  "ineffective"};
  if (!record.is_for_outcome || !record.subject.matches(sentence)) return std::nullopt;
  for (const ConceptMention& mention : sentence.mentions) {
    const Concept& meaning = *mention.concept_ptr;
    if (meaning.kind != ConceptKind::outcome || meaning.from_mesh) continue;
    if (meaning.id == kTreatmentResponse || meaning.id == kSafety) continue;
    if (!describes_people(sentence, {mention.first, mention.last})) return std::nullopt;
  }
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (std::find(words.begin(), words.end(), sentence.tokens[i].norm) == words.end()) continue;
    // "More effective than": the cue says which way the efficacy went.
    const auto holds = [i](const Cue& cue) { return cue.first <= i && i < cue.last; };
    const auto cue = std::find_if(sentence.cues.begin(), sentence.cues.end(), holds);
    const std::size_t at = cue != sentence.cues.end() ? cue->first : i;
    return SlotMatch{{at, at}, record.vocabulary.find(kTreatmentResponse), MatchKind::efficacy};
  }
  return std::nullopt;
}

// "The mean difference from placebo was -4.1": an estimate of nothing that the sentence names is one of the primary end
// point.
std::optional<SlotMatch> find_end_point(const RecordView& record, const Sentence& sentence) {
  if (!record.primary || !record.subject.matches(sentence)) return std::nullopt;
  const bool names_outcome =
      std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [](const ConceptMention& mention) {
        return mention.concept_ptr->kind == ConceptKind::outcome && !mention.concept_ptr->from_mesh;
      });
  if (names_outcome) return std::nullopt;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (sentence.tokens[i].norm == "difference")
      return SlotMatch{{i, i}, record.primary->meaning, record.primary->kind};
  }
  return std::nullopt;
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

void read_match(const RecordView& record, const Sentence& sentence, const SlotMatch& match,
                std::vector<Finding>& found) {
  const bool harm = match.meaning != nullptr && match.meaning->harm;
  const bool about_harm = is_harm_claim(record.frame);
  const OutcomeContext context{
      match,       match.meaning != nullptr ? match.meaning->valence : record.frame.valence, harm,
      !about_harm, !harm || !about_harm || record.frame.kind == ClaimKind::harm_exists,      record.subject};
  const bool plays_down = record.frame.kind == ClaimKind::harm_magnitude && !record.frame.threshold;
  auto effect = plays_down ? read_played_down(record, sentence, match) : std::optional<EffectReading>();
  if (!effect) effect = read_effect(sentence, context);
  if (!effect) return;
  const bool happened = effect->reading.reported == Reported::event || effect->reading.reported == Reported::rate;
  if (about_harm && happened && is_treated(record, match)) return;
  found.push_back(make_finding(record, sentence, match, std::move(*effect)));
}

void read_sentence(const RecordView& record, const Sentence& sentence, std::vector<Finding>& found) {
  if (!is_evidence_role(sentence.role) || is_about_another(record, sentence)) return;
  if (!is_about_exposure(record.frame, record.subject, sentence)) return;
  bool named = false;
  for (const SlotMatch& match : record.outcome.find(sentence, record.about_outcome)) {
    if (describes_people(sentence, match.tokens)) continue;
    if (is_harm_claim(record.frame) && is_indication(sentence, match.tokens)) continue;
    read_match(record, sentence, match, found);
    named = true;
  }
  if (named || is_harm_claim(record.frame)) return;
  if (const auto efficacy = find_efficacy(record, sentence)) read_match(record, sentence, *efficacy, found);
  if (const auto end_point = find_end_point(record, sentence)) read_match(record, sentence, *end_point, found);
}

// Which of a citation's sentences speaks for it: one with a stance before one without; for effects the conclusions
// before the results; then the more reliable reading, then the earlier sentence.
auto choice_key(const ClaimFrame& frame, const Finding& finding) {
  const bool has_stance = finding.stance == Stance::supports || finding.stance == Stance::opposes;
  const bool about_harm = is_harm_claim(frame);
  const bool weighed = is_weighed(finding);
  return std::make_tuple(!weighed, about_harm && !has_stance, !about_harm && !finding.reviewed_conclusion, !has_stance,
                         -finding.reliability, finding.quote.section, finding.quote.span.begin);
}

void keep_best(const ClaimFrame& frame, std::vector<Finding>& found, bool gaps, std::vector<Finding>& kept) {
  const Finding* best = nullptr;
  for (const Finding& finding : found) {
    if ((finding.reported == Reported::gap_stated) != gaps) continue;
    if (best == nullptr || choice_key(frame, finding) < choice_key(frame, *best)) best = &finding;
  }
  if (best != nullptr) kept.push_back(*best);
}

void add_populations(const Sentence& sentence, std::vector<std::string>& ids) {
  for (const ConceptMention& mention : sentence.mentions) {
    const std::string& id = mention.concept_ptr->id;
    const bool known = std::find(ids.begin(), ids.end(), id) != ids.end();
    if (mention.concept_ptr->kind == ConceptKind::population && !known) ids.push_back(id);
  }
}

std::vector<std::string> list_populations(const RecordView& record) {
  std::vector<std::string> ids;
  add_populations(record.title, ids);
  for (const Sentence& sentence : record.sentences) add_populations(sentence, ids);
  return ids;
}

RecordView view_record(const ClaimFrame& frame, const Citation& citation, const Vocabulary& vocabulary) {
  return {frame,
          citation,
          vocabulary,
          SlotMatcher(frame.subject, vocabulary),
          OutcomeMatcher(frame, vocabulary),
          analyse_sentence(citation.title, vocabulary),
          analyse_abstract(citation, vocabulary),
          {},
          {},
          false,
          std::nullopt,
          false,
          {},
          is_read_by_wording(frame, vocabulary)};
}

// "The drug for X", "the drug in the treatment of X": the title names what it is given for.
void read_title(RecordView& record) {
  const std::vector<SlotMatch> matches = record.outcome.find(record.title, true);
  bool first = true;
  for (const ConceptMention& mention : record.title.mentions) {
    const Concept* meaning = mention.concept_ptr;
    if (meaning->kind != ConceptKind::outcome || meaning->id == kTreatmentResponse || meaning->id == kSafety) continue;
    if (first) {
      record.is_for_outcome = std::any_of(matches.begin(), matches.end(), [&](const SlotMatch& match) {
        return match.tokens.first <= mention.first && mention.last <= match.tokens.last;
      });
      first = false;
    }
    const bool given_for = mention.first > 0 && record.title.tokens[mention.first - 1].norm == "for";
    if (given_for || is_indication(record.title, {mention.first, mention.last})) record.treated.insert(meaning);
  }
}

// "The primary outcome was the change in X."
void read_primary(RecordView& record) {
  for (const Sentence& sentence : record.sentences) {
    const bool primary = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                     [](const Token& token) { return token.norm == "primary"; });
    if (!primary) continue;
    const std::vector<SlotMatch> matches = record.outcome.find(sentence, record.about_outcome);
    if (matches.empty()) continue;
    record.primary = matches.front();
    return;
  }
}

// False for most records that a search finds: nothing more of them needs to be looked at.
bool can_speak(const RecordView& record) {
  return ineligible_because(record.citation).empty() &&
         (record.by_wording || record.subject.covers(record.title, record.sentences));
}

void judge_study(RecordView& record) {
  record.study = read_study(record.citation, record.title, record.sentences, record.vocabulary);
  record.directness = read_directness(record.frame, record.study, record.title, record.sentences, record.vocabulary);
}

std::vector<Finding> read_findings_by_wording(RecordView& record) {
  std::vector<Finding> findings = read_wording(record.frame, record.citation, record.vocabulary,
                                               std::move(record.title), std::move(record.sentences));
  for (Finding& finding : findings) {
    describe_study(record, finding);
    exclude_unreliable(finding);
  }
  return findings;
}

std::vector<Finding> read_findings(RecordView& record) {
  if (record.by_wording) return read_findings_by_wording(record);
  record.about_outcome = record.outcome.exact().touches(record.title, record.sentences);
  read_title(record);
  read_primary(record);
  std::vector<Finding> found;
  for (const Sentence& sentence : record.sentences) read_sentence(record, sentence, found);
  std::vector<Finding> kept;
  keep_best(record.frame, found, false, kept);
  keep_best(record.frame, found, true, kept);
  return kept;
}

}  // namespace

CitationReading read_whole(const ClaimFrame& frame, const Citation& citation, const Vocabulary& vocabulary) {
  RecordView record = view_record(frame, citation, vocabulary);
  judge_study(record);
  CitationReading reading;
  reading.study = record.study;
  reading.directness = record.directness.directness;
  reading.populations = list_populations(record);
  if (!can_speak(record)) return reading;
  reading.findings = read_findings(record);
  if (!reading.findings.empty()) {
    reading.stance = reading.findings.front().stance;
    reading.reliability = reading.findings.front().reliability;
  }
  return reading;
}

std::vector<Finding> read_citation(const ClaimFrame& frame, const Citation& citation, const Vocabulary& vocabulary) {
  if (!ineligible_because(citation).empty()) return {};
  RecordView record = view_record(frame, citation, vocabulary);
  if (!can_speak(record)) return {};
  judge_study(record);
  return read_findings(record);
}

std::vector<Finding> read_citations_for(const ClaimFrame& frame, std::span<const Citation> citations,
                                        const Vocabulary& vocabulary) {
  std::vector<Finding> findings;
  for (const Citation& citation : citations) {
    std::vector<Finding> read = read_citation(frame, citation, vocabulary);
    findings.insert(findings.end(), std::make_move_iterator(read.begin()), std::make_move_iterator(read.end()));
  }
  return findings;
}

}  // namespace claimcheck
