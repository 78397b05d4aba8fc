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
  static bool may_be_noun(const Word& word) {
    if (word.kind != WordKind::verb) return word.kind == WordKind::noun;
    return word.form == VerbForm::none && reading_of(word) != nullptr && reading_of(word)->noun_too;
  }
  static bool opens_object(const Word* word) {
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
  static bool follows_verb_well(const Word* word) {
    if (word == nullptr || opens_object(word)) return word != nullptr;
    if (word->kind == WordKind::preposition) return word->norm != "of";
    return word->kind == WordKind::to || word->norm == "that" ||
           (word->kind == WordKind::verb && !is_surely_finite(*word));
  }
  static bool is_surely_finite(const Word& word) {
    if (word.finite && word.kind != WordKind::pronoun) return true;
    if (word.kind != WordKind::verb) return false;
    const VerbReading* reading = reading_of(word);
    return reading != nullptr && !reading->noun_too && (reading->forms & (kThirdForm | kBaseForm)) != 0;
  }
  static bool fits_before(const Word* next) {
    return follows_verb_well(next) && (next == nullptr || !is_surely_finite(*next));
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
    const bool modified = previous != nullptr && opens_name(*previous);
    if (!modified && (opens_object(next) || (next != nullptr && next->kind == WordKind::to))) {
      return set_verb(at, VerbForm::ing, false);
    }
    set(at, WordKind::noun);
  }

  void tag_third(std::size_t at, const VerbReading& reading) {
    if (!reading.noun_too || is_third(at, reading)) return set_verb(at, VerbForm::third, true);
    set(at, WordKind::noun);
  }

  /// Whether a word that is a plural noun too is the verb here.
  bool is_third(std::size_t at, const VerbReading& reading) const {
    const Word* previous = before(at);
    const Word* next = after(at);
    const bool helps = reading.base == "help" && next != nullptr && next->kind == WordKind::verb;
    const bool fits = helps || (!is_undergone(at) && fits_before(next));
    if (previous == nullptr) return fits && next != nullptr && (helps || opens_object(next)) && !is_subject(at);
    switch (previous->kind) {
      case WordKind::noun:
        return fits && (!is_plural(*previous) || has_singular_head(at)) && !is_in_list(at, next) && !precedes_verb(at);
      case WordKind::pronoun:
      case WordKind::relative:
        return true;
      case WordKind::determiner:
        return fits && (previous->norm == "this" || previous->norm == "that");
      case WordKind::coordinator:
      case WordKind::punctuation:
        return fits && next != nullptr && opens_object(next) &&
               (has_form_before(at, VerbForm::third) || closes_aside(at));
      case WordKind::verb:
        return fits && previous->form == VerbForm::ing;
      default:
        return false;
    }
  }

  /// "A dose of statins lowers": the noun before "of" is one, and the clause has no verb yet.
  bool has_singular_head(std::size_t at) const {
    std::size_t of = at;
    while (of > 0 && is_nominal(words_[of - 1])) --of;
    if (of < 2 || words_[of - 1].norm != "of") return false;
    const Word& head = words_[of - 2];
    return head.kind == WordKind::noun && !is_plural(head) && !has_finite_before(at);
  }

  /// "Curcumin, a compound of turmeric, lowers": the subject has been told, and no verb yet.
  bool closes_aside(std::size_t at) const {
    if (words_[at - 1].norm != ",") return false;
    for (std::size_t i = at - 1; i-- > 1;) {
      if (words_[i].finite) return false;
      if (words_[i].norm == ",") return is_nominal(words_.front()) && words_[i - 1].kind == WordKind::noun && i < 5;
    }
    return false;
  }

  /// "treatment plans often include"
  bool precedes_verb(std::size_t at) const {
    std::size_t next = at + 1;
    while (next < words_.size() && words_[next].kind == WordKind::adverb) ++next;
    return next > at + 1 && next < words_.size() && is_surely_finite(words_[next]);
  }

  /// "Levels fall with age": what comes next is the verb.
  bool is_subject(std::size_t at) const {
    const Word* next = after(at);
    const Word* second = after(at + 1);
    const VerbReading* reading = next->kind == WordKind::verb ? reading_of(*next) : nullptr;
    return reading != nullptr && (reading->forms & kBaseForm) != 0 && second != nullptr &&
           second->kind == WordKind::preposition && second->norm != "of" && !has_finite_after(at + 1);
  }

  /// "remission rates calculated": a participle that nothing is the object of comes next.
  bool is_undergone(std::size_t at) const {
    const Word* next = after(at);
    if (next == nullptr || !next->norm.ends_with("ed")) return false;
    const Word* second = after(at + 1);
    return second == nullptr || second->kind == WordKind::punctuation || second->kind == WordKind::preposition;
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

  /// What a base form is where it stands: a noun, a verb that another one rules, or the verb of its clause.
  enum class BaseUse { noun, ruled, finite };

  void tag_base(std::size_t at, const VerbReading& reading) {
    const BaseUse use = use_of_base(at, reading);
    if (use != BaseUse::noun) return set_verb(at, VerbForm::base, use == BaseUse::finite);
    set(at, looks_adjective(words_[at].norm) ? WordKind::adjective : WordKind::noun);
  }

  BaseUse use_of_base(std::size_t at, const VerbReading& reading) const {
    const Word* previous = before(at);
    if (takes_base(previous)) {
      const bool goal = previous->kind == WordKind::to && reading.noun_too && !follows_verb_well(after(at));
      return goal ? BaseUse::noun : BaseUse::ruled;
    }
    if (follows_causative(at) && !reading.noun_too) return BaseUse::ruled;
    if (previous == nullptr) return is_order(at, reading) ? BaseUse::finite : BaseUse::noun;
    return use_behind(at, reading, *previous);
  }

  BaseUse use_behind(std::size_t at, const VerbReading& reading, const Word& previous) const {
    const bool plural = previous.kind == WordKind::noun && is_plural(previous);
    if ((plural && (ends_clause(at) || ends_relative(at))) || is_habit(at, previous) || is_person(previous)) {
      return BaseUse::finite;
    }
    if (plural || takes_plural(previous)) {
      return !reading.noun_too || fits_before(after(at)) ? BaseUse::finite : BaseUse::noun;
    }
    if (previous.kind == WordKind::coordinator || previous.kind == WordKind::punctuation) {
      return use_in_series(at, reading);
    }
    if (reading.noun_too || opens_name(previous)) return BaseUse::noun;
    const bool has_subject = previous.kind == WordKind::noun || previous.kind == WordKind::pronoun;
    return has_subject ? BaseUse::finite : BaseUse::ruled;
  }

  /// "Avoid the drug": an order opens with its verb.
  bool is_order(std::size_t at, const VerbReading& reading) const {
    if (!reading.noun_too) return true;
    return fits_before(after(at)) && opens_object(after(at)) && !has_finite_after(at);
  }

  bool ends_clause(std::size_t at) const {
    const Word* next = after(at);
    if (next == nullptr) return true;
    return (next->norm == "." || next->norm == ";") && !has_finite_before(at);
  }

  /// "…, which therapists use,"
  bool ends_relative(std::size_t at) const {
    const Word* next = after(at);
    if (next == nullptr || next->norm != "," || has_finite_before(at)) return false;
    std::size_t opening = at;
    while (opening > 0 && is_nominal(words_[opening - 1])) --opening;
    return opening > 0 && words_[opening - 1].kind == WordKind::relative;
  }

  /// "doctors often prescribe it"
  bool is_habit(std::size_t at, const Word& previous) const {
    const bool often = words_[at - 1].kind == WordKind::adverb && previous.kind == WordKind::noun;
    return often && fits_before(after(at)) && opens_object(after(at));
  }

  /// True for what a finite base form follows: "we", "which".
  static bool takes_plural(const Word& word) {
    return word.kind == WordKind::relative || word.norm == "they" || word.norm == "we" || word.norm == "you" ||
           word.norm == "i";
  }

  static bool is_person(const Word& word) {
    return word.norm == "who" || (word.kind == WordKind::pronoun && takes_plural(word));
  }

  /// After "and" or a comma.
  BaseUse use_in_series(std::size_t at, const VerbReading& reading) const {
    const Word* next = after(at);
    const bool parallel = has_form_before(at, VerbForm::base);
    const bool object = next != nullptr && is_marker(*next);
    if (reading.noun_too && !(parallel && object)) return BaseUse::noun;
    return parallel ? BaseUse::ruled : BaseUse::finite;
  }

  static bool is_marker(const Word& word) {
    return word.kind == WordKind::determiner || word.kind == WordKind::possessive;
  }
  static bool opens_name(const Word& word) { return is_marker(word) || word.kind == WordKind::adjective; }

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
      case WordKind::relative:
        return tag_past_after_name(at, reading, *previous, before_noun);
      default:
        return set_verb(at, VerbForm::participle, false);
    }
  }

  void tag_past_after_name(std::size_t at, const VerbReading& reading, const Word& previous, bool before_noun) {
    if ((reading.forms & kPastForm) == 0) return set_verb(at, VerbForm::participle, false);
    // "that medically supervised exercise helps"
    const bool describes = previous.kind == WordKind::relative && before_noun && has_finite_after(at);
    if (describes) return set(at, WordKind::adjective);
    const bool joined = is_joined(after(at));
    const bool told = joined && follows_telling_adverb(at);
    if (told && previous.kind == WordKind::noun) return set_verb(at, VerbForm::participle, false);
    const bool given = before_noun && reading.base == "give";
    const bool reduced =
        previous.kind == WordKind::noun && (joined || given) && (has_finite_after(at) || has_finite_before(at));
    set_verb(at, reduced ? VerbForm::participle : VerbForm::past, !reduced);
  }

  static bool is_joined(const Word* next) {
    return next != nullptr && (next->kind == WordKind::preposition || next->kind == WordKind::to ||
                               next->kind == WordKind::adverb || next->norm == ",");
  }

  /// "an anesthetic originally developed in"
  bool follows_telling_adverb(std::size_t at) const {
    const Word& nearest = words_[at - 1];
    return nearest.kind == WordKind::adverb && (nearest.norm == "originally" || nearest.norm == "initially" ||
                                                nearest.norm == "commonly" || nearest.norm == "widely");
  }

  std::vector<Word>& words_;
};

}  // namespace

void tag_in_context(std::vector<Word>& words) {
  ContextTagger(words).tag();
}

}  // namespace claimcheck
