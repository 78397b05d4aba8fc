#pragma once

#include "core/claim_frame.h"
#include "verify/match.h"
#include "verify/phrase_table.h"
#include "verify/sentence.h"

namespace claimcheck {

/// The words that make a treatment or exposure named at `name` the lack of it, with the name: "low vitamin D levels",
/// "deficient in iron", "stopping lithium"; `name` itself when nothing does.
TokenRange find_lack(const Sentence& sentence, const TokenRange& name);

/// True if the phrase that says that there is too little stands behind what it is said of ("iron deficiency").
bool is_lack_behind(const PhraseMatch& phrase);

/// True if the sentence tells of the exposure that the claim means: of the lack of the subject where the claim is on a
/// lack, and else not only of a lack. A sentence that does not name the subject tells of a treatment, unless it names a
/// deficiency of it.
bool is_about_exposure(const ClaimFrame& frame, const SlotMatcher& subject, const Sentence& sentence);

/// True if a claim is on what happens once the treatment has ended; "helps people stop smoking" is not.
bool tells_after_use(const std::vector<PhraseMatch>& phrases, const std::vector<Token>& tokens);

}  // namespace claimcheck
