#pragma once

#include <functional>
#include <span>
#include <vector>

#include "concepts/vocabulary.h"
#include "core/citation_source.h"
#include "core/claim.h"
#include "core/claim_frame.h"
#include "core/finding.h"
#include "core/report.h"
#include "core/verdict.h"

namespace claimcheck {

/// The judgements that lead from a claim to a verdict. Each is a pure function that can be replaced, so that every
/// stage can be scored alone with the others played by an oracle.
struct Stages {
  std::function<ClaimFrame(const Claim&)> frame;
  /// Both sides; the counter side first when the claim is absolute.
  std::function<std::vector<Query>(const ClaimFrame&)> plan;
  /// The most promising first; may drop what cannot bear on the claim.
  std::function<std::vector<Citation>(const ClaimFrame&, std::vector<Citation>)> rank;
  /// The citations whose links to others are followed, given the findings, strongest first; unset in default_stages():
  /// none (choose_seeds in verify/expand.h chooses some).
  std::function<std::vector<Pmid>(std::span<const Finding>)> seeds = {};
  /// Silent citations yield nothing.
  std::function<std::vector<Finding>(const ClaimFrame&, std::span<const Citation>)> read;
  std::function<Verdict(const ClaimFrame&, std::span<const Finding>)> weigh;
};

/// The stages of this folder over `vocabulary`, which must outlive them. They keep what they analysed for the next
/// claim (CitationAnalyser), which changes no answer: one thread at a time may use them and their copies.
Stages default_stages(const Vocabulary& vocabulary = builtin_vocabulary());

/// Checks one claim: frame → plan → search and fetch → rank → read → weigh; where the stages choose seeds among what
/// was read, the citations linked to them are fetched too, and all is ranked and read again before it is weighed.
/// Beside that, and with no part in it, the wording is held against advertising rules (verify/compliance.h). Failures
/// of the source are told in the report (status `incomplete`, one line in `problems` for each cause), never thrown; the
/// report depends on nothing but the claim, the answers of the source and the stages.
Report verify(const Claim& claim, CitationSource& source, const Stages& stages = default_stages());

}  // namespace claimcheck
