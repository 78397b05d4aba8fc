#include "verify/not_for_everyone.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/concept_roots.h"

namespace claimcheck {
namespace {

bool is_of_people(const Sentence& sentence, const PhraseMatch& phrase) {
  static constexpr std::array<std::string_view, 2> all{"everyone", "everybody"};
  static constexpr std::array<std::string_view, 3> each{"every", "all", "each"};
  const std::string& word = sentence.tokens[phrase.first].norm;
  return is_one_of(all, word) || (is_one_of(each, word) && phrase.last - phrase.first == 2);
}

// "Works", "responds", "benefits", "helps", "is effective".
bool is_response(const Token& token) {
  static constexpr std::array<std::string_view, 5> stems{"work", "respond", "benefit", "help", "effect"};
  return is_one_of(stems, token.stem);
}

bool names_harm(const Sentence& sentence) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                     [](const ConceptMention& mention) { return mention.concept_ptr->harm; });
}

// Where the response stands that is denied of the people at `people`: "does not work for everyone", "not everyone
// responds". The number of tokens for "is not a drug, and works for everyone" and "not only works for everyone".
std::size_t find_denied_response(const Sentence& sentence, std::size_t people) {
  static constexpr std::array<std::string_view, 9> denials{"not",   "doesn't", "don't", "cannot", "can't",
                                                           "won't", "didn't",  "isn't", "aren't"};
  const std::vector<Token>& tokens = sentence.tokens;
  const auto is_denial = [&](std::size_t at) { return is_one_of(denials, word_at(tokens, at)); };
  if (people > 0 && is_denial(people - 1)) {
    const auto behind = std::find_if(tokens.begin() + static_cast<std::ptrdiff_t>(people), tokens.end(), is_response);
    return static_cast<std::size_t>(behind - tokens.begin());
  }
  constexpr std::size_t reach = 2;  // "work for everyone"
  for (std::size_t at = people - std::min(people, reach); at < people; ++at) {
    if (at > 0 && is_response(tokens[at]) && is_denial(at - 1)) return at;
  }
  return tokens.size();
}

}  // namespace

std::optional<NotEveryone> find_not_everyone(const ClaimWords& words) {
  const Sentence& sentence = words.sentence;
  if (names_harm(sentence) || !find_comparison(sentence).empty()) return std::nullopt;
  for (const PhraseMatch& phrase : words.phrases) {
    if (phrase.category != "absolute" || !is_of_people(sentence, phrase)) continue;
    const std::size_t response = find_denied_response(sentence, phrase.first);
    if (response == sentence.tokens.size()) continue;
    return NotEveryone{{sentence.tokens[phrase.first].span.begin, sentence.tokens[phrase.last - 1].span.end},
                       sentence.tokens[response].span};
  }
  return std::nullopt;
}

void claim_partial_response(const NotEveryone& claimed, const ClaimWords& words, ClaimFrame& frame) {
  constexpr double nearly_all = 0.89;  // what is reported may be a tenth above it (stance.cpp)
  const auto slot = [&](Span span) { return Slot{std::string(slice(words.sentence.text, span)), span, {}}; };
  frame.outcome = slot(claimed.response);
  frame.outcome.concepts = {std::string(kTreatmentResponse)};
  frame.valence = Valence::good;
  frame.kind = ClaimKind::numeric;
  frame.polarity = Polarity::negated;
  frame.direction = Direction::increase;
  frame.quantifier = slot(claimed.people);
  frame.threshold = 0;
  frame.threshold_high = nearly_all;
}

}  // namespace claimcheck
