// inflate_gzip gives the same bytes, or the same Error(input), wherever chunks and buffers end; bytes that do not begin
// like gzip pass unchanged. First two bytes: chunk and buffer size; the rest: the stream.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/error.h"
#include "pubmed/gzip.h"

namespace {

constexpr std::size_t kLargest = std::size_t{1} << 22;  // a bomb is a matter of the reader's holder, not of time here

void require(bool holds) {
  if (!holds) std::abort();
}

struct Outcome {
  std::string bytes;
  std::string error;
};

Outcome inflate(std::string_view packed, std::size_t chunk, std::size_t room) {
  Outcome outcome;
  std::string buffer(room, '\0');
  const claimcheck::ByteReader bytes =
      claimcheck::inflate_gzip([whole = claimcheck::bytes_of(packed), chunk](
                                   char* to, std::size_t size) { return whole(to, std::min(size, chunk)); },
                               "fuzz.gz");
  try {
    while (outcome.bytes.size() < kLargest) {
      const std::size_t count = bytes(buffer.data(), buffer.size());
      require(count <= buffer.size());
      if (count == 0) {
        require(bytes(buffer.data(), buffer.size()) == 0);
        break;
      }
      outcome.bytes.append(buffer, 0, count);
    }
  } catch (const claimcheck::Error& error) {
    require(error.kind() == claimcheck::ErrorKind::input);
    outcome.error = error.what();
    require(outcome.error.starts_with("fuzz.gz: "));
  }
  return outcome;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const std::string packed(data + 2, data + size);
  const Outcome whole = inflate(packed, packed.size() + 1, 1 << 16);
  const Outcome pieces = inflate(packed, data[0] + std::size_t{1}, 100 * (data[1] + std::size_t{1}));
  require(whole.error.empty() == pieces.error.empty());
  if (whole.error.empty() && whole.bytes.size() < kLargest) require(whole.bytes == pieces.bytes);
  if (!packed.starts_with("\x1f\x8b")) require(whole.bytes == packed && whole.error.empty());
  return 0;
}
