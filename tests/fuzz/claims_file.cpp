// parse_claims gives claims that keep the schema's promises, or throws Error(input) with a message of one line.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "intake/claims_file.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_claims(const std::vector<claimcheck::Claim>& claims) {
  std::set<std::string_view> ids;
  for (const claimcheck::Claim& claim : claims) {
    require(!claim.id.empty() && ids.insert(claim.id).second);
    require(!claim.text.empty() && claimcheck::is_valid_utf8(claim.text));
    require(claimcheck::count_code_points(claim.text) <= claimcheck::kMaxClaimLength);
    require(claim.text.find('\n') == std::string::npos);
    if (claim.origin) require(!claim.origin->document.empty() && claim.origin->span.begin <= claim.origin->span.end);
    for (const auto& [slot, words] : claim.frame) require(!slot.empty() && !words.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(data, data + size);
  try {
    check_claims(claimcheck::parse_claims(text, "fuzz.json"));
  } catch (const claimcheck::Error& error) {
    const std::string_view message = error.what();
    require(error.kind() == claimcheck::ErrorKind::input);
    require(message.starts_with("fuzz.json:") && message.find('\n') == std::string_view::npos);
    require(claimcheck::is_valid_utf8(message) && message.size() < 2000);
  }
  return 0;
}
