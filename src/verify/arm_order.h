#pragma once

#include "verify/worded_change.h"

namespace claimcheck {

/// True if another treatment acts and nothing is compared: "buprenorphine prolonged the relief after ketamine".
bool is_effect_of_another(const Sentence& sentence, const OutcomeContext& context, const Cue& cue);

/// True if the comparison names the treatment second ("lower with placebo than with the drug"), or as the one that did
/// worse. Words that say who did better ("inferior to") tell the change itself where they are the cue.
bool is_outdone(const Sentence& sentence, const OutcomeContext& context, const Cue& cue);

/// True if another active treatment did better, whichever of them the change `reported` is told of: that says nothing
/// of the treatment by itself.
bool is_outdone_by_active(const Sentence& sentence, const OutcomeContext& context, Reported reported);

}  // namespace claimcheck
