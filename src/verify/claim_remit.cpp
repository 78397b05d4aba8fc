#include "verify/claim_remit.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "text/one_of.h"
#include "verify/frame_slots.h"

namespace claimcheck {
namespace {

bool leave(ClaimKind kind, std::string why, ClaimFrame& frame) {
  frame.kind = kind;
  frame.unresolved = std::move(why);
  return true;
}

bool states_effect(const ClaimWords& words) {
  static constexpr std::array<CueKind, 5> kinds{CueKind::increase, CueKind::decrease, CueKind::improve, CueKind::worsen,
                                                CueKind::cause};
  return words.has("harm_absent") || words.has("harm_word") ||
         std::any_of(kinds.begin(), kinds.end(), [&](CueKind kind) { return has_cue(words.sentence, kind); });
}

// "Limited evidence suggests that X helps": hedged, and still a claim that X helps.
bool is_supposed(const ClaimWords& words, std::size_t behind) {
  constexpr std::size_t reach = 2;
  const std::vector<Token>& tokens = words.sentence.tokens;
  const std::size_t end = std::min(behind + reach, tokens.size());
  return behind < end && claim_words().contains(std::span(tokens).subspan(behind, end - behind), "supposes");
}

// "The evidence for X in Y is weak".
bool calls_evidence_weak(const ClaimWords& words) {
  static constexpr std::array<std::string_view, 4> copulas{"is", "are", "remains", "remain"};
  static constexpr std::array<std::string_view, 4> nouns{"evidence", "data", "studies", "trials"};
  constexpr std::size_t reach = 3;
  const std::vector<Token>& tokens = words.sentence.tokens;
  bool named = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    named = named || is_one_of(nouns, tokens[i].norm);
    if (!named || !is_one_of(copulas, tokens[i].norm)) continue;
    const std::size_t count = std::min(reach, tokens.size() - i - 1);
    if (claim_words().contains(std::span(tokens).subspan(i + 1, count), "scant")) return true;
  }
  return false;
}

// "It is unclear whether X helps". "Not shown to cause harm" is heard as a denial of the harm.
bool tells_what_is_known(const ClaimWords& words, const Vocabulary& vocabulary, const ClaimFrame& frame) {
  if (calls_evidence_weak(words)) return true;
  const bool harm = is_harm_slot(frame.outcome, vocabulary) || has_cue(words.sentence, CueKind::cause);
  for (const PhraseMatch& phrase : words.phrases) {
    if (phrase.category == "evidence_state" && !(harm && phrase.value == "denial")) return true;
  }
  return std::any_of(words.sentence.cues.begin(), words.sentence.cues.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::gap && !is_supposed(words, cue.last) && !is_supposed(words, cue.first);
  });
}

// "X is not a first-line treatment for Y"; not "X is an effective first-line treatment", nor "as first-line treatment X
// works better than Z".
bool tells_place(const ClaimWords& words) {
  const PhraseMatch* place = words.find("place");
  if (place == nullptr || !find_comparison(words.sentence).empty()) return false;
  return std::none_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == "benefit_word" && (phrase.last <= place->first || place->last <= phrase.first);
  });
}

bool judges(const ClaimWords& words) {
  return std::any_of(words.phrases.begin(), words.phrases.end(),
                     [](const PhraseMatch& phrase) { return phrase.category == "judgement" && phrase.value.empty(); });
}

}  // namespace

bool is_outside_remit(const ClaimWords& words, const Vocabulary& vocabulary, ClaimFrame& frame) {
  const bool plain = !states_effect(words);
  if (words.has("regulatory") && plain) {
    return leave(ClaimKind::regulatory, "approval, law, price and supply are not what PubMed abstracts report", frame);
  }
  if (words.has("history") && plain) {
    return leave(ClaimKind::regulatory, "the history of a product is not what PubMed abstracts report", frame);
  }
  if (words.has("practice") && plain) {
    return leave(ClaimKind::regulatory, "the claim says what providers do, not what a treatment does", frame);
  }
  if (plain && tells_place(words)) {
    return leave(ClaimKind::regulatory, "the claim says where guidelines put a treatment, not what the treatment does",
                 frame);
  }
  if (words.has("studied") || (plain && words.has("under_way"))) {
    return leave(ClaimKind::regulatory,
                 "the claim says that something is being studied, which registers of trials tell, and no result does",
                 frame);
  }
  if (words.has("balance")) {
    return leave(ClaimKind::opinion,
                 "whether benefits outweigh risks is a judgement, which no single result confirms or refutes", frame);
  }
  const bool values = (words.has("opinion") || words.has("ought")) && plain && frame.outcome.concepts.empty();
  if (values || judges(words)) {
    return leave(ClaimKind::opinion, "the claim states a value or a forecast, which no study can confirm or refute",
                 frame);
  }
  if (tells_what_is_known(words, vocabulary, frame)) {
    return leave(ClaimKind::opinion,
                 "the claim says how much is known, not what a treatment does; claimcheck checks effects", frame);
  }
  return false;
}

}  // namespace claimcheck
