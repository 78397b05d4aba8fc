#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/claim_frame.h"
#include "text/cues.h"
#include "text/numbers.h"
#include "text/tokens.h"

namespace claimcheck {

/// The words of a comparison: which treatment, against what, measured by what. A comparator may be left open.
struct ComparisonWords {
  std::string_view intervention;
  std::string_view comparator;
  std::string_view outcome;
  Valence valence = Valence::neutral;  ///< of the outcome
};

using Stems = std::unordered_set<std::string>;

/// The stems of the words in `text` that tell it from another: no stop words, not "group", "patients", "treatment".
Stems content_stems(std::string_view text);

/// What stands for the intervention, the comparator and the outcome in a marked passage.
inline constexpr std::string_view kArmMark = "I";
inline constexpr std::string_view kOtherMark = "C";
inline constexpr std::string_view kOutcomeMark = "O";

/// One word of a marked passage, as its stem or as a mark.
struct MarkedWord {
  std::string word;
  double value = 0;  ///< of a number, whose word is "#"
  bool is_number = false;
};

/// A passage with everything that is particular to its trial replaced by marks: the arms, the outcome, numbers,
/// p-values and intervals.
class MarkedPassage {
 public:
  MarkedPassage(std::string_view passage, const ComparisonWords& words);

  [[nodiscard]] const std::vector<MarkedWord>& words() const { return words_; }
  [[nodiscard]] const std::vector<NumberMention>& numbers() const { return numbers_; }
  [[nodiscard]] const std::vector<Cue>& cues() const { return cues_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }

  /// The mark of the arm that token `at` names, or "".
  [[nodiscard]] std::string_view arm_at(std::size_t at) const;
  /// True if the outcome is named in the clause around token `at`.
  [[nodiscard]] bool is_near_outcome(std::size_t at) const;
  /// The marks of the arms in the order in which they first stand: "IC", "CI", "I", "C" or "".
  [[nodiscard]] std::string arm_order() const;

 private:
  void add_labels(const ComparisonWords& words);
  void add(std::string_view word);
  void add_number(const NumberMention& number);
  void add_words();
  [[nodiscard]] bool names_outcome(std::size_t at) const;
  [[nodiscard]] const NumberMention* number_at(const Token& token) const;

  Stems arm_;
  Stems other_;
  Stems outcome_;
  Stems arm_labels_;
  Stems other_labels_;
  std::vector<Token> tokens_;
  std::vector<Cue> cues_;
  std::vector<NumberMention> numbers_;
  std::vector<MarkedWord> words_;
};

/// True for the mark of an arm.
bool is_arm_mark(std::string_view word);

}  // namespace claimcheck
