#pragma once

#include <optional>

#include "verify/sentence.h"
#include "verify/stance_model.h"

namespace claimcheck {

/// What a passage plainly says of a benefit that a question asks for; nullopt when it does not, or when the question is
/// not on a benefit. A benefit in one clause counts whatever another one concedes: "although A did not differ, B fell".
/// What a clause tells and takes back ("better sleep was not seen") or leaves open is no plain answer.
std::optional<AnswerReading> read_plain_answer(const Sentence& claim, const Sentence& passage);

}  // namespace claimcheck
