#pragma once

#include <string>
#include <vector>

#include "core/claim_frame.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

/// Words of the claim that change what it says and that no finding is held against (ClaimFrame::unmatched): a second
/// denial ("without nausea", "except in adults"), a size ("doubles"), a number that no slot holds, everybody, a way in
/// which it works ("by raising BDNF"), a verb between treatment and harm that no rule reads, and a sentence whose
/// outcome acts on its treatment. The slots and the kind must be read.
std::vector<std::string> find_unmatched(const ClaimWords& words, const ClaimFrame& frame);

/// Words that turn the claim round in a way that is not read ("no longer", "few studies show", "does not fail to"),
/// verbatim; empty without any.
std::string find_turn(const ClaimWords& words, const ClaimFrame& frame);

}  // namespace claimcheck
