#pragma once

#include <vector>

#include "verify/change.h"
#include "verify/linear_model.h"
#include "verify/marked_passage.h"
#include "verify/number_pairs.h"

namespace claimcheck {

/// A passage as the direction models look at it.
struct ReadPassage {
  ReadPassage(std::string_view passage, const ComparisonWords& words);
  ReadPassage(const ReadPassage&) = delete;
  ReadPassage& operator=(const ReadPassage&) = delete;
  ~ReadPassage() = default;

  MarkedPassage text;
  OutcomeSort outcome;
  Stems outcome_stems;
  std::vector<Change> changes;
  std::vector<NumberPair> pairs;
  const Change* closest = nullptr;  ///< of changes, that which stands nearest to the outcome and is not denied

  /// Whose one of `changes` is.
  [[nodiscard]] const Referent& referent(const Change& change) const { return referents_[index_of(change)]; }
  /// How near to the outcome one of `changes` stands; no nearer than its sentence where another is closer to it.
  [[nodiscard]] Nearness nearness(const Change& change) const { return nearness_[index_of(change)]; }
  /// True for "but not nausea", "nor nausea": the outcome is named to deny what was said of another.
  [[nodiscard]] bool is_denied() const;

 private:
  [[nodiscard]] std::size_t index_of(const Change& change) const {
    return static_cast<std::size_t>(&change - changes.data());
  }
  void find_closest();

  std::vector<Referent> referents_;  ///< of each change, found once: a passage has as many as its author likes
  std::vector<Nearness> nearness_;
};

/// Whether a change, made to one arm, is more of the outcome (1) or less (-1); 0 when it is better or worse and the
/// outcome is neither good nor bad.
int worth(const Change& change, const OutcomeSort& outcome);

/// True for numbers that say how much something bad or measured fell by.
bool is_of_fall(const NumberPair& pair, const ReadPassage& passage);

/// Whether two numbers are more of the outcome (1) or less (-1) with the intervention; 0 when they are equal.
int worth(const NumberPair& pair, const ReadPassage& passage);

/// True for a hazard ratio of what ends the outcome: of death, where the outcome is survival.
bool is_of_event(const MarkedPassage& text, std::size_t at, const OutcomeSort& outcome);

/// What speaks for more (1) or less (-1) of the outcome with the intervention; each name once. If the arms changed
/// places, every sign would turn but those of what the intervention is hoped to do ("hope …"), which decide where the
/// passage says little else.
Features comparison_signs(const ReadPassage& passage);

}  // namespace claimcheck
