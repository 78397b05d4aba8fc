#include "intake/grammar.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <sstream>
#include <unordered_map>

#include "intake/verb_forms.h"
#include "intake/word_shape.h"
#include "text/tokens.h"
#include "text/word_set.h"

namespace claimcheck {

std::string_view grammar_data();

namespace {

using SmallWords = std::unordered_map<std::string, WordClass, WordHash>;

constexpr std::array<std::pair<std::string_view, WordClass>, 16> kBlocks{{
    {"determiner", WordClass::determiner},
    {"pronoun", WordClass::pronoun},
    {"with verb", WordClass::pronoun},
    {"possessive", WordClass::possessive},
    {"preposition", WordClass::preposition},
    {"subordinator", WordClass::subordinator},
    {"coordinator", WordClass::coordinator},
    {"relative", WordClass::relative},
    {"modal", WordClass::modal},
    {"be", WordClass::be},
    {"have", WordClass::have},
    {"do", WordClass::do_verb},
    {"not", WordClass::not_word},
    {"adverb", WordClass::adverb},
    {"adjective", WordClass::adjective},
    {"noun", WordClass::noun},
}};

/// The first block that a word stands in counts.
SmallWords read_small_words() {
  SmallWords words;
  std::istringstream lines{std::string(grammar_data())};
  std::optional<WordClass> kind;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      const std::string_view block = std::string_view(line).substr(1, line.find(']') - 1);
      const auto* const entry =
          std::find_if(kBlocks.begin(), kBlocks.end(), [&](const auto& known) { return known.first == block; });
      kind = entry == kBlocks.end() ? std::nullopt : std::optional(entry->second);
      continue;
    }
    std::istringstream fields(line);
    for (std::string word; fields >> word;) {
      if (kind) words.emplace(word, *kind);
    }
  }
  words.emplace("to", WordClass::to);
  return words;
}

const SmallWords& small_words() {
  static const SmallWords words = read_small_words();
  return words;
}

bool is_joiner(std::string_view text, std::span<const Token> tokens, std::size_t at) {
  if (at == 0 || at + 1 >= tokens.size()) return false;
  const Token& token = tokens[at];
  if (token.norm != "-" && token.norm != "/") return false;
  return tokens[at - 1].span.end == token.span.begin && token.span.end == tokens[at + 1].span.begin &&
         tokens[at - 1].kind != TokenKind::punctuation && tokens[at + 1].kind != TokenKind::punctuation &&
         token.span.end <= text.size();
}

std::vector<Word> join_tokens(std::string_view text) {
  const std::vector<Token> tokens = tokenize(text);
  std::vector<Word> words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    Word word;
    word.span = tokens[i].span;
    word.norm = tokens[i].norm;
    if (tokens[i].kind == TokenKind::punctuation) word.kind = WordClass::punctuation;
    if (tokens[i].kind == TokenKind::number) word.kind = WordClass::number;
    while (is_joiner(text, tokens, i + 1)) {
      word.norm += tokens[i + 1].norm + tokens[i + 2].norm;
      word.span.end = tokens[i + 2].span.end;
      if (tokens[i + 2].kind == TokenKind::word) word.kind = WordClass::noun;
      i += 2;
    }
    word.short_plural = is_short_plural(slice(text, word.span));
    words.push_back(std::move(word));
  }
  return words;
}

/// Tells the words of a sentence apart, from left to right.
class Tagger {
 public:
  explicit Tagger(std::vector<Word>& words) : words_(words) {}

  void tag() {
    for (Word& word : words_) tag_by_list(word);
    for (std::size_t i = 0; i < words_.size(); ++i) tag_in_context(i);
    for (Word& word : words_) {
      if (word.kind == WordClass::noun) word.plural = is_plural(word);
    }
  }

 private:
  static bool is_plural(const Word& word) { return word.short_plural || looks_plural(last_part(word.norm)); }

  const VerbReading* reading_of(const Word& word) const { return VerbForms::builtin().find(word.norm); }

  void tag_by_list(Word& word) const {
    if (word.kind == WordClass::punctuation || word.kind == WordClass::number) return;
    const auto entry = small_words().find(word.norm);
    if (entry != small_words().end()) {
      word.kind = entry->second;
      tag_auxiliary(word);
      return;
    }
    const bool joined = word.norm.find_first_of("-/") != std::string::npos;
    const std::string_view last = last_part(word.norm);
    if (!joined && reading_of(word) != nullptr) {
      word.kind = WordClass::verb;
    } else if (last.size() > 4 && last.ends_with("ly")) {
      word.kind = WordClass::adverb;
    } else if (looks_adjective(word.norm) ||
               (last.size() > 3 && (last.ends_with("ed") || (joined && last.ends_with("ing"))))) {
      word.kind = WordClass::adjective;
    } else if (joined && small_words().contains(std::string(last))) {
      word.kind = small_words().at(std::string(last)) == WordClass::adjective ? WordClass::adjective : WordClass::noun;
    }
  }

  void tag_auxiliary(Word& word) const {
    const VerbReading* reading = reading_of(word);
    if (word.kind == WordClass::modal) word.finite = true;
    if (word.kind == WordClass::pronoun) word.finite = word.norm.find('\'') != std::string::npos;
    if (word.kind != WordClass::be && word.kind != WordClass::have && word.kind != WordClass::do_verb) return;
    word.base = word.kind == WordClass::be ? "be" : word.kind == WordClass::have ? "have" : "do";
    const bool loose = word.norm == "be" || word.norm == "been" || word.norm.ends_with("ing");
    word.finite = !loose;
    word.form = word.norm == "be"            ? VerbForm::base
                : word.norm == "been"        ? VerbForm::participle
                : word.norm.ends_with("ing") ? VerbForm::ing
                                             : VerbForm::third;
    if (reading != nullptr && word.norm == word.base) word.form = VerbForm::base;
    if (word.norm == "are" || word.norm == "am") word.form = VerbForm::base;
    if (word.norm == "was" || word.norm == "were" || word.norm == "had" || word.norm == "did")
      word.form = VerbForm::past;
  }

  /// The nearest word before `at` that is no adverb; nullptr at the start.
  const Word* before(std::size_t at) const {
    while (at > 0) {
      --at;
      if (words_[at].norm == ")") {  // an aside is passed over
        while (at > 0 && words_[at].norm != "(") --at;
        continue;
      }
      if (words_[at].kind != WordClass::adverb && words_[at].kind != WordClass::not_word) return &words_[at];
    }
    return nullptr;
  }
  const Word* after(std::size_t at) const { return at + 1 < words_.size() ? &words_[at + 1] : nullptr; }

  /// A noun, or a word that has not been told from one yet.
  bool may_be_noun(const Word& word) const {
    if (word.kind != WordClass::verb) return word.kind == WordClass::noun;
    return word.form == VerbForm::none && reading_of(word) != nullptr && reading_of(word)->noun_too;
  }
  bool opens_object(const Word* word) const {
    if (word == nullptr) return false;
    if (may_be_noun(*word)) return true;
    switch (word->kind) {
      case WordClass::determiner:
      case WordClass::possessive:
      case WordClass::pronoun:
      case WordClass::adjective:
      case WordClass::number:
      case WordClass::adverb:
      case WordClass::noun:
        return true;
      default:
        return false;
    }
  }
  bool follows_verb_well(const Word* word) const {
    if (word == nullptr || opens_object(word)) return word != nullptr;
    if (word->kind == WordClass::preposition) return word->norm != "of";
    return word->kind == WordClass::to || word->norm == "that" ||
           (word->kind == WordClass::verb && !is_surely_finite(*word));
  }
  bool is_surely_finite(const Word& word) const {
    if (word.finite && word.kind != WordClass::pronoun) return true;
    if (word.kind != WordClass::verb) return false;
    const VerbReading* reading = reading_of(word);
    return reading != nullptr && !reading->noun_too && (reading->forms & (kThirdForm | kBaseForm)) != 0;
  }
  bool has_finite_after(std::size_t at) const {
    for (std::size_t i = at + 1; i < words_.size() && i < at + 16; ++i) {
      const Word& word = words_[i];
      if (word.norm == "." || word.norm == ";" || word.norm == ",") return false;
      if (word.kind == WordClass::relative || word.kind == WordClass::subordinator) return false;
      if (is_surely_finite(word)) return true;
      const bool joined = i + 1 < words_.size() && words_[i + 1].kind == WordClass::preposition;  // "compared with"
      const VerbReading* reading = word.kind == WordClass::verb && !joined ? reading_of(word) : nullptr;
      if (reading != nullptr && !reading->noun_too && (reading->forms & (kPastForm | kThirdForm)) != 0) return true;
    }
    return false;
  }
  /// In the same clause.
  bool has_finite_before(std::size_t at) const {
    for (std::size_t i = at; i-- > 0 && at - i < 24;) {
      const Word& word = words_[i];
      if (word.finite) return true;
      if (word.norm == "," || word.kind == WordClass::relative || word.kind == WordClass::subordinator) return false;
    }
    return false;
  }
  bool has_form_before(std::size_t at, VerbForm form) const {
    for (std::size_t i = at; i-- > 0 && at - i < 40;) {
      if (words_[i].kind == WordClass::verb && words_[i].form == form) return true;
    }
    return false;
  }

  void set_verb(std::size_t at, VerbForm form, bool finite) {
    words_[at].kind = WordClass::verb;
    words_[at].form = form;
    words_[at].finite = finite;
    words_[at].base = reading_of(words_[at])->base;
  }
  void set(std::size_t at, WordClass kind) {
    words_[at].kind = kind;
    words_[at].form = VerbForm::none;
    words_[at].finite = false;
  }

  void tag_in_context(std::size_t at) {
    Word& word = words_[at];
    const Word* next = after(at);
    if (word.norm == "such" && next != nullptr && next->norm == "as") word.kind = WordClass::preposition;
    if (word.norm == "that") tag_that(at);
    if (word.norm == "there" && next != nullptr && next->kind != WordClass::be && next->kind != WordClass::modal) {
      word.kind = WordClass::adverb;
    }
    if (word.kind != WordClass::verb) return;
    const VerbReading* reading = reading_of(word);
    if ((reading->forms & kIngForm) != 0) return tag_ing(at);
    if ((reading->forms & kThirdForm) != 0) return tag_third(at, *reading);
    if ((reading->forms & kBaseForm) != 0 && (reading->forms & kPastForm) == 0) return tag_base(at, *reading);
    if ((reading->forms & kBaseForm) != 0 && takes_base(before(at))) return tag_base(at, *reading);
    tag_past(at, *reading);
  }

  void tag_that(std::size_t at) {
    const Word* previous = before(at);
    const bool starts = previous == nullptr || previous->kind == WordClass::punctuation;
    words_[at].kind = starts ? WordClass::pronoun : WordClass::relative;
  }

  void tag_ing(std::size_t at) {
    const Word* previous = before(at);
    const Word* next = after(at);
    if (previous != nullptr && previous->kind == WordClass::be) return set_verb(at, VerbForm::ing, false);
    const bool modified =
        previous != nullptr && (previous->kind == WordClass::determiner || previous->kind == WordClass::possessive ||
                                previous->kind == WordClass::adjective);
    if (!modified && (opens_object(next) || (next != nullptr && next->kind == WordClass::to))) {
      return set_verb(at, VerbForm::ing, false);
    }
    set(at, WordClass::noun);
  }

  void tag_third(std::size_t at, const VerbReading& reading) {
    const Word* previous = before(at);
    const Word* next = after(at);
    const auto verb = [&] { set_verb(at, VerbForm::third, true); };
    if (!reading.noun_too) return verb();
    const bool helps = reading.base == "help" && next != nullptr && next->kind == WordClass::verb;
    // "remission rates calculated"
    const bool undergone = next != nullptr && next->norm.ends_with("ed") &&
                           (at + 2 >= words_.size() || words_[at + 2].kind == WordClass::punctuation ||
                            words_[at + 2].kind == WordClass::preposition);
    const bool fits = helps || (!undergone && follows_verb_well(next) && (next == nullptr || !is_surely_finite(*next)));
    if (previous == nullptr) return fits && next != nullptr && opens_object(next) ? verb() : set(at, WordClass::noun);
    switch (previous->kind) {
      case WordClass::noun:
        return fits && !is_plural(*previous) && !is_in_list(at, next) ? verb() : set(at, WordClass::noun);
      case WordClass::pronoun:
      case WordClass::relative:
        return verb();
      case WordClass::determiner:
        return (previous->norm == "this" || previous->norm == "that") && fits ? verb() : set(at, WordClass::noun);
      case WordClass::coordinator:
      case WordClass::punctuation:
        return fits && next != nullptr && opens_object(next) && has_form_before(at, VerbForm::third)
                   ? verb()
                   : set(at, WordClass::noun);
      case WordClass::verb:
        return previous->form == VerbForm::ing && fits ? verb() : set(at, WordClass::noun);
      default:
        return set(at, WordClass::noun);
    }
  }

  /// "… and response rates in": with a noun, a preposition and what joins it before, more likely a noun.
  bool is_in_list(std::size_t at, const Word* next) const {
    if (at < 2 || next == nullptr || next->kind != WordClass::preposition) return false;
    return words_[at - 2].kind == WordClass::coordinator && has_finite_before(at);
  }

  /// True for a word that a base form follows: "may", "to", "not" after "do".
  static bool takes_base(const Word* previous) {
    return previous != nullptr && (previous->kind == WordClass::modal || previous->kind == WordClass::to ||
                                   previous->kind == WordClass::do_verb);
  }

  bool follows_causative(std::size_t at) const {
    for (std::size_t i = at; i-- > 0 && at - i <= 6;) {
      const std::string& base = words_[i].base;
      if (words_[i].kind == WordClass::verb) return base == "help" || base == "make" || base == "let";
      if (words_[i].kind == WordClass::punctuation) return false;
    }
    return false;
  }

  void tag_base(std::size_t at, const VerbReading& reading) {
    const Word* previous = before(at);
    const Word* next = after(at);
    const auto noun = [&] { set(at, looks_adjective(words_[at].norm) ? WordClass::adjective : WordClass::noun); };
    if (takes_base(previous)) {
      if (previous->kind == WordClass::to && reading.noun_too && !follows_verb_well(next)) return noun();
      return set_verb(at, VerbForm::base, false);
    }
    const bool fits = follows_verb_well(next) && (next == nullptr || !is_surely_finite(*next));
    if (follows_causative(at) && !reading.noun_too) return set_verb(at, VerbForm::base, false);
    if (previous == nullptr) {
      const bool orders = !reading.noun_too || (fits && opens_object(next) && !has_finite_after(at));
      return orders ? set_verb(at, VerbForm::base, true) : noun();
    }
    const bool plural = previous->kind == WordClass::noun && is_plural(*previous);
    const bool ends = next == nullptr || next->norm == "." || next->norm == ";";
    if (plural && ends && (next == nullptr || !has_finite_before(at))) return set_verb(at, VerbForm::base, true);
    const bool often = words_[at - 1].kind == WordClass::adverb && previous->kind == WordClass::noun;
    if (often && fits && opens_object(next)) return set_verb(at, VerbForm::base, true);
    const bool who = previous->kind == WordClass::relative || previous->norm == "they" || previous->norm == "we" ||
                     previous->norm == "you" || previous->norm == "i";
    if (who || plural) return !reading.noun_too || fits ? set_verb(at, VerbForm::base, true) : noun();
    if (previous->kind == WordClass::coordinator || previous->kind == WordClass::punctuation) {
      const bool parallel = has_form_before(at, VerbForm::base);
      const bool object =
          next != nullptr && (next->kind == WordClass::determiner || next->kind == WordClass::possessive);
      if (!reading.noun_too || (parallel && object)) return set_verb(at, VerbForm::base, !parallel);
      return noun();
    }
    if (reading.noun_too || previous->kind == WordClass::determiner || previous->kind == WordClass::possessive ||
        previous->kind == WordClass::adjective) {
      return noun();
    }
    set_verb(at, VerbForm::base, previous->kind == WordClass::noun || previous->kind == WordClass::pronoun);
  }

  void tag_past(std::size_t at, const VerbReading& reading) {
    const Word* previous = before(at);
    const Word* next = after(at);
    if ((reading.forms & kParticipleForm) == 0) return set_verb(at, VerbForm::past, true);
    const bool before_noun = next != nullptr && (may_be_noun(*next) || next->kind == WordClass::adjective);
    if (previous == nullptr)
      return before_noun ? set(at, WordClass::adjective) : set_verb(at, VerbForm::participle, false);
    switch (previous->kind) {
      case WordClass::be:
      case WordClass::have:
        return set_verb(at, VerbForm::participle, false);
      case WordClass::determiner:
      case WordClass::possessive:
      case WordClass::adjective:
      case WordClass::preposition:
      case WordClass::number:
      case WordClass::verb:
        return set(at, WordClass::adjective);
      case WordClass::coordinator:
      case WordClass::punctuation:
        if (has_form_before(at, VerbForm::past) && !before_noun) return set_verb(at, VerbForm::past, true);
        if (has_form_before(at, VerbForm::participle)) return set_verb(at, VerbForm::participle, false);
        return set(at, WordClass::adjective);
      case WordClass::noun:
      case WordClass::pronoun:
      case WordClass::relative: {
        if ((reading.forms & kPastForm) == 0) return set_verb(at, VerbForm::participle, false);
        const bool joined = next != nullptr && (next->kind == WordClass::preposition || next->kind == WordClass::to ||
                                                next->kind == WordClass::adverb || next->norm == ",");
        const Word& nearest = words_[at - 1];  // "an anesthetic originally developed in"
        const bool told = nearest.kind == WordClass::adverb && joined &&
                          (nearest.norm == "originally" || nearest.norm == "initially" || nearest.norm == "commonly" ||
                           nearest.norm == "widely");
        if (told && previous->kind == WordClass::noun) return set_verb(at, VerbForm::participle, false);
        const bool given = before_noun && reading.base == "give";
        const bool reduced =
            previous->kind == WordClass::noun && (joined || given) && (has_finite_after(at) || has_finite_before(at));
        return set_verb(at, reduced ? VerbForm::participle : VerbForm::past, !reduced);
      }
      default:
        return set_verb(at, VerbForm::participle, false);
    }
  }

  std::vector<Word>& words_;
};

}  // namespace

std::vector<Word> read_words(std::string_view text) {
  std::vector<Word> words = join_tokens(text);
  Tagger(words).tag();
  return words;
}

bool is_nominal(const Word& word) {
  switch (word.kind) {
    case WordClass::noun:
    case WordClass::determiner:
    case WordClass::possessive:
    case WordClass::adjective:
    case WordClass::number:
      return true;
    default:
      return false;
  }
}

bool opens_noun_phrase(const Word& word) {
  return is_nominal(word) || word.kind == WordClass::pronoun;
}

}  // namespace claimcheck
