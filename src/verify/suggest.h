#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/claim.h"
#include "core/claim_frame.h"
#include "core/finding.h"
#include "core/verdict.h"

namespace claimcheck {

/// Weaker or opposite wordings of a claim, strongest first: without words that no finding measures, without its proof
/// or certainty, as limited evidence (GRADE Guidelines 26, J Clin Epidemiol 2020;119:126), and for a harm that the
/// claim denies or plays down and the evidence documents, as reported. Empty when none can be made from the claim's
/// own words.
std::vector<std::string> list_rungs(const ClaimFrame& frame);

/// How another wording is read, and whether the same citations support a frame. The second is the dear one.
struct WordingTrial {
  std::function<ClaimFrame(const Claim&)> read;
  std::function<bool(const ClaimFrame&)> is_supported;
};

/// The first rung that is supported and still speaks of the same subject and outcome; empty when there is none.
/// `may_stand`: some finding speaks for the claim itself, and what speaks against it does so only because of how the
/// claim is worded. Else no weaker wording of an effect is tried: it would stand, or fall, by the same findings.
std::string suggest_wording(const ClaimFrame& frame, bool may_stand, const WordingTrial& trial);

}  // namespace claimcheck
