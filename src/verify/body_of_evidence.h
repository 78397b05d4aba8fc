#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/claim_frame.h"
#include "core/finding.h"
#include "verify/certainty.h"
#include "verify/scope_axes.h"

namespace claimcheck {

/// A value that all supporting studies share on an axis of scope which the claim leaves open.
struct Qualifier {
  std::string axis;
  std::string value;
};

/// All that the rules of the verdict look at, worked out once from the findings.
struct BodyOfEvidence {
  SideCertainty supporting;
  SideCertainty opposing;
  std::vector<const Finding*> counter_examples;  ///< credible, human, in scope; strongest first
  std::vector<const Finding*> null_results;      ///< weighed; found no difference
  std::vector<const Finding*> indirect;     ///< weighed; report on the outcome, too far from the claim to take a side
  std::vector<const Finding*> gaps;         ///< sources that say data are missing; strongest first
  std::vector<const Finding*> wide_bounds;  ///< zero events, in too few people
  std::vector<const Finding*> near_misses;  ///< zero events, not looked for or not for long enough
  std::optional<Moderator> moderator;       ///< what separates the sides, where both have findings
  std::vector<Qualifier> qualifiers;        ///< what all support has in common and the claim leaves open
  bool has_bound = false;                   ///< an upper bound on the harm supports the claim
  bool only_retracted = false;              ///< whatever supports the claim was retracted
  bool only_animal = false;                 ///< whatever bears on the claim comes from animals or cells
  bool only_by_words = false;               ///< whatever bears on the claim was read by its words alone
};

BodyOfEvidence collect_evidence(const ClaimFrame& frame, std::span<const Finding> findings);

/// The claim says more of an effect than that there is one ("highly effective", "unlike other drugs"), which no single
/// finding shows.
bool goes_beyond_effect(const ClaimFrame& frame);

/// The claim gives a relative change ("by 40 %", "40 % fewer") and so not how often anything happens.
bool states_relative_change(const ClaimFrame& frame);

/// A gap that stands in the way of "supported": for claims that play a harm down any gap that a weighed source states
/// on the outcome; for other claims one that the strongest supporting source states and that is about the claim's own
/// horizon.
bool is_blocked_by_gap(const ClaimFrame& frame, const BodyOfEvidence& evidence);

}  // namespace claimcheck
