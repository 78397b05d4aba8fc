#include "verify/frame_kind.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>
#include <utility>

#include "text/one_of.h"
#include "verify/claim_direction.h"
#include "verify/claim_remit.h"
#include "verify/claimed_amount.h"
#include "verify/claimed_rate.h"
#include "verify/concept_roots.h"
#include "verify/not_for_everyone.h"
#include "verify/organ_harm.h"
#include "verify/phrase_table.h"
#include "verify/told_harm.h"
#include "verify/wording.h"

namespace claimcheck {
namespace {

void set_threshold(std::string_view value, ClaimFrame& frame) {
  double rate = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), rate);
  if (error == std::errc{}) frame.threshold = rate;
}

void set_quantifier(const ClaimWords& words, const PhraseMatch& phrase, ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const Span span{sentence.tokens[phrase.first].span.begin, sentence.tokens[phrase.last - 1].span.end};
  frame.quantifier = {std::string(slice(sentence.text, span)), span, {}};
  set_threshold(phrase.value, frame);
}

// "Mild and temporary" are both claimed.
void widen_quantifier(const ClaimWords& words, const PhraseMatch& phrase, ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  Span span{sentence.tokens[phrase.first].span.begin, sentence.tokens[phrase.last - 1].span.end};
  if (!frame.quantifier.empty()) span.begin = std::min(span.begin, frame.quantifier.span.begin);
  frame.quantifier = {std::string(slice(sentence.text, span)), span, {}};
}

void set_worded_outcome(const ClaimWords& words, const PhraseMatch& phrase, const Vocabulary& vocabulary,
                        ClaimFrame& frame) {
  // "An overdose is never dangerous": how much is taken, and not what it does.
  const std::vector<std::string>& named = frame.outcome.concepts;
  const bool only_overdose = !named.empty() && std::all_of(named.begin(), named.end(), [&](const std::string& id) {
    return vocabulary.is_kind_of(id, kOverdose) && !vocabulary.is_kind_of(id, kMortality);
  });
  if (is_harm_slot(frame.outcome, vocabulary) && !only_overdose) return;
  const Sentence& sentence = words.sentence;
  // "The danger of tuberculosis".
  const bool of_what = phrase.last < sentence.tokens.size() && sentence.tokens[phrase.last].norm == "of" &&
                       !named.empty() && sentence.tokens[phrase.last].span.end <= frame.outcome.span.begin;
  if (of_what) return;
  const Span span{sentence.tokens[phrase.first].span.begin, sentence.tokens[phrase.last - 1].span.end};
  frame.outcome = {std::string(slice(sentence.text, span)), span, {std::string(phrase.value)}};
  frame.valence = Valence::bad;
}

// "Risk-free" names no risk whose size is told.
const PhraseMatch* find_safety(const ClaimWords& words) {
  const PhraseMatch* safe = words.find("harm_absent");
  if (safe == nullptr) return nullptr;
  // "Better safety", "the highest level of safety": more of it than something else has.
  const bool graded = std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == "comparative" && phrase.first < safe->first && safe->last <= phrase.last;
  });
  if (graded) return nullptr;
  const bool risk = std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == "risk_word" && (phrase.first < safe->first || safe->last <= phrase.first);
  });
  return risk ? nullptr : safe;
}

// "You cannot take too much: any excess is harmless": the denial stands in another part than the word.
bool is_said_apart(const ClaimWords& words, const PhraseMatch& safe) {
  static constexpr std::array<std::string_view, 2> marks{":", ";"};
  const std::vector<Token>& tokens = words.sentence.tokens;
  std::size_t part = safe.first;
  while (part > 0 && !is_one_of(marks, tokens[part - 1].norm)) --part;
  return part > 0 && std::none_of(words.sentence.cues.begin(), words.sentence.cues.end(),
                                  [&](const Cue& cue) { return cue.kind == CueKind::negation && part <= cue.first; });
}

// A rate in the claim is the number to be checked.
bool has_claimed_rate(const ClaimWords& words, ClaimFrame& frame) {
  const std::optional<ClaimedRate> rate = find_claimed_rate(words);
  if (!rate) return false;
  frame.quantifier = {std::string(slice(words.sentence.text, rate->span)), rate->span, {}};
  frame.threshold = rate->low;
  frame.threshold_high = rate->high;
  return true;
}

// "Frequent use of X", "high X intake", "high doses": how much is taken.
bool is_of_use(const Sentence& sentence, const PhraseMatch& phrase) {
  static constexpr std::array<std::string_view, 7> amounts{"dose",   "doses",   "dosage",    "intake",
                                                           "levels", "amounts", "quantities"};
  const bool dash = phrase.last < sentence.tokens.size() && sentence.tokens[phrase.last].norm == "-";  // "high-dose"
  const std::size_t noun = dash ? phrase.last + 1 : phrase.last;
  if (noun < sentence.tokens.size() && is_one_of(amounts, sentence.tokens[noun].norm)) return true;
  // "Frequent recreational use".
  static constexpr std::array<std::string_view, 4> uses{"use", "consumption", "exposure", "abuse"};
  const std::size_t reach = std::min(noun + 2, sentence.tokens.size());
  for (std::size_t at = noun; at < reach; ++at) {
    if (is_one_of(uses, sentence.tokens[at].norm)) return true;
  }
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& next) {
    return next.concept_ptr->kind == ConceptKind::intervention && next.first == phrase.last;
  });
}

// "A small rise", "by a small amount": how much changes.
bool is_of_change(const Sentence& sentence, const PhraseMatch& phrase) {
  constexpr std::size_t reach = 2;
  const std::size_t end = std::min(phrase.last + reach, sentence.tokens.size());
  return claim_words().contains(std::span(sentence.tokens).subspan(phrase.last, end - phrase.last), "change_noun");
}

// "Rare cases have been reported": that there were some.
bool is_of_cases(const Sentence& sentence, const PhraseMatch& phrase) {
  static constexpr std::array<std::string_view, 4> cases{"cases", "reports", "instances", "case"};
  return phrase.last < sentence.tokens.size() && is_one_of(cases, sentence.tokens[phrase.last].norm);
}

// The words for how often the harm occurs; nullptr without any.
const PhraseMatch* find_magnitude(const ClaimWords& words, const ClaimFrame& frame, std::string_view category) {
  static constexpr std::array<std::string_view, 3> degrees{"more", "less", "most"};
  const PhraseMatch* phrase = words.find_said(category);
  if (phrase == nullptr) return nullptr;
  const std::vector<Token>& tokens = words.sentence.tokens;
  // "Low vitamin D levels": the exposure is low, not the risk.
  if (frame.subject.span.overlaps(tokens[phrase->first].span) || is_of_use(words.sentence, *phrase)) return nullptr;
  if (is_of_change(words.sentence, *phrase)) return nullptr;
  const bool seen = words.has("reported") || words.has("associated");
  if (seen && is_of_cases(words.sentence, *phrase)) return nullptr;
  // "More frequent" compares, "people at high risk" are whom it is about.
  const std::string_view before = phrase->first > 0 ? std::string_view(tokens[phrase->first - 1].norm) : "";
  return is_one_of(degrees, before) || before == "at" ? nullptr : phrase;
}

// "Can cause passing headache": that it occurs, and how grave it is. "Side effects are mild", "causes only mild nausea"
// play it down.
bool states_slight_harm(const ClaimWords& words, const ClaimFrame& frame, const Vocabulary& vocabulary) {
  const Sentence& sentence = words.sentence;
  static constexpr std::array<std::string_view, 6> limits{"only", "just", "merely", "solely", "most", "worst"};
  const bool causes = has_cue(sentence, CueKind::cause) || words.has("causal") ||
                      find_magnitude(words, frame, "magnitude_high") != nullptr;
  const bool limited = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                   [](const Token& token) { return is_one_of(limits, token.norm); });
  if (!causes || limited || words.has("for_most")) return false;
  const bool family = std::any_of(frame.outcome.concepts.begin(), frame.outcome.concepts.end(),
                                  [&](const std::string& id) { return vocabulary.is_kind_of(kAdverseEffects, id); });
  return !family && std::all_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category != "reassuring" || (phrase.last < sentence.tokens.size() &&
                                               sentence.tokens[phrase.last - 1].span.end <= frame.outcome.span.begin &&
                                               sentence.tokens[phrase.last].span.end > frame.outcome.span.begin);
  });
}

// "Most people on X do not get Y", "usually X does not cause Y": less than half do.
const PhraseMatch* find_most_people(const ClaimWords& words, bool denied) {
  const PhraseMatch* most = words.find("for_most");
  if (most == nullptr || most->last >= words.sentence.tokens.size()) return nullptr;
  const Token& word = words.sentence.tokens[most->first];
  if (word.norm != "most") return denied ? most : nullptr;
  return study_words().contains({&words.sentence.tokens[most->last], 1}, "people") ? most : nullptr;
}

void classify_harm(const ClaimWords& words, bool denied, const Vocabulary& vocabulary, ClaimFrame& frame) {
  const PhraseMatch* low = find_magnitude(words, frame, "magnitude_low");
  const PhraseMatch* high = find_magnitude(words, frame, "magnitude_high");
  const PhraseMatch* most = find_most_people(words, denied);
  if (most != nullptr && (denied || !words.has("reassuring"))) {
    constexpr double half = 0.5;
    frame.kind = ClaimKind::harm_magnitude;
    frame.direction = denied ? Direction::decrease : Direction::increase;
    set_quantifier(words, *most, frame);
    frame.threshold = half;
  } else if (denied) {
    frame.kind = ClaimKind::harm_absent;
    frame.polarity = Polarity::negated;
    frame.direction = Direction::no_change;
  } else if (low != nullptr) {
    frame.kind = ClaimKind::harm_magnitude;
    frame.direction = Direction::decrease;
    set_quantifier(words, *low, frame);
  } else if (words.has("reassuring") && is_harm_slot(frame.outcome, vocabulary) &&
             !states_slight_harm(words, frame, vocabulary)) {
    // No rate is claimed that could be compared: the claim stays without a threshold.
    frame.kind = ClaimKind::harm_magnitude;
    frame.direction = Direction::decrease;
    for (const PhraseMatch& phrase : words.phrases) {
      if (phrase.category == "reassuring") widen_quantifier(words, phrase, frame);
    }
  } else if (high != nullptr) {
    frame.kind = ClaimKind::harm_magnitude;
    frame.direction = Direction::increase;
    set_quantifier(words, *high, frame);
  } else {
    frame.direction = Direction::increase;
    frame.kind = has_claimed_rate(words, frame) ? ClaimKind::numeric : ClaimKind::harm_exists;
  }
}

bool is_comparative(const ClaimWords& words, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  return !frame.comparator.empty() && !find_comparison(sentence).empty() && find_aside(sentence).empty();
}

// "More often than on placebo": what a trial tells of every effect. That the two are alike is a comparison still.
bool is_held_to_control(const ClaimWords& words, const Vocabulary& vocabulary, const ClaimFrame& frame) {
  return is_control(frame.comparator, vocabulary) && !claims_sameness(words.sentence);
}

void classify_effect(const ClaimWords& words, bool denied, const Vocabulary& vocabulary, ClaimFrame& frame) {
  frame.direction = read_direction(words, frame);
  frame.kind = ClaimKind::benefit;
  if (is_comparative(words, frame) && (denied || !is_held_to_control(words, vocabulary, frame))) {
    frame.kind = ClaimKind::comparative;
  } else if (frame.valence == Valence::neutral) {
    frame.kind = ClaimKind::mechanism;
  } else if (has_claimed_rate(words, frame)) {
    frame.kind = ClaimKind::numeric;
  }
  if (const PhraseMatch* beyond = words.find("beyond");
      beyond != nullptr && frame.quantifier.empty() && !find_aside(words.sentence).contains(beyond->first) &&
      !find_claimed_amount(words.sentence.text, words.sentence.tokens)) {
    set_quantifier(words, *beyond, frame);
  }
  // "Affects memory": for the worse, most readers would say, and it is not said.
  const bool open = !denied && leaves_direction_open(words, frame);
  if (open) frame.direction = Direction::unspecified;
  if (!open && frame.direction == Direction::unspecified && frame.valence == Valence::good)
    frame.direction = Direction::increase;
  if (!denied) return;
  // "As effective as" denies nothing of the treatment.
  if (frame.kind != ClaimKind::comparative || !claims_sameness(words.sentence)) frame.polarity = Polarity::negated;
  frame.direction = Direction::no_change;
}

bool is_harmful(const ClaimWords& words, const Vocabulary& vocabulary, const ClaimFrame& frame, Direction direction) {
  const bool harm = is_harm_slot(frame.outcome, vocabulary);
  const ConceptMention* denied = find_denied_harm(words);
  if (harm && denied != nullptr && frame.outcome.span.contains(denied->span)) return true;
  if (is_told_as_harm(words, frame, direction)) return true;
  const bool named = harm || (frame.valence == Valence::bad && direction == Direction::increase);
  const bool relieved = direction == Direction::decrease &&
                        (!words.has("risk_word") || find_magnitude(words, frame, "magnitude_low") == nullptr);
  return named && !relieved;
}

// "Vitamin B12 deficiency" as what the treatment leads to.
bool names_lack(const ClaimWords& words, const Slot& outcome) {
  return std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == "too_little" && phrase.value == "behind" &&
           outcome.span.overlaps(words.sentence.tokens[phrase.first].span);
  });
}

// The claim names a harm in words that the vocabulary does not know: "does not cause grey hair", "ruins the kidneys".
bool is_unknown_harm(const ClaimWords& words, const ClaimFrame& frame, bool denied, Direction direction) {
  if (frame.outcome.empty() || frame.valence != Valence::neutral) return false;
  if (words.find_said("bad") != nullptr || names_lack(words, frame.outcome)) return true;
  const std::vector<Token>& tokens = words.sentence.tokens;
  const bool risk = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.stem == "risk"; });
  const bool rises = denied || direction == Direction::increase;
  return frame.outcome.concepts.empty() && ((denied && has_cue(words.sentence, CueKind::cause)) || (risk && rises));
}

// "Useless against falls": what it does not work on may be a harm of other treatments. Said of the subject, and nothing
// beside it.
bool denies_benefit(const ClaimWords& words, const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 7> copulas{"is", "are", "was", "were", "be", "been", "does"};
  static constexpr std::array<std::string_view, 6> links{"for", "against", "in", "at", "to", "on"};
  const std::vector<Token>& tokens = words.sentence.tokens;
  const PhraseMatch* useless = words.find_said("no_benefit");
  if (useless == nullptr || frame.outcome.empty() || useless->last >= tokens.size() || useless->first == 0)
    return false;
  const bool does = tokens[useless->first].stem == "do";
  const bool said = does || is_one_of(copulas, tokens[useless->first - 1].norm);
  const bool of_outcome =
      does || is_one_of(links, tokens[useless->last].norm) || is_one_of(links, tokens[useless->last - 1].norm);
  const bool beside = std::any_of(words.sentence.cues.begin(), words.sentence.cues.end(), [&](const Cue& cue) {
    return cue.first >= useless->last && (cue.kind == CueKind::cause || cue.kind == CueKind::increase);
  });
  const std::size_t subject = frame.subject.span.end;
  const std::size_t copula = tokens[useless->first - (does ? 0U : 1U)].span.begin;
  return said && of_outcome && !beside && subject <= copula && copula - subject <= 2;
}

// "X is 100 % effective", "always works": without an outcome it promises that nobody fails to respond. "X is more
// effective than Y": that more respond.
void promise_response(const ClaimWords& words, ClaimFrame& frame) {
  const PhraseMatch* works = words.find("benefit_word");
  const bool compares = is_comparative(words, frame) && !frame.comparator.concepts.empty();
  if (!frame.outcome.empty() || works == nullptr || !(words.has("absolute") || compares)) return;
  const Sentence& sentence = words.sentence;
  const Span span{sentence.tokens[works->first].span.begin, sentence.tokens[works->last - 1].span.end};
  frame.outcome = {std::string(slice(sentence.text, span)), span, {std::string(kTreatmentResponse)}};
  frame.valence = Valence::good;
}

// "Is safe", "is not safe": what is said of harm by one word.
void classify_safety(const ClaimWords& words, const PhraseMatch& safe, const Vocabulary& vocabulary,
                     ClaimFrame& frame) {
  // What it is called is not what it denies.
  std::erase(frame.outcome.concepts, kSafety);
  // "safe" denies harm; "not safe" states it. A harm named beside it ("safe for the liver") is the outcome.
  set_worded_outcome(words, safe, vocabulary, frame);
  const bool for_most = words.has("for_most") && words.has("reassuring");
  const bool denied_safety = is_negated_claim(words, frame) && !is_said_apart(words, safe);
  classify_harm(words, !denied_safety && !for_most, vocabulary, frame);
}

}  // namespace

void classify_claim(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame) {
  if (is_outside_remit(words, vocabulary, frame)) return;
  name_organ_harm(words, vocabulary, frame);
  // "Relieves pain without side effects": what is promised without exception is held to it.
  if (const ConceptMention* harm = find_denied_harm(words); harm != nullptr && names_family(words.sentence, *harm)) {
    frame.outcome = {std::string(slice(words.sentence.text, harm->span)), harm->span, {harm->concept_ptr->id}};
    frame.valence = Valence::bad;
    classify_harm(words, true, vocabulary, frame);
    return;
  }
  if (const auto claimed = find_not_everyone(words)) {
    claim_partial_response(*claimed, words, frame);
    return;
  }
  const bool denied = is_denied(words, frame);
  if (const PhraseMatch* safe = find_safety(words)) {
    classify_safety(words, *safe, vocabulary, frame);
    return;
  }
  const PhraseMatch* no_risk = words.find("risk_absent");
  if (no_risk != nullptr && frame.outcome.concepts.empty()) {
    // "Not without risk" states it.
    const bool twice = is_denied_denial(words.sentence, no_risk->first);
    set_worded_outcome(words, *no_risk, vocabulary, frame);
    classify_harm(words, !twice, vocabulary, frame);
    return;
  }
  if (denies_benefit(words, frame)) {
    classify_effect(words, true, vocabulary, frame);
    return;
  }
  if (const PhraseMatch* harm = words.find("harm_word")) set_worded_outcome(words, *harm, vocabulary, frame);
  if (!denied || claims_sameness(words.sentence)) promise_response(words, frame);
  const Direction direction = read_direction(words, frame);
  // "Causes more nausea than Y" needs more than nausea.
  const bool compared = is_comparative(words, frame) && !frame.comparator.concepts.empty() &&
                        (denied || !is_held_to_control(words, vocabulary, frame));
  const bool harmful = is_harmful(words, vocabulary, frame, direction) ||
                       is_unknown_harm(words, frame, denied, direction) ||
                       (denied && frame.valence == Valence::bad && find_most_people(words, denied) != nullptr &&
                        (has_cue(words.sentence, CueKind::cause) || has_cue(words.sentence, CueKind::occurrence)));
  if (harmful && !compared) {
    classify_harm(words, denied, vocabulary, frame);
    return;
  }
  classify_effect(words, denied, vocabulary, frame);
}

}  // namespace claimcheck
