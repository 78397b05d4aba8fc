#pragma once

#include <vector>

#include "concepts/vocabulary.h"
#include "core/citation.h"
#include "core/claim_frame.h"
#include "core/finding.h"
#include "verify/sentence.h"

namespace claimcheck {

/// True when a claim is read by its words (read_by_words): the vocabulary does not know its subject, or neither knows
/// its outcome nor is told whether there is more or less of it, or it asks or compares as trials do.
bool is_read_by_words(const ClaimFrame& frame, const Vocabulary& vocabulary);

/// What a record does for a claim by the words that both share (verify/stance_model.h): at most two findings, the
/// sentence that names most of the claim first; none when the record is silent. A denial opposes a statement and a
/// question and leaves a comparison open: not shown to be better is not shown to be worse (Cochrane Handbook 12.7.4).
/// What is too unsure takes no stance, and no wording supports that a harm is absent or rare. The findings are listed
/// and never weighed: no score of a model enters a verdict (verdict-method). Their study is not filled in. `title` and
/// `sentences` are those of the citation, analysed.
std::vector<Finding> read_by_words(const ClaimFrame& frame, const Citation& citation, const Vocabulary& vocabulary,
                                   Sentence title, std::vector<Sentence> sentences);

}  // namespace claimcheck
