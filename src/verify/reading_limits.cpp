#include "verify/reading_limits.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "verify/ages.h"
#include "verify/arm_order.h"
#include "verify/caveat.h"
#include "verify/certainty.h"
#include "verify/concept_roots.h"
#include "verify/effect_barrier.h"
#include "verify/occurrence.h"
#include "verify/other_exposure.h"
#include "verify/people.h"

namespace claimcheck {

// The sentence names a treatment that is neither the subject, nor short for it ("the vaccine"), nor a control. Headings
// of MeSH tell nothing: it calls "glucose" and "biopsy" treatments, and results are told with such words.
bool names_another(const RecordView& record, const Sentence& sentence) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    static constexpr std::array<std::string_view, 5> beside{"concomitant", "concurrent", "background", "adjunctive",
                                                            "coadministered"};
    if (mention.first > 0 && is_one_of(beside, sentence.tokens[mention.first - 1].norm)) return false;
    // "Opioid use": what was measured.
    const bool measured = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& other) {
      return other.concept_ptr->kind == ConceptKind::outcome && other.span.contains(mention.span);
    });
    if (measured) return false;
    // "Supplementation" in a record on zinc.
    const std::vector<std::string>& subject = record.frame.subject.concepts;
    const bool wider = std::any_of(subject.begin(), subject.end(), [&](const std::string& id) {
      return record.vocabulary.is_kind_of(id, mention.concept_ptr->id);
    });
    if (wider) return false;
    return mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh &&
           !record.subject.includes(*mention.concept_ptr) && !record.subject.is_short_for(*mention.concept_ptr) &&
           !record.vocabulary.is_kind_of(mention.concept_ptr->id, kControl);
  });
}

bool is_about_another(const RecordView& record, const Sentence& sentence) {
  return (!record.subject.matches(sentence) && names_another(record, sentence)) ||
         opens_with_others(sentence, record.subject);
}

bool is_on_subject_alone(const RecordView& record, const Sentence& sentence) {
  return is_about_harm(record.frame) && record.subject.matches(record.title) && !names_another(record, record.title) &&
         !names_another(record, sentence) && !names_control(sentence, {0, sentence.tokens.size()});
}

bool is_told_of_another(const RecordView& record, const Sentence& sentence) {
  if (record.subject.matches(sentence) || record.subject.matches(record.title)) return false;
  const Sentence* last = nullptr;
  for (const Sentence& before : record.sentences) {
    if (&before == &sentence) break;
    if (record.subject.matches(before) || names_another(record, before)) last = &before;
  }
  return last != nullptr && !record.subject.matches(*last);
}

// More of what was matched is less of what the claim is about: an inverse outcome, or a generic one of the other
// valence.
bool is_turned_round(const RecordView& record, const SlotMatch& match) {
  if (match.meaning == nullptr) return false;
  // "Improves pain and sleep": the direction is that of the first.
  if (match.kind == MatchKind::exact && !record.claim.says_better_or_worse) return false;
  if (match.kind == MatchKind::inverse) return true;
  const Valence claimed = record.frame.valence;
  return claimed != Valence::neutral && match.meaning->valence != Valence::neutral && match.meaning->valence != claimed;
}

namespace {

// "Response", "remission", "relapse" tell of what the record names before it comes to its results: in the title, the
// aim or among its patients.
bool is_response_to_else(const RecordView& record, const SlotMatch& match) {
  static constexpr std::array<std::string_view, 3> ids{kTreatmentResponse, kRemission, kRelapse};
  if (match.kind != MatchKind::generic || match.meaning == nullptr) return false;
  if (std::find(ids.begin(), ids.end(), match.meaning->id) == ids.end()) return false;
  const SlotMatcher& exact = record.outcome.exact();
  return !exact.matches(record.title) &&
         std::none_of(record.sentences.begin(), record.sentences.end(), [&](const Sentence& sentence) {
           return !is_evidence_role(sentence.role) && exact.matches(sentence);
         });
}

}  // namespace

// "Headache" in a record on migraine, "fracture" in one on hip fractures: title or aim have said of which sort.
bool is_named_by_aim(const RecordView& record, const SlotMatch& match) {
  constexpr std::size_t longest = 2;
  const bool bare = match.tokens.last - match.tokens.first <= longest;
  if (match.meaning == nullptr || !bare) return false;
  const std::vector<std::string>& claimed = record.frame.outcome.concepts;
  const bool wider = std::any_of(claimed.begin(), claimed.end(), [&](const std::string& id) {
    const Concept* meaning = record.vocabulary.find(id);
    return meaning != nullptr && is_short_name(*match.meaning, *meaning);
  });
  if (!wider) return false;
  const SlotMatcher& exact = record.outcome.exact();
  return exact.matches(record.title) ||
         std::any_of(record.sentences.begin(), record.sentences.end(), [&](const Sentence& sentence) {
           return sentence.role == SectionRole::objective && exact.matches(sentence);
         });
}

// "25 mg, but not 10 mg, reduced pain", of a claim on 10 mg.
bool excepts_claim(const ClaimFrame& frame, const Sentence& sentence) {
  const auto exception = find_exception(sentence);
  if (!exception) return false;
  const std::vector<Token> claim = tokenize(frame.text);
  for (std::size_t at = exception->words.first; at + 1 < exception->words.last; ++at) {
    const Token& number = sentence.tokens[at];
    const Token& unit = sentence.tokens[at + 1];
    if (number.kind != TokenKind::number) continue;
    for (std::size_t i = 0; i + 1 < claim.size(); ++i) {
      if (claim[i].norm == number.norm && claim[i + 1].norm == unit.norm) return true;
    }
  }
  return false;
}

bool is_of_one_age(const RecordView& record) {
  if (record.frame.kind != ClaimKind::benefit) return false;
  const std::vector<std::string>& claimed = record.frame.population.concepts;
  const bool names_ages = !find_ages(tokenize(record.frame.text)).empty() ||
                          std::any_of(claimed.begin(), claimed.end(), [&](const std::string& id) {
                            const Concept* meaning = record.vocabulary.find(id);
                            return meaning != nullptr && meaning->ages;
                          });
  if (names_ages) return false;
  constexpr double adult = 18;
  constexpr double old = 60;
  const auto is_part = [](const AgeRange& ages) { return ages.high <= adult || ages.low >= old; };
  const std::vector<AgeMention> ages = find_ages(record.title.tokens);
  return std::any_of(ages.begin(), ages.end(), [&](const AgeMention& mention) { return is_part(mention.ages); }) ||
         std::any_of(record.title.mentions.begin(), record.title.mentions.end(), [&](const ConceptMention& mention) {
           return mention.concept_ptr->ages && is_part(*mention.concept_ptr->ages);
         });
}

// "Lasting relief", and a sentence on the first weeks.
bool is_too_brief(const ClaimFrame& frame, const Sentence& sentence) {
  static constexpr std::array<std::string_view, 7> brief{"day", "days", "week", "weeks", "hour", "hours", "short"};
  static constexpr std::array<std::string_view, 5> lasting{"month", "months", "year", "years", "long"};
  const std::vector<std::string>& claimed = frame.duration.concepts;
  const bool lasts = frame.long_term || std::find(claimed.begin(), claimed.end(), kLongTerm) != claimed.end();
  if (!lasts || is_about_harm(frame)) return false;
  const auto says = [&](const auto& words) {
    return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                       [&](const Token& token) { return is_one_of(words, token.norm); });
  };
  return says(brief) && !says(lasting);
}

bool is_harm(const RecordView& record, const SlotMatch& match) {
  if (match.meaning == nullptr) return false;
  return match.meaning->harm ||
         (is_about_harm(record.frame) && match.kind == MatchKind::exact && match.meaning->valence == Valence::bad);
}

bool is_no_result(const RecordView& record, const Sentence& sentence, const SlotMatch& match) {
  const bool case_told = is_harm(record, match) && is_reported_case(sentence, match.tokens, record.subject);
  if (describes_people(sentence, match.tokens) && !case_told) return true;
  if (is_about_harm(record.frame) && is_indication(sentence, match.tokens)) return true;
  return is_response_to_else(record, match) || is_entry_criterion(sentence, match.tokens) ||
         is_told_of_marker(sentence, match.tokens) || is_attitude_to(sentence, match.tokens) ||
         is_time(sentence, match.tokens);
}

}  // namespace claimcheck
