#include "cli/input_file.h"

#include <fmt/core.h>

#include "core/error.h"
#include "pubmed/byte_reader.h"

namespace claimcheck {
namespace {

constexpr std::size_t kBlock = std::size_t{64} << 10;

}  // namespace

std::string input_name(const std::string& path) {
  return path == "-" ? "standard input" : path;
}

std::string read_input_file(const std::string& path, std::size_t largest, std::string_view what) {
  if (path.empty()) throw Error(ErrorKind::usage, fmt::format("a file name is empty: name {}", what));
  const ByteReader read = open_bytes(path);
  std::string bytes;
  for (std::size_t size = 0;;) {
    bytes.resize(size + kBlock);
    const std::size_t got = read(bytes.data() + size, kBlock);
    size += got;
    if (got == 0 || size > largest) {
      bytes.resize(size);
      break;
    }
  }
  if (bytes.size() > largest) {
    throw Error(ErrorKind::input,
                fmt::format("{}: over {} MiB, too large for {}", input_name(path), largest >> 20U, what));
  }
  return bytes;
}

}  // namespace claimcheck
