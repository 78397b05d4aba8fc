#pragma once

#include <optional>

#include "verify/match.h"
#include "verify/record_view.h"

namespace claimcheck {

// What a sentence says of the claim's outcome without its name. Each is nullopt where the sentence does not name the
// claim's subject.

/// The treatment is said to work, in a record that is on the claim's outcome, without a word on what it works on.
std::optional<SlotMatch> find_efficacy(const RecordView& record, const Sentence& sentence);

/// "The mean difference from placebo was -4.1": an estimate of nothing that the sentence names is one of the primary
/// end point.
std::optional<SlotMatch> find_end_point(const RecordView& record, const Sentence& sentence);

/// "Metformin cut incidence by 31 %", in a record on the claim's outcome that names no other here.
std::optional<SlotMatch> find_incidence(const RecordView& record, const Sentence& sentence);

/// "Symptoms improved more with acupuncture", in a record on the disease that the claim is on, which names nothing else
/// here.
std::optional<SlotMatch> find_symptoms(const RecordView& record, const Sentence& sentence);

}  // namespace claimcheck
