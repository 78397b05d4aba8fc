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

// Tokens by where they stand to the slots of the claim.
bool is_between(const Token& token, std::size_t first, std::size_t last) {
  return first <= token.span.begin && token.span.end <= last;
}

// "The risk of diabetes with the drug", "carries a risk of diabetes"; "people at risk of diabetes" are whom it is for.
bool names_risk_of(const ClaimWords& words, const Slot& outcome) {
  static constexpr std::array<std::string_view, 5> between{"of", "a", "an", "getting", "developing"};
  constexpr std::size_t reach = 2;
  const std::vector<Token>& tokens = words.sentence.tokens;
  return std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    if (phrase.category != "risk_word") return false;
    for (std::size_t back = 1; back <= reach && back <= phrase.first; ++back) {
      if (tokens[phrase.first - back].norm == "at") return false;
    }
    std::size_t next = phrase.last;
    while (next < tokens.size() && is_one_of(between, tokens[next].norm)) ++next;
    return next > phrase.last && next < tokens.size() && tokens[next].span.begin == outcome.span.begin;
  });
}

// "Pneumonia can develop after the drug", "you may get pneumonia from it".
bool happens_with(const std::vector<Token>& tokens, Span outcome, Span subject) {
  static constexpr std::array<std::string_view, 19> happens{
      "occur", "occurs", "happen", "happens", "develop",  "develops", "follow",     "follows", "result",  "results",
      "arise", "arises", "common", "rare",    "uncommon", "frequent", "infrequent", "never",   "unlikely"};
  static constexpr std::array<std::string_view, 9> befalls{"get",    "gets", "have",       "develop", "develops",
                                                           "notice", "feel", "experience", "suffer"};
  static constexpr std::array<std::string_view, 10> links{"after", "following", "follow", "follows", "with",
                                                          "on",    "from",      "taking", "using",   "receiving"};
  constexpr std::size_t near = 24;  // bytes from the verb to the outcome
  bool linked = false;
  bool told = false;
  for (const Token& token : tokens) {
    const bool between = is_between(token, outcome.end, subject.begin);
    linked = linked || (between && is_one_of(links, token.norm));
    told = told || (between && is_one_of(happens, token.norm));
    const bool ahead = token.span.end <= outcome.begin && outcome.begin - token.span.end <= near;
    told = told || (ahead && is_one_of(befalls, token.norm)) || (ahead && token.norm == "common");
  }
  return linked && told;
}

// "The drug gives some people pneumonia", "comes with it".
bool brings(const std::vector<Token>& tokens, Span subject, Span outcome) {
  static constexpr std::array<std::string_view, 11> verbs{
      "get", "gets", "give", "gives", "develop", "develops", "suffer", "experience", "notice", "feel", "free"};
  static constexpr std::array<std::string_view, 5> apart{"with", "for", "to", "whose", "their"};
  bool told = false;
  for (const Token& token : tokens) {
    if (!is_between(token, subject.end, outcome.begin)) continue;
    if (token.norm == "comes" || token.norm == "come") return true;
    if (is_one_of(apart, token.norm)) return false;
    told = told || is_one_of(verbs, token.norm);
  }
  return told;
}

// "Diabetes can develop on the drug", "is a side effect of it", "it carries a risk of diabetes", "gives some people
// diabetes": a disease that is told to happen, where nothing is said to become more or less.
bool is_told_to_happen(const ClaimWords& words, const ClaimFrame& frame, Direction direction) {
  static constexpr std::array<std::string_view, 9> others{"who",   "treated", "given",   "used",  "success",
                                                          "helps", "treats",  "relieve", "ending"};
  if (direction != Direction::unspecified || frame.valence != Valence::bad || frame.subject.span.empty()) return false;
  const Sentence& sentence = words.sentence;
  const bool family = std::any_of(sentence.mentions.begin(), sentence.mentions.end(),
                                  [&](const ConceptMention& mention) { return names_family(sentence, mention); });
  if (family || names_risk_of(words, frame.outcome)) return true;
  if (std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                  [](const Token& token) { return is_one_of(others, token.norm); }))
    return false;
  const Span subject = frame.subject.span;
  const Span outcome = frame.outcome.span;
  return outcome.end <= subject.begin ? happens_with(sentence.tokens, outcome, subject)
                                      : brings(sentence.tokens, subject, outcome);
}

}  // namespace

bool is_told_as_harm(const ClaimWords& words, const ClaimFrame& frame, Direction direction) {
  return is_linked_to_harm(words, frame, direction) || is_told_to_follow(words, frame, direction) ||
         is_told_to_happen(words, frame, direction);
}

}  // namespace claimcheck
