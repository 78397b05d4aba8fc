#include "verify/told_harm.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"

namespace claimcheck {
namespace {

// "Vitamin D levels are associated with X" leaves open which way.
bool is_linked_to_harm(const ClaimWords& words, const ClaimFrame& frame, Direction direction) {
  static constexpr std::array<std::string_view, 5> open{"levels", "level", "status", "concentrations", "intake"};
  const std::vector<Token>& tokens = words.sentence.tokens;
  const bool both_ways = !frame.subject_is_lack && std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return is_one_of(open, token.norm);
  });
  return direction == Direction::unspecified && frame.valence == Valence::bad && !both_ways &&
         (has_cue(words.sentence, CueKind::associate) || words.has("associated"));
}

// "Asthma attacks after aspirin have been described", "depression has been reported in people taking X": a disease that
// is told to follow the treatment.
bool is_told_to_follow(const ClaimWords& words, const ClaimFrame& frame, Direction direction) {
  static constexpr std::array<std::string_view, 10> links{"after", "following", "taking",  "using", "receiving",
                                                          "given", "took",      "exposed", "on",    "with"};
  if (direction != Direction::unspecified || frame.valence != Valence::bad || !words.has("reported")) return false;
  const std::vector<Token>& tokens = words.sentence.tokens;
  return std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    constexpr std::size_t near = 10;  // bytes: "on the drug", "exposed to the drug"
    return is_one_of(links, token.norm) && frame.outcome.span.end <= token.span.begin &&
           token.span.end <= frame.subject.span.begin &&
           (token.norm.size() > 4 || frame.subject.span.begin - token.span.end <= near);
  });
}

// "Diabetes can develop on the drug", "is a side effect of it", "it carries a risk of diabetes", "gives some people
// diabetes": a disease that is told to happen, where nothing is said to become more or less.
bool is_told_to_happen(const ClaimWords& words, const ClaimFrame& frame, Direction direction) {
  static constexpr std::array<std::string_view, 23> happens{
      "occur",   "occurs", "happen",   "happens",  "develop",    "develops", "follow",
      "follows", "result", "results",  "arise",    "arises",     "get",      "gets",
      "common",  "rare",   "uncommon", "frequent", "infrequent", "have",     "unlikely"};
  static constexpr std::array<std::string_view, 9> links{"after",  "following", "with",  "on",       "from",
                                                         "taking", "using",     "never", "receiving"};
  static constexpr std::array<std::string_view, 13> befalls{"get",      "gets",   "give",       "gives",  "develop",
                                                            "develops", "suffer", "experience", "notice", "feel",
                                                            "come",     "comes",  "free"};
  constexpr std::size_t near = 4;
  if (direction != Direction::unspecified || frame.valence != Valence::bad || frame.subject.span.empty()) return false;
  const Sentence& sentence = words.sentence;
  const std::vector<Token>& tokens = sentence.tokens;
  const bool family = std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                                  [&](const ConceptMention& mention) { return names_family(sentence, mention); });
  if (family || words.has("risk_word")) return true;
  const Span subject = frame.subject.span;
  const Span outcome = frame.outcome.span;
  const auto between = [&](const Token& token, std::size_t first, std::size_t last) {
    return first <= token.span.begin && token.span.end <= last;
  };
  const auto any = [&](const auto& holds) { return std::any_of(tokens.begin(), tokens.end(), holds); };
  if (outcome.end <= subject.begin) {
    return any([&](const Token& token) { return is_one_of(happens, token.norm); }) && any([&](const Token& token) {
             return is_one_of(links, token.norm) && between(token, outcome.end, subject.begin);
           });
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_one_of(befalls, tokens[i].norm) || !between(tokens[i], subject.end, outcome.begin)) continue;
    const std::size_t reach = std::min(i + near, tokens.size() - 1);
    if (tokens[reach].span.end >= outcome.begin) return true;
  }
  return false;
}

}  // namespace

bool is_told_as_harm(const ClaimWords& words, const ClaimFrame& frame, Direction direction) {
  return is_linked_to_harm(words, frame, direction) || is_told_to_follow(words, frame, direction) ||
         is_told_to_happen(words, frame, direction);
}

}  // namespace claimcheck
