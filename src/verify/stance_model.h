#pragma once

#include <cstddef>

#include "verify/claim_parts.h"
#include "verify/evidence_view.h"
#include "verify/sentence.h"

namespace claimcheck {

/// What a record does for a claim, by the words that both share.
enum class Answer { affirms, denies, silent };
inline constexpr std::size_t kAnswers = 3;

struct AnswerReading {
  Answer answer = Answer::silent;
  double probability = 0;  ///< of the answer
};

/// The answer of the linear model for the claim's form, over verify/stance_features.h; trained on CliniFact, PubMedQA
/// and SciFact (docs/models.md).
AnswerReading read_answer(const ClaimParts& parts, const Sentence& claim, const EvidenceView& evidence);

}  // namespace claimcheck
