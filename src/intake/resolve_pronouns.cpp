#include "intake/resolve_pronouns.h"

#include <algorithm>
#include <optional>
#include <span>

#include "intake/clause.h"
#include "intake/grammar.h"
#include "intake/word_groups.h"
#include "text/tokens.h"

namespace claimcheck {

namespace {

using Words = std::span<const Word>;

constexpr std::size_t kMostReplaced = 6;  // in one statement

enum class Pronoun { none, it, they, its, their };

Pronoun pronoun_of(const Word& word) {
  const std::string_view stem = std::string_view(word.norm).substr(0, word.norm.find('\''));
  if (stem == "it") return Pronoun::it;
  if (stem == "they" || word.norm == "them") return Pronoun::they;
  if (word.norm == "its") return Pronoun::its;
  if (word.norm == "their") return Pronoun::their;
  return Pronoun::none;
}

bool wants_plural(Pronoun pronoun) {
  return pronoun == Pronoun::they || pronoun == Pronoun::their;
}

/// "It is important to …", "it seems that …": stands for what follows.
bool is_empty_subject(Words words, std::size_t at) {
  std::size_t i = at + 1;
  bool copula = words[at].norm.size() > 2;
  for (; i < words.size() && i < at + 8; ++i) {
    const Word& word = words[i];
    if (word.kind == WordKind::be || word.base == "seem" || word.base == "appear" || word.base == "take") {
      copula = true;
    } else if (word.kind == WordKind::to || word.norm == "that" || word.norm == "whether" || word.norm == "how" ||
               word.norm == "why" || word.norm == "if") {
      return copula;
    } else if (word.kind != WordKind::adjective && word.kind != WordKind::adverb && word.kind != WordKind::modal &&
               word.kind != WordKind::not_word && word.form != VerbForm::participle &&
               word.kind != WordKind::determiner && !(word.kind == WordKind::noun && copula)) {
      return false;
    }
  }
  return false;
}

/// True if a new clause opens in (first, last).
bool has_boundary(Words words, std::size_t first, std::size_t last) {
  for (std::size_t i = first + 1; i < last; ++i) {
    const Word& word = words[i];
    if (word.norm == "," || word.kind == WordKind::relative || word.kind == WordKind::subordinator ||
        word.kind == WordKind::coordinator) {
      return true;
    }
  }
  return false;
}

/// "Developed as an anesthetic, it …": what stands in front is said of the pronoun at `at`.
bool is_described_before(Words words, std::size_t at) {
  const Word& first = words.front();
  const bool describes = first.kind == WordKind::adjective || first.norm == "also" ||
                         (first.kind == WordKind::verb && first.form == VerbForm::participle);
  return describes && at > 0 && words[at - 1].norm == ",";
}

/// True if one treatment is named before "it" at `at`; for an object, in another clause: what acts is not what it acts
/// on.
bool names_one(std::string_view text, Words words, std::size_t at, bool is_object, const Vocabulary& vocabulary) {
  const std::string_view before = text.substr(0, words[at].span.begin);
  for (const ConceptMention& mention : vocabulary.find_mentions(before, tokenize(before))) {
    if (mention.concept_ptr->kind != ConceptKind::intervention) continue;
    std::size_t last = 0;
    while (last + 1 < at && words[last].span.end < mention.span.end) ++last;
    if (words[last].plural) continue;
    if (!is_object || has_boundary(words, last, at)) return true;
  }
  return false;
}

/// True if something before `at` in the statement can be meant.
bool has_antecedent(std::string_view text, Words words, std::size_t at, const Vocabulary& vocabulary) {
  if (is_described_before(words, at)) return false;
  const bool plural = wants_plural(pronoun_of(words[at]));
  const bool possessive = words[at].kind == WordKind::possessive;
  const bool is_object =
      !possessive &&
      (at + 1 >= words.size() || !(words[at + 1].finite || words[at].finite || words[at + 1].kind == WordKind::adverb));
  if (!plural && names_one(text, words, at, is_object, vocabulary)) return true;
  for (std::size_t i = 0; i < at; ++i) {
    const Word& word = words[i];
    if (word.kind != WordKind::noun || word.plural != plural || in_word_group("no antecedent", word.norm)) continue;
    if (is_object && !has_boundary(words, i, at)) continue;  // "people tolerate them"
    const bool head = words[i + 1].kind != WordKind::noun;
    const bool subject =
        i == 0 || std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i), is_nominal);
    if (head && (plural || subject)) return true;
  }
  return false;
}

Context::Phrase find_antecedent(Pronoun pronoun, const Context& context, const Vocabulary& vocabulary) {
  const bool plural = wants_plural(pronoun);
  // "A causes B, but cases are rare. They …": A or the cases
  const Context::Phrase& first = context.first_subject.empty() ? context.opening_subject : context.first_subject;
  const bool unclear = !context.subject.treatment && !first.empty() && first.plural == plural &&
                       first.words != context.subject.words && context.subject.plural == plural;
  if (unclear) return {};
  if (!context.subject.empty() && context.subject.plural == plural) return context.subject;
  if (!context.said_of_treatment) return {};
  if (!context.treatment.empty() && context.treatment.plural == plural) return context.treatment;
  const bool settled = plural && !context.subject.empty();
  if (!settled && is_topic_meant(context, vocabulary) && context.topic.plural == plural) {
    return {context.topic.name, plural, true, false};
  }
  return {};
}

/// `phrase` as it stands for `word`: "ketamine's" for "its", "ketamine is" for "it's".
std::string in_place_of(const Word& word, const Word* next, const Context::Phrase& phrase, Pronoun pronoun) {
  if (pronoun == Pronoun::its) return phrase.words + "'s";
  if (pronoun == Pronoun::their) return phrase.words + (phrase.words.ends_with('s') ? "'" : "'s");
  const std::size_t mark = word.norm.find('\'');
  if (mark == std::string::npos) return phrase.words;
  const std::string_view ending = std::string_view(word.norm).substr(mark + 1);
  if (ending == "ll") return phrase.words + " will";
  if (ending == "ve") return phrase.words + " have";
  if (ending == "re") return phrase.words + " are";
  const bool perfect = next != nullptr && (next->norm == "been" || next->norm == "become");
  return phrase.words + (perfect ? " has" : " is");
}

std::string note_of(const std::string& written, const std::string& meant) {
  return "“" + written + "” is taken as “" + meant + "”";
}

}  // namespace

void resolve_pronouns(ResolvedStatement& statement, const Context& context, const Vocabulary& vocabulary) {
  std::vector<Word> words = read_words(statement.text.text());
  std::size_t replaced = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const Pronoun pronoun = pronoun_of(words[at]);
    if (pronoun == Pronoun::none) continue;
    if (pronoun == Pronoun::it && is_empty_subject(words, at)) continue;
    if (has_antecedent(statement.text.text(), words, at, vocabulary)) continue;
    Context::Phrase phrase = find_antecedent(pronoun, context, vocabulary);
    const bool possessive = pronoun == Pronoun::its || pronoun == Pronoun::their;
    if (possessive && phrase.words.find(' ') != std::string::npos && !phrase.treatment) phrase = {};
    if (phrase.empty() || ++replaced > kMostReplaced) {
      statement.needs_context = true;
      continue;
    }
    const Word* next = at + 1 < words.size() ? &words[at + 1] : nullptr;
    const std::string written(slice(statement.text.text(), words[at].span));
    const std::string meant = in_place_of(words[at], next, phrase, pronoun);
    statement.notes.push_back(note_of(written, meant));
    statement.text = statement.text.with_replaced(words[at].span, meant);
    words = read_words(statement.text.text());
  }
}

}  // namespace claimcheck
