#include "verify/marked_passage.h"
#include "verify/statistics.h"

#include <algorithm>
#include <utility>

#include "text/sentences.h"
#include "text/word_set.h"

namespace claimcheck {
namespace {

bool opens_clause(const Token& token) {
  static const WordSet words{";", "but", "whereas", "while", "although", "though", "however", "wherea"};
  return words.contains(token.norm);
}

/// How many brackets are open behind a token, from how many were ahead of it.
std::size_t open_brackets(std::size_t ahead, const Token& token) {
  if (token.norm == "(" || token.norm == "[") return ahead + 1;
  const bool closes = token.norm == ")" || token.norm == "]";
  return closes && ahead > 0 ? ahead - 1 : ahead;
}

bool is_line_end(std::string_view passage, std::size_t from) {
  const std::size_t next = passage.find_first_not_of(" \t*", from);
  return next == std::string_view::npos || passage[next] == '\n';
}

}  // namespace

MarkedPassage::MarkedPassage(std::string_view passage, const ComparisonWords& words)
    : outcome_(content_stems(words.outcome)),
      tokens_(tokenize(passage)),
      cues_(find_cues(tokens_)),
      numbers_(find_numbers(passage, tokens_)),
      arms_(passage, tokens_, words) {
  for (const std::string_view slot : {words.intervention, words.comparator}) {
    for (const Token& token : tokenize(slot)) {
      if (token.kind == TokenKind::number) slot_numbers_.insert(token.norm);
    }
  }
  find_places(passage);
  find_numbers_and_outcome();
  mark_numbers();
  // A table ends with its p-value: a cell of its own, or "<0.05".
  if (!numbers_.empty() && number_marks_.back() == "#" && passage.find('\n') != std::string_view::npos) {
    const NumberMention& last = numbers_.back();
    const std::size_t before = last.span.begin == 0 ? 0 : passage.find_last_not_of(' ', last.span.begin - 1);
    const char left = before == std::string_view::npos ? '\n' : passage[before];
    const bool fraction = slice(passage, last.span).find('.') != std::string_view::npos;
    if (last.value >= 0 && last.value < 1 && fraction && (left == '\n' || left == '<') &&
        is_line_end(passage, last.span.end))
      number_marks_.back() = last.value <= kAlpha ? "<p sig>" : "<p ns>";
  }
  find_focus();
  find_outcome_places();
  add_words();
}

void MarkedPassage::find_places(std::string_view passage) {
  const std::vector<Span> sentences = split_sentences(passage);
  std::size_t sentence = 0;
  std::size_t clause = 0;
  std::size_t brackets = 0;
  for (const Token& token : tokens_) {
    const std::size_t before = sentence;
    while (sentence + 1 < sentences.size() && token.span.begin >= sentences[sentence + 1].begin) ++sentence;
    brackets = open_brackets(sentence == before ? brackets : 0, token);
    if (sentence != before || (brackets == 0 && opens_clause(token))) ++clause;
    sentence_of_.push_back(sentence);
    clause_of_.push_back(clause);
  }
}

void MarkedPassage::find_numbers_and_outcome() {
  std::size_t number = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    while (number < numbers_.size() && numbers_[number].span.end <= token.span.begin) ++number;
    const bool inside = number < numbers_.size() && numbers_[number].span.contains(token.span);
    number_at_.push_back(inside ? number : numbers_.size());
    outcome_at_.push_back(outcome_.contains(token.stem) && !is_stop_word(token.norm) && token.kind == TokenKind::word &&
                          arm_at(i).empty());
  }
}

bool MarkedPassage::begins_number(std::size_t at) const {
  const std::size_t number = number_at_[at];
  return number != numbers_.size() && (at == 0 || number_at_[at - 1] != number);
}

std::string_view MarkedPassage::mark_of(std::size_t number, std::size_t token) const {
  const NumberMention& mention = numbers_[number];
  const auto is_p = [&] {  // "P value 0.003", "(p 0.2)"
    if (mention.kind != NumberKind::plain || token == 0 || mention.value < 0 || mention.value > 1) return false;
    const std::string& before = tokens_[token - 1].norm;
    if (before == "p") return true;
    return before == "value" && token > 1 && (tokens_[token - 2].norm == "p" || tokens_[token - 2].norm == "-");
  };
  switch (mention.kind) {
    case NumberKind::p_value:
      return mention.relation != NumberRelation::greater && mention.value <= kAlpha ? "<p sig>" : "<p ns>";
    case NumberKind::interval:
      return mention.low && mention.high && *mention.low * *mention.high > 0 ? "<ci>" : "<ci 0>";
    case NumberKind::dose:
    case NumberKind::duration:
      return "<time>";
    default:
      if (is_p()) return mention.value <= kAlpha ? "<p sig>" : "<p ns>";
      return "#";
  }
}

void MarkedPassage::mark_numbers() {
  number_marks_.assign(numbers_.size(), "#");
  std::size_t next = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const std::size_t number = number_at_[i];
    if (number == numbers_.size() || number < next) continue;
    number_marks_[number] = mark_of(number, i);
    next = number + 1;
  }
  // The interval of a ratio leaves out one, not nothing; "OR 0.63 (0.37-1.05)" gives one too.
  for (std::size_t i = 1; i < numbers_.size(); ++i) {
    if (numbers_[i - 1].kind != NumberKind::ratio) continue;
    const NumberMention& mention = numbers_[i];
    if (mention.kind == NumberKind::interval && mention.low && mention.high) {
      number_marks_[i] = *mention.low > 1 || *mention.high < 1 ? "<ci>" : "<ci 0>";
    } else if (mention.kind == NumberKind::plain && i + 1 < numbers_.size() && is_range(i)) {
      number_marks_[i] = mention.value > 1 || numbers_[i + 1].value < 1 ? "<ci>" : "<ci 0>";
      number_marks_[i + 1] = number_marks_[i];
    }
  }
}

/// True if number `i` and the next are the ends of a range in brackets around the number before.
bool MarkedPassage::is_range(std::size_t i) const {
  constexpr std::size_t widest = 5;  // bytes between: " to ", "; ", "-"
  const double estimate = numbers_[i - 1].value;
  return numbers_[i].span.begin - numbers_[i - 1].span.end <= widest &&
         numbers_[i + 1].span.begin - numbers_[i].span.end <= widest && numbers_[i].value < estimate &&
         estimate < numbers_[i + 1].value;
}

/// The clauses that name most of the outcome, and their sentences.
void MarkedPassage::find_focus() {
  const std::size_t clauses = clause_of_.empty() ? 0 : clause_of_.back() + 1;
  std::vector<Stems> named(clauses);
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (outcome_at_[i]) named[clause_of_[i]].insert(tokens_[i].stem);
  }
  std::size_t most = 0;
  for (const Stems& stems : named) most = std::max(most, stems.size());
  focus_clauses_.assign(clauses, most == 0);
  focus_sentences_.assign(sentence_of_.empty() ? 0 : sentence_of_.back() + 1, most == 0);
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (most == 0 || named[clause_of_[i]].size() < most) continue;
    focus_clauses_[clause_of_[i]] = true;
    focus_sentences_[sentence_of_[i]] = true;
  }
}

void MarkedPassage::find_outcome_places() {
  const std::size_t reach = outcome_.size() + 2;
  std::size_t most = 0;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (!outcome_at_[i] || nearness(i) != Nearness::clause) continue;
    Stems named;
    for (std::size_t k = i < reach ? 0 : i - reach; k < std::min(i + reach + 1, tokens_.size()); ++k) {
      if (outcome_at_[k] && clause_of_[k] == clause_of_[i]) named.insert(tokens_[k].stem);
    }
    if (named.size() < most) continue;
    if (named.size() > most) outcome_places_.clear();
    most = named.size();
    outcome_places_.push_back(i);
  }
}

Nearness MarkedPassage::nearness(std::size_t at) const {
  if (focus_clauses_[clause_of_[at]]) return Nearness::clause;
  return focus_sentences_[sentence_of_[at]] ? Nearness::sentence : Nearness::elsewhere;
}

std::string MarkedPassage::arm_order(std::size_t first, std::size_t last) const {
  std::string order;
  for (std::size_t i = first; i < last; ++i) {
    const std::string_view arm = arm_at(i);
    if (!arm.empty() && order.find(arm) == std::string::npos) order += arm;
  }
  return order;
}

std::pair<std::size_t, std::size_t> MarkedPassage::sentence_range(std::size_t sentence) const {
  const auto range = std::equal_range(sentence_of_.begin(), sentence_of_.end(), sentence);
  return {static_cast<std::size_t>(range.first - sentence_of_.begin()),
          static_cast<std::size_t>(range.second - sentence_of_.begin())};
}

void MarkedPassage::add(std::string_view word, std::size_t token) {
  const bool mark = is_arm_mark(word) || word == kOutcomeMark;
  if (mark && !words_.empty() && words_.back() == word) return;
  words_.emplace_back(word);
  word_tokens_.push_back(token);
}

void MarkedPassage::add_words() {
  std::size_t last = numbers_.size();
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const std::size_t number = number_at_[i];
    if (const std::string_view arm = arm_at(i); !arm.empty()) {
      add(arm, i);
    } else if (number != numbers_.size()) {
      if (number != last) add(number_marks_[number], i);
    } else if (outcome_at_[i]) {
      add(kOutcomeMark, i);
    } else {
      add(tokens_[i].kind == TokenKind::word ? tokens_[i].stem : tokens_[i].norm, i);
    }
    last = number;
  }
}

}  // namespace claimcheck
