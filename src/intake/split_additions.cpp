#include <optional>
#include <span>

#include "intake/clause.h"
#include "intake/grammar.h"
#include "intake/sentence_parts.h"
#include "intake/split_clauses.h"
#include "intake/verb_forms.h"
#include "intake/word_groups.h"

namespace claimcheck {

namespace {

using Words = std::span<const Word>;

/// The first word of the noun phrase that ends before `end`, no earlier than `first`.
std::size_t begin_of_phrase(Words words, std::size_t first, std::size_t end) {
  std::size_t begin = end;
  while (begin > first && is_nominal(words[begin - 1])) --begin;
  return begin;
}

/// "Ketamine may make" of ", making …" behind "Ketamine may help …": the subject with the verb as it then stands.
std::optional<Draft> reword_participle(const Draft& text, Words words, const Clause& clause, std::size_t at) {
  const Word& finite = words[clause.finite];
  const Word& verb = words[clause.verb_end - 1];
  const bool perfect = finite.kind == WordKind::have && clause.verb_end - clause.finite <= 3 &&
                       verb.form == VerbForm::participle && words[clause.verb_end - 2].base != "be";
  const bool active =
      verb.kind == WordKind::verb && (verb.form != VerbForm::participle || perfect) && finite.form != VerbForm::past;
  if (!active || words[at].base.empty()) return std::nullopt;
  if (has_open_clause(words, clause.subject, clause.verb)) return std::nullopt;
  const Clause stated = find_stated_clause(words, clause);
  if (stated.subject != clause.subject) return std::nullopt;
  Draft part = cut_words(text, words, clause.first, clause.verb);
  const std::string& base = words[at].base;
  if (finite.kind == WordKind::modal) {
    for (std::size_t i = clause.verb; i < clause.verb_end; ++i) {
      if (words[i].kind == WordKind::not_word) return std::nullopt;
    }
    part.append_word(cut_words(text, words, clause.finite, clause.finite + 1));
    part.add_word(base);
  } else if (finite.kind == WordKind::verb && finite.form == VerbForm::third) {
    part.add_word(VerbForms::third_person(base));
  } else if (finite.kind == WordKind::verb && finite.form == VerbForm::base) {
    part.add_word(base);
  } else if (finite.kind == WordKind::have || (finite.kind == WordKind::be && verb.form == VerbForm::ing)) {
    const bool plural = finite.form == VerbForm::base;
    part.add_word(plural ? base : VerbForms::third_person(base));
  } else {
    return std::nullopt;
  }
  return part;
}

std::vector<Draft> split_participle(const Draft& text, Words words, const Clause& clause) {
  for (std::size_t at = clause.verb_end + 1; at + 1 < words.size(); ++at) {
    if (words[at - 1].norm != ",") continue;
    std::size_t verb = at;
    while (verb + 1 < words.size() && words[verb].kind == WordKind::adverb) ++verb;
    const bool result = words[verb].kind == WordKind::verb && words[verb].form == VerbForm::ing &&
                        in_word_group("result verb", words[verb].base);
    if (!result) continue;
    for (std::size_t i = verb + 1; i + 1 < words.size(); ++i) {  // "by doing A, reducing B, and improving C"
      if (words[i].kind == WordKind::coordinator && words[i + 1].norm.ends_with("ing")) return {text};
    }
    std::optional<Draft> addition = reword_participle(text, words, clause, verb);
    if (!addition) return {text};
    addition->append_word(cut_words(text, words, verb + 1, drop_stops(words, verb, words.size())));
    return {cut_words(text, words, clause.first, at - 1), std::move(*addition)};
  }
  return {text};
}

/// "…, which often take weeks": of what stands before it, where only that is plural as the verb is.
std::vector<Draft> split_relative(const Draft& text, Words words, const Clause& clause) {
  for (std::size_t at = clause.verb_end + 1; at + 2 < words.size(); ++at) {
    if (words[at].norm != "which" || words[at - 1].norm != ",") continue;
    std::size_t verb = at + 1;
    while (verb < words.size() && words[verb].kind == WordKind::adverb) ++verb;
    if (verb == words.size() || !words[verb].finite || words[verb].form != VerbForm::base) return {text};
    const std::size_t begin = begin_of_phrase(words, clause.verb_end, at - 1);
    const bool plural = begin < at - 1 && words[at - 2].plural && words[begin].kind != WordKind::possessive;
    if (!plural) return {text};
    std::size_t end = verb;
    while (end < words.size() && words[end].norm != "," && words[end].norm != ";") ++end;
    if (end + 1 < words.size() && words[end].norm != ".") return {text};
    Draft addition = cut_words(text, words, begin, at - 1);
    addition.append_word(cut_words(text, words, at + 1, drop_stops(words, at, end)));
    return {cut_words(text, words, clause.first, at - 1), std::move(addition)};
  }
  return {text};
}

}  // namespace

std::vector<Draft> split_additions(const Draft& text) {
  const std::vector<Word> words = read_words(text.text());
  const std::optional<Clause> clause = find_clause(words, 0, words.size());
  if (!clause) return {text};
  std::vector<Draft> parts = split_participle(text, words, *clause);
  if (parts.size() > 1) return parts;
  return split_relative(text, words, *clause);
}

}  // namespace claimcheck
