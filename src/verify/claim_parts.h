#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/enum_names.h"
#include "verify/sentence.h"

namespace claimcheck {

/// How a claim is put, which decides what a null result does for it.
enum class ClaimForm {
  statement,   ///< "X lowers Y": a null result says nothing by itself (Cochrane Handbook 12.7.4)
  question,    ///< "Does X lower Y?": answered yes or no, and a null result answers no
  comparison,  ///< "X is superior to Y in terms of Z": what a trial's protocol sets out to show
};

/// A claim whose words, not its concepts, are looked for: its form and the stems of the words that carry content, each
/// once, in order. Only a comparison tells its arms and its outcome apart; else they are empty.
struct ClaimParts {
  ClaimForm form = ClaimForm::statement;
  bool asks_no_worse = false;  ///< a comparison that says "non-inferior" or "equivalent"
  std::vector<std::string> words;
  std::vector<std::string> intervention;
  std::vector<std::string> comparator;
  std::vector<std::string> outcome;
  std::vector<std::string> numbers;  ///< as the claim gives them, some more than once
  std::string intervention_text;     ///< as the claim puts them
  std::string comparator_text;
  std::string outcome_text;

  /// What evidence must speak of: the outcome of a comparison, else all words.
  [[nodiscard]] const std::vector<std::string>& target() const {
    return form == ClaimForm::comparison ? outcome : words;
  }
};

ClaimParts read_claim_parts(const Sentence& claim);

template <>
struct EnumNames<ClaimForm> {
  static constexpr std::array<std::string_view, 3> values{"statement", "question", "comparison"};
};

}  // namespace claimcheck
