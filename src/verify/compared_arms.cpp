#include "verify/compared_arms.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "text/one_of.h"
#include "verify/contest.h"
#include "verify/frame_slots.h"

namespace claimcheck {
namespace {

bool is_any(const Token& token, std::string_view category) {
  return claim_words().contains({&token, 1}, category);
}

// "Helps you sleep better", "wounds heal faster": the verb nearest before tells of the person, not of the treatment.
bool is_of_oneself(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 8> verbs{"is", "are", "was", "were", "work", "works", "act", "acts"};
  constexpr std::size_t reach = 5;
  for (std::size_t back = 1; back <= reach && back <= at; ++back) {
    const Token& token = sentence.tokens[at - back];
    if (is_any(token, "oneself")) return true;
    if (is_one_of(verbs, token.norm)) return false;
  }
  return false;
}

// "Better sleep", "stronger bones", "it is better to": no treatment is compared.
bool is_plain_gain(const Sentence& sentence, const PhraseMatch& phrase) {
  static constexpr std::array<std::string_view, 2> words{"better", "stronger"};
  if (phrase.last - phrase.first != 1 || phrase.last >= sentence.tokens.size()) return false;
  if (!is_one_of(words, sentence.tokens[phrase.first].norm)) return false;
  return sentence.tokens[phrase.last].norm == "to" ||
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
           return mention.concept_ptr->kind == ConceptKind::outcome && mention.first == phrase.last;
         });
}

// "Causes fewer side effects", "carries a lower risk of dependence": a treatment that brings less of a harm. "People on
// X had fewer falls" compares them with others.
bool brings_less_harm(const ClaimWords& words, const PhraseMatch& fewer) {
  static constexpr std::array<std::string_view, 8> people{"people", "patients", "users",    "women",
                                                          "men",    "adults",   "children", "who"};
  constexpr std::size_t reach = 3;
  constexpr std::size_t harm_reach = 6;
  const Sentence& sentence = words.sentence;
  const bool harm = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.concept_ptr->harm &&
           mention.first >= fewer.last && mention.first - fewer.last <= harm_reach;
  });
  if (!harm) return false;
  return std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& holder) {
    if (holder.category != "holder" || holder.last > fewer.first || fewer.first - holder.last > reach) return false;
    return std::none_of(sentence.tokens.begin(), sentence.tokens.begin() + static_cast<std::ptrdiff_t>(holder.first),
                        [](const Token& token) { return is_one_of(people, token.norm); });
  });
}

}  // namespace

bool lacks_comparator(const ClaimWords& words, const ClaimFrame& frame, const Vocabulary& vocabulary) {
  const Sentence& sentence = words.sentence;
  if (!frame.comparator.empty() || !find_comparison(sentence).empty()) return false;
  if (!find_contests(sentence).empty()) return false;  // "superior to X" names what it compares with
  const bool harm = is_harm_slot(frame.outcome, vocabulary);
  return std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    if (is_in_name(sentence, phrase.first, phrase.last)) return false;
    if (phrase.category == "fewer") return harm && brings_less_harm(words, phrase);
    return phrase.category == "comparative" && !is_plain_gain(sentence, phrase) &&
           !is_of_oneself(sentence, phrase.first);
  });
}

bool compares_with_itself(const ClaimWords& words, const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 9> ends{"for", "in",    "at",   "among", "against",
                                                        "on",  "after", "when", ","};
  const Sentence& sentence = words.sentence;
  const TokenRange comparison = find_comparison(sentence);
  if (comparison.empty() || !find_aside(sentence).empty()) return false;
  const auto is_subject = [&](const ConceptMention& mention) {
    const auto& ids = frame.subject.concepts;
    return std::find(ids.begin(), ids.end(), mention.concept_ptr->id) != ids.end();
  };
  bool other = false;
  for (const ConceptMention& mention : sentence.mentions) {
    if (mention.concept_ptr->kind != ConceptKind::intervention || !comparison.contains(mention.first)) continue;
    if (is_subject(mention) && !is_imitated(sentence, mention)) return true;
    other = true;
  }
  if (other) return false;
  bool way = false;
  for (std::size_t i = comparison.first + 1; i < comparison.last; ++i) {
    const Token& token = sentence.tokens[i];
    if (way && is_one_of(ends, token.norm)) break;
    if (token.kind != TokenKind::word || is_stop_word(token.norm)) continue;
    if (!is_any(token, "way_of_giving")) return false;
    way = true;
  }
  return way;
}

}  // namespace claimcheck
