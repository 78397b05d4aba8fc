#include "verify/toll.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "verify/occurrence.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

// "Two died", "12 deaths", "two of the children died".
bool is_counted(const Sentence& sentence, std::size_t at) {
  constexpr std::size_t reach = 4;
  static constexpr std::array<std::string_view, 13> numbers{
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "several"};
  static constexpr std::array<std::string_view, 3> links{"of", "the", "these"};
  for (std::size_t back = 1; back <= reach && back <= at; ++back) {
    const Token& token = sentence.tokens[at - back];
    if (token.kind == TokenKind::number) return token.norm != "0";
    if (is_one_of(numbers, token.norm)) return true;
    if (!is_one_of(links, token.norm) && !study_words().contains({&token, 1}, "people")) return false;
  }
  return false;
}

}  // namespace

bool counts_poisoned(const RecordView& record) {
  static constexpr std::array<std::string_view, 4> words{"poison", "overdos", "ingest", "intox"};
  return record.subject.matches(record.title) &&
         std::any_of(record.title.tokens.begin(), record.title.tokens.end(), [](const Token& token) {
           return std::any_of(words.begin(), words.end(),
                              [&](std::string_view word) { return token.norm.starts_with(word); });
         });
}

bool is_told_after(const Sentence& sentence, const SlotMatch& outcome, const SlotMatcher& subject) {
  constexpr std::size_t reach = 7;
  const std::vector<SlotMatch> subjects = subject.find(sentence);
  for (std::size_t i = outcome.tokens.last; i < std::min(outcome.tokens.last + reach, sentence.tokens.size()); ++i) {
    if (sentence.tokens[i].norm != "after") continue;
    return std::any_of(subjects.begin(), subjects.end(),
                       [i](const SlotMatch& match) { return i < match.tokens.first && match.tokens.first - i <= 3; });
  }
  return false;
}

std::optional<EffectReading> read_deaths(const Sentence& sentence, const SlotMatch& outcome) {
  static constexpr std::array<std::string_view, 4> words{"died", "deaths", "death", "fatalities"};
  const std::size_t at = outcome.tokens.first;
  if (outcome.tokens.last != at + 1 || !is_one_of(words, sentence.tokens[at].norm)) return std::nullopt;
  if (!is_counted(sentence, at) || is_negated(sentence.tokens, sentence.cues, at)) return std::nullopt;
  EffectReading result;
  result.reading.reported = Reported::event;
  result.reliability = kEventReliability;
  result.cues.push_back({"deaths among the poisoned", std::string(slice(sentence.text, sentence.tokens[at].span))});
  return result;
}

}  // namespace claimcheck
