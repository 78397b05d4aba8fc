// citation_from_json gives a citation that is written and read back as itself, or throws Error(input) with a message of
// one line that starts with the name it was given.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/error.h"
#include "library/citation_json.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(data, data + size);
  try {
    const claimcheck::Citation citation = claimcheck::citation_from_json(text, "fuzz");
    const std::string json = claimcheck::citation_to_json(citation);
    require(claimcheck::is_valid_utf8(json));
    require(claimcheck::citation_from_json(json) == citation);
  } catch (const claimcheck::Error& error) {
    const std::string_view message = error.what();
    require(error.kind() == claimcheck::ErrorKind::input);
    require(message.starts_with("fuzz") && message.find('\n') == std::string_view::npos);
    require(claimcheck::is_valid_utf8(message) && message.size() < 2000);
  }
  return 0;
}
