#include "verify/less_good.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

using Words = const std::vector<Token>&;

bool is_people_word(Words tokens, std::size_t at) {
  return at < tokens.size() && study_words().contains({&tokens[at], 1}, "people");
}

// "Resolved", "remission", "asthma control": something good that happens. "The control group" is none.
bool is_good_event(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 21> stems{
      "remiss",   "remit",  "resolv", "resolut", "clear",   "clearanc", "ceas", "cessat", "stop",   "termin", "recov",
      "recoveri", "relief", "reliev", "respond", "respons", "improv",   "heal", "cure",   "achiev", "attain"};
  Words tokens = sentence.tokens;
  if (at >= tokens.size()) return false;
  if (is_one_of(stems, tokens[at].stem)) return true;
  if (tokens[at].stem != "control" || tokens[at].norm == "controls") return false;
  const bool of_outcome = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [at](const auto& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.first <= at && at <= mention.last;
  });
  static constexpr std::array<std::string_view, 5> groups{"group", "groups", "arm", "trial", "trials"};
  const bool of = word_at(tokens, at + 1) == "of";
  return (of_outcome || of || tokens[at].norm == "controlled") && !is_one_of(groups, word_at(tokens, at + 1));
}

bool has_good_event(const Sentence& sentence, std::size_t first, std::size_t last) {
  static constexpr std::array<std::string_view, 6> ends{"and", "but", ";", "more", "while", "whereas"};
  for (std::size_t i = first; i < std::min(last, sentence.tokens.size()); ++i) {
    if (is_one_of(ends, sentence.tokens[i].norm)) return false;
    if (is_good_event(sentence, i)) return true;
  }
  return false;
}

bool has_good_event_before(const Sentence& sentence, std::size_t at, std::size_t reach, std::string_view besides = {}) {
  static constexpr std::array<std::string_view, 4> ends{"and", "but", ";", ","};
  for (std::size_t back = 1; back <= reach && back <= at; ++back) {
    if (is_one_of(ends, sentence.tokens[at - back].norm)) return false;
    if (is_good_event(sentence, at - back) || sentence.tokens[at - back].norm == besides) return true;
  }
  return false;
}

// How many tokens away a word still belongs to the one it counts.
constexpr std::size_t kNear = 4;
constexpr std::size_t kFar = 12;

// "Controlled in fewer patients", "fewer remissions".
bool counts_fewer_good(const Sentence& sentence, std::size_t fewer) {
  Words tokens = sentence.tokens;
  const bool people = is_people_word(tokens, fewer + 1) || is_people_word(tokens, fewer + 2);
  return (people && has_good_event(sentence, fewer + 2, fewer + kFar)) ||
         has_good_event_before(sentence, fewer, kNear, "reduced") || has_good_event(sentence, fewer + 2, fewer + kNear);
}

// "Remission was less frequent".
bool is_good_less_often(const Sentence& sentence, std::size_t less) {
  static constexpr std::array<std::string_view, 7> shares{"often",  "likely",   "frequent", "frequently",
                                                          "common", "commonly", "well"};
  return is_one_of(shares, word_at(sentence.tokens, less + 1)) &&
         (has_good_event_before(sentence, less, kFar) || has_good_event(sentence, less + 2, less + kNear + 1));
}

// "Remission was lower with X", "the time to remission was longer", and not "improved lower back pain".
bool is_good_lower(const Sentence& sentence, std::size_t lower) {
  static constexpr std::array<std::string_view, 4> copulas{"was", "were", "is", "are"};
  static constexpr std::array<std::string_view, 7> links{"with", "in", "after", "than", "on", "among", "("};
  Words tokens = sentence.tokens;
  const bool told =
      (lower > 0 && is_one_of(copulas, word_at(tokens, lower - 1))) || is_one_of(links, word_at(tokens, lower + 1));
  return told && has_good_event_before(sentence, lower, kNear - 1);
}

// "Lower rates of remission".
bool is_good_at_lower_rate(const Sentence& sentence, std::size_t lower) {
  static constexpr std::array<std::string_view, 5> rates{"rates", "rate", "odds", "likelihood", "probability"};
  return is_one_of(rates, word_at(sentence.tokens, lower + 1)) &&
         has_good_event(sentence, lower + 2, lower + kNear + 2);
}

}  // namespace

bool tells_less_good(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 5> falls{"lower", "decreased", "reduced", "longer", "delayed"};
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const std::string& norm = sentence.tokens[i].norm;
    if (norm == "fewer" && counts_fewer_good(sentence, i)) return true;
    if (norm == "less" && is_good_less_often(sentence, i)) return true;
    if (is_one_of(falls, norm) && is_good_lower(sentence, i)) return true;
    if (norm == "lower" && is_good_at_lower_rate(sentence, i)) return true;
  }
  return false;
}

}  // namespace claimcheck
