#pragma once

#include <string_view>

#include "core/finding.h"

namespace claimcheck {

/// A design as readers meet it, wherever a sentence names one: "randomised trial" for rct.
std::string_view words_of(Design design);

}  // namespace claimcheck
