#include "intake/list_claims.h"

#include <algorithm>
#include <span>
#include <vector>

#include "intake/clause.h"
#include "intake/grammar.h"
#include "intake/word_groups.h"
#include "text/tokens.h"

namespace claimcheck {

namespace {

using Words = std::span<const Word>;

bool names(std::string_view text, ConceptKind kind, const Vocabulary& vocabulary) {
  const std::vector<ConceptMention> mentions = vocabulary.find_mentions(text, tokenize(text));
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](const ConceptMention& mention) { return mention.concept_ptr->kind == kind; });
}

bool is_phrase(Words words) {
  return !words.empty() && !find_clause(words, 0, words.size()) &&
         (is_nominal(words.front()) || (words.front().kind == WordKind::verb && words.front().form == VerbForm::ing));
}

bool tells_dose(const Word& word) {
  return word.kind == WordKind::number || in_word_group("dose unit", word.norm);
}

/// True where a header is the name of what is compared, and no more than a word for how it is given: "Ketamine (IV)",
/// "Lidocaine infusion", "Lidocaine 5 mg/kg"; "Ketamine pharmacology" is about something else.
bool is_column_of(std::string_view header, ConceptKind kind, const Vocabulary& vocabulary) {
  const std::vector<Word> words = read_words(header);
  if (!words.empty() && words.front().form == VerbForm::ing) return false;  // "Removing the IV"
  std::size_t last = 0;
  while (last < words.size() && words[last].kind != WordKind::preposition && words[last].norm != "(") ++last;
  while (last > 0 && (in_word_group("treatment noun with", words[last - 1].norm) ||
                      in_word_group("treatment noun of", words[last - 1].norm) || tells_dose(words[last - 1]))) {
    --last;
  }
  if (last == 0) return names(header, kind, vocabulary);
  const std::vector<ConceptMention> mentions = vocabulary.find_mentions(header, tokenize(header));
  return std::any_of(mentions.begin(), mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == kind && mention.span.end >= words[last - 1].span.end;
  });
}

/// The place of the noun that a heading is about: its last, or that before "of".
std::size_t find_topic_noun(Words words) {
  std::size_t head = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind == WordKind::preposition || words[i].kind == WordKind::to ||
        words[i].kind == WordKind::relative || words[i].kind == WordKind::verb || words[i].kind == WordKind::adverb) {
      break;
    }
    if (words[i].kind == WordKind::noun) head = i;
  }
  return head;
}

/// "benefits of integrated care", "common short-term effects of ketamine": what each item below it is; empty where a
/// heading tells nothing of the kind.
std::string read_list_heading(std::string_view heading, const Context& context, const Vocabulary& vocabulary) {
  const std::vector<Word> words = read_words(heading);
  if (words.empty() || words.size() > 10 || words.back().norm == "?") return {};
  const std::size_t noun = find_topic_noun(words);
  const std::string& last = words.back().norm;
  if (in_word_group("people", words[noun].norm) && noun + 1 < words.size() &&
      words[noun + 1].kind == WordKind::relative) {
    const bool asks = in_word_group("asks for", last) && !context.topic.name.empty();
    return small_words(heading, vocabulary) + (asks ? " for " + context.topic.name : "");
  }
  if (!in_word_group("list heading", words[noun].norm)) return {};
  if (find_clause(words, 0, words.size())) return {};
  std::string phrase = small_words(heading, vocabulary);
  const bool joined = std::any_of(words.begin(), words.end(), [](const Word& word) {
    return word.kind == WordKind::coordinator || word.kind == WordKind::punctuation || word.kind == WordKind::pronoun;
  });
  if (joined) return {};
  if (!names(phrase, ConceptKind::intervention, vocabulary) && noun + 1 == words.size() &&
      is_topic_meant(context, vocabulary)) {
    phrase += " of " + context.topic.name;
  }
  return phrase;
}

/// What a list below "Benefits of X" is about.
std::string read_doer(std::string_view heading, const Context& context, const Vocabulary& vocabulary) {
  const std::vector<Word> words = read_words(heading);
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (!in_word_group("doing heading", words[i].norm) || words[i + 1].norm != "of" || words.back().plural) continue;
    return small_words(heading.substr(words[i + 2].span.begin), vocabulary);
  }
  const bool bare = !words.empty() && in_word_group("doing heading", words.back().norm);
  return bare && !context.topic.plural ? context.topic.name : std::string();
}

Draft joined(std::string_view opening, const Draft& item, const Vocabulary& vocabulary) {
  Draft text;
  text.add(opening);
  const std::string inside = inside_sentence(item.text(), vocabulary);
  text.append_word(inside == item.text() ? item : item.with_replaced({0, 1}, inside.substr(0, 1)));
  return text;
}

/// "Side effects may include the following" without its last words.
std::string without_following(std::string text) {
  for (const std::string_view end : {" the following", " these", " several", " one of the following"}) {
    if (text.ends_with(end)) text.resize(text.size() - end.size());
  }
  return text;
}

/// An item behind a heading of its list: "Common risks:"
std::optional<Draft> behind_heading(const Draft& item, std::string_view lead_in, const Context& context,
                                    const Vocabulary& vocabulary) {
  const std::vector<Word> words = read_words(lead_in);
  const Word& noun = words[find_topic_noun(words)];
  const bool plural = noun.plural && is_nominal(words.front());
  const bool tells = in_word_group("list heading", noun.norm) || in_word_group("people", noun.norm);
  if (!plural || !tells) return std::nullopt;
  const std::string heading = read_list_heading(lead_in, context, vocabulary);
  return joined((heading.empty() ? small_words(lead_in, vocabulary) : "the " + heading) + " include", item, vocabulary);
}

/// "Most side effects remain mild:"
std::optional<Draft> behind_lead_in(const Draft& item, std::string_view lead_in, const Context& context,
                                    const Vocabulary& vocabulary) {
  const std::vector<Word> words = read_words(lead_in);
  if (words.empty()) return std::nullopt;
  const std::optional<Clause> clause = find_clause(words, 0, words.size());
  if (!clause) return behind_heading(item, lead_in, context, vocabulary);
  const Clause stated = find_stated_clause(words, *clause);
  const std::size_t head =
      stated.subject + find_topic_noun(Words(words).subspan(stated.subject, stated.verb - stated.subject));
  if (head >= stated.verb || !in_word_group("list heading", words[head].norm)) return std::nullopt;
  std::string heading = read_list_heading(context.heading, context, vocabulary);
  if (heading.empty()) {
    const bool side = head > 0 && words[head - 1].norm == "side";
    heading = (side ? "side " : "") + words[head].norm;
    if (is_topic_meant(context, vocabulary)) heading += " of " + context.topic.name;
  }
  return joined("the " + heading + " include", item, vocabulary);
}

std::string_view end_of(std::string_view phrase) {
  return phrase.substr(phrase.find_last_of(' ') + 1);
}

}  // namespace

bool is_open_lead_in(const std::string& lead_in) {
  const std::string text = without_following(lead_in);
  const std::vector<Word> words = read_words(text);
  if (words.size() < 2 || words.front().norm.starts_with("what") || words.front().norm.starts_with("how")) return false;
  const Word& last = words.back();
  if (in_word_group("empty lead-in", last.norm) || last.norm == "as" || last.norm == "below") return false;
  const std::optional<Clause> clause = find_clause(words, 0, words.size());
  if (!clause) return last.norm == "including" || last.norm == "include" || last.norm == "includes";
  // "A catheter will be placed:" has said it all.
  const bool passive = last.form == VerbForm::participle && words[words.size() - 2].kind == WordKind::be;
  if (passive) return false;
  return last.kind == WordKind::preposition || last.kind == WordKind::to || last.kind == WordKind::modal ||
         last.norm == "that" || (last.kind == WordKind::verb && clause->verb_end == words.size()) ||
         (last.kind == WordKind::verb && last.form != VerbForm::participle) || last.kind == WordKind::relative ||
         last.kind == WordKind::subordinator || (last.kind == WordKind::be && clause->verb_end == words.size());
}

namespace {

/// "Reduces pain" below "Benefits of X".
std::optional<Draft> behind_doer(const Draft& item, const std::string& lead_in, const Context& context,
                                 const Vocabulary& vocabulary) {
  std::string doer = read_doer(lead_in.empty() ? context.heading : lead_in, context, vocabulary);
  if (doer.empty() && !lead_in.empty()) doer = read_doer(context.heading, context, vocabulary);
  if (doer.empty()) return std::nullopt;
  return joined(doer, item, vocabulary);
}

bool asks_for_verb(const std::string& lead) {
  const std::vector<Word> words = read_words(lead);
  return !words.empty() && (words.back().kind == WordKind::modal || words.back().kind == WordKind::to);
}

/// True for an open lead-in that a phrase can complete.
bool takes_phrase(const std::string& lead) {
  const std::string_view end = end_of(lead);
  const std::vector<Word> words = read_words(end);
  if (words.empty() || words.front().kind == WordKind::subordinator) return false;
  return end != "to" && end != "can" && end != "may" && end != "will" && end != "that";
}

}  // namespace

std::optional<Draft> compose_list_claim(const Draft& item, const std::string& lead_in, const Context& context,
                                        const Vocabulary& vocabulary) {
  const std::vector<Word> words = read_words(item.text());
  if (words.empty()) return std::nullopt;
  const Word& first = words.front();
  if (first.kind == WordKind::verb && first.form == VerbForm::third) {
    return behind_doer(item, lead_in, context, vocabulary);
  }
  const std::string lead = without_following(lead_in);
  if (first.kind == WordKind::verb && first.form == VerbForm::base) {
    return asks_for_verb(lead) ? std::optional(joined(lead, item, vocabulary)) : std::nullopt;
  }
  if (!is_phrase(words)) return std::nullopt;
  if (is_open_lead_in(lead)) {
    return takes_phrase(lead) ? std::optional(joined(lead, item, vocabulary)) : std::nullopt;
  }
  if (!lead.empty()) return behind_lead_in(item, lead, context, vocabulary);
  if (is_open_lead_in(context.heading)) return joined(small_words(context.heading, vocabulary), item, vocabulary);
  const std::string heading = read_list_heading(context.heading, context, vocabulary);
  if (heading.empty()) return std::nullopt;
  return joined("the " + heading + " include", item, vocabulary);
}

namespace {

/// "Response rate", "duration of effect": of people too, not only of treatments.
bool tells_result(Words attribute) {
  return std::any_of(attribute.begin(), attribute.end(), [](const Word& word) {
    return in_word_group("result noun of", word.norm) || in_word_group("result noun with", word.norm);
  });
}

}  // namespace

std::optional<Draft> compose_cell_claim(const Draft& cell, const std::string& column, const std::string& row,
                                        const Context& context, const Vocabulary& vocabulary) {
  if (cell.empty() || column.empty() || row.empty() || cell.text() == row || cell.text() == column) return std::nullopt;
  const auto names_what = [&](const std::string& header) {
    return is_column_of(header, ConceptKind::intervention, vocabulary) ||
           is_column_of(header, ConceptKind::population, vocabulary) ||
           is_column_of(header, ConceptKind::route, vocabulary);
  };
  const bool by_column = names_what(column);
  if (!by_column && !names_what(row)) return std::nullopt;
  const std::string& what = by_column ? column : row;
  const std::string& attribute = by_column ? row : column;
  const std::vector<Word> attribute_words = read_words(attribute);
  const std::vector<Word> cell_words = read_words(cell.text());
  const bool treatment = names(what, ConceptKind::intervention, vocabulary);
  const bool does = !cell_words.empty() && cell_words.front().form == VerbForm::third;
  if (treatment && does) return joined(with_capital(small_words(what, vocabulary)), cell, vocabulary);
  const bool told = treatment || tells_result(attribute_words);
  const bool empty_attribute = std::any_of(attribute_words.begin(), attribute_words.end(), [](const Word& word) {
    return in_word_group("empty attribute", word.norm);
  });
  const bool answer = cell_words.size() == 1 && in_word_group("answer", cell_words.front().norm);
  const bool plain = !empty_attribute && !answer && told && !attribute_words.empty() && is_phrase(attribute_words) &&
                     attribute_words.size() <= 6 && !names_what(attribute) && !cell_words.empty() &&
                     !find_clause(cell_words, 0, cell_words.size()) &&
                     (is_nominal(cell_words.front()) || cell_words.front().form == VerbForm::participle ||
                      cell_words.front().kind == WordKind::punctuation);
  if (!plain) return std::nullopt;
  std::string opening = "for " + small_words(what, vocabulary);
  opening += ", the " + small_words(attribute, vocabulary);
  if (!treatment && is_topic_meant(context, vocabulary)) opening += " with " + context.topic.name;
  opening += attribute_words[find_topic_noun(attribute_words)].plural ? " are" : " is";
  return joined(opening, cell, vocabulary);
}

}  // namespace claimcheck
