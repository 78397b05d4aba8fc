#include "verify/marked_passage.h"

#include <algorithm>

namespace claimcheck {
namespace {

constexpr double kAlpha = 0.05;

Stems without(const Stems& stems, const Stems& others) {
  Stems rest;
  for (const std::string& stem : stems) {
    if (!others.contains(stem)) rest.insert(stem);
  }
  return rest;
}

bool is_control_word(const Token& token) {
  static const Stems words{"placebo", "control", "sham", "usual", "vehicl", "untreat", "convent", "standard"};
  return words.contains(token.stem);
}

bool is_treatment_word(const Token& token) {
  static const Stems words{"intervent", "experiment", "activ", "treat", "case"};
  return words.contains(token.stem);
}

bool is_group_word(const Token& token) {
  return token.stem == "group" || token.norm == "arm" || token.norm == "gp";
}

/// "A" of "group A".
Stems group_labels(std::string_view text) {
  Stems labels;
  const std::vector<Token> tokens = tokenize(text);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (is_group_word(tokens[i - 1]) && tokens[i].norm.size() <= 3) labels.insert(tokens[i].norm);
  }
  return labels;
}

bool ends_clause(const Token& token) {
  static const Stems words{";", ",", ".", "but", "whereas", "while"};
  return words.contains(token.norm);
}

}  // namespace

Stems content_stems(std::string_view text) {
  Stems stems;
  for (const Token& token : tokenize(text)) {
    const bool label = token.norm.size() == 1 && token.kind == TokenKind::word && token.norm != "a";
    if (token.kind == TokenKind::punctuation || (is_stop_word(token.norm) && !label)) continue;
    if (token.norm == "group" || token.norm == "patients" || token.norm == "treatment") continue;
    stems.insert(token.stem);
  }
  return stems;
}

bool is_arm_mark(std::string_view word) {
  return word == kArmMark || word == kOtherMark;
}

MarkedPassage::MarkedPassage(std::string_view passage, const ComparisonWords& words)
    : outcome_(content_stems(words.outcome)),
      tokens_(tokenize(passage)),
      cues_(find_cues(tokens_)),
      numbers_(find_numbers(passage, tokens_)) {
  const Stems intervention = content_stems(words.intervention);
  const Stems comparator = content_stems(words.comparator);
  arm_ = without(intervention, comparator);
  other_ = without(comparator, intervention);
  add_labels(words);
  add_words();
}

std::string_view MarkedPassage::arm_at(std::size_t at) const {
  const Token& token = tokens_[at];
  if (arm_.contains(token.stem)) return kArmMark;
  if (other_.contains(token.stem) || is_control_word(token)) return kOtherMark;
  if (is_treatment_word(token)) return kArmMark;
  if (at > 0 && is_group_word(tokens_[at - 1])) {
    if (arm_labels_.contains(token.norm)) return kArmMark;
    if (other_labels_.contains(token.norm)) return kOtherMark;
  }
  return {};
}

bool MarkedPassage::names_outcome(std::size_t at) const {
  return outcome_.contains(tokens_[at].stem) && !is_stop_word(tokens_[at].norm);
}

bool MarkedPassage::is_near_outcome(std::size_t at) const {
  for (std::size_t i = at; i < tokens_.size() && !ends_clause(tokens_[i]); ++i) {
    if (names_outcome(i)) return true;
  }
  for (std::size_t i = at; i > 0 && !ends_clause(tokens_[i - 1]); --i) {
    if (names_outcome(i - 1)) return true;
  }
  return false;
}

std::string MarkedPassage::arm_order() const {
  std::string order;
  for (const MarkedWord& word : words_) {
    if (is_arm_mark(word.word) && order.find(word.word) == std::string::npos) order += word.word;
  }
  return order;
}

/// The groups that the slots name ("group A"), or, where neither does, those that authors mostly mean: the treated are
/// counted first.
void MarkedPassage::add_labels(const ComparisonWords& words) {
  arm_labels_ = group_labels(words.intervention);
  other_labels_ = group_labels(words.comparator);
  if (!arm_labels_.empty() || !other_labels_.empty()) return;
  arm_labels_ = {"a", "1", "i"};
  other_labels_ = {"b", "2", "ii"};
}

void MarkedPassage::add(std::string_view word) {
  const bool mark = is_arm_mark(word) || word == kOutcomeMark;
  if (mark && !words_.empty() && words_.back().word == word) return;
  words_.push_back({std::string(word)});
}

const NumberMention* MarkedPassage::number_at(const Token& token) const {
  const auto holds = [&token](const NumberMention& number) { return number.span.contains(token.span); };
  const auto found = std::find_if(numbers_.begin(), numbers_.end(), holds);
  return found == numbers_.end() ? nullptr : &*found;
}

void MarkedPassage::add_number(const NumberMention& number) {
  switch (number.kind) {
    case NumberKind::p_value:
      return add(number.relation != NumberRelation::greater && number.value <= kAlpha ? "<p sig>" : "<p ns>");
    case NumberKind::interval:
      return add(number.low && number.high && *number.low * *number.high > 0 ? "<ci>" : "<ci 0>");
    case NumberKind::dose:
    case NumberKind::duration:
      return add("<time>");
    default:
      words_.push_back({"#", number.value, true});
  }
}

void MarkedPassage::add_words() {
  const NumberMention* last = nullptr;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    const NumberMention* number = number_at(token);
    if (number != nullptr && number != last) add_number(*number);
    last = number;
    if (number != nullptr) continue;
    if (const std::string_view arm = arm_at(i); !arm.empty()) {
      add(arm);
    } else if (names_outcome(i)) {
      add(kOutcomeMark);
    } else {
      add(token.kind == TokenKind::word ? token.stem : token.norm);
    }
  }
}

}  // namespace claimcheck
