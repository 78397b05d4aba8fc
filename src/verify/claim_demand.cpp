#include "verify/claim_demand.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/one_of.h"
#include "verify/not_for_everyone.h"
#include "verify/phrase_table.h"
#include "verify/worded_change.h"
#include "verify/wording.h"

namespace claimcheck {

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
  // "Does not work for everyone" claims no more than that it does not in some.
  if (find_not_everyone(words)) return std::pair(Strength::associated, std::string_view("absolute"));
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

/// "Affects one in ten", "about 9 per cent have": no verb that makes something happen. "Fewer than one in a hundred"
/// tells of no change.
bool says_how_many(const ClaimWords& words) {
  const bool changes = std::any_of(words.sentence.cues.begin(), words.sentence.cues.end(), [&](const Cue& cue) {
    const bool bound = std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
      const bool bounds = phrase.category == "at_most" || phrase.category == "at_least";
      return bounds && phrase.first <= cue.first && cue.last <= phrase.last;
    });
    return !bound && is_effect(cue.kind);
  });
  return !changes && !has_cue(words.sentence, CueKind::cause) && !words.has("prevents");
}

/// "Users of X are less often diagnosed with Y" tells who has it, and not what brought it about.
bool compares_people(const ClaimWords& words) {
  static constexpr std::array<std::string_view, 8> people{"people", "patients", "users",    "women",
                                                          "men",    "adults",   "children", "those"};
  constexpr std::size_t reach = 4;
  const std::vector<Token>& tokens = words.sentence.tokens;
  const std::size_t end = std::min(reach, tokens.size());
  return std::any_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Token& token) { return is_one_of(people, token.norm); }) &&
         !words.has("causal") && !has_cue(words.sentence, CueKind::cause);
}

/// "Some people notice halos": that it occurs. Where the words stand, empty without them.
Span find_some_people(const ClaimWords& words, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const bool causes = words.has("causal") || has_cue(sentence, CueKind::cause);
  if (frame.kind != ClaimKind::harm_exists || causes) return {};
  for (std::size_t i = 0; i + 1 < sentence.tokens.size(); ++i) {
    const bool few = sentence.tokens[i].norm == "few" && i > 0 && sentence.tokens[i - 1].norm == "a";
    if (sentence.tokens[i].norm != "some" && !few) continue;
    if (!study_words().contains({&sentence.tokens[i + 1], 1}, "people")) continue;
    return {sentence.tokens[i].span.begin, sentence.tokens[i + 1].span.end};
  }
  return {};
}

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
  if (const Span some = find_some_people(words, frame); !some.empty()) {
    frame.demand = Strength::reported;
    frame.demand_cue = {std::string(slice(words.sentence.text, some)), some, {}};
    return;
  }
  if (compares_people(words) && set(Strength::associated, "comparing")) return;
  // How many have it tells of no cause.
  if (frame.kind == ClaimKind::numeric && says_how_many(words)) {
    frame.demand = Strength::associated;
    return;
  }
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
