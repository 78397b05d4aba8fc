#include "intake/name_treatment.h"

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

std::ptrdiff_t at(std::size_t index) {
  return static_cast<std::ptrdiff_t>(index);
}

/// Where a treatment is to be named, and how.
struct Place {
  std::size_t head = 0;        ///< the noun that asks for it
  std::size_t behind = 0;      ///< the words before this one go before it
  std::string_view link;       ///< "of", "with"
  bool needs_article = false;  ///< "safety depends" as "the safety of X depends"
  std::size_t first = 0;       ///< of the noun phrase
};

bool names_a_treatment(std::string_view text, const Vocabulary& vocabulary) {
  const std::vector<ConceptMention> mentions = vocabulary.find_mentions(text, tokenize(text));
  return std::any_of(mentions.begin(), mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::intervention && !is_unspecific(*mention.concept_ptr, vocabulary);
  });
}

std::string_view link_of(const Word& noun) {
  if (noun.kind != WordKind::noun) return {};
  if (in_word_group("treatment noun with", noun.norm) || in_word_group("result noun with", noun.norm)) return "with";
  if (in_word_group("candidate noun", noun.norm)) return "for";
  if (in_word_group("treatment noun of", noun.norm) || in_word_group("result noun of", noun.norm)) return "of";
  return {};
}

/// "other treatments", "these effects": not those of the topic, or not known whose.
bool is_of_another(Words words, const Place& place) {
  const std::string& noun = words[place.head].norm;
  const bool treatment = in_word_group("treatment noun with", noun) || in_word_group("treatment noun of", noun);
  for (std::size_t i = place.first; i < place.head; ++i) {
    if (in_word_group("pointing", words[i].norm)) return true;
    if (treatment && in_word_group("other treatment", words[i].norm)) return true;
  }
  return false;
}

/// "substance abuse", "fluid intake", "response to stress": what it is of stands beside it.
bool is_told(Words words, const Place& place) {
  const Word& noun = words[place.head];
  const bool named = place.head > place.first && words[place.head - 1].kind == WordKind::noun;
  if (named && in_word_group("use of a substance", noun.norm)) return true;
  const bool to = place.head + 1 < words.size() && words[place.head + 1].kind == WordKind::to;
  return to && in_word_group("result noun with", noun.norm);
}

/// True if a statement speaks of treatments that are not the topic.
bool speaks_of_others(Words words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const bool other = in_word_group("other treatment", words[i].norm) || words[i].norm == "other";
    for (std::size_t j = i + 1; other && j < words.size() && is_nominal(words[j]); ++j) {
      if (in_word_group("treatment noun with", words[j].norm)) return true;
    }
  }
  return false;
}

/// "quality of life" takes a treatment behind it, "risk of" what the risk is of; false where none can be named.
bool skip_complement(Words words, Place& place) {
  if (place.behind >= words.size() || words[place.behind].norm != "of") return true;
  if (place.link != "with" || !in_word_group("result noun with", words[place.head].norm)) return false;
  ++place.behind;
  while (place.behind < words.size() && is_nominal(words[place.behind])) ++place.behind;
  return true;
}

/// True for a word that tells more of the noun before it.
bool completes(const Word& word) {
  return word.norm == "of" || word.norm == "with" || word.norm == "from" || word.norm == "by" || word.norm == "-" ||
         word.kind == WordKind::coordinator;
}

/// The noun at `noun` with what belongs to it, if the treatment may be named there.
std::optional<Place> place_at(Words words, std::size_t noun) {
  const std::string_view link = link_of(words[noun]);
  const bool head = noun + 1 >= words.size() || words[noun + 1].kind != WordKind::noun;
  const bool several = words[noun].plural && in_word_group("treatment noun with", words[noun].norm);
  if (link.empty() || !head || several) return std::nullopt;
  Place place{noun, noun + 1, link, false, noun};
  const auto opens = [](const Word& word) {
    return word.kind == WordKind::determiner || word.kind == WordKind::possessive;
  };
  while (place.first > 0 && is_nominal(words[place.first - 1]) && !opens(words[place.first])) --place.first;
  if (is_of_another(words, place) || is_told(words, place)) return std::nullopt;
  const bool determined = opens(words[place.first]);
  place.needs_article =
      !determined && link == "of" && in_word_group("result noun of", words[noun].norm) && !words[noun].plural;
  if (!skip_complement(words, place)) return std::nullopt;
  if (place.behind < words.size() && completes(words[place.behind])) return std::nullopt;
  return place;
}

std::optional<Place> place_in_subject(Words words, const Clause& stated) {
  for (std::size_t i = stated.subject; i < stated.verb && words[i].kind != WordKind::relative; ++i) {
    if (words[i].kind == WordKind::preposition && words[i].norm != "of") break;  // its head stands before
    if (const std::optional<Place> place = place_at(words, i)) return place;
  }
  return std::nullopt;
}

/// In one part of a sentence outside its subject; `any` says that every noun will do, not only that of a treatment.
std::optional<Place> place_between(Words words, std::size_t first, std::size_t last, bool any) {
  for (std::size_t i = first; i < last && words[i].kind != WordKind::relative; ++i) {
    if (!any && !in_word_group("treatment noun of", words[i].norm)) continue;
    std::optional<Place> place = place_at(words, i);
    if (!place) continue;
    place->needs_article = false;
    if (in_word_group("result noun of", words[i].norm)) place->link = "with";
    return place;
  }
  return std::nullopt;
}

std::optional<Place> find_place(Words words) {
  const std::optional<Clause> clause = find_clause(words, 0, words.size());
  if (!clause || speaks_of_others(words)) return std::nullopt;
  const Clause stated = find_stated_clause(words, *clause);
  if (const std::optional<Place> place = place_in_subject(words, stated)) return place;
  const bool people =
      stated.verb > 0 && std::any_of(words.begin() + at(stated.subject), words.begin() + at(stated.verb),
                                     [](const Word& word) { return in_word_group("people", word.norm); });
  const bool gets = people && in_word_group("experience verb", words[stated.verb_end - 1].base);
  const std::optional<Place> behind = place_between(words, stated.verb_end, words.size(), gets);
  return behind ? behind : place_between(words, 0, stated.subject, false);
}

/// True where the section is about one way to give the topic.
bool speaks_of_topic(const Context& context) {
  return context.way.size() > context.topic.name.size() && context.way.find(context.topic.name) != std::string::npos;
}

/// "Some patients may experience headaches" below "Side effects", or behind a statement on a treatment: "With
/// ketamine, some patients …".
void name_in_front(ResolvedStatement& statement, Words words, const Context& context, const Vocabulary& vocabulary) {
  const std::optional<Clause> clause = find_clause(words, 0, words.size());
  if (!clause || clause->subject != 0 || clause->verb == 0 || speaks_of_others(words)) return;
  const Word& head = words[clause->verb - 1];
  const Word& verb = words[clause->verb_end - 1];
  if (!in_word_group("people", head.norm) || !in_word_group("experience verb", verb.base)) return;
  const std::vector<Word> heading = read_words(context.heading);
  const bool listed = std::any_of(heading.begin(), heading.end(),
                                  [](const Word& word) { return in_word_group("list heading", word.norm); });
  const bool follows = words[clause->finite].kind == WordKind::modal && !context.treatment.empty();
  if (!listed && !follows) return;
  const std::string name = follows ? context.treatment.words : context.topic.name;
  const std::string first = inside_sentence(slice(statement.text.text(), words.front().span), vocabulary);
  statement.text = statement.text.with_replaced(words.front().span, first);
  statement.text = statement.text.with_replaced({0, 0}, "With " + name + ", ");
  statement.notes.push_back("“With " + name + "” is added from what stands before it");
}

}  // namespace

void name_treatment(ResolvedStatement& statement, const Context& context, const Vocabulary& vocabulary) {
  if (!is_topic_meant(context, vocabulary) || names_a_treatment(statement.text.text(), vocabulary)) return;
  const std::vector<Word> words = read_words(statement.text.text());
  const std::optional<Place> place = find_place(words);
  if (!place) return name_in_front(statement, words, context, vocabulary);
  const std::size_t end = words[place->behind - 1].span.end;
  const std::string& name = place->link == "of" && speaks_of_topic(context) ? context.way : context.topic.name;
  const std::string added = " " + std::string(place->link) + " " + name;
  statement.text = statement.text.with_replaced({end, end}, added);
  if (place->needs_article) {
    const std::size_t begin = words[place->first].span.begin;
    const std::string first = inside_sentence(slice(statement.text.text(), words[place->first].span), vocabulary);
    statement.text = statement.text.with_replaced(words[place->first].span, first);
    statement.text = statement.text.with_replaced({begin, begin}, "the ");
  }
  statement.notes.push_back("“" + added.substr(1) + "” is added: the article is about it");
}

}  // namespace claimcheck
