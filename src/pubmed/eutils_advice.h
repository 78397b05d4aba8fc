#pragma once

#include <string_view>

#include "pubmed/eutils_answer.h"

namespace claimcheck {

/// What the user can do about an answer of this kind, as whole sentences. `has_key`: an NCBI API key was sent.
std::string_view advice_on(AnswerKind kind, bool has_key);

}  // namespace claimcheck
