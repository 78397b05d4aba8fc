#pragma once

#include <string>
#include <string_view>

#include "core/report.h"

namespace claimcheck {

/// The author's own Word file with one comment for each claim of `run` that was extracted from `article`, on the words
/// of the claim (Claim::passage): tag, reason, the best quote for and against with its reference, suggested wording,
/// and the id of the claim, from which the id of the comment is made. The first paragraph holds one more: counts,
/// problems, what a tag means, where the evidence is from. Nothing else in the file changes; comments and tracked
/// changes that are there stay. A claim in a text box or a note gets its comment where that hangs.
///
/// `article` is what read_docx made of `original_bytes`. Throws Error(input) when it is of another file, or has no
/// text.
std::string write_docx(const Run& run, const Document& article, std::string_view original_bytes);

}  // namespace claimcheck
