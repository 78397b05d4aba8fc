#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/claim_frame.h"
#include "core/finding.h"
#include "core/verdict.h"

namespace claimcheck {

/// A systematic review or a meta-analysis.
bool is_review(Design design);

/// True when the claim is about a harm: that there is one, that there is none, how often or how bad it is.
bool is_about_harm(const ClaimFrame& frame);

/// True when the claim says that a harm is absent or rare; a claim that it is frequent does not.
bool plays_harm_down(const ClaimFrame& frame);

/// True when the claim is about a rare or long-term harm, for which numbers and follow-up matter more than
/// randomisation (OCEBM Levels of Evidence 2011, rows "What are the rare harms?" and "the common harms?").
bool is_rare_or_long_term(const ClaimFrame& frame);

/// The certainty of support that a wording demands before it counts as supported (verdict-method, section 5, after
/// GRADE Guidelines 26, J Clin Epidemiol 2020;119:126).
Certainty demanded_certainty(Strength strength);

/// Where the certainty of a finding of this design starts (verdict-method, section 4; GRADE Guidelines 3,
/// J Clin Epidemiol 2011;64:401: trials start high, observational studies low). Reviews that name no trials start as
/// what they review, those that pool trials with other studies between the two, and what is told of people against
/// their own start as an uncontrolled study.
Certainty starting_certainty(const Finding& finding, bool rare_or_long_term);

/// One side of the evidence, weighed by study families.
struct SideCertainty {
  Certainty certainty = Certainty::none;
  Certainty direct_certainty = Certainty::none;  ///< of the direct families alone: what "supported" is held to
  int families = 0;
  int papers = 0;          ///< citations whose findings were weighed; more than families where papers share a study
  int near_families = 0;   ///< without an expression of concern, and silent on one thing that the claim names at most
  int sound_families = 0;  ///< those without an expression of concern, which is never the sole basis of a tag
  /// Of the sound families those that reach what the wording demands, with the others of their level. A second source
  /// that is too weak for the wording is no second source.
  int carrying_families = 0;
  bool has_review = false;         ///< a systematic review or meta-analysis is among them
  bool has_powered_trial = false;  ///< a randomised trial with at least kOptimalSampleSize participants is among them
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
