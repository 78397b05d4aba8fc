#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/citation.h"
#include "verify/claim_parts.h"
#include "verify/comparison_words.h"
#include "verify/direction_model.h"
#include "verify/sentence.h"

namespace claimcheck {

/// What is looked for in a record besides the words of the claim.
inline const std::string kPrimaryStem = "primari";
inline const std::string kRandomStem = "random";

/// A citation held against the words of a claim: its sentences with their roles and stems, and which of them speak most
/// of the claim. Stems are those that the claim has, and the two above; what else a record says is passed over.
struct EvidenceView {
  Sentence title;
  std::vector<Sentence> sentences;  ///< each with the role that a label or its wording tells
  Stems title_stems;
  std::vector<Stems> stems;                   ///< of each sentence
  std::vector<double> shares;                 ///< of each sentence: the share of the claim's target that it names
  Stems all;                                  ///< of the title and the abstract
  std::optional<DirectionReading> direction;  ///< of a comparison's outcome, where a passage speaks of it
  std::vector<std::size_t> order;             ///< the sentences that name most of what the claim is about first
};

/// `citation` must outlive the view.
EvidenceView view_evidence(const ClaimParts& claim, const Citation& citation, const Vocabulary& vocabulary);

/// The same for a citation whose `title` and `sentences` (analyse_abstract) have been analysed already.
EvidenceView view_evidence(const ClaimParts& claim, const Citation& citation, Sentence title,
                           std::vector<Sentence> sentences);

/// The share of `words` that `stems` holds, each by its weight (verify/word_weights.h); 0 when there are none.
double coverage(const std::vector<std::string>& words, const Stems& stems);

/// The weight of the words that `stems` lacks.
double missing_weight(const std::vector<std::string>& words, const Stems& stems);

}  // namespace claimcheck
