#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "core/citation.h"
#include "verify/analysed_citation.h"
#include "verify/claim_view.h"
#include "verify/directness.h"
#include "verify/match.h"
#include "verify/study.h"

namespace claimcheck {

/// Everything about one citation that its sentences are read against for one claim. Refers to the claim's view and the
/// analysed citation, which must outlive it.
struct RecordView {
  const ClaimView& claim;
  const ClaimFrame& frame;
  const Citation& citation;
  const Vocabulary& vocabulary;
  const SlotMatcher& subject;
  const OutcomeMatcher& outcome;
  const std::optional<SlotMatcher>& rival;  ///< what the claim holds its subject against
  const Sentence& title;
  const std::vector<Sentence>& sentences;
  Study study = {};
  DirectnessReading directness = {};
  bool about_outcome = false;                       ///< the record names the claim's outcome itself
  std::optional<SlotMatch> primary = {};            ///< the claim's outcome as the record's primary end point names it
  bool is_for_outcome = false;                      ///< the first outcome that the title names is the claim's
  std::unordered_set<const Concept*> treated = {};  ///< what the title says the treatment is given for
};

/// What is known of the citation before its sentences are looked at.
RecordView view_record(const ClaimView& claim, AnalysedCitation& citation);

/// False for most records that a search finds: nothing more of them needs to be looked at.
bool can_speak(const RecordView& record);

/// Fills in the study and how near it is to the claim.
void judge_study(RecordView& record, AnalysedCitation& citation);

/// Fills in what the title and the primary end point say of the record as a whole.
void read_subject_matter(RecordView& record);

}  // namespace claimcheck
