// read_document of any bytes as a .txt file gives a document that keeps its promises, or throws Error(input).
#include <cstddef>
#include <cstdint>
#include <string>

#include "intake/read_document.h"
#include "read_any.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(data, data + size);
  claimcheck::require_document([&] { return claimcheck::read_document(bytes, "fuzz.txt"); });
  return 0;
}
