#pragma once

#include <vector>

#include "core/claim_frame.h"
#include "core/verdict.h"
#include "verify/body_of_evidence.h"

namespace claimcheck {

/// At most this many reasons are shown, lead first.
inline constexpr std::size_t kShownReasons = 3;

/// Why a claim is contested: for absolute wording the wording leads, then the counter-example and the scope that the
/// claim leaves open.
std::vector<Reason> explain_contested(const ClaimFrame& frame, const BodyOfEvidence& evidence, SubTag sub_tag);

/// What a reader of a supported claim should know: dissent, newer opposition, the scope that all support shares, spin,
/// a relative figure, papers of one study, the age of the best review; and always, last, that abstracts alone were
/// read.
std::vector<Reason> explain_supported(const ClaimFrame& frame, const BodyOfEvidence& evidence);

/// Why a claim is neither supported nor contested; exactly one lead reason, then up to two more.
std::vector<Reason> explain_unsupported(const ClaimFrame& frame, const BodyOfEvidence& evidence, bool has_findings);

/// True if every opposing family is newer than every supporting one.
bool is_newer_opposed(const BodyOfEvidence& evidence);

}  // namespace claimcheck
