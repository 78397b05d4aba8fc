#include "verify/too_little.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "text/one_of.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

constexpr std::array<std::string_view, 4> kCopulas{"is", "are", "was", "were"};

bool is_measure(const Sentence& sentence, std::size_t at) {
  return at < sentence.tokens.size() && claim_words().contains({&sentence.tokens[at], 1}, "measure");
}

// "Low", "a lack of", "stopping": before the name, with at most words of measure between.
std::size_t find_before(const Sentence& sentence, const std::vector<PhraseMatch>& phrases, std::size_t name) {
  std::size_t first = name;
  while (first > 0 && is_measure(sentence, first - 1)) --first;
  for (const PhraseMatch& phrase : phrases) {
    const bool lack = (phrase.category == "too_little" && phrase.value == "before") || phrase.category == "stop_using";
    // A phrase may end in a word of measure: "deficient in".
    if (lack && phrase.first < name && first <= phrase.last && phrase.last <= name) return phrase.first;
  }
  return name;
}

// "Pelvic floor exercises stop leaks": a verb with its object, as against "once people on X stop, …".
bool is_verb_with_object(const Sentence& sentence, const PhraseMatch& phrase) {
  static constexpr std::array<std::string_view, 10> ends{"and", "or",  "but", "after", "when",
                                                         "in",  "for", "at",  "on",    "because"};
  if (phrase.last != phrase.first + 1 || sentence.tokens[phrase.first].norm != "stop") return false;
  if (phrase.last == sentence.tokens.size()) return false;
  const Token& next = sentence.tokens[phrase.last];
  return next.kind == TokenKind::word && !is_one_of(ends, next.norm);
}

// "Vitamin D deficiency", "vitamin D levels are insufficient" is left out: only what stands right behind the name.
std::size_t find_behind(const Sentence& sentence, const std::vector<PhraseMatch>& phrases, std::size_t end) {
  std::size_t last = end;
  while (is_measure(sentence, last)) ++last;
  for (const PhraseMatch& phrase : phrases) {
    const bool lack = is_lack_behind(phrase);
    // "X withdrawal", "once X was stopped".
    const bool was = phrase.first == end + 1 && is_one_of(kCopulas, sentence.tokens[end].norm);
    const bool withdrawn =
        phrase.category == "stop_using" && (phrase.first == end || was) && !is_verb_with_object(sentence, phrase);
    if (withdrawn) return phrase.last;
    if (lack && end <= phrase.first && phrase.first <= last) return phrase.last;
  }
  return end;
}

// `ends`: the end of a treatment counts too.
TokenRange find_words_of_lack(const Sentence& sentence, const TokenRange& name, bool ends) {
  constexpr std::size_t reach = 6;
  const std::size_t begin = name.first - std::min(name.first, reach);
  const std::size_t stop = std::min(name.last + reach, sentence.tokens.size());
  std::vector<PhraseMatch> phrases = claim_words().find(std::span(sentence.tokens).subspan(begin, stop - begin));
  std::erase_if(phrases, [ends](const PhraseMatch& phrase) { return !ends && phrase.category == "stop_using"; });
  for (PhraseMatch& phrase : phrases) {
    phrase.first += begin;
    phrase.last += begin;
  }
  const std::size_t first = find_before(sentence, phrases, name.first);
  const std::size_t last = find_behind(sentence, phrases, name.last);
  if (first == name.first && last == name.last) return name;
  std::size_t end = last;
  while (last == name.last && is_measure(sentence, end) && !is_stop_word(sentence.tokens[end].norm)) ++end;
  return {first, end};
}

enum class Deficiency { none, of_something, of_subject };

// "Deficiency was common" in a record on the subject, "iron deficiency"; of another thing it tells nothing.
Deficiency find_deficiency(const Slot& subject, const Sentence& sentence) {
  Deficiency found = Deficiency::none;
  for (const PhraseMatch& phrase : claim_words().find(sentence.tokens)) {
    if (!is_lack_behind(phrase)) continue;
    const Token* before = phrase.first > 0 ? &sentence.tokens[phrase.first - 1] : nullptr;
    const bool bare = before == nullptr || before->kind == TokenKind::punctuation || is_stop_word(before->norm);
    const std::vector<Token> words = bare ? std::vector<Token>() : tokenize(subject.text);
    const bool own =
        std::any_of(words.begin(), words.end(), [before](const Token& word) { return word.stem == before->stem; });
    if (own) return Deficiency::of_subject;
    if (bare) found = Deficiency::of_something;
  }
  return found;
}

bool is_lack(const TokenRange& found, const TokenRange& name) {
  return found.first != name.first || found.last != name.last;
}

}  // namespace

bool is_lack_behind(const PhraseMatch& phrase) {
  return phrase.category == "too_little" && phrase.value == "behind";
}

TokenRange find_lack(const Sentence& sentence, const TokenRange& name) {
  return find_words_of_lack(sentence, name, true);
}

bool tells_after_use(const std::vector<PhraseMatch>& phrases, const std::vector<Token>& tokens) {
  static constexpr std::array<std::string_view, 7> helpers{"help", "helps", "helped", "helping", "gets", "makes", "to"};
  return std::any_of(phrases.begin(), phrases.end(), [&](const PhraseMatch& phrase) {
    if (phrase.category != "after_use") return false;
    return phrase.first == 0 || !is_one_of(helpers, tokens[phrase.first - 1].norm);
  });
}

bool is_about_exposure(const ClaimFrame& frame, const SlotMatcher& subject, const Sentence& sentence) {
  const std::vector<SlotMatch> named = subject.find(sentence);
  const auto tells_lack = [&](const SlotMatch& match) {
    // What follows the end of a treatment is told of the treatment as well: withdrawal is a harm of it.
    return is_lack(find_words_of_lack(sentence, match.tokens, frame.subject_is_lack), match.tokens);
  };
  if (!named.empty()) {
    return frame.subject_is_lack ? std::any_of(named.begin(), named.end(), tells_lack)
                                 : !std::all_of(named.begin(), named.end(), tells_lack);
  }
  const Deficiency deficiency = find_deficiency(frame.subject, sentence);
  return frame.subject_is_lack ? deficiency != Deficiency::none : deficiency != Deficiency::of_subject;
}

}  // namespace claimcheck
