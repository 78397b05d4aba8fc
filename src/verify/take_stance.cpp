#include "verify/take_stance.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "verify/certainty.h"
#include "verify/concept_roots.h"
#include "verify/cure_or_prevention.h"
#include "verify/dose_comparison.h"
#include "verify/doubtful_side.h"
#include "verify/effect_barrier.h"
#include "verify/frame_slots.h"
#include "verify/less_good.h"
#include "verify/no_more_often.h"
#include "verify/phrase_table.h"
#include "verify/reading_limits.h"
#include "verify/rival.h"
#include "verify/side_limits.h"
#include "verify/stance.h"
#include "verify/too_little.h"
#include "verify/trial_setting.h"

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

// "Better than no treatment, without proof of superiority to the rival".
bool is_rival_denied(const RecordView& record, const Sentence& sentence) {
  if (!record.rival || record.frame.direction == Direction::no_change) return false;
  const std::vector<SlotMatch> rivals = record.rival->find(sentence);
  return !rivals.empty() && std::all_of(rivals.begin(), rivals.end(), [&](const SlotMatch& rival) {
    return is_negated(sentence.tokens, sentence.cues, rival.tokens.first);
  });
}

bool is_grade(const RecordView& record, const PhraseMatch& phrase) {
  const bool fatal = record.claim.modifier == "severe" && phrase.value == "fatal";
  return phrase.category == "grade" && (phrase.value == record.claim.modifier || fatal);
}

// A death is serious and fatal, whatever it is called.
bool is_death(const RecordView& record) {
  return (record.claim.modifier == "severe" || record.claim.modifier == "fatal") &&
         std::any_of(record.frame.outcome.concepts.begin(), record.frame.outcome.concepts.end(),
                     [&](const std::string& id) { return record.vocabulary.is_kind_of(id, kMortality); });
}

bool grades(const RecordView& record, const Sentence& sentence) {
  const std::vector<PhraseMatch> phrases = claim_words().find(sentence.tokens);
  return is_death(record) || std::any_of(phrases.begin(), phrases.end(),
                                         [&](const PhraseMatch& phrase) { return is_grade(record, phrase); });
}

// "Mild to moderate depression": the word stands before the outcome.
bool grades_outcome(const RecordView& record, const Sentence& sentence) {
  constexpr std::size_t reach = 4;
  const std::vector<SlotMatch> outcomes = record.outcome.exact().find(sentence);
  const std::vector<PhraseMatch> phrases = claim_words().find(sentence.tokens);
  return std::any_of(phrases.begin(), phrases.end(), [&](const PhraseMatch& phrase) {
    return is_grade(record, phrase) && std::any_of(outcomes.begin(), outcomes.end(), [&](const SlotMatch& outcome) {
             return phrase.first < outcome.tokens.last && outcome.tokens.first < phrase.first + reach;
           });
  });
}

// "Severe withdrawal": what the claim says of its outcome, and no slot holds, the finding says too. How ill the people
// of a benefit are may stand anywhere in the record.
bool names_modifier(const RecordView& record, const Sentence& sentence) {
  if (record.claim.modifier.empty()) return true;
  if (grades(record, sentence)) return true;
  if (is_about_harm(record.frame)) return false;
  return grades_outcome(record, record.title) ||
         std::any_of(record.sentences.begin(), record.sentences.end(),
                     [&](const Sentence& other) { return grades_outcome(record, other); });
}

// That people who have it fare better shows nothing of who comes to have it.
bool tells_prevention(const RecordView& record, const Sentence& sentence, const SlotMatch& match,
                      const Reading& reading) {
  constexpr std::size_t reach = 5;
  if (!record.claim.prevents) return true;
  if (!record.claim.prevents_disease) return has_phrase(sentence, "happening") || !has_phrase(sentence, "severity");
  // "Influenza was confirmed in 1 % and in 4 %".
  if (reading.numbers.rate && !has_phrase(sentence, "severity")) return true;
  // "The incidence of depression", "depression developed less often": said of the disease, not of the response to it.
  return std::any_of(sentence.phrases.begin(), sentence.phrases.end(), [&](const PhraseMatch& phrase) {
    const bool before = phrase.last <= match.tokens.first && match.tokens.first - phrase.last < reach;
    const bool behind = match.tokens.last <= phrase.first && phrase.first - match.tokens.last < reach;
    return phrase.category == "happening" && (before || behind);
  });
}

// "Esketamine plus an oral antidepressant", of a claim on antidepressants: what is tested is the other one.
bool is_added_to_another(const RecordView& record, const Sentence& sentence) {
  static constexpr std::array<std::string_view, 2> joins{"plus", "+"};
  constexpr std::size_t reach = 3;
  const std::vector<SlotMatch> named = record.subject.find(sentence);
  return !named.empty() && std::all_of(named.begin(), named.end(), [&](const SlotMatch& match) {
    for (std::size_t back = 1; back <= reach && back < match.tokens.first; ++back) {
      const std::size_t at = match.tokens.first - back;
      if (!is_one_of(joins, sentence.tokens[at].norm)) continue;
      return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
        return mention.concept_ptr->kind == ConceptKind::intervention && mention.last == at &&
               !record.subject.includes(*mention.concept_ptr) &&
               !record.vocabulary.is_kind_of(mention.concept_ptr->id, kControl);
      });
    }
    return false;
  });
}

// "Higher off the drug than on it", "in and 36.1 out of treatment": the first figure or comparison is one without it.
bool is_told_off_treatment(const Sentence& sentence, const SlotMatcher& subject) {
  constexpr std::size_t reach = 3;
  static constexpr std::array<std::string_view, 2> leaves{"off", "out"};
  const std::vector<SlotMatch> subjects = subject.find(sentence);
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const bool compares = std::any_of(sentence.cues.begin(), sentence.cues.end(), [i](const Cue& cue) {
      return cue.kind == CueKind::comparison && cue.first <= i && i < cue.last;
    });
    if (compares) return false;
    if (!is_one_of(leaves, sentence.tokens[i].norm)) continue;
    if (std::any_of(subjects.begin(), subjects.end(),
                    [i](const SlotMatch& match) { return i < match.tokens.first && match.tokens.first - i <= reach; }))
      return true;
  }
  return false;
}

// "In 21 patients on placebo and only seven on the drug".
bool is_only_in_treated(const Sentence& sentence, const SlotMatcher& subject) {
  constexpr std::size_t reach = 7;
  const std::vector<SlotMatch> subjects = subject.find(sentence);
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (sentence.tokens[i].norm != "only" || !names_control(sentence, {0, i})) continue;
    if (names_control(sentence, {i, std::min(i + reach, sentence.tokens.size())})) continue;
    if (std::any_of(subjects.begin(), subjects.end(),
                    [i](const SlotMatch& match) { return i < match.tokens.first && match.tokens.first - i <= reach; }))
      return true;
  }
  return false;
}

// "Inferior to X" claims that the subject is beaten.
bool claims_no_worse(const ClaimFrame& frame) {
  const bool rises = frame.direction == Direction::increase;
  const bool worse = frame.valence == Valence::bad ? rises : frame.direction == Direction::decrease;
  return frame.kind != ClaimKind::comparative || !worse;
}

// The tokens around `inside` up to the next `mark` on either side.
TokenRange part_between(const std::vector<Token>& tokens, const TokenRange& inside, std::string_view mark) {
  TokenRange part{inside.first, inside.last};
  while (part.first > 0 && tokens[part.first - 1].norm != mark) --part.first;
  while (part.last < tokens.size() && tokens[part.last].norm != mark) ++part.last;
  return part;
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

// "Lower after ketamine; with esketamine there was no difference": the treatment is named in another part of the
// sentence, and the part that tells names another one.
bool is_told_of_another(const RecordView& record, const Sentence& sentence, const SlotMatch& match) {
  const std::vector<Token>& tokens = sentence.tokens;
  const TokenRange part = part_between(tokens, match.tokens, ";");
  const std::vector<SlotMatch> named = record.subject.find(sentence);
  const bool here = std::any_of(named.begin(), named.end(),
                                [&](const SlotMatch& subject) { return part.contains(subject.tokens.first); });
  if (here || named.empty()) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const Concept& meaning = *mention.concept_ptr;
    return part.contains(mention.first) && meaning.kind == ConceptKind::intervention && !meaning.from_mesh &&
           !record.subject.is_short_for(meaning) && !record.vocabulary.is_kind_of(meaning.id, kControl);
  });
}

// The record names the claim's people only where it says that it made no difference in them.
bool is_null_in_own_people(const RecordView& record, const Sentence& sentence) {
  Slot who = record.frame.population;
  std::erase_if(who.concepts, [](const std::string& id) { return id.ends_with("_patients"); });
  if (record.frame.kind != ClaimKind::benefit || who.concepts.empty()) return false;
  const SlotMatcher people(who, record.vocabulary);
  if (people.matches(sentence) || people.matches(record.title)) return false;
  bool null = false;
  for (const Sentence& other : record.sentences) {
    const bool told = other.role == SectionRole::results || other.role == SectionRole::conclusions;
    if (!told || !people.matches(other)) continue;
    null = has_cue(other, CueKind::null_result) || has_cue(other, CueKind::negation);
    if (!null) return false;
  }
  return null;
}

// "323 deaths occurred" in a study of who eats nuts: how many of them did is not told.
bool is_count_of_all(const RecordView& record, const Sentence& sentence) {
  static constexpr std::array<std::string_view, 3> against{"v", "vs", "versus"};
  if (record.subject.matches(sentence) || names_treated(sentence, {0, sentence.tokens.size()})) return false;
  if (has_cue(sentence, CueKind::increase) || has_cue(sentence, CueKind::comparison)) return false;
  return std::none_of(sentence.tokens.begin(), sentence.tokens.end(),
                      [](const Token& token) { return is_one_of(against, token.norm); });
}

// Too little, or too much beside the claim, to support it.
bool cannot_support(const RecordView& record, const Sentence& sentence, const SlotMatch& match,
                    const Reading& reading) {
  const bool happened = reading.reported == Reported::event || reading.reported == Reported::rate;
  if (record.frame.kind == ClaimKind::harm_exists && record.claim.says_more && happened &&
      is_count_of_all(record, sentence))
    return true;
  if (record.frame.kind == ClaimKind::harm_exists &&
      (is_no_more_often(record, sentence, match, reading) || is_told_off_treatment(sentence, record.subject) ||
       is_only_in_treated(sentence, record.subject) || compares_doses(sentence)))
    return true;
  // Harm outside medicine does not show what the treatment does; it may still refute that there is none.
  if (record.claim.of_treatment && is_about_harm(record.frame) && record.study.setting == Setting::recreational)
    return true;
  if (!is_about_harm(record.frame) && tells_less_good(sentence)) return true;
  // That one harm of a family is rare shows nothing of the others.
  const bool rated = plays_harm_down(record.frame) || record.frame.kind == ClaimKind::numeric;
  if (rated && is_one_of_many(record, match)) return true;
  if (record.claim.amount && !bears_amount(*record.claim.amount, sentence, match)) return true;
  return is_too_brief(record.frame, sentence) || is_rival_denied(record, sentence) ||
         is_told_of_another(record, sentence, match) || is_null_in_own_people(record, sentence) ||
         (record.rival && claims_no_worse(record.frame) && is_beaten(record.subject, sentence)) ||
         !names_modifier(record, sentence) || !tells_prevention(record, sentence, match, reading) ||
         !tells_cure(record, sentence) || !names_prior(record, sentence) || is_on_siblings(record, sentence) ||
         !names_own_people(record, sentence) || is_added_to_another(record, sentence);
}

constexpr std::array<Design, 3> kPooledOrTested{Design::meta_analysis, Design::systematic_review, Design::rct};

// A review or a trial concludes that there is less of the harm with the treatment, and gives its test elsewhere.
bool concludes_less_harm(const RecordView& record, const Sentence& sentence, const Reading& reading) {
  return record.frame.kind == ClaimKind::harm_exists && reading.reported == Reported::decrease &&
         sentence.role == SectionRole::conclusions &&
         std::find(kPooledOrTested.begin(), kPooledOrTested.end(), record.study.design) != kPooledOrTested.end();
}

// "Memory is not affected", and amnesia happened.
bool happens_unawares(const RecordView& record, const SlotMatch& match, const Reading& reading) {
  static constexpr std::array<std::string_view, 3> stems{"affect", "unaffect", "impact"};
  const bool happened = reading.reported == Reported::event ||
                        (reading.reported == Reported::rate && reading.numbers.rate.value_or(0) > 0);
  if (!happened || reading.denied || match.kind != MatchKind::inverse || match.meaning == nullptr ||
      !match.meaning->harm)
    return false;
  if (record.frame.direction != Direction::no_change || record.frame.valence != Valence::good) return false;
  const std::vector<Token> tokens = tokenize(record.frame.text);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return is_one_of(stems, token.stem); });
}

// "Impairs memory": the harm is named, and needs no test of a measure.
bool is_said_to_impair(const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& token) { return token.stem == "impair" && token.norm != "impairment"; });
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

// "Eradication of X in users of Y": all take the treatment, and something else was tried in them.
bool is_taken_by_all(const RecordView& record) {
  constexpr std::size_t reach = 2;
  static constexpr std::array<std::string_view, 5> words{"users", "taking", "receiving", "on", "takers"};
  const std::vector<Token>& tokens = record.title.tokens;
  const std::vector<SlotMatch> subjects = record.subject.find(record.title);
  return std::any_of(subjects.begin(), subjects.end(), [&](const SlotMatch& subject) {
    const std::size_t last = subject.tokens.last;
    if (last < tokens.size() && is_one_of(words, tokens[last].norm)) return true;
    for (std::size_t back = 1; back <= reach && back <= subject.tokens.first; ++back) {
      if (is_one_of(words, tokens[subject.tokens.first - back].norm)) return true;
    }
    return false;
  });
}

// "About 9 % have side effects", "side effects are common": that fewer have one of them is no counter-example.
bool is_rate_of_part(const RecordView& record, const SlotMatch& match, const Reading& reading) {
  const ClaimFrame& frame = record.frame;
  const bool common = frame.kind == ClaimKind::harm_magnitude && frame.direction == Direction::increase;
  return (common || frame.kind == ClaimKind::numeric) && is_one_of_many(record, match) &&
         reading.numbers.rate.value_or(0) < frame.threshold.value_or(0);
}

// "Does not cause severe X" is not refuted by mild X.
bool is_of_other_grade(const RecordView& record, const Sentence& sentence, const SlotMatch& match) {
  if (record.frame.kind != ClaimKind::harm_absent || record.claim.modifier.empty()) return false;
  const std::vector<PhraseMatch> phrases = claim_words().find(sentence.tokens);
  return !grades(record, sentence) && std::any_of(phrases.begin(), phrases.end(), [&](const PhraseMatch& phrase) {
    const bool before = phrase.last == match.tokens.first || phrase.first == match.tokens.first;
    return phrase.category == "grade" && before;
  });
}

// Too little, or too much beside the claim, to oppose it: less of one harm leaves the others of its family.
bool cannot_oppose(const RecordView& record, const Sentence& sentence, const SlotMatch& match, const Reading& reading) {
  if (reading.reported == Reported::no_difference && is_of_one_age(record)) return true;
  if (is_of_treatment(record, sentence) || is_on_siblings(record, sentence)) return true;
  if (is_told_of_another(record, sentence, match)) return true;
  if (is_rate_of_part(record, match, reading) || is_of_other_grade(record, sentence, match)) return true;
  // "No better than another drug" leaves it better than placebo.
  if (is_control(record.frame.comparator, record.vocabulary) && names_another(record, sentence)) return true;
  // Where as many have it without the treatment, those who had it are no counter-example.
  if (record.frame.kind == ClaimKind::harm_absent && is_no_more_often(record, sentence, match, reading)) return true;
  if (record.frame.kind != ClaimKind::harm_exists) return false;
  // That it has been reported is true of one case, whatever other studies found.
  if (record.frame.demand == Strength::reported) return true;
  // Less of it after another treatment, with the two together, or in a group without a name, shows nothing of the
  // treatment alone.
  const bool less = reading.reported == Reported::decrease;
  const bool named =
      record.subject.matches(sentence) || (is_on_subject_alone(record, sentence) && !is_taken_by_all(record)) ||
      names_control(sentence, {0, sentence.tokens.size()}) ||
      std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                  [&](const ConceptMention& mention) { return record.subject.is_short_for(*mention.concept_ptr); });
  // "After controlling for other drugs": those only stand beside it.
  static constexpr std::array<std::string_view, 3> adjusts{"controlling", "adjusting", "adjustment"};
  const bool adjusted = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                    [](const Token& token) { return is_one_of(adjusts, token.norm); });
  const bool of_another = (!adjusted && names_another(record, sentence)) || !named;
  return (less && of_another) || is_one_of_many(record, match);
}

}  // namespace

bool is_one_of_many(const RecordView& record, const SlotMatch& match) {
  const std::vector<std::string>& claimed = record.frame.outcome.concepts;
  return match.meaning != nullptr && std::find(claimed.begin(), claimed.end(), match.meaning->id) == claimed.end();
}

Stance take_stance(const RecordView& record, const Sentence& sentence, const SlotMatch& match, const Reading& reading) {
  const bool refuted = concludes_less_harm(record, sentence, reading) || happens_unawares(record, match, reading);
  const Stance decided = refuted ? Stance::opposes : decide_stance(record.frame, reading);
  const Stance stance = limit_stance(decided, record.directness);
  if (stance == Stance::supports && cannot_support(record, sentence, match, reading)) return Stance::inconclusive;
  if (stance == Stance::opposes && cannot_oppose(record, sentence, match, reading)) return Stance::inconclusive;
  const bool moved = tells_change(reading) || reading.reported == Reported::no_difference;
  if (moved && is_setting_of_another(record)) return Stance::inconclusive;
  if (compares_routes_alone(sentence, record.subject)) return Stance::inconclusive;
  if (lacks_rival(record, sentence) || is_doubtful(record, sentence, match, reading)) return Stance::inconclusive;
  if (!compares_claimed_arms(record, sentence, reading) &&
      !can_take_side(record.frame, record.vocabulary, record.subject, sentence, match.tokens)) {
    return Stance::inconclusive;
  }
  // A measure that moved the wrong way is no harm yet, unless a test says that it moved.
  const bool untested = is_turned_round(record, match) && !reading.significant && !is_said_to_impair(sentence);
  return untested && is_about_harm(record.frame) ? Stance::inconclusive : stance;
}

}  // namespace claimcheck
