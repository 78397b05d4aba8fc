// grade_wording grades any text, from none to causal, and quotes the words that tell: whole tokens of the text, none
// when it finds nothing.
#include "verify/wording.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "text/tokens.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using claimcheck::Strength;
  using claimcheck::Token;
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  const std::vector<Token> tokens = claimcheck::tokenize(text);
  const claimcheck::Wording wording = claimcheck::grade_wording(tokens);
  require(wording.strength != Strength::reported && wording.strength != Strength::absolute);
  require(wording.cue.empty() == (wording.strength == Strength::none));
  if (wording.cue.empty()) return 0;
  require(std::any_of(tokens.begin(), tokens.end(),
                      [&](const Token& token) { return token.span.begin == wording.cue.begin; }));
  require(
      std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) { return token.span.end == wording.cue.end; }));
  return 0;
}
