#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/enum_names.h"

namespace claimcheck {

enum class DiffKind { kept, removed, added };

/// A run of whole words and marks that two texts share, or that only one of them has.
struct DiffPiece {
  DiffKind kind = DiffKind::kept;
  std::string text;  ///< its exact bytes; never empty
  bool operator==(const DiffPiece&) const = default;
};

/// What turns `before` into `after`, in order: kept and removed pieces together are `before` byte for byte, kept and
/// added ones are `after`. No two pieces of one kind stand side by side, and what is removed comes before what is added
/// in its place. The words are the tokens of text/tokens.h with the white space between them. As many words and marks
/// as possible are kept: they are a longest common subsequence (Wagner & Fischer, J. ACM 21(1), 1974), and among those
/// one that keeps most of the white space; white space alone between two changes is not kept. Between long texts with
/// much that differs (kMostComparisons), all that stands between their common beginning and end is replaced as a whole.
/// Two empty texts have no pieces. Linear time but for at most kMostComparisons steps; deterministic; thread-safe.
std::vector<DiffPiece> diff_words(std::string_view before, std::string_view after);

/// The most pairs of tokens that diff_words compares: two texts of about 250 words without a common word at the ends.
inline constexpr std::size_t kMostComparisons = 250'000;

/// True if at least half of each text is kept, so that the changes can be read in place.
bool is_small_change(std::span<const DiffPiece> pieces);

template <>
struct EnumNames<DiffKind> {
  static constexpr std::array<std::string_view, 3> values{"kept", "removed", "added"};
};

}  // namespace claimcheck
