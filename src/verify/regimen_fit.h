#pragma once

#include "core/claim_frame.h"
#include "verify/match.h"
#include "verify/slot_fit.h"

namespace claimcheck {

/// Whether a record gives the claim's subject by the route that the claim names. A route counts only where no other
/// treatment stands nearer to it: in "oral midazolam or ketamine" ketamine has none. Every other route is another
/// value, but those of which the claimed one is a kind ("oral" for "sublingual").
SlotFit fit_route(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary);

/// Whether a record gives the claim's subject at the dose that the claim names. Amounts are compared in like units
/// (milligrams with micrograms, never with milligrams per kilogram): the same if they, or ranges of them, meet within a
/// tenth. A band ("low dose") is the same only where it is so called, for what is low differs from drug to drug.
SlotFit fit_dose(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary);

/// Whether a record has the duration that the claim names. "Short-term" is also what was seen within a week,
/// "long-term" what was seen over a year or more, however worded, and neither is ever another value, since a harm that
/// lasts answers a claim that it passes. A number of weeks is the same within a sixth (12 weeks, 3 months), "within 24
/// hours" whatever is sooner; another value where the record treats for another time. What the vocabulary calls apart
/// ("single dose", "repeated doses") is another value.
SlotFit fit_duration(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary);

}  // namespace claimcheck
