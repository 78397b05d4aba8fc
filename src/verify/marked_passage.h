#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/cues.h"
#include "text/numbers.h"
#include "text/tokens.h"
#include "verify/arm_finder.h"
#include "verify/comparison_words.h"

namespace claimcheck {

/// What stands for the outcome in a marked passage.
inline constexpr std::string_view kOutcomeMark = "O";

/// How near to the outcome a word stands: in the clause that names most of the outcome, in its sentence, elsewhere.
enum class Nearness { clause, sentence, elsewhere };

/// A passage with everything that is particular to its trial replaced by marks: the arms, the outcome, numbers,
/// p-values and intervals.
class MarkedPassage {
 public:
  MarkedPassage(std::string_view passage, const ComparisonWords& words);

  /// The words with marks in place of what is particular, for counting.
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  /// For each of words(), the token that it stands for.
  [[nodiscard]] const std::vector<std::size_t>& word_tokens() const { return word_tokens_; }
  [[nodiscard]] const std::vector<NumberMention>& numbers() const { return numbers_; }
  [[nodiscard]] const std::vector<Cue>& cues() const { return cues_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

  /// The mark of the arm that token `at` names, or "".
  [[nodiscard]] std::string_view arm_at(std::size_t at) const { return arms_.at(at); }
  [[nodiscard]] bool is_outcome_at(std::size_t at) const { return outcome_at_[at]; }
  /// The number that token `at` is part of, as its place in numbers(); numbers().size() when it is none.
  [[nodiscard]] std::size_t number_at(std::size_t at) const { return number_at_[at]; }
  /// True if token `at` is the first of a number.
  [[nodiscard]] bool begins_number(std::size_t at) const;
  /// The mark of a p-value ("<p sig>", "<p ns>"), of an interval ("<ci>", "<ci 0>"), of an amount of time or drug
  /// ("<time>"), or "#".
  [[nodiscard]] std::string_view number_mark(std::size_t number) const { return number_marks_[number]; }
  /// True if the slots of the comparison name the number at token `at`: a dose, a number of weeks.
  [[nodiscard]] bool is_of_slot(std::size_t at) const { return slot_numbers_.contains(tokens_[at].norm); }
  /// The sentence and the clause of token `at`, counted from 0 through the passage.
  [[nodiscard]] std::size_t sentence_of(std::size_t at) const { return sentence_of_[at]; }
  [[nodiscard]] std::size_t clause_of(std::size_t at) const { return clause_of_[at]; }
  [[nodiscard]] Nearness nearness(std::size_t at) const;
  /// The tokens that stand where the outcome is named most fully.
  [[nodiscard]] const std::vector<std::size_t>& outcome_places() const { return outcome_places_; }
  /// The marks of the arms in the order in which they first stand in tokens [first, last): "IC", "CI", "I", "C" or "".
  [[nodiscard]] std::string arm_order(std::size_t first, std::size_t last) const;
  [[nodiscard]] std::string arm_order() const { return arm_order(0, tokens_.size()); }
  /// The tokens of a sentence: [first, last).
  [[nodiscard]] std::pair<std::size_t, std::size_t> sentence_range(std::size_t sentence) const;

 private:
  void find_places(std::string_view passage);
  void find_numbers_and_outcome();
  void mark_numbers();
  [[nodiscard]] bool is_range(std::size_t i) const;
  void find_focus();
  void find_outcome_places();
  [[nodiscard]] std::string_view mark_of(std::size_t number, std::size_t token) const;
  void add(std::string_view word, std::size_t token);
  void add_words();

  Stems outcome_;
  Stems slot_numbers_;
  std::vector<Token> tokens_;
  std::vector<Cue> cues_;
  std::vector<NumberMention> numbers_;
  ArmFinder arms_;
  std::vector<bool> outcome_at_;
  std::vector<std::size_t> outcome_places_;
  std::vector<std::size_t> number_at_;
  std::vector<std::string_view> number_marks_;
  std::vector<std::size_t> sentence_of_;
  std::vector<std::size_t> clause_of_;
  std::vector<bool> focus_clauses_;
  std::vector<bool> focus_sentences_;
  std::vector<std::string> words_;
  std::vector<std::size_t> word_tokens_;
};

}  // namespace claimcheck
