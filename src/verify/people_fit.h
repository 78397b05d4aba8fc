#pragma once

#include "core/claim_frame.h"
#include "verify/slot_fit.h"

namespace claimcheck {

/// Whether a record is on the people whom the claim's population slot names. Ages are compared as ranges of years: what
/// numbers say goes before words ("children", `.ages` of the vocabulary), words before headings of MeSH. A record on a
/// wider age than the claim's is silent, one on an age outside it is on others. Each sort of people that the slot names
/// has to be found ("children with cancer"); of several diseases one is enough. Others are also those that the
/// vocabulary calls apart ("men", "women"), and patients with another disease in the title. The claim's outcome as a
/// disease ("depression") tells no population where the slot names another.
SlotFit fit_people(const ClaimFrame& frame, const RecordText& record, const Vocabulary& vocabulary);

}  // namespace claimcheck
