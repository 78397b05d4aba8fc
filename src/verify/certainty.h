#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/claim_frame.h"
#include "core/finding.h"
#include "core/verdict.h"

namespace claimcheck {

/// True when the claim is about a harm: that there is one, that there is none, how often or how bad it is.
bool is_about_harm(const ClaimFrame& frame);

/// True when the claim says that a harm is absent or rare; a claim that it is frequent does not.
bool plays_harm_down(const ClaimFrame& frame);

/// True when the claim is about a rare or long-term harm, for which numbers and follow-up matter more than
/// randomisation (OCEBM Levels of Evidence 2011, rows "What are the rare harms?" and "the common harms?").
bool is_rare_or_long_term(const ClaimFrame& frame);

/// Where the certainty of a finding of this design starts (verdict-method, section 4; GRADE Guidelines 3,
/// J Clin Epidemiol 2011;64:401: trials start high, observational studies low). Reviews that name no trials start as
/// what they review.
Certainty starting_certainty(const Finding& finding, bool rare_or_long_term);

/// One side of the evidence, weighed by study families.
struct SideCertainty {
  Certainty certainty = Certainty::none;
  Certainty direct_certainty = Certainty::none;  ///< of the direct families alone: what "supported" is held to
  int families = 0;
  int papers = 0;           ///< citations whose findings were weighed; more than families where papers share a study
  int near_families = 0;    ///< without an expression of concern, and silent on one thing that the claim names at most
  int sound_families = 0;   ///< those without an expression of concern, which is never the sole basis of a tag
  bool has_review = false;  ///< a systematic review or meta-analysis, direct and not of concern, stands on this side
  bool has_powered_trial =
      false;  ///< a randomised trial with at least kOptimalSampleSize participants, direct and not of concern
  bool has_human_evidence = false;
  bool randomised = false;  ///< the best evidence is randomised, so causal wording can be earned
  int newest_year = 0;
  int newest_review_year = 0;
  std::vector<const Finding*> weighed;  ///< one a family, strongest first
  std::vector<std::string> steps;       ///< start and each step, in plain words
};

/// Below this many participants a body of evidence is imprecise (GRADE Guidelines 6, J Clin Epidemiol 2011;64:1283:
/// optimal information size, rule of thumb for continuous outcomes).
inline constexpr int kOptimalSampleSize = 400;

/// Weighs the findings of one stance. `findings` are all of the claim's; only those of `stance` that may be weighed
/// (is_weighed) count, and `conflicting` families of the other findings (opposing or null) lower the certainty for
/// inconsistency when they are as many.
SideCertainty weigh_side(const ClaimFrame& frame, std::span<const Finding> findings, Stance stance);

/// True if the rules may use the finding: read reliably, not retracted, not set aside by the reader.
bool is_weighed(const Finding& finding);

/// Strongest first, the same for any order of the input: weighed before not, higher starting certainty, closer, larger,
/// newer, then PMID and place of the quote.
bool is_stronger(const Finding& a, const Finding& b, bool rare_or_long_term);

}  // namespace claimcheck
