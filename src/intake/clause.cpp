#include "intake/clause.h"

#include <algorithm>

#include "intake/verb_forms.h"
#include "intake/word_groups.h"

namespace claimcheck {

namespace {

using Words = std::span<const Word>;

bool is_comma(const Word& word) {
  return word.norm == ",";
}

/// Behind the bracket that opens at `at`.
std::size_t skip_aside(Words words, std::size_t at, std::size_t last) {
  while (at < last && words[at].norm != ")" && words[at].norm != "]") ++at;
  return at;
}

/// The finite verb of the clause whose subject begins at `subject`; `last` where there is none.
std::size_t find_finite(Words words, std::size_t subject, std::size_t last) {
  std::size_t opened = subject;
  std::size_t inner = 0;  // clauses inside the subject that have not had their verb
  for (std::size_t i = subject; i < last; ++i) {
    const Word& word = words[i];
    if (word.norm == "(" || word.norm == "[") {
      i = skip_aside(words, i, last);
      continue;
    }
    if (word.norm == ";" || word.norm == ":" || word.norm == "?") return last;
    if (word.kind == WordKind::relative || word.kind == WordKind::subordinator) {
      ++inner;
      opened = i;
    }
    const bool cut_short = word.norm == "," && inner > 0 && i <= opened + 3 && words[i - 1].kind != WordKind::noun;
    if (cut_short) --inner;  // ", if approved,"
    if (!word.finite) continue;
    if (inner == 0) return i;
    --inner;
  }
  return last;
}

/// Behind the verb that `finite` carries.
std::size_t find_verb_end(Words words, std::size_t finite, std::size_t last) {
  std::size_t end = finite + 1;
  bool lexical = words[finite].kind == WordKind::verb;
  for (std::size_t i = end; i < last && !lexical; ++i) {
    const Word& word = words[i];
    const bool auxiliary = word.kind == WordKind::be || word.kind == WordKind::have;
    if (word.kind == WordKind::adverb || word.kind == WordKind::not_word) continue;
    if (word.kind != WordKind::verb && !auxiliary) break;
    if (word.finite) break;
    end = i + 1;
    lexical = word.kind == WordKind::verb;
  }
  while (end < last && words[end].kind == WordKind::not_word) ++end;
  return end;
}

bool opens_adjunct(const Word& word) {
  switch (word.kind) {
    case WordKind::preposition:
    case WordKind::subordinator:
    case WordKind::to:
      return true;
    case WordKind::verb:
      return !word.finite;
    default:
      return false;
  }
}

std::optional<Clause> clause_from(Words words, std::size_t subject, std::size_t last) {
  if (subject >= last) return std::nullopt;
  const std::size_t finite = find_finite(words, subject, last);
  if (finite == last) return std::nullopt;
  Clause clause;
  clause.subject = subject;
  clause.finite = finite;
  clause.verb = finite;
  clause.last = last;
  if (words[finite].kind == WordKind::pronoun) {
    if (finite != subject) return std::nullopt;
  } else {
    while (clause.verb > subject && words[clause.verb - 1].kind == WordKind::adverb) --clause.verb;
    if (clause.verb == subject) return std::nullopt;
  }
  // "Safety not established": a note, with no verb that carries it
  const bool note = words[finite].kind == WordKind::verb && words[finite].form == VerbForm::past &&
                    words[finite - 1].kind == WordKind::not_word;
  if (note) return std::nullopt;
  clause.verb_end = find_verb_end(words, finite, last);
  return clause;
}

/// Where the subject begins behind an adjunct in front that ends at a comma.
std::optional<Clause> clause_behind_adjunct(Words words, std::size_t first, std::size_t last) {
  for (std::size_t comma = first; comma < last; ++comma) {
    if (words[comma].norm == "(") comma = skip_aside(words, comma, last);
    if (comma >= last || !is_comma(words[comma])) continue;
    std::size_t subject = comma + 1;
    while (subject < last && (words[subject].kind == WordKind::adverb || is_comma(words[subject]))) ++subject;
    if (subject >= last || !(opens_noun_phrase(words[subject]))) continue;
    std::size_t next = subject;
    while (next < last && !is_comma(words[next])) ++next;
    if (find_finite(words, subject, next) == next) continue;
    return clause_from(words, subject, last);
  }
  return std::nullopt;
}

/// "In rats these drugs cause …": the subject begins at the article behind what stands in front, with no comma.
std::optional<Clause> clause_behind_place(Words words, std::size_t first, std::size_t last) {
  if (words[first].kind != WordKind::preposition) return std::nullopt;
  bool noun = false;
  for (std::size_t at = first + 1; at < last && (is_nominal(words[at]) || words[at].kind == WordKind::pronoun); ++at) {
    const WordKind kind = words[at].kind;
    const bool opens = kind == WordKind::determiner || kind == WordKind::possessive || kind == WordKind::pronoun ||
                       kind == WordKind::number;
    if (noun && opens) return clause_from(words, at, last);
    noun = kind == WordKind::noun;
  }
  return std::nullopt;
}

/// "About one in seven", "Over 40%": no place, but how many.
bool opens_quantity(Words words, std::size_t at, std::size_t last) {
  if (!in_word_group("before a number", words[at].norm)) return false;
  std::size_t next = at + 1;
  if (next < last && words[next].kind == WordKind::to) ++next;
  return next < last && (words[next].kind == WordKind::number || in_word_group("number word", words[next].norm));
}

}  // namespace

bool is_stop(const Word& word) {
  return word.kind == WordKind::punctuation && word.norm != "%" && word.norm != "\"" && word.norm != "'";
}

std::optional<Clause> find_clause(Words words, std::size_t first, std::size_t last) {
  std::size_t subject = first;
  const auto is_opening = [](const Word& word) {
    return word.kind == WordKind::coordinator || word.kind == WordKind::adverb || is_comma(word) || word.norm == "\"" ||
           word.norm == "“";
  };
  while (subject < last && is_opening(words[subject])) ++subject;
  if (subject >= last) return std::nullopt;
  std::optional<Clause> clause;
  const Word& opening = words[subject];
  const bool quantity = opens_quantity(words, subject, last);
  const bool adjunct = opens_adjunct(opening) && !quantity;
  if (adjunct) clause = clause_behind_adjunct(words, subject, last);
  if (adjunct && !clause) clause = clause_behind_place(words, subject, last);
  const bool gerund = opening.kind == WordKind::verb && opening.form == VerbForm::ing;
  const bool may_be_subject = opens_noun_phrase(opening) || gerund || quantity || opening.kind == WordKind::not_word;
  if (!clause && may_be_subject) clause = clause_from(words, subject, last);
  if (!clause && may_be_subject && !adjunct) clause = clause_behind_adjunct(words, subject, last);
  if (clause) clause->first = first;
  return clause;
}

Clause find_stated_clause(Words words, const Clause& clause) {
  if (clause.verb_end == 0 || clause.verb_end >= clause.last) return clause;
  const Word& verb = words[clause.verb_end - 1];
  if (verb.kind != WordKind::verb || !in_word_group("report verb", verb.base)) return clause;
  std::size_t at = clause.verb_end;
  while (at < clause.last && words[at].kind == WordKind::adverb) ++at;
  if (at < clause.last && words[at].norm == "that") ++at;
  const std::optional<Clause> stated = find_clause(words, at, clause.last);
  if (!stated) return clause;
  Clause inner = *stated;
  inner.first = clause.first;
  return inner;
}

namespace {

bool has_base_form(const Word& word) {
  const VerbReading* reading = VerbForms::builtin().find(word.norm);
  return reading != nullptr && (reading->forms & kBaseForm) != 0;
}

bool is_base_verb(const Word& word) {
  return word.kind == WordKind::verb && word.form == VerbForm::base;
}

}  // namespace

bool is_command(Words words) {
  if (words.size() < 2) return false;
  const std::optional<Clause> clause = find_clause(words, 0, words.size());
  // "Set goals, keep a diary": no subject has one comma before its verb.
  const auto verb = words.begin() + static_cast<std::ptrdiff_t>(clause ? clause->verb : 0);
  if (clause && verb != words.begin() && is_comma(*(verb - 1)) && is_base_verb(words[clause->finite]) &&
      std::count_if(words.begin(), verb, is_comma) == 1) {
    return true;
  }
  if (!has_base_form(words.front())) return false;
  if (is_base_verb(words.front()) && !clause) return true;
  if (words.size() < 3) return false;
  // "Use the …": a noun would have no article behind it.
  if (words[1].kind == WordKind::determiner || words[1].kind == WordKind::possessive) return true;
  // "Start or strengthen …"
  return words[1].kind == WordKind::coordinator && is_base_verb(words[2]);
}

bool lacks_object(Words words) {
  std::size_t end = words.size();
  while (end > 0 && is_stop(words[end - 1])) --end;
  if (end < 2) return false;
  const Word& last = words[end - 1];
  const VerbReading* reading = VerbForms::builtin().find(last.norm);
  const bool verb = reading != nullptr && !reading->noun_too && (reading->forms & kBaseForm) != 0;
  // "pathways that stress may weaken", "what to expect": the object stands in front.
  const bool in_front =
      std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end), [](const Word& word) {
        return word.kind == WordKind::relative || word.norm == "how" || word.norm == "as" || word.norm == "than";
      });
  if (in_front) return false;
  const bool present = last.form == VerbForm::base || last.form == VerbForm::third;
  if (present && in_word_group("wants object", last.base)) return true;
  if (!verb || last.finite || in_word_group("wants no object", last.norm)) return false;
  std::size_t before = end - 1;
  while (before > 0 && words[before - 1].kind == WordKind::adverb) --before;
  if (before == 0) return false;
  const Word& opening = words[before - 1];
  return opening.kind == WordKind::to || opening.kind == WordKind::modal || opening.base == "help";
}

bool is_checklist_note(Words words) {
  const std::optional<Clause> clause = find_clause(words, 0, words.size());
  if (!clause || clause->verb_end != clause->finite + 1 || words.back().norm == ".") return false;
  const Word& verb = words[clause->finite];
  const Word& first = words[clause->subject];
  const bool bare = first.kind != WordKind::determiner && first.kind != WordKind::possessive &&
                    first.kind != WordKind::pronoun && first.kind != WordKind::number;
  const bool ends = clause->verb_end == words.size() || words[clause->verb_end].kind == WordKind::preposition ||
                    words[clause->verb_end].kind == WordKind::to || words[clause->verb_end].norm == "(" ||
                    words[clause->verb_end].kind == WordKind::coordinator;
  return bare && ends && verb.form == VerbForm::past && in_word_group("checklist verb", verb.base);
}

}  // namespace claimcheck
