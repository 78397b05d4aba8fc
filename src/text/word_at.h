#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace claimcheck {

/// The `norm` of the token at `at`; empty behind the last one.
inline std::string_view word_at(const std::vector<Token>& tokens, std::size_t at) {
  return at < tokens.size() ? std::string_view(tokens[at].norm) : std::string_view();
}

}  // namespace claimcheck
