// Sentences, tokens, numbers, abbreviations and cues of any bytes have spans that keep what the text layer promises.
// Links claimcheck_text and tests/text/span_properties.cpp.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "../text/span_properties.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(data, data + size);
  const std::string broken = claimcheck::broken_span_property(text);
  if (!broken.empty()) {
    std::fputs(broken.c_str(), stderr);
    std::abort();
  }
  return 0;
}
