#include "intake/context.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <vector>

#include "intake/clause.h"
#include "intake/grammar.h"
#include "intake/word_groups.h"
#include "text/tokens.h"
#include "text/utf8.h"

namespace claimcheck {

namespace {

/// Of what an article says of treatments, the share of its topic above which nothing else is meant.
constexpr double kOnlyTopic = 0.5;
constexpr std::size_t kSectionsKept = 2;
constexpr std::size_t kLongestHeading = 8;     // in words: of a heading that is taken up
constexpr std::size_t kShortestStatement = 4;  // in words: what is shorter is an exclamation
constexpr std::size_t kLongestPhrase = 6;      // in words: what is longer reads badly in another place

/// The first treatment named in `text`, with the noun that goes with it ("ketamine therapy").
Context::Phrase find_treatment(std::string_view text, const Vocabulary& vocabulary) {
  const std::vector<Token> tokens = tokenize(text);
  for (const ConceptMention& mention : vocabulary.find_mentions(text, tokens)) {
    if (mention.concept_ptr->kind != ConceptKind::intervention || is_unspecific(*mention.concept_ptr, vocabulary))
      continue;
    std::size_t last = mention.last;
    if (last < tokens.size() && (in_word_group("treatment noun with", tokens[last].norm) ||
                                 tokens[last].norm == "infusion" || tokens[last].norm == "infusions")) {
      ++last;
    }
    const Span span{mention.span.begin, tokens[last - 1].span.end};
    std::string name = small_words(slice(text, span), vocabulary);
    for (const std::string_view possessive : {"'s", "’s", "'", "’"}) {
      if (name.ends_with(possessive)) name.resize(name.size() - possessive.size());
    }
    const bool plural = !name.empty() && read_words(name).back().plural;
    return {std::move(name), plural, true, false};
  }
  return {};
}

/// The head of a noun phrase: its last word before a preposition, relative or comma.
std::size_t find_head(std::span<const Word> words) {
  std::size_t head = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_nominal(words[i]) && words[i].kind != WordKind::pronoun) break;
    head = i;
  }
  return head;
}

bool tells_a_result(std::string_view noun) {
  return in_word_group("result noun of", noun) || in_word_group("result noun with", noun);
}

/// True for names of people and places: a capital inside that no short form and no word of the vocabulary has.
bool has_name(std::string_view text, std::span<const Word> words, const Vocabulary& vocabulary) {
  return std::any_of(words.begin(), words.end(), [&](const Word& word) {
    const std::string_view written = slice(text, word.span);
    const bool capital = written.size() > 1 && written[0] >= 'A' && written[0] <= 'Z' && written[1] >= 'a';
    if (!capital || (&word != &words.front() && inside_sentence(written, vocabulary) == written)) return false;
    return &word != &words.front();
  });
}

/// What a subject can be taken up as.
Context::Phrase read_subject(std::string_view text, const Vocabulary& vocabulary) {
  const std::vector<Word> words = read_words(text);
  if (words.empty()) return {};
  const Word& head = words[find_head(words)];
  if (words.front().norm == "a" || words.front().norm == "an") return {};  // "a powerful anesthetic": one of many
  Context::Phrase treatment = find_treatment(text.substr(0, head.span.end), vocabulary);
  if (!treatment.empty() && !tells_a_result(head.norm)) {
    const bool article =
        words.front().norm == "the" && fold_case(text).starts_with("the " + fold_case(treatment.words));
    if (!article) return treatment;
    return {"the " + treatment.words, treatment.plural, true, false, 0};
  }
  if (in_word_group("no antecedent", head.norm)) return find_treatment(text, vocabulary);
  if (has_name(text, words, vocabulary)) return {};
  if (words.size() > kLongestPhrase || head.kind != WordKind::noun || words.front().kind == WordKind::pronoun)
    return {};
  return {inside_sentence(text, vocabulary), head.plural, false, in_word_group("people", head.norm)};
}

void remember_phrases(Context& context, std::string_view text, std::span<const Word> words,
                      const Vocabulary& vocabulary) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t end = i;
    while (end < words.size() && (words[end].kind == WordKind::noun || words[end].kind == WordKind::adjective)) ++end;
    const bool kept = !in_word_group("shared modifier", words[i].norm);  // "reduced side effects": not the effects
    if (kept && end > i + 1 && words[end - 1].kind == WordKind::noun) {
      const Span span{words[i].span.begin, words[end - 1].span.end};
      context.phrases[words[end - 1].norm] = {inside_sentence(slice(text, span), vocabulary), words[end - 1].plural,
                                              false, false, context.section};
    }
    i = std::max(i, end);
  }
}

bool names_any(std::string_view text, std::span<const ConceptKind> kinds, const Vocabulary& vocabulary) {
  const std::vector<ConceptMention> mentions = vocabulary.find_mentions(text, tokenize(text));
  return std::any_of(mentions.begin(), mentions.end(), [&](const ConceptMention& mention) {
    return std::find(kinds.begin(), kinds.end(), mention.concept_ptr->kind) != kinds.end();
  });
}

/// "intramuscular (IM) injection of ketamine" of a heading that is one way to treat, "medical screening" of one to
/// care.
std::string read_way(std::string_view heading, const Topic& topic, const Vocabulary& vocabulary) {
  const std::vector<Word> words = read_words(heading);
  const bool phrase = !words.empty() && words.size() <= kLongestHeading &&
                      std::all_of(words.begin(), words.end(), [](const Word& word) {
                        return is_nominal(word) || word.norm == "(" || word.norm == ")";
                      });
  if (!phrase || words.back().plural) return {};
  constexpr std::array<ConceptKind, 1> kTreatments{ConceptKind::intervention};
  constexpr std::array<ConceptKind, 2> kWays{ConceptKind::intervention, ConceptKind::route};
  const bool way = names_any(heading, kWays, vocabulary);
  const bool doing =
      in_word_group("way noun", words.back().norm) || (words.size() > 1 && words.back().norm.ends_with("ing"));
  if (!way && !doing) return {};
  std::string meant = small_words(heading, vocabulary);
  if (way && !topic.name.empty() && !names_any(meant, kTreatments, vocabulary)) meant += " of " + topic.name;
  return meant;
}

/// The treatment that a heading is, or that it alone names in an article without a topic; else the article's.
Topic read_section_topic(const Context& context, const Vocabulary& vocabulary) {
  const std::string& heading = context.heading;
  const Concept* only = nullptr;
  Span span;
  for (const ConceptMention& mention : vocabulary.find_mentions(heading, tokenize(heading))) {
    if (mention.concept_ptr->kind != ConceptKind::intervention) continue;
    if (only != nullptr || is_unspecific(*mention.concept_ptr, vocabulary)) return context.article_topic;
    only = mention.concept_ptr;
    span = mention.span;
  }
  if (only == nullptr) return context.article_topic;
  const bool whole = span.begin == 0 && span.end == heading.size();
  const std::vector<Word> words = read_words(heading);
  const bool purpose = !words.empty() && in_word_group("purpose noun", words.back().norm);
  if ((!whole || purpose) && !context.article_topic.name.empty()) return context.article_topic;
  const std::string name = small_words(slice(heading, span), vocabulary);
  return {name, read_words(name).back().plural, only->id, 1.0};
}

/// "The FDA has approved esketamine. It …": who approves it is not what is spoken of further.
bool names_agency(std::span<const Word> words, const Clause& clause, const Context::Phrase& subject) {
  const std::span<const Word> named = words.subspan(clause.subject, clause.verb - clause.subject);
  const auto is_agency = [](const Word& word) { return in_word_group("agency", word.norm); };
  return !subject.treatment && std::any_of(named.begin(), named.end(), is_agency);
}

/// "ketamine" of "have used ketamine for pain": the words behind the verb, to the next preposition.
std::string_view read_object(std::string_view statement, std::span<const Word> words, const Clause& clause) {
  std::size_t last = clause.verb_end;
  while (last < clause.last && (words[last].kind != WordKind::preposition || words[last].norm == "of")) ++last;
  if (last == clause.verb_end) return {};
  return slice(statement, {words[clause.verb_end].span.begin, words[last - 1].span.end});
}

/// What the clause is about is what a pronoun behind it stands for.
void remember_subject(Context& context, std::string_view statement, std::span<const Word> words, const Clause& stated,
                      const Vocabulary& vocabulary) {
  const Span span{words[stated.subject].span.begin, words[stated.verb - 1].span.end};
  const std::string_view rest = slice(statement, {words[stated.verb].span.begin, statement.size()});
  Context::Phrase subject = read_subject(slice(statement, span), vocabulary);
  if (names_agency(words, stated, subject)) subject = find_treatment(rest, vocabulary);
  // "Hospitals have used ketamine": what is done with it goes on, not who does it
  if (subject.people || subject.empty()) {
    Context::Phrase object = find_treatment(read_object(statement, words, stated), vocabulary);
    if (!object.empty() && context.treatment.empty()) context.treatment = std::move(object);
  }
  if (subject.treatment) context.treatment = subject;
  if (context.first_subject.empty()) context.first_subject = subject;
  if (subject.empty() && find_treatment(statement, vocabulary).empty()) context.subject = {};
  if (!subject.empty()) context.subject = std::move(subject);
}

}  // namespace

std::string small_words(std::string_view words, const Vocabulary& vocabulary) {
  std::string small;
  std::size_t from = 0;
  for (const Word& word : read_words(words)) {
    small += words.substr(from, word.span.begin - from);
    small += inside_sentence(slice(words, word.span), vocabulary);
    from = word.span.end;
  }
  return small + std::string(words.substr(from));
}

void enter_section(Context& context, std::string_view heading, const Vocabulary& vocabulary) {
  std::size_t begin = 0;  // behind "1." or "2)"
  while (begin < heading.size() && std::string_view("0123456789.) ").find(heading[begin]) != std::string_view::npos)
    ++begin;
  context.heading = std::string(heading.substr(begin));
  while (!context.heading.empty() && (context.heading.back() == ':' || context.heading.back() == ' ')) {
    context.heading.pop_back();
  }
  context.topic = read_section_topic(context, vocabulary);
  context.way = read_way(context.heading, context.topic, vocabulary);
  context.subject = {};
  context.first_subject = {};
  context.opening_subject = {};
  context.treatment = find_treatment(context.heading, vocabulary);
  const std::vector<Word> words = read_words(context.heading);
  if (!words.empty() && in_word_group("purpose noun", words.back().norm)) context.treatment = {};
  context.said_of_treatment = true;
  context.named.clear();
  remember_names(context, context.heading, vocabulary);
  ++context.section;
  std::erase_if(context.phrases,
                [&](const auto& phrase) { return phrase.second.section + kSectionsKept < context.section; });
}

void begin_sentence(Context& context) {
  context.opening_subject = std::move(context.first_subject);
  context.first_subject = {};
}

void remember_names(Context& context, std::string_view text, const Vocabulary& vocabulary) {
  for (const ConceptMention& mention : vocabulary.find_mentions(text, tokenize(text))) {
    const Concept& named = *mention.concept_ptr;
    if (named.kind == ConceptKind::intervention && !is_unspecific(named, vocabulary)) context.named = named.id;
  }
}

bool is_topic_meant(const Context& context, const Vocabulary& vocabulary) {
  if (context.topic.name.empty()) return false;
  if (context.named.empty()) return context.topic.share >= kOnlyTopic;
  return vocabulary.is_kind_of(context.named, context.topic.id) ||
         vocabulary.is_kind_of(context.topic.id, context.named) || context.topic.share >= kOnlyTopic;
}

void remember_statement(Context& context, std::string_view statement, const Vocabulary& vocabulary) {
  const std::vector<Word> words = read_words(statement);
  const std::optional<Clause> clause = find_clause(words, 0, words.size());
  if (!clause) {
    if (words.size() >= kShortestStatement) context.subject = {};  // what it spoke of was not read
    return;
  }
  const Clause stated = find_stated_clause(words, *clause);
  if (stated.verb > stated.subject) remember_subject(context, statement, words, stated, vocabulary);
  remember_phrases(context, statement, words, vocabulary);
  context.said_of_treatment = !find_treatment(statement, vocabulary).empty();
}

}  // namespace claimcheck
