#pragma once

#include <vector>

#include "intake/grammar.h"

namespace claimcheck {

/// Settles by the words beside it what each word is that lists and endings leave open: a verb or a noun, a past tense
/// or a participle. Linear in their number.
void tag_in_context(std::vector<Word>& words);

}  // namespace claimcheck
