#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/claim_frame.h"
#include "verify/comparison_words.h"
#include "verify/marked_passage.h"

namespace claimcheck {

/// What the words of an outcome say of how it counts.
struct OutcomeSort {
  Valence valence = Valence::neutral;  ///< for the patient, when there is more of it
  bool fall = false;                   ///< it is how much less there is of something: "reduction in pain"
  bool rise = false;                   ///< it is how much better something became: "improvement in sleep"
  bool time = false;                   ///< it is how long something took: "time to relapse"
  bool denied = false;                 ///< it is being without something: "no pain"
  Stems roots;                         ///< its change words: "reduc" of "reduction in pain"
};
OutcomeSort sort_outcome(const ComparisonWords& words);

/// The root that a verb and its noun share, from the stem: "reduc" for "reduct".
std::string_view root_of(std::string_view stem);

enum class ChangeKind { up, down, good, bad };

/// A word that says more or less of the outcome, or better or worse: tokens [first, last).
struct Change {
  std::size_t first = 0;
  std::size_t last = 0;
  ChangeKind kind = ChangeKind::up;
  ChangeKind said = ChangeKind::up;  ///< the change itself, whatever its amount and the outcome
  bool amount = false;               ///< says how much there is: "more", "lower"
  bool joined = false;               ///< an amount of a change: "greater reduction"
  bool named = false;                ///< names the outcome, which is a change itself
  bool negated = false;
};

/// The changes in a passage, in order. An amount and the change it is of are one: less of a fall is a rise ("greater
/// reduction", "improved more", "relief was greater"). Where the outcome is a fall itself, what lessens is more of it.
std::vector<Change> find_changes(const MarkedPassage& text, const OutcomeSort& outcome);

/// The other way round: up for down, good for bad.
ChangeKind turned(ChangeKind kind);

/// The arm that the other one is compared with in tokens [first, last): behind "than", "versus", "compared with"; or
/// "".
std::string_view compared_arm(const MarkedPassage& text, std::size_t first, std::size_t last);

/// The arm that a change is said of, and how that is known: the other one is what it is compared with, behind the
/// change
/// ("than") or ahead of it ("than before"); the arm stands ahead of the change ("before"), behind it ("after"), both
/// ("both", or "in" when they differ), or is named on both sides of the comparison ("twice"); "only 3 in the … group"
/// ("only"); or "none", when the intervention is taken.
struct Referent {
  std::string_view arm;
  std::string_view how;
};
Referent find_referent(const MarkedPassage& text, const Change& change);

}  // namespace claimcheck
