#pragma once

#include "core/claim_frame.h"
#include "core/finding.h"

namespace claimcheck {

/// A weighable finding for tests; change what the test is about.
inline Finding make_finding(Pmid pmid, Stance stance, Design design) {
  Finding finding;
  finding.pmid = pmid;
  finding.stance = stance;
  finding.design = design;
  finding.randomised_evidence = design == Design::rct || design == Design::meta_analysis;
  finding.reported = stance == Stance::inconclusive ? Reported::no_difference : Reported::decrease;
  finding.sample_size = 500;
  finding.year = 2020;
  finding.reliability = 0.8;
  finding.family = "PMID " + std::to_string(pmid);
  return finding;
}

/// A frame of the given kind, held to `demand`, with the scope left open.
inline ClaimFrame make_frame(ClaimKind kind, Strength demand) {
  ClaimFrame frame;
  frame.kind = kind;
  frame.demand = demand;
  frame.text = "Testol relieves headache.";
  frame.direction = kind == ClaimKind::benefit ? Direction::decrease : Direction::increase;
  if (kind == ClaimKind::harm_absent) frame.direction = Direction::no_change;
  if (kind == ClaimKind::harm_magnitude) {
    frame.direction = Direction::decrease;
    frame.threshold = 0.01;
  }
  return frame;
}

}  // namespace claimcheck
