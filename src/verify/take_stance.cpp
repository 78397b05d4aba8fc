#include "verify/take_stance.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "verify/certainty.h"
#include "verify/cure_or_prevention.h"
#include "verify/effect_barrier.h"
#include "verify/reading_limits.h"
#include "verify/rival.h"
#include "verify/side_limits.h"
#include "verify/stance.h"
#include "verify/too_little.h"

namespace claimcheck {
namespace {

// What the claim's scope allows a stance to be: far evidence neither supports nor opposes (verdict-method, section 4);
// evidence that does not speak of what the claim's remaining words say cannot support it.
Stance limit_stance(Stance stance, const DirectnessReading& reading) {
  const bool blind = stance == Stance::supports && !reading.can_support;
  return blind || reading.directness >= Directness::far ? Stance::inconclusive : stance;
}

// The claim holds two treatments against each other, and the sentence holds the first against a third, or the record
// never names the second.
bool lacks_rival(const RecordView& record, const Sentence& sentence) {
  if (!record.rival || record.rival->matches(sentence)) return false;
  return names_another(record, sentence) || names_control(sentence, {0, sentence.tokens.size()}) ||
         !record.rival->touches(record.title, record.sentences);
}

// "Severe withdrawal": what the claim says of its outcome, and no slot holds, the finding says too.
bool names_modifier(const RecordView& record, const Sentence& sentence) {
  return record.modifier.empty() || std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                                [&](const Token& token) { return token.stem == record.modifier; });
}

// That people who have it fare better shows nothing of who comes to have it.
bool tells_prevention(const RecordView& record, const Sentence& sentence) {
  return !record.prevents || !has_phrase(sentence, "severity") || has_phrase(sentence, "happening");
}

// "Seen in below 1 %; the odds ratio was 1.24 (0.40 to 3.84)": it happened, and no more often than without.
bool is_no_more_often(const Sentence& sentence, const Reading& reading) {
  static constexpr std::array<std::string_view, 6> ratios{"ratio", "or", "rr", "hr", "odds", "hazard"};
  if (reading.reported != Reported::rate && reading.reported != Reported::event) return false;
  const bool compared = std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    const bool capitals = token.norm.size() > 2 || slice(sentence.text, token.span) != token.norm;
    return capitals && is_one_of(ratios, token.norm);
  });
  const bool excess = std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [](const NumberMention& number) {
    return number.low && number.kind == NumberKind::interval && *number.low > 1;
  });
  return compared && !excess &&
         std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [](const NumberMention& number) {
           return number.kind == NumberKind::interval && number.low && number.high && 0 < *number.low &&
                  *number.low <= 1 && 1 <= *number.high;
         });
}

// "Inferior to X" claims that the subject is beaten.
bool claims_better(const ClaimFrame& frame) {
  const bool rises = frame.direction == Direction::increase;
  const bool worse = frame.valence == Valence::bad ? rises : frame.direction == Direction::decrease;
  return frame.kind != ClaimKind::comparative || !worse;
}

// Both arms of the claim are named, and the sentence says how they compare without a word of comparison.
bool compares_claimed_arms(const RecordView& record, const Sentence& sentence, const Reading& reading) {
  if (record.frame.kind != ClaimKind::comparative || !(reading.arms_told || reading.noninferior)) return false;
  if (!record.rival || !record.rival->matches(sentence) || !record.subject.matches(sentence)) return false;
  return std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const Concept& meaning = *mention.concept_ptr;
    return meaning.kind == ConceptKind::intervention && !meaning.from_mesh && !record.subject.includes(meaning) &&
           !record.rival->includes(meaning) && !record.subject.is_short_for(meaning) &&
           !record.rival->is_short_for(meaning);
  });
}

// Too little, or too much beside the claim, to support it.
bool cannot_support(const RecordView& record, const Sentence& sentence, const SlotMatch& match,
                    const Reading& reading) {
  if (record.frame.kind == ClaimKind::harm_exists && is_no_more_often(sentence, reading)) return true;
  // That one harm of a family is rare shows nothing of the others.
  if (plays_harm_down(record.frame) && is_one_of_many(record, match)) return true;
  return is_too_brief(record.frame, sentence) ||
         (record.rival && claims_better(record.frame) && is_beaten(record.subject, sentence)) ||
         !names_modifier(record, sentence) || !tells_prevention(record, sentence) || !tells_cure(record, sentence) ||
         !names_prior(record, sentence) || is_on_siblings(record, sentence) || !names_own_people(record, sentence);
}

constexpr std::array<Design, 3> kPooledOrTested{Design::meta_analysis, Design::systematic_review, Design::rct};

// A review or a trial concludes that there is less of the harm with the treatment, and gives its test elsewhere.
bool concludes_less_harm(const RecordView& record, const Sentence& sentence, const Reading& reading) {
  return record.frame.kind == ClaimKind::harm_exists && reading.reported == Reported::decrease &&
         sentence.role == SectionRole::conclusions &&
         std::find(kPooledOrTested.begin(), kPooledOrTested.end(), record.study.design) != kPooledOrTested.end();
}

// "Depression impairs functioning": what a drug against depression does to functioning says nothing of it.
bool is_of_treatment(const RecordView& record, const Sentence& sentence) {
  const std::vector<std::string>& subjects = record.frame.subject.concepts;
  const bool disease = !record.frame.subject_is_lack && !subjects.empty() &&
                       std::all_of(subjects.begin(), subjects.end(), [&](const std::string& id) {
                         const Concept* meaning = record.vocabulary.find(id);
                         return meaning != nullptr && meaning->kind == ConceptKind::outcome;
                       });
  if (!disease) return false;
  const auto treats = [](const Sentence& text) {
    return std::any_of(text.mentions.begin(), text.mentions.end(), [](const ConceptMention& mention) {
      return mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh;
    });
  };
  return treats(sentence) || treats(record.title);
}

// Too little, or too much beside the claim, to oppose it: less of one harm leaves the others of its family.
bool cannot_oppose(const RecordView& record, const Sentence& sentence, const SlotMatch& match, const Reading& reading) {
  if (reading.reported == Reported::no_difference && is_of_one_age(record)) return true;
  if (is_of_treatment(record, sentence) || is_on_siblings(record, sentence)) return true;
  // Where as many have it without the treatment, those who had it are no counter-example.
  if (record.frame.kind == ClaimKind::harm_absent && is_no_more_often(sentence, reading)) return true;
  return record.frame.kind == ClaimKind::harm_exists && is_one_of_many(record, match);
}

}  // namespace

bool is_one_of_many(const RecordView& record, const SlotMatch& match) {
  const std::vector<std::string>& claimed = record.frame.outcome.concepts;
  return match.meaning != nullptr && std::find(claimed.begin(), claimed.end(), match.meaning->id) == claimed.end();
}

Stance take_stance(const RecordView& record, const Sentence& sentence, const SlotMatch& match, const Reading& reading) {
  const Stance decided =
      concludes_less_harm(record, sentence, reading) ? Stance::opposes : decide_stance(record.frame, reading);
  const Stance stance = limit_stance(decided, record.directness);
  if (stance == Stance::supports && cannot_support(record, sentence, match, reading)) return Stance::inconclusive;
  if (stance == Stance::opposes && cannot_oppose(record, sentence, match, reading)) return Stance::inconclusive;
  if (lacks_rival(record, sentence)) return Stance::inconclusive;
  if (!compares_claimed_arms(record, sentence, reading) &&
      !can_take_side(record.frame, record.vocabulary, record.subject, sentence, match.tokens)) {
    return Stance::inconclusive;
  }
  // A measure that moved the wrong way is no harm yet, unless a test says that it moved.
  const bool untested = is_turned_round(record, match) && !reading.significant;
  return untested && is_about_harm(record.frame) ? Stance::inconclusive : stance;
}

}  // namespace claimcheck
