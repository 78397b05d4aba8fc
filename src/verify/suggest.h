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

/// How a wording would be judged on the same citations: its frame, and its verdict when it has one.
struct Trial {
  ClaimFrame frame;
  std::optional<Verdict> verdict;
};
using TryWording = std::function<Trial(const Claim&)>;

/// The first rung that is tagged supported and still speaks of the same subject and outcome; empty when there is none.
std::string suggest_wording(const ClaimFrame& frame, const TryWording& judge);

}  // namespace claimcheck
