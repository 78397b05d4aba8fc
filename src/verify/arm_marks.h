#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/span.h"
#include "verify/match.h"
#include "verify/sentence.h"

namespace claimcheck {

enum class MarkKind { treatment, comparator, figure };

/// Where a clause names an arm or gives a figure.
struct Mark {
  MarkKind kind = MarkKind::figure;
  std::size_t at = 0;  ///< byte in the sentence
  double figure = 0;
  Span span;
};

/// Adds where the clause names the treatment and what it is compared with.
void add_arms(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject, std::vector<Mark>& marks);

bool has_comparison(const Sentence& sentence, Span between);

/// Two figures of the arms.
struct FigurePair {
  double treated = 0;
  double compared = 0;
  Span span;  ///< both, as written
};

/// The two figures, told apart by the arms that the clause names. A figure belongs to the arm that follows it, where
/// each has one; else the figures stand in the order of the arms. With only one arm named the other must be told by
/// "versus". nullopt where there are not two, or the clause does not tell which is whose.
std::optional<FigurePair> pair_with_arms(const Sentence& sentence, const TokenRange& clause, const SlotMatcher& subject,
                                         std::vector<Mark> marks);

}  // namespace claimcheck
