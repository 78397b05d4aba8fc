#include "verify/asserted_verb.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace claimcheck {
namespace {

/// The verb, the word before it (adverbs passed over) and the token after it.
struct Place {
  std::string_view verb;
  std::size_t before;
  std::size_t after;
  bool change;  ///< things change by themselves too
};

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "Improvement" and "effective" share a stem with a verb and are none.
bool is_inflected(const Token& token) {
  static constexpr std::array<std::string_view, 25> endings{
      "",     "e",   "s",    "es",   "d",     "ed",  "ing",  "ies",  "ied",   "y",   "led",  "ling", "ted",
      "ting", "ate", "ates", "ated", "ating", "ize", "izes", "ized", "izing", "ise", "ises", "ised"};
  const std::string_view norm = token.norm;
  const std::string_view stem = token.stem;
  if (norm.starts_with(stem))
    return std::find(endings.begin(), endings.end(), norm.substr(stem.size())) != endings.end();
  const std::string_view trunk = stem.substr(0, stem.size() - 1);  // "modifi", from "modify"
  return norm.starts_with(trunk) && (norm.substr(trunk.size()) == "y" || norm.substr(trunk.size()) == "ying");
}

bool is_plural(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("is") &&
         !word.ends_with("us");
}

bool ends_phrase(const WordClasses& words, std::size_t index) {
  return index >= words.size() || is_one_of(words.word(index), {".", ",", ";", ")", ":"});
}

// "Exercise to reduce pain" is a purpose; "was found to reduce" and "likely to reduce" are statements.
bool is_purpose(const WordClasses& words, std::size_t before) {
  if (words.word(before) != "to") return false;
  for (std::size_t back = 1; back <= 9 && back <= before; ++back) {
    if (words.is(before - back, WordClass::found)) return false;
  }
  return !words.is(words.before(before), WordClass::enabled);
}

// "The role of noise in raising the pulse" states an effect.
bool is_role(const WordClasses& words, std::size_t before) {
  if (!is_one_of(words.word(before), {"in", "for", "of", "at"})) return false;
  for (std::size_t back = 1; back <= 15 && back <= before; ++back) {
    if (words.is(before - back, WordClass::role)) return true;
  }
  return false;
}

bool is_asserted_passive(const WordClasses& words, const Place& place) {
  if (place.change) {
    return words.word(place.after) == "by" && !words.is_punctuation(place.after + 1) &&
           !words.is(place.after + 1, WordClass::amount);
  }
  if (is_one_of(place.verb, {"affected", "influenced", "altered"})) return true;
  for (std::size_t i = place.after; i < place.after + 4; ++i) {
    if (words.word(i) == "by") return true;
  }
  return false;
}

// "Factors that reduced pain" goes on with a verb, "show that reduced doses ..." with an adjective.
bool is_relative(const WordClasses& words, std::size_t index) {
  if (!words.is(index, WordClass::relative)) return false;
  return !(index >= 1 && words.is(index - 1, WordClass::report)) &&
         !(index >= 2 && words.is(index - 2, WordClass::report));
}

// The words before a form in "-ed" that make it an adjective.
bool is_participle(const WordClasses& words, const Place& place, bool coordinated) {
  const std::size_t before = place.before;
  if (words.is(before, WordClass::coordinator) || words.word(before) == "but") return !coordinated;
  if (words.is(before, WordClass::relative)) return !is_relative(words, before);
  if (is_one_of(words.word(before), {"have", "had"})) return !words.is(place.after, WordClass::article);
  return before == WordClasses::kNone || words.is(before, WordClass::article) ||
         words.is(before, WordClass::preposition) || words.is(before, WordClass::shown) ||
         is_one_of(words.word(before), {",", ":", "(", "\""});
}

bool is_asserted_past(const WordClasses& words, const Place& place, bool coordinated) {
  const bool seems = is_one_of(words.word(place.before), {"appear", "appears", "appeared", "seem", "seems", "seemed"});
  if (seems || words.is(place.before, WordClass::be)) return is_asserted_passive(words, place);
  if (is_participle(words, place, coordinated)) return false;
  const std::string_view next = words.word(place.after);
  if (place.verb == "contributed") return true;
  // Without an object, the thing changed by itself; "the noise produced by fans" names a thing.
  const bool no_object = words.is(place.after, WordClass::preposition) || ends_phrase(words, place.after) ||
                         next == "while" || next == "significantly" || (place.change && next.ends_with("ly"));
  return !no_object || (!place.change && next == "with");
}

// No noun: by itself, or because an object follows ("higher doses of it raise the risk").
bool is_no_noun(const WordClasses& words, const Place& place) {
  return !words.is(place.after - 1, WordClass::noun_or_verb) || words.is(place.after, WordClass::article);
}

// "Risk increases linearly with age": it changes by itself.
bool is_intransitive(const WordClasses& words, const Place& place) {
  std::size_t next = place.after;
  while (words.word(next).ends_with("ly")) ++next;
  return place.change && next > place.after && (words.is(next, WordClass::preposition) || ends_phrase(words, next));
}

bool is_asserted_third(const WordClasses& words, const Place& place, bool coordinated) {
  if (is_intransitive(words, place)) return false;
  if (is_no_noun(words, place)) return true;
  if (place.verb != "helps" && (words.is(place.after, WordClass::preposition) ||
                                words.is(place.after, WordClass::coordinator) || ends_phrase(words, place.after))) {
    return false;
  }
  if (words.is(place.before, WordClass::coordinator)) return coordinated;
  return !words.is(place.before, WordClass::article) && !words.is(place.before, WordClass::preposition) &&
         !words.is_punctuation(place.before);
}

bool is_asserted_base(const WordClasses& words, const Place& place, bool coordinated) {
  if (place.change && (words.is(place.after, WordClass::preposition) || ends_phrase(words, place.after))) return false;
  if (is_intransitive(words, place) || is_one_of(words.word(place.before), {"a", "an", "the"})) return false;
  if (is_no_noun(words, place)) return true;
  if (place.verb != "help" && is_one_of(words.word(place.after), {"of", "in", "from"})) return false;
  if (words.is(place.before, WordClass::coordinator)) return coordinated;
  return words.is(place.before, WordClass::auxiliary) || is_relative(words, place.before) ||
         is_plural(words.word(place.before));
}

}  // namespace

bool is_asserted(const WordClasses& words, const PhraseMatch& verb, bool coordinated) {
  const bool single = verb.last == verb.first + 1;
  if (single && !is_inflected(words.token(verb.first))) return false;
  const Place place{words.word(verb.first), words.before(verb.first), verb.last, verb.category == "change"};
  if (place.verb.ends_with("ing")) {
    return !single || words.is(place.before, WordClass::thereby) || is_role(words, place.before);
  }
  if (is_purpose(words, place.before)) return false;
  if (!single) return true;
  if (place.verb.ends_with("ed") || place.verb == "driven") return is_asserted_past(words, place, coordinated);
  if (place.verb.ends_with('s') && !place.verb.ends_with("ss")) return is_asserted_third(words, place, coordinated);
  return is_asserted_base(words, place, coordinated);
}

}  // namespace claimcheck
