#pragma once

#include <optional>

#include "core/finding.h"
#include "verify/worded_change.h"

namespace claimcheck {

/// Why what a sentence tells of an outcome counts less than it says, or not at all.
struct Caveat {
  enum class Kind {
    no_finding,  ///< nothing was found on giving the treatment (verify/no_finding.h)
    alike,       ///< no arm changed, all changed alike, or what was seen went when other things were taken into account
    partial,     ///< found in some of the people or studies, or of a composite: it cannot speak for the whole
  };
  Kind kind = Kind::no_finding;
  FindingCue cue;
};

/// The gravest caveat on what the clause tells of the outcome; `happening`: that something happened, not that it
/// changed. nullopt when it counts as told.
std::optional<Caveat> find_caveat(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                                  bool happening);

/// The token where the sentence says of the finding before it that it went with adjustment ("This association
/// disappeared after adjustment"). What outcome it speaks of is not looked at.
std::optional<std::size_t> find_taking_back(const Sentence& sentence);

}  // namespace claimcheck
