#include "verify/read.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "verify/certainty.h"
#include "verify/concept_roots.h"
#include "verify/directness.h"
#include "verify/effect.h"
#include "verify/match.h"
#include "verify/phrase_table.h"
#include "verify/read_wording.h"
#include "verify/sentence.h"
#include "verify/study.h"

namespace claimcheck {
namespace {

constexpr double kUnnamedSubjectPenalty = 0.25;
constexpr double kRawWordsPenalty = 0.25;
constexpr double kGenericPenalty = 0.25;

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
  bool about_outcome = false;  ///< the record names the claim's outcome itself
};

// The sentence is about another treatment: it names one that is neither the subject nor a control, and not the subject.
// Headings of MeSH tell nothing: it calls "glucose" and "biopsy" treatments, and results are told with such words.
bool is_about_another(const RecordView& record, const Sentence& sentence) {
  if (record.subject.is_raw() || record.subject.matches(sentence)) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh &&
           !record.subject.includes(*mention.concept_ptr) &&
           !record.vocabulary.is_kind_of(mention.concept_ptr->id, kControl);
  });
}

// What the claim's scope allows a stance to be: far evidence neither supports nor opposes (verdict-method, section 4);
// evidence that does not speak of what the claim's remaining words say cannot support it.
Stance limit_stance(Stance stance, const DirectnessReading& reading) {
  const bool blind = stance == Stance::supports && !reading.names_wording;
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

Finding make_finding(const RecordView& record, const Sentence& sentence, const SlotMatch& match,
                     EffectReading&& effect) {
  Finding finding;
  describe_study(record, finding);
  if (is_turned_round(record, match)) turn_round(effect.reading);
  finding.stance = limit_stance(decide_stance(record.frame, effect.reading), record.directness);
  finding.reported = effect.reading.reported;
  finding.significant = effect.reading.significant;
  finding.numbers = effect.reading.numbers;
  finding.quote = {sentence.section, sentence.span, std::string(sentence.text)};
  finding.outcome = match.meaning != nullptr ? match.meaning->id : record.frame.outcome.text;
  finding.cues = std::move(effect.cues);
  finding.reviewed_conclusion = sentence.role == SectionRole::conclusions;
  finding.reliability = effect.reliability;
  if (!record.subject.matches(sentence)) finding.reliability -= kUnnamedSubjectPenalty;
  if (record.subject.is_raw() || record.outcome.exact().is_raw()) finding.reliability -= kRawWordsPenalty;
  if (match.kind == MatchKind::generic) finding.reliability -= kGenericPenalty;
  exclude_unreliable(finding);
  return finding;
}

// "patients with X", "people with a long history of X".
bool follows_people(const Sentence& sentence, std::size_t first) {
  constexpr std::size_t reach = 6;
  for (std::size_t i = first; i > 0 && first - i < reach; --i) {
    const std::string& norm = sentence.tokens[i - 1].norm;
    if (norm != "with" && norm != "without") continue;
    return i >= 2 && study_words().contains({&sentence.tokens[i - 2], 1}, "people");
  }
  return false;
}

// "297 chronic users", "patients with depression": the words name who was studied, not what happened to them.
bool names_people(const Sentence& sentence, const SlotMatch& match) {
  if (follows_people(sentence, match.tokens.first)) return true;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::population && !mention.concept_ptr->id.ends_with("_patients") &&
           mention.first < match.tokens.last && match.tokens.first < mention.last;
  });
}

void read_sentence(const RecordView& record, const Sentence& sentence, std::vector<Finding>& found) {
  if (!is_evidence_role(sentence.role) || is_about_another(record, sentence)) return;
  for (const SlotMatch& match : record.outcome.find(sentence, record.about_outcome)) {
    if (names_people(sentence, match)) continue;
    const OutcomeContext context{match, match.meaning != nullptr ? match.meaning->valence : record.frame.valence,
                                 match.meaning != nullptr && match.meaning->harm, record.subject};
    if (auto effect = read_effect(sentence, context)) {
      found.push_back(make_finding(record, sentence, match, std::move(*effect)));
    }
  }
}

// Which of a citation's sentences speaks for it: one with a stance before one without; for effects the conclusions
// before the results; then the more reliable reading, then the earlier sentence.
auto choice_key(const ClaimFrame& frame, const Finding& finding) {
  const bool has_stance = finding.stance == Stance::supports || finding.stance == Stance::opposes;
  const bool about_harm = frame.kind == ClaimKind::harm_absent || frame.kind == ClaimKind::harm_exists ||
                          frame.kind == ClaimKind::harm_magnitude;
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
          false};
}

// False for most records that a search finds: nothing more of them needs to be looked at.
bool can_speak(const RecordView& record) {
  if (is_read_by_wording(record.frame, record.vocabulary)) return ineligible_because(record.citation).empty();
  return ineligible_because(record.citation).empty() && !record.subject.empty() && !record.outcome.exact().empty() &&
         record.subject.covers(record.title, record.sentences);
}

void judge_study(RecordView& record) {
  record.study = read_study(record.citation, record.title, record.sentences, record.vocabulary);
  record.directness = read_directness(record.frame, record.study, record.title, record.sentences, record.vocabulary);
}

std::vector<Finding> read_findings_by_wording(const RecordView& record) {
  std::vector<Finding> findings = read_wording(record.frame, record.citation, record.vocabulary);
  for (Finding& finding : findings) {
    describe_study(record, finding);
    exclude_unreliable(finding);
  }
  return findings;
}

std::vector<Finding> read_findings(RecordView& record) {
  if (is_read_by_wording(record.frame, record.vocabulary)) return read_findings_by_wording(record);
  record.about_outcome = record.outcome.exact().touches(record.title, record.sentences);
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
