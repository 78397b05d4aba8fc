#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokens.h"
#include "verify/comparison_words.h"

namespace claimcheck {

/// What stands for the intervention and the comparator in a marked passage.
inline constexpr std::string_view kArmMark = "I";
inline constexpr std::string_view kOtherMark = "C";

/// True for the mark of an arm.
bool is_arm_mark(std::string_view word);

/// The mark of the other arm.
std::string_view opposite(std::string_view arm);

/// Which arm each word of a passage names: by the words of the slot that the other slot has not, by a short form that
/// the passage defines or that is the initials of the slot ("LMWH"), by a label ("group A"), or by a word that authors
/// use for any trial ("the control group", "untreated"). What stands behind "without" or "non-" is the other arm.
class ArmFinder {
 public:
  ArmFinder(std::string_view passage, std::span<const Token> tokens, const ComparisonWords& words);

  /// The mark of the arm that token `at` names, or "".
  [[nodiscard]] std::string_view at(std::size_t at) const { return marks_[at]; }

 private:
  struct Arm {
    Stems stems;   ///< of the slot, not in the other slot
    Stems labels;  ///< "a" of "group A"
    Stems initials;
    bool denies = false;  ///< the slot names what is left out: "no exercise", "without drainage"
  };

  void split_shared(const ComparisonWords& words);
  void tidy(Stems& stems) const;
  void add_short_forms(std::string_view passage);
  void add_labels(const ComparisonWords& words);
  void read_labels(std::span<const Token> tokens);
  [[nodiscard]] std::string_view named_at(std::span<const Token> tokens, std::size_t at, std::string_view raw) const;
  [[nodiscard]] std::string_view slot_word_at(const Token& token, std::string_view raw) const;
  [[nodiscard]] bool is_denied(std::span<const Token> tokens, std::size_t at, std::string_view mark) const;
  [[nodiscard]] std::string_view labelled_at(std::span<const Token> tokens, std::size_t at) const;
  [[nodiscard]] std::string_view part_at(std::span<const Token> tokens, std::size_t at) const;
  [[nodiscard]] std::string_view generic_at(std::span<const Token> tokens, std::size_t at) const;

  Arm arm_;
  Arm other_;
  Stems shared_;
  Stems outcome_;
  std::vector<std::string_view> marks_;  ///< for each token
};

}  // namespace claimcheck
