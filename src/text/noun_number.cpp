#include "text/noun_number.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "text/one_of.h"
#include "text/tokens.h"

namespace claimcheck {

std::string_view noun_numbers_data();

namespace {

using Numbers = std::map<std::string, std::vector<std::string>, std::less<>>;

constexpr std::size_t kShortest = 3;

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// Every noun of the list, in each number, with the others.
Numbers read_numbers(std::string_view data) {
  Numbers numbers;
  while (!data.empty()) {
    const std::size_t end = std::min(data.find('\n'), data.size());
    const std::vector<std::string> words = split_words(data.substr(0, std::min(data.substr(0, end).find('#'), end)));
    data.remove_prefix(std::min(end + 1, data.size()));
    if (words.empty()) continue;
    std::vector<std::string>& plurals = numbers[words.front()];
    plurals.insert(plurals.end(), words.begin() + 1, words.end());
    for (std::size_t i = 1; i < words.size(); ++i) numbers[words[i]].push_back(words.front());
  }
  return numbers;
}

const Numbers& listed_numbers() {
  static const Numbers numbers = read_numbers(noun_numbers_data());
  return numbers;
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

std::string without(std::string_view word, std::size_t letters, std::string_view ending = {}) {
  return std::string(word.substr(0, word.size() - letters)) + std::string(ending);
}

std::string with(std::string_view word, std::string_view ending) {
  return without(word, 0, ending);
}

// "Diagnoses" is of "diagnosis", "doses" of "dose", "viruses" of "virus", "abscesses" of "abscess".
std::vector<std::string> singulars_of_ses(std::string_view word) {
  if (word.ends_with("sses")) return {without(word, 2)};
  if (word.ends_with("uses")) return {without(word, 1), without(word, 2)};
  return {without(word, 1), without(word, 2, "is")};
}

std::vector<std::string> singulars(std::string_view word) {
  constexpr std::size_t tie = 4;
  if (word.ends_with("ies")) {
    return word.size() <= tie ? std::vector{without(word, 1)} : std::vector{without(word, 3, "y"), without(word, 1)};
  }
  if (word.ends_with("ses")) return singulars_of_ses(word);
  const bool hissing = word.ends_with("xes") || word.ends_with("ches") || word.ends_with("shes") ||
                       word.ends_with("zes") || word.ends_with("oes");
  if (hissing) return {without(word, 2), without(word, 1)};
  return {without(word, 1)};
}

std::vector<std::string> plurals(std::string_view word) {
  if (word.ends_with("itis")) return {};
  if (word.ends_with("sis")) return {without(word, 2, "es")};
  const bool hissing =
      word.ends_with('s') || word.ends_with('x') || word.ends_with("ch") || word.ends_with("sh") || word.ends_with('z');
  if (hissing) return {with(word, "es")};
  if (word.ends_with('y') && !is_vowel(word[word.size() - 2])) return {without(word, 1, "ies")};
  return {with(word, "s")};
}

bool is_plural(std::string_view word) {
  return word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// A doing or a state, of which there is no second.
bool is_uncountable(std::string_view word) {
  static constexpr std::array<std::string_view, 9> endings{"ing", "ness", "itis",  "ly",    "ed",
                                                           "ous", "uria", "laxis", "holism"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view end) { return word.ends_with(end); });
}

// "NSAID", "SSRIs": capitals but for an s at the end.
std::vector<std::string> other_numbers_of_letters(std::string_view word) {
  const bool plural = word.ends_with('s');
  const std::string_view letters = plural ? word.substr(0, word.size() - 1) : word;
  if (letters.size() < kShortest || letters.ends_with('S')) return {};
  return {plural ? std::string(letters) : with(word, "s")};
}

// "PTSD", but not "Ketalar".
bool is_abbreviation(std::string_view word) {
  return word.size() > 1 && is_capital(word[0]) && is_capital(word[1]);
}

// Where the head of a phrase ends: before the first preposition.
std::size_t head_end(std::string_view phrase) {
  static constexpr std::array<std::string_view, 9> prepositions{" of ", " in ",   " for ",   " to ", " with ",
                                                                " by ", " from ", " under ", " at "};
  std::size_t end = phrase.size();
  for (const std::string_view preposition : prepositions) end = std::min(end, phrase.find(preposition));
  return end;
}

}  // namespace

std::vector<std::string> other_numbers(std::string_view word) {
  const auto listed = listed_numbers().find(word);
  if (listed != listed_numbers().end()) return listed->second;
  if (word.size() < kShortest || !is_letter(word.back()) || !is_letter(word[word.size() - 2])) return {};
  return is_plural(word) ? singulars(word) : plurals(word);
}

std::vector<std::string> other_numbers_of_phrase(std::string_view phrase) {
  const std::size_t end = head_end(phrase);
  const std::size_t space = phrase.substr(0, end).find_last_of(" -");
  const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
  const std::string_view head = phrase.substr(begin, end - begin);
  std::vector<std::string> heads;
  if (is_abbreviation(head)) {
    heads = other_numbers_of_letters(head);
  } else if (!is_uncountable(head) && !is_stop_word(head)) {
    heads = other_numbers(head);
  }
  for (std::string& other : heads) {
    other.insert(0, phrase.substr(0, begin));
    other.append(phrase.substr(end));
  }
  return heads;
}

}  // namespace claimcheck
