#pragma once

#include <vector>

#include "concepts/vocabulary.h"
#include "core/claim.h"
#include "core/document.h"

namespace claimcheck {

/// The checkable claims of an article, in reading order, numbered C-01, C-02, …; each with its origin and its passage.
///
/// The sentences of paragraphs, list items, cells, boxes and quotes are taken into single statements
/// (split_statement.h), made to stand alone (resolve.h, list_claims.h), and kept where they are worth checking
/// (check_worthiness.h). What the article calls a myth is turned round. A text that says the same word for word again
/// is left out. Suppressed blocks give claims that are marked so. Headings, references and boilerplate give none.
/// Where taking a sentence apart is unsafe it stays whole. Deterministic; linear in the length of the document.
std::vector<Claim> extract_claims(const Document& document, const Vocabulary& vocabulary);

}  // namespace claimcheck
