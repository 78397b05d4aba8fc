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

/// True where the clause says what its subject does, in the present or the perfect.
bool tells_doing(Words words, const Clause& clause) {
  const Word& finite = words[clause.finite];
  const Word& verb = words[clause.verb_end - 1];
  const bool perfect = finite.kind == WordKind::have && clause.verb_end - clause.finite <= 3 &&
                       verb.form == VerbForm::participle && words[clause.verb_end - 2].base != "be";
  return verb.kind == WordKind::verb && (verb.form != VerbForm::participle || perfect) && finite.form != VerbForm::past;
}

/// `base` in the form of the verb of the clause: "makes" for "helps"; empty where that is not clear.
std::string in_form_of(Words words, const Clause& clause, const std::string& base) {
  const Word& finite = words[clause.finite];
  if (finite.kind == WordKind::verb && finite.form == VerbForm::third) return VerbForms::third_person(base);
  if (finite.kind == WordKind::verb && finite.form == VerbForm::base) return base;
  const bool going = finite.kind == WordKind::be && words[clause.verb_end - 1].form == VerbForm::ing;
  if (finite.kind != WordKind::have && !going) return {};
  const bool plural = finite.form == VerbForm::base;
  return plural ? base : VerbForms::third_person(base);
}

/// "Ketamine may make" of ", making …" behind "Ketamine may help …": the subject with the verb as it then stands.
std::optional<Draft> reword_participle(const Draft& text, Words words, const Clause& clause, std::size_t at) {
  const std::string& base = words[at].base;
  if (!tells_doing(words, clause) || base.empty()) return std::nullopt;
  if (has_open_clause(words, clause.subject, clause.verb)) return std::nullopt;
  const Clause stated = find_stated_clause(words, clause);
  if (stated.subject != clause.subject) return std::nullopt;
  Draft part = cut_words(text, words, clause.first, clause.verb);
  if (words[clause.finite].kind == WordKind::modal) {
    for (std::size_t i = clause.verb; i < clause.verb_end; ++i) {
      if (words[i].kind == WordKind::not_word) return std::nullopt;
    }
    part.append_word(cut_words(text, words, clause.finite, clause.finite + 1));
    part.add_word(base);
    return part;
  }
  const std::string verb = in_form_of(words, clause, base);
  if (verb.empty()) return std::nullopt;
  part.add_word(verb);
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

std::vector<Draft> split_additions(const Draft& clause) {
  const std::vector<Word> words = read_words(clause.text());
  const std::optional<Clause> found = find_clause(words, 0, words.size());
  if (!found) return {clause};
  std::vector<Draft> parts = split_participle(clause, words, *found);
  if (parts.size() > 1) return parts;
  return split_relative(clause, words, *found);
}

}  // namespace claimcheck
