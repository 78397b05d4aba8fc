#include "verify/other_exposure.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/people.h"

namespace claimcheck {
namespace {

constexpr std::array<std::string_view, 4> kGroups{"group", "groups", "arm", "arms"};

// "In the dill group": between the article and "group" stand words that name no arm of the treatment.
bool opens_with_other_group(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 3> openings{"in", "among", "within"};
  static constexpr std::array<std::string_view, 28> own{
      "treatment",    "treated", "active",   "verum",      "intervention", "study",       "drug",
      "experimental", "exposed", "exposure", "medication", "high",         "low",         "dose",
      "higher",       "lower",   "both",     "all",        "two",          "three",       "each",
      "either",       "these",   "this",     "same",       "test",         "combination", "supplemented"};
  static constexpr std::array<std::string_view, 4> articles{"the", "a", "an", "our"};
  constexpr std::size_t longest = 3;
  const std::vector<Token>& tokens = sentence.tokens;
  if (tokens.empty() || !is_one_of(openings, tokens.front().norm)) return false;
  std::size_t at = is_one_of(articles, word_at(tokens, 1)) ? 2 : 1;
  const std::size_t first = at;
  while (at < tokens.size() && at - first <= longest && !is_one_of(kGroups, tokens[at].norm)) {
    if (tokens[at].kind != TokenKind::word || is_one_of(own, tokens[at].norm)) return false;
    ++at;
  }
  return at < tokens.size() && at > first && is_one_of(kGroups, tokens[at].norm);
}

// "Patients with high levels of the marker had", "women with a low intake": who they are in themselves.
bool opens_with_stratum(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 6> degrees{"high", "low", "higher", "lower", "elevated", "raised"};
  static constexpr std::array<std::string_view, 3> amounts{"dose", "doses", "exposure"};
  const std::vector<Token>& tokens = sentence.tokens;
  const std::size_t people = !tokens.empty() && is_person(tokens.front()) ? 0 : 1;
  if (people >= tokens.size() || !is_person(tokens[people])) return false;
  std::size_t at = people + 1;
  if (word_at(tokens, at) != "with") return false;
  at += is_one_of(std::array<std::string_view, 2>{"a", "an"}, word_at(tokens, at + 1)) ? 2 : 1;
  return is_one_of(degrees, word_at(tokens, at)) && !is_one_of(amounts, word_at(tokens, at + 1));
}

// "B", "II", "DRH", "P2": what only says which of the groups it is.
bool is_label(std::string_view word) {
  static constexpr std::array<std::string_view, 4> numerals{"i", "ii", "iii", "iv"};
  constexpr std::size_t longest = 4;
  if (word.empty() || word.size() > longest) return false;
  const auto is_upper_or_digit = [](unsigned char c) { return std::isupper(c) != 0 || std::isdigit(c) != 0; };
  const bool letter = word.size() == 1 && word != "a" && std::isalpha(static_cast<unsigned char>(word.front())) != 0;
  const bool lettered = std::any_of(word.begin(), word.end(), [](unsigned char c) { return std::isupper(c) != 0; });
  const bool digit = word.size() == 1 && std::isdigit(static_cast<unsigned char>(word.front())) != 0;
  return letter || digit || is_one_of(numerals, word) ||
         (lettered && std::all_of(word.begin(), word.end(), is_upper_or_digit));
}

// "Lower in group B than in group A", "in the K group": nobody knows which is which. "A group of patients" is none.
bool names_lettered_group(const Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!is_one_of(kGroups, tokens[i].norm)) continue;
    if (i + 1 < tokens.size() && is_label(slice(sentence.text, tokens[i + 1].span))) return true;
    const bool letter = i >= 2 && tokens[i - 1].kind == TokenKind::word && tokens[i - 1].norm.size() == 1;
    if (letter && tokens[i - 2].norm == "the") return true;
  }
  return false;
}

}  // namespace

bool opens_with_others(const Sentence& sentence, const SlotMatcher& subject) {
  if (subject.matches(sentence)) return false;
  static constexpr std::array<std::string_view, 4> outside{"participants", "completers", "attenders", "attendees"};
  if (word_at(sentence.tokens, 0) == "nonparticipants" ||
      (word_at(sentence.tokens, 0) == "non" && is_one_of(outside, word_at(sentence.tokens, 2))))
    return true;
  return opens_with_other_group(sentence) || opens_with_stratum(sentence) || names_lettered_group(sentence);
}

bool is_of_predictor(const Sentence& sentence, const TokenRange& clause, const TokenRange& outcome,
                     const SlotMatcher& subject) {
  constexpr std::size_t reach = 8;  // words from "associated with" to the outcome
  static constexpr std::array<std::string_view, 20> exposures{
      "dose",    "doses", "duration",   "exposure",        "treatment",   "use",        "intake",
      "therapy", "drug",  "drugs",      "agent",           "users",       "it",         "they",
      "this",    "these", "medication", "supplementation", "consumption", "vaccination"};
  const std::vector<Token>& tokens = sentence.tokens;
  // "Was associated with more X (β = 1.0), more Y (β = 1.2) and …": one term of a regression beside others.
  const auto is_term = [](const Token& token) { return token.norm == "β" || token.norm == "beta"; };
  if (std::count_if(tokens.begin(), tokens.end(), is_term) > 1) return true;
  bool predicts = false;
  for (std::size_t i = clause.first; i < clause.last; ++i) {
    const std::string& stem = tokens[i].stem;
    const bool tied = (stem == "associ" || stem == "correl") && i < outcome.first && outcome.first - i <= reach;
    predicts = predicts || tied || stem == "predict" || stem == "predictor" ||
               (stem == "risk" && i + 1 < clause.last && tokens[i + 1].stem == "factor");
    if (is_one_of(exposures, tokens[i].norm)) return false;
  }
  if (!predicts) return false;
  const std::vector<SlotMatch> subjects = subject.find(sentence);
  return std::none_of(subjects.begin(), subjects.end(),
                      [&](const SlotMatch& match) { return clause.contains(match.tokens.first); });
}

}  // namespace claimcheck
