#pragma once

#include <span>
#include <vector>

#include "core/document.h"
#include "core/span.h"
#include "intake/citation_marks.h"
#include "intake/draft.h"
#include "intake/reference_list.h"

namespace claimcheck {

/// The text of a block without the marks that are no part of its sentences, nor the space before them.
Draft cut_citation_marks(const Block& block, std::span<const CitationMark> marks);

/// What the text cites for a claim that stands at `words` in a sentence at `sentence` (bytes of the block's text): the
/// marks next behind its words, in the sentence or directly behind it; where there are none, the last before. Marks
/// that stand side by side count as one place. Each source once.
std::vector<CitedSource> pair_references(Span words, Span sentence, std::span<const CitationMark> marks,
                                         const ReferenceList& references);

}  // namespace claimcheck
