#pragma once

#include <span>

#include "core/finding.h"
#include "verify/sentence.h"

namespace claimcheck {

/// The certainty that the authors themselves give the evidence for what `sentence` reports at token `at` ("moderate
/// certainty", "the quality of the evidence was low"; GRADE Guidelines 3, J Clin Epidemiol 2011;64:401): that of the
/// sentence, the nearest to `at` where it gives several; else that of the whole record, where all its `sentences`
/// agree; `none` where they give none. Of a range ("very low to low") the upper end counts.
Certainty rated_certainty(const Sentence& sentence, std::size_t at, std::span<const Sentence> sentences);

}  // namespace claimcheck
