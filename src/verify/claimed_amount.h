#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/span.h"
#include "verify/match.h"
#include "verify/sentence.h"

namespace claimcheck {

/// By how much the claim says that its outcome changes.
struct ClaimedAmount {
  enum class Sort {
    share,  ///< of what it is without: 0.3 for "by roughly 30 per cent" and "30 % fewer", 0.5 for "halves"
    times,  ///< 2 for "twice as frequent", "doubles"
    units,  ///< in the outcome's own unit: 1.2 for "about 1.2 kilos more"
  };
  Sort sort = Sort::share;
  double value = 0;
  bool at_least = false;  ///< "by more than a third": larger ones bear it out too
  std::string unit = {};  ///< of units: one name for every way of writing it ("kg"); empty for points
  Span span = {};         ///< the words that tell it
};

/// The one amount of change that the claim names, of which `tokens` is tokenize(`text`); nullopt without any, and with
/// one that has an upper bound ("by up to 30 %"), which a finding of less would bear out as well as not.
std::optional<ClaimedAmount> find_claimed_amount(std::string_view text, std::span<const Token> tokens);

/// True if a number that the sentence gives for `outcome` bears the amount out: a ratio or a share within a fifth of
/// the claimed share, or within 5 percentage points of it, or a number in the same unit within a fifth, or that rounds
/// to the claimed one. "About a third" is borne out by a relative risk of 0.72 (28 %), not by one of 0.85.
bool bears_amount(const ClaimedAmount& amount, const Sentence& sentence, const SlotMatch& outcome);

}  // namespace claimcheck
