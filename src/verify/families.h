#pragma once

#include <span>
#include <vector>

#include "core/citation.h"
#include "core/claim_frame.h"
#include "core/finding.h"

namespace claimcheck {

/// Counts studies, not papers: findings whose records come from one study get one family. Records are of one study when
/// they share a trial registration, when PubMed links them as versions of each other (update, republication: a preprint
/// and its article), when their titles are the same, when a systematic review cites them and is itself quoted, or
/// when they have the same first author and the same number of participants (30 or more) within five years: reports of
/// one study are counted twice more easily than two studies are mistaken for one (Tramèr et al., BMJ 1997;315:635).
/// A family is named by its smallest registration number, else by its smallest PMID. `citations` holds the records that
/// `findings` quote; their order does not matter.
void group_families(std::span<const Citation> citations, std::vector<Finding>& findings);

/// The newest meta-analysis that takes a side stands for the trials that it cites: their findings are set aside, with
/// that reason (verdict-method, section 4, recency). Claims on harm keep every record, for reviews under-report harms.
void set_superseded_aside(const ClaimFrame& frame, std::span<const Citation> citations, std::vector<Finding>& findings);

}  // namespace claimcheck
