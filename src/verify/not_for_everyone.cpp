#include "verify/not_for_everyone.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/one_of.h"
#include "verify/concept_roots.h"

namespace claimcheck {
namespace {

bool is_of_people(const Sentence& sentence, const PhraseMatch& phrase) {
  static constexpr std::array<std::string_view, 2> all{"everyone", "everybody"};
  static constexpr std::array<std::string_view, 3> each{"every", "all", "each"};
  const std::string& word = sentence.tokens[phrase.first].norm;
  return is_one_of(all, word) || (is_one_of(each, word) && phrase.last - phrase.first == 2);
}

// "Works", "responds", "benefits", "helps".
bool is_response(const Token& token) {
  static constexpr std::array<std::string_view, 5> stems{"work", "respond", "benefit", "help", "effect"};
  return is_one_of(stems, token.stem);
}

bool names_response(const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), is_response);
}

bool names_harm(const Sentence& sentence) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                     [](const ConceptMention& mention) { return mention.concept_ptr->harm; });
}

// "Not everyone", "does not work for everyone"; not "no evidence that it works for everyone".
bool is_denied_before(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 9> denials{"not",   "doesn't", "don't", "cannot", "can't",
                                                           "won't", "didn't",  "isn't", "aren't"};
  return std::any_of(sentence.tokens.begin(), sentence.tokens.begin() + static_cast<std::ptrdiff_t>(at),
                     [](const Token& token) { return is_one_of(denials, token.norm); });
}

}  // namespace

Span find_not_everyone(const ClaimWords& words) {
  const Sentence& sentence = words.sentence;
  if (!names_response(sentence) || names_harm(sentence) || !find_comparison(sentence).empty()) return {};
  for (const PhraseMatch& phrase : words.phrases) {
    if (phrase.category != "absolute" || !is_of_people(sentence, phrase)) continue;
    if (is_denied_before(sentence, phrase.first))
      return {sentence.tokens[phrase.first].span.begin, sentence.tokens[phrase.last - 1].span.end};
  }
  return {};
}

void claim_partial_response(Span people, const ClaimWords& words, ClaimFrame& frame) {
  constexpr double nearly_all = 0.89;  // what is reported may be a tenth above it (stance.cpp)
  const Sentence& sentence = words.sentence;
  const auto response = std::find_if(sentence.tokens.begin(), sentence.tokens.end(), is_response);
  frame.outcome = {
      std::string(slice(sentence.text, response->span)), response->span, {std::string(kTreatmentResponse)}};
  frame.valence = Valence::good;
  frame.kind = ClaimKind::numeric;
  frame.polarity = Polarity::negated;
  frame.direction = Direction::increase;
  frame.quantifier = {std::string(slice(sentence.text, people)), people, {}};
  frame.threshold = 0;
  frame.threshold_high = nearly_all;
}

}  // namespace claimcheck
