#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "core/claim_frame.h"

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

}  // namespace claimcheck
