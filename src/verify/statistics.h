#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/finding.h"
#include "verify/sentence.h"

namespace claimcheck {

/// The level below which a p-value is significant.
inline constexpr double kAlpha = 0.05;

/// The numbers of a clause put together.
struct Statistics {
  FindingNumbers numbers;
  /// Whether the interval or the p-value speaks against no effect (p below 0.05; an interval that leaves out 0, or 1
  /// for ratios); nullopt when the clause gives neither. An interval outranks a p-value.
  std::optional<bool> excludes_null;
  std::string words;  ///< the number that decided, as written
};

/// True if the words around the percentage at `number` make it a change and no rate: "53% less likely", "a 20%
/// reduction", "cut incidence by 31%".
bool is_relative_percent(std::string_view sentence, Span number);

/// True if the number behind `before` is heterogeneity: "I² = 48.5 %".
bool is_heterogeneity(std::string_view before);

Statistics read_statistics(const Sentence& sentence, const TokenRange& clause);

}  // namespace claimcheck
