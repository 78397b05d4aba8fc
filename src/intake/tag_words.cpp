#include "intake/tag_words.h"

#include "intake/verb_forms.h"
#include "intake/word_shape.h"

namespace claimcheck {

namespace {

/// Tells the words of a sentence apart, from left to right.
class ContextTagger {
 public:
  explicit ContextTagger(std::vector<Word>& words) : words_(words) {}

  void tag() {
    for (std::size_t i = 0; i < words_.size(); ++i) tag_in_context(i);
    for (Word& word : words_) {
      if (word.kind == WordKind::noun) word.plural = is_plural(word);
    }
  }

 private:
  static bool is_plural(const Word& word) { return word.short_plural || looks_plural(last_part(word.norm)); }

  static const VerbReading* reading_of(const Word& word) { return VerbForms::builtin().find(word.norm); }

  /// The nearest word before `at` that is no adverb; nullptr at the start.
  const Word* before(std::size_t at) const {
    while (at > 0) {
      --at;
      if (words_[at].norm == ")") {  // an aside is passed over
        while (at > 0 && words_[at].norm != "(") --at;
        continue;
      }
      if (words_[at].kind != WordKind::adverb && words_[at].kind != WordKind::not_word) return &words_[at];
    }
    return nullptr;
  }
  const Word* after(std::size_t at) const { return at + 1 < words_.size() ? &words_[at + 1] : nullptr; }

  /// A noun, or a word that has not been told from one yet.
  bool may_be_noun(const Word& word) const {
    if (word.kind != WordKind::verb) return word.kind == WordKind::noun;
    return word.form == VerbForm::none && reading_of(word) != nullptr && reading_of(word)->noun_too;
  }
  bool opens_object(const Word* word) const {
    if (word == nullptr) return false;
    if (may_be_noun(*word)) return true;
    switch (word->kind) {
      case WordKind::determiner:
      case WordKind::possessive:
      case WordKind::pronoun:
      case WordKind::adjective:
      case WordKind::number:
      case WordKind::adverb:
      case WordKind::noun:
        return true;
      default:
        return false;
    }
  }
  bool follows_verb_well(const Word* word) const {
    if (word == nullptr || opens_object(word)) return word != nullptr;
    if (word->kind == WordKind::preposition) return word->norm != "of";
    return word->kind == WordKind::to || word->norm == "that" ||
           (word->kind == WordKind::verb && !is_surely_finite(*word));
  }
  bool is_surely_finite(const Word& word) const {
    if (word.finite && word.kind != WordKind::pronoun) return true;
    if (word.kind != WordKind::verb) return false;
    const VerbReading* reading = reading_of(word);
    return reading != nullptr && !reading->noun_too && (reading->forms & (kThirdForm | kBaseForm)) != 0;
  }
  bool has_finite_after(std::size_t at) const {
    for (std::size_t i = at + 1; i < words_.size() && i < at + 16; ++i) {
      const Word& word = words_[i];
      if (word.norm == "." || word.norm == ";" || word.norm == ",") return false;
      if (word.kind == WordKind::relative || word.kind == WordKind::subordinator) return false;
      if (is_surely_finite(word)) return true;
      const bool joined = i + 1 < words_.size() && words_[i + 1].kind == WordKind::preposition;  // "compared with"
      const VerbReading* reading = word.kind == WordKind::verb && !joined ? reading_of(word) : nullptr;
      if (reading != nullptr && !reading->noun_too && (reading->forms & (kPastForm | kThirdForm)) != 0) return true;
    }
    return false;
  }
  /// In the same clause.
  bool has_finite_before(std::size_t at) const {
    for (std::size_t i = at; i-- > 0 && at - i < 24;) {
      const Word& word = words_[i];
      if (word.finite) return true;
      if (word.norm == "," || word.kind == WordKind::relative || word.kind == WordKind::subordinator) return false;
    }
    return false;
  }
  bool has_form_before(std::size_t at, VerbForm form) const {
    for (std::size_t i = at; i-- > 0 && at - i < 40;) {
      if (words_[i].kind == WordKind::verb && words_[i].form == form) return true;
    }
    return false;
  }

  void set_verb(std::size_t at, VerbForm form, bool finite) {
    words_[at].kind = WordKind::verb;
    words_[at].form = form;
    words_[at].finite = finite;
    words_[at].base = reading_of(words_[at])->base;
  }
  void set(std::size_t at, WordKind kind) {
    words_[at].kind = kind;
    words_[at].form = VerbForm::none;
    words_[at].finite = false;
  }

  void tag_in_context(std::size_t at) {
    Word& word = words_[at];
    const Word* next = after(at);
    if (word.norm == "such" && next != nullptr && next->norm == "as") word.kind = WordKind::preposition;
    if (word.norm == "that") tag_that(at);
    if (word.norm == "there" && next != nullptr && next->kind != WordKind::be && next->kind != WordKind::modal) {
      word.kind = WordKind::adverb;
    }
    if (word.kind != WordKind::verb) return;
    const VerbReading* reading = reading_of(word);
    if ((reading->forms & kIngForm) != 0) return tag_ing(at);
    if ((reading->forms & kThirdForm) != 0) return tag_third(at, *reading);
    if ((reading->forms & kBaseForm) != 0 && (reading->forms & kPastForm) == 0) return tag_base(at, *reading);
    if ((reading->forms & kBaseForm) != 0 && takes_base(before(at))) return tag_base(at, *reading);
    tag_past(at, *reading);
  }

  void tag_that(std::size_t at) {
    const Word* previous = before(at);
    const bool starts = previous == nullptr || previous->kind == WordKind::punctuation;
    words_[at].kind = starts ? WordKind::pronoun : WordKind::relative;
  }

  void tag_ing(std::size_t at) {
    const Word* previous = before(at);
    const Word* next = after(at);
    if (previous != nullptr && previous->kind == WordKind::be) return set_verb(at, VerbForm::ing, false);
    const bool modified =
        previous != nullptr && (previous->kind == WordKind::determiner || previous->kind == WordKind::possessive ||
                                previous->kind == WordKind::adjective);
    if (!modified && (opens_object(next) || (next != nullptr && next->kind == WordKind::to))) {
      return set_verb(at, VerbForm::ing, false);
    }
    set(at, WordKind::noun);
  }

  void tag_third(std::size_t at, const VerbReading& reading) {
    const Word* previous = before(at);
    const Word* next = after(at);
    const auto verb = [&] { set_verb(at, VerbForm::third, true); };
    if (!reading.noun_too) return verb();
    const bool helps = reading.base == "help" && next != nullptr && next->kind == WordKind::verb;
    // "remission rates calculated"
    const bool undergone = next != nullptr && next->norm.ends_with("ed") &&
                           (at + 2 >= words_.size() || words_[at + 2].kind == WordKind::punctuation ||
                            words_[at + 2].kind == WordKind::preposition);
    const bool fits = helps || (!undergone && follows_verb_well(next) && (next == nullptr || !is_surely_finite(*next)));
    if (previous == nullptr)
      return fits && next != nullptr && (helps || opens_object(next)) ? verb() : set(at, WordKind::noun);
    switch (previous->kind) {
      case WordKind::noun:
        return fits && !is_plural(*previous) && !is_in_list(at, next) ? verb() : set(at, WordKind::noun);
      case WordKind::pronoun:
      case WordKind::relative:
        return verb();
      case WordKind::determiner:
        return (previous->norm == "this" || previous->norm == "that") && fits ? verb() : set(at, WordKind::noun);
      case WordKind::coordinator:
      case WordKind::punctuation:
        return fits && next != nullptr && opens_object(next) && has_form_before(at, VerbForm::third)
                   ? verb()
                   : set(at, WordKind::noun);
      case WordKind::verb:
        return previous->form == VerbForm::ing && fits ? verb() : set(at, WordKind::noun);
      default:
        return set(at, WordKind::noun);
    }
  }

  /// "… and response rates in": with a noun, a preposition and what joins it before, more likely a noun.
  bool is_in_list(std::size_t at, const Word* next) const {
    if (at < 2 || next == nullptr || next->kind != WordKind::preposition) return false;
    return words_[at - 2].kind == WordKind::coordinator && has_finite_before(at);
  }

  /// True for a word that a base form follows: "may", "to", "not" after "do".
  static bool takes_base(const Word* previous) {
    return previous != nullptr &&
           (previous->kind == WordKind::modal || previous->kind == WordKind::to || previous->kind == WordKind::do_verb);
  }

  bool follows_causative(std::size_t at) const {
    for (std::size_t i = at; i-- > 0 && at - i <= 6;) {
      const std::string& base = words_[i].base;
      if (words_[i].kind == WordKind::verb) return base == "help" || base == "make" || base == "let";
      if (words_[i].kind == WordKind::punctuation) return false;
    }
    return false;
  }

  void tag_base(std::size_t at, const VerbReading& reading) {
    const Word* previous = before(at);
    const Word* next = after(at);
    const auto noun = [&] { set(at, looks_adjective(words_[at].norm) ? WordKind::adjective : WordKind::noun); };
    if (takes_base(previous)) {
      if (previous->kind == WordKind::to && reading.noun_too && !follows_verb_well(next)) return noun();
      return set_verb(at, VerbForm::base, false);
    }
    const bool fits = follows_verb_well(next) && (next == nullptr || !is_surely_finite(*next));
    if (follows_causative(at) && !reading.noun_too) return set_verb(at, VerbForm::base, false);
    if (previous == nullptr) {
      const bool orders = !reading.noun_too || (fits && opens_object(next) && !has_finite_after(at));
      return orders ? set_verb(at, VerbForm::base, true) : noun();
    }
    const bool plural = previous->kind == WordKind::noun && is_plural(*previous);
    const bool ends = next == nullptr || next->norm == "." || next->norm == ";";
    if (plural && ends && (next == nullptr || !has_finite_before(at))) return set_verb(at, VerbForm::base, true);
    const bool often = words_[at - 1].kind == WordKind::adverb && previous->kind == WordKind::noun;
    if (often && fits && opens_object(next)) return set_verb(at, VerbForm::base, true);
    const bool who = previous->kind == WordKind::relative || previous->norm == "they" || previous->norm == "we" ||
                     previous->norm == "you" || previous->norm == "i";
    const bool person = previous->norm == "who" || (who && previous->kind == WordKind::pronoun);
    if (person) return set_verb(at, VerbForm::base, true);
    if (who || plural) return !reading.noun_too || fits ? set_verb(at, VerbForm::base, true) : noun();
    if (previous->kind == WordKind::coordinator || previous->kind == WordKind::punctuation) {
      const bool parallel = has_form_before(at, VerbForm::base);
      const bool object = next != nullptr && (next->kind == WordKind::determiner || next->kind == WordKind::possessive);
      if (!reading.noun_too || (parallel && object)) return set_verb(at, VerbForm::base, !parallel);
      return noun();
    }
    if (reading.noun_too || previous->kind == WordKind::determiner || previous->kind == WordKind::possessive ||
        previous->kind == WordKind::adjective) {
      return noun();
    }
    set_verb(at, VerbForm::base, previous->kind == WordKind::noun || previous->kind == WordKind::pronoun);
  }

  void tag_past(std::size_t at, const VerbReading& reading) {
    const Word* previous = before(at);
    const Word* next = after(at);
    if ((reading.forms & kParticipleForm) == 0) return set_verb(at, VerbForm::past, true);
    const bool before_noun = next != nullptr && (may_be_noun(*next) || next->kind == WordKind::adjective);
    if (previous == nullptr)
      return before_noun ? set(at, WordKind::adjective) : set_verb(at, VerbForm::participle, false);
    switch (previous->kind) {
      case WordKind::be:
      case WordKind::have:
        return set_verb(at, VerbForm::participle, false);
      case WordKind::determiner:
      case WordKind::possessive:
      case WordKind::adjective:
      case WordKind::preposition:
      case WordKind::number:
      case WordKind::verb:
        return set(at, WordKind::adjective);
      case WordKind::coordinator:
      case WordKind::punctuation:
        if (has_form_before(at, VerbForm::past) && !before_noun) return set_verb(at, VerbForm::past, true);
        if (has_form_before(at, VerbForm::participle)) return set_verb(at, VerbForm::participle, false);
        return set(at, WordKind::adjective);
      case WordKind::noun:
      case WordKind::pronoun:
      case WordKind::relative: {
        if ((reading.forms & kPastForm) == 0) return set_verb(at, VerbForm::participle, false);
        // "that medically supervised exercise helps"
        const bool describes = previous->kind == WordKind::relative && before_noun && has_finite_after(at);
        if (describes) return set(at, WordKind::adjective);
        const bool joined = next != nullptr && (next->kind == WordKind::preposition || next->kind == WordKind::to ||
                                                next->kind == WordKind::adverb || next->norm == ",");
        const Word& nearest = words_[at - 1];  // "an anesthetic originally developed in"
        const bool told = nearest.kind == WordKind::adverb && joined &&
                          (nearest.norm == "originally" || nearest.norm == "initially" || nearest.norm == "commonly" ||
                           nearest.norm == "widely");
        if (told && previous->kind == WordKind::noun) return set_verb(at, VerbForm::participle, false);
        const bool given = before_noun && reading.base == "give";
        const bool reduced =
            previous->kind == WordKind::noun && (joined || given) && (has_finite_after(at) || has_finite_before(at));
        return set_verb(at, reduced ? VerbForm::participle : VerbForm::past, !reduced);
      }
      default:
        return set_verb(at, VerbForm::participle, false);
    }
  }

  std::vector<Word>& words_;
};

}  // namespace

void tag_in_context(std::vector<Word>& words) {
  ContextTagger(words).tag();
}

}  // namespace claimcheck
