#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "verify/marked_passage.h"

namespace claimcheck {

/// A word that says more or less, better or worse, of one arm: tokens [first, last), and "up", "down", "good" or "bad".
struct Change {
  std::size_t first = 0;
  std::size_t last = 0;
  std::string kind;
};

/// The changes in a passage, in order. An amount and the change it is of are one: less of a fall is a rise ("greater
/// reduction", "improved more", "relief was greater").
std::vector<Change> find_changes(const MarkedPassage& text);

/// The other way round: "up" for "down", "good" for "bad".
std::string_view turned(std::string_view kind);

/// The arm that a change is said of, and how that is known: "than" (the other one is what it is compared with),
/// "before", "after", "in", "both", or "none", when the intervention is taken.
struct Referent {
  std::string_view arm;
  std::string_view how;
};
Referent find_referent(const MarkedPassage& text, const Change& change);

}  // namespace claimcheck
