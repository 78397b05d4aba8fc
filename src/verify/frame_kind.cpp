#include "verify/frame_kind.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "text/numbers.h"
#include "verify/worded_change.h"
#include "verify/wording.h"

namespace claimcheck {
namespace {

// "Damage that does not heal", "patients who do not respond": the denial belongs to a relative clause, unless that
// stands behind a word of reporting ("shows that it does not …").
bool is_in_relative_clause(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 6> pronouns{"that", "which", "who", "whom", "whose", "where"};
  for (std::size_t i = at; i > 1; --i) {
    const std::string& norm = sentence.tokens[i - 1].norm;
    if (norm == ",") return false;
    if (std::find(pronouns.begin(), pronouns.end(), norm) == pronouns.end()) continue;
    return !claim_words().contains({&sentence.tokens[i - 2], 1}, "says");
  }
  return false;
}

// "Relieves pain without sedation": what "without" denies is not the relief.
bool is_denied_beside(const ClaimWords& words, const Cue& cue, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  if (sentence.tokens[cue.first].norm != "without" || frame.outcome.empty()) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.last <= cue.first &&
           frame.outcome.span.contains(mention.span);
  });
}

bool is_denied_by(const ClaimWords& words, CueKind kind, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    return cue.kind == kind && !is_in_relative_clause(sentence, cue.first) && !is_denied_beside(words, cue, frame);
  });
}

bool is_denied(const ClaimWords& words, const ClaimFrame& frame) {
  return is_denied_by(words, CueKind::negation, frame) && !has_cue(words.sentence, CueKind::pseudo_negation);
}

// Laws, history, practice and values speak only when the claim states no effect of its own.
bool is_outside_pubmed(const ClaimWords& words, ClaimFrame& frame) {
  const bool states_effect = words.has("harm_absent") || words.has("harm_word") ||
                             has_cue(words.sentence, CueKind::increase) || has_cue(words.sentence, CueKind::decrease) ||
                             has_cue(words.sentence, CueKind::improve) || has_cue(words.sentence, CueKind::worsen) ||
                             has_cue(words.sentence, CueKind::cause);
  if (words.has("regulatory") && !states_effect) {
    frame.kind = ClaimKind::regulatory;
    frame.unresolved = "approval, law, price and supply are not what PubMed abstracts report";
    return true;
  }
  if (words.has("history") && !states_effect) {
    frame.kind = ClaimKind::regulatory;
    frame.unresolved = "the history of a product is not what PubMed abstracts report";
    return true;
  }
  if (words.has("practice") && !states_effect) {
    frame.kind = ClaimKind::regulatory;
    frame.unresolved = "the claim says what providers do, not what a treatment does";
    return true;
  }
  if (words.has("balance")) {
    frame.kind = ClaimKind::opinion;
    frame.unresolved = "whether benefits outweigh risks is a judgement, which no single result confirms or refutes";
    return true;
  }
  if (words.has("opinion") && !states_effect && frame.outcome.concepts.empty()) {
    frame.kind = ClaimKind::opinion;
    frame.unresolved = "the claim states a value or a forecast, which no study can confirm or refute";
    return true;
  }
  return false;
}

Direction worded_direction(const ClaimWords& words, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const bool bad = frame.valence == Valence::bad;
  for (const Cue& cue : sentence.cues) {
    if (is_in_relative_clause(sentence, cue.first)) continue;
    switch (change_kind(sentence, cue)) {
      case CueKind::increase:
        return Direction::increase;
      case CueKind::decrease:
        return Direction::decrease;
      case CueKind::improve:
        return bad ? Direction::decrease : Direction::increase;
      case CueKind::worsen:
        return bad ? Direction::increase : Direction::decrease;
      default:
        break;
    }
  }
  const bool benefits = std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == "benefit_word" && !is_in_relative_clause(sentence, phrase.first);
  });
  if (benefits) return bad ? Direction::decrease : Direction::increase;
  if (has_cue(sentence, CueKind::cause)) return Direction::increase;
  return Direction::unspecified;
}

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
  if (is_harm_slot(frame.outcome, vocabulary)) return;
  const Sentence& sentence = words.sentence;
  const Span span{sentence.tokens[phrase.first].span.begin, sentence.tokens[phrase.last - 1].span.end};
  frame.outcome = {std::string(slice(sentence.text, span)), span, {std::string(phrase.value)}};
  frame.valence = Valence::bad;
}

// A percentage in the claim is the number to be checked.
bool has_claimed_rate(const ClaimWords& words, ClaimFrame& frame) {
  for (const NumberMention& number : words.sentence.numbers) {
    if (number.kind != NumberKind::percent && number.kind != NumberKind::fraction) continue;
    frame.quantifier = {std::string(slice(words.sentence.text, number.span)), number.span, {}};
    frame.threshold = number.kind == NumberKind::percent ? number.value / 100 : number.value / number.high.value_or(1);
    return true;
  }
  return false;
}

void classify_harm(const ClaimWords& words, bool denied, const Vocabulary& vocabulary, ClaimFrame& frame) {
  const PhraseMatch* low = words.find("magnitude_low");
  const PhraseMatch* high = words.find("magnitude_high");
  if (denied) {
    frame.kind = ClaimKind::harm_absent;
    frame.polarity = Polarity::negated;
    frame.direction = Direction::no_change;
  } else if (low != nullptr) {
    frame.kind = ClaimKind::harm_magnitude;
    frame.direction = Direction::decrease;
    set_quantifier(words, *low, frame);
  } else if (words.has("reassuring") && is_harm_slot(frame.outcome, vocabulary)) {
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
  } else if (has_claimed_rate(words, frame)) {
    frame.kind = ClaimKind::numeric;
    frame.direction = Direction::increase;
  } else {
    frame.kind = ClaimKind::harm_exists;
    frame.direction = Direction::increase;
  }
}

bool is_comparative(const ClaimWords& words, const ClaimFrame& frame) {
  // "…, unlike other drugs" stands beside the claim.
  return !frame.comparator.empty() &&
         std::any_of(words.sentence.cues.begin(), words.sentence.cues.end(), [&](const Cue& cue) {
           return cue.kind == CueKind::comparison && words.sentence.tokens[cue.first].norm != "unlike";
         });
}

void classify_effect(const ClaimWords& words, bool denied, ClaimFrame& frame) {
  frame.direction = worded_direction(words, frame);
  frame.kind = ClaimKind::benefit;
  if (is_comparative(words, frame)) {
    frame.kind = ClaimKind::comparative;
  } else if (frame.valence == Valence::neutral) {
    frame.kind = ClaimKind::mechanism;
  } else if (has_claimed_rate(words, frame)) {
    frame.kind = ClaimKind::numeric;
  }
  if (const PhraseMatch* beyond = words.find("beyond"); beyond != nullptr && frame.quantifier.empty()) {
    set_quantifier(words, *beyond, frame);
  }
  if (frame.direction == Direction::unspecified && frame.valence == Valence::good)
    frame.direction = Direction::increase;
  if (denied) {
    frame.polarity = Polarity::negated;
    frame.direction = Direction::no_change;
  }
}

}  // namespace

void classify_claim(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame) {
  if (is_outside_pubmed(words, frame)) return;
  if (words.has("studied")) {
    // No result speaks for or against a claim that something is looked into.
    frame.kind = ClaimKind::mechanism;
    return;
  }
  const bool denied = is_denied(words, frame) || is_denied_by(words, CueKind::null_result, frame);
  const PhraseMatch* safe = words.find("harm_absent");
  if (safe != nullptr && !words.has("risk_word")) {
    // "safe" denies harm; "not safe" states it. A harm named beside it ("safe for the liver") is the outcome.
    set_worded_outcome(words, *safe, vocabulary, frame);
    const bool for_most = words.has("for_most") && words.has("reassuring");
    classify_harm(words, !is_denied(words, frame) && !for_most, vocabulary, frame);
    return;
  }
  if (const PhraseMatch* harm = words.find("harm_word")) set_worded_outcome(words, *harm, vocabulary, frame);
  const Direction direction = worded_direction(words, frame);
  const bool harm_slot = is_harm_slot(frame.outcome, vocabulary);
  const bool harmful = harm_slot || (frame.valence == Valence::bad && direction == Direction::increase);
  const bool relieved = direction == Direction::decrease && !words.has("risk_word");
  const bool risk_lowered = direction == Direction::decrease && words.has("risk_word") && !words.has("magnitude_low");
  if (harmful && !relieved && !risk_lowered) {
    classify_harm(words, denied, vocabulary, frame);
    return;
  }
  classify_effect(words, denied, frame);
}

namespace {

bool states_change(const Sentence& sentence) {
  return has_cue(sentence, CueKind::increase) || has_cue(sentence, CueKind::decrease) ||
         has_cue(sentence, CueKind::improve) || has_cue(sentence, CueKind::worsen) || has_cue(sentence, CueKind::cause);
}

bool says_harm(const ClaimFrame& frame) {
  return frame.kind == ClaimKind::harm_magnitude || frame.kind == ClaimKind::harm_exists;
}

/// The category of words that grades a demand, first match wins: a bond is a bond, however hedged; a hedge weakens only
/// what it stands before.
std::optional<std::pair<Strength, std::string_view>> graded_by(const ClaimWords& words, const ClaimFrame& frame) {
  const bool acts = words.has("causal") || states_change(words.sentence);
  const bool claims = !frame.subject.empty() && !frame.outcome.empty();
  // "Not associated with harm" and "should be safe" deny the harm without exception.
  const bool denies_harm = frame.kind == ClaimKind::harm_absent;
  if (words.has("normative") && !words.has("associated") && !says_harm(frame) && !denies_harm && !claims) {
    return std::pair(Strength::none, std::string_view("normative"));
  }
  if (words.has("absolute")) return std::pair(Strength::absolute, std::string_view("absolute"));
  if (words.has("associated") && !denies_harm) return std::pair(Strength::associated, std::string_view("associated"));
  if (words.has("may") && (acts || claims)) return std::pair(Strength::may, std::string_view("may"));
  return std::nullopt;
}

/// The words that deny, as a slot; empty when no cue does.
Slot find_denial(const Sentence& sentence) {
  for (const Cue& cue : sentence.cues) {
    if (cue.kind != CueKind::negation && cue.kind != CueKind::null_result) continue;
    return {std::string(slice(sentence.text, cue.span)), cue.span, {}};
  }
  return {};
}

}  // namespace

void grade_demand(const ClaimWords& words, ClaimFrame& frame) {
  const auto set = [&](Strength strength, std::string_view category) {
    const PhraseMatch* phrase = words.find(category);
    if (phrase == nullptr) return false;
    const Sentence& sentence = words.sentence;
    const Span span{sentence.tokens[phrase->first].span.begin, sentence.tokens[phrase->last - 1].span.end};
    frame.demand = strength;
    frame.demand_cue = {std::string(slice(sentence.text, span)), span, {}};
    return true;
  };
  if (const auto grade = graded_by(words, frame)) {
    set(grade->first, grade->second);
    return;
  }
  if (frame.kind == ClaimKind::harm_absent) {
    frame.demand = Strength::absolute;
    if (!set(Strength::absolute, "harm_absent")) frame.demand_cue = find_denial(words.sentence);
    return;
  }
  if (set(Strength::reported, "reported")) return;
  if (set(Strength::causal, "causal")) return;
  // A claim that can be checked is held to the most that its words may mean.
  const bool checkable = !frame.subject.empty() && !frame.outcome.empty();
  if (!checkable && set(Strength::associated, "comparing")) return;
  frame.demand = says_harm(frame) || states_change(words.sentence) || frame.direction != Direction::unspecified
                     ? Strength::causal
                     : Strength::none;
}

namespace {

// "Was safe" tells what was seen, "should be safe" what is wished; "is safe" goes for everyone and for ever.
bool speaks_without_exception(const ClaimWords& words) {
  const std::vector<Token>& tokens = words.sentence.tokens;
  return !words.has("normative") && std::none_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return token.norm == "was" || token.norm == "were";
  });
}

}  // namespace

void grade_strength(const ClaimWords& words, ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const Wording wording = grade_wording(sentence.tokens);
  frame.strength = wording.strength;
  if (!wording.cue.empty()) frame.strength_cue = {std::string(slice(sentence.text, wording.cue)), wording.cue, {}};
  const bool unworded = wording.strength == Strength::none;
  const bool absolute = frame.demand == Strength::absolute &&
                        (unworded ? speaks_without_exception(words) : wording.strength == Strength::causal);
  if (absolute || (frame.demand == Strength::reported && wording.strength != Strength::may)) {
    frame.strength = frame.demand;
    frame.strength_cue = frame.demand_cue;
  }
}

}  // namespace claimcheck
