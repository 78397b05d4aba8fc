#pragma once

#include <vector>

#include "concepts/vocabulary.h"
#include "core/claim_frame.h"
#include "core/query.h"

namespace claimcheck {

/// The searches for a claim, always both sides (verdict-method, section 2): the claim side, and a counter side that
/// tries to break the claim (for harms the harm's narrower terms and the qualifiers adverse effects, chemically
/// induced, toxicity, poisoning, and once more for each kind of it, in at most 12 parts; for effects null results, and
/// changes the other way). Each concept is asked as MeSH heading or as
/// words, because fresh records carry no MeSH. With MeSH in the vocabulary (extend_with_mesh) the claim's own concepts
/// bring at most 20 of their entry terms as words, and headings below them are not named: a search by heading includes
/// the narrower ones, so queries stay about as long as without MeSH. For absolute wording the counter side comes first.
///
/// Words are asked for in either number (text/noun_number.h): "statin" finds "statins". PubMed's field tags switch its
/// own mapping off, and so its plurals; truncation ("ion*") would find "ionised" too. With the other number written
/// out, a query means the same at PubMed and in the library; it is longer by about two thirds.
/// Empty when the frame is unresolved.
std::vector<Query> plan_queries(const ClaimFrame& frame, const Vocabulary& vocabulary);

}  // namespace claimcheck
