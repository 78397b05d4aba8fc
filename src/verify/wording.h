#pragma once

#include <span>

#include "core/claim_frame.h"
#include "core/span.h"
#include "text/tokens.h"

namespace claimcheck {

/// How strongly a sentence is worded, as a reader of English hears it, and the words that tell.
struct Wording {
  Strength strength = Strength::none;  ///< none, associated, may or causal
  Span cue;                            ///< in the text of the tokens; empty when nothing tells
};

/// The strength of a sentence's wording. The categories are those of Yu, Li & Wang 2019 ("Detecting Causal Language Use
/// in Science Findings", EMNLP): `none` (no relation stated; advice, needs of research, remarks on the study),
/// `associated` (goes together with, predicts, differs between groups), `may` (a cause made only possible: "may
/// reduce", "appears effective"), `causal` (makes, changes, works; "can reduce"). What is denied is graded as what it
/// denies: "did not reduce" is causal, "not associated with" is associated. Each clause is graded, the strongest tells.
/// The words stand in src/verify/data/strength_words.txt. Linear in the number of tokens; thread-safe.
Wording grade_wording(std::span<const Token> tokens);

}  // namespace claimcheck
