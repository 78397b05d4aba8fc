#include "cli/claims_input.h"

#include <fmt/core.h>

#include <filesystem>
#include <iterator>

#include "core/error.h"
#include "intake/claims_file.h"
#include "intake/sha256.h"
#include "pubmed/byte_reader.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLargestFile = std::size_t{64} << 20;
constexpr std::size_t kBlock = std::size_t{64} << 10;

std::string read_file(const std::string& path, const std::string& name) {
  const ByteReader read = open_bytes(path);
  std::string bytes;
  for (std::size_t size = 0;;) {
    bytes.resize(size + kBlock);
    const std::size_t got = read(bytes.data() + size, kBlock);
    size += got;
    if (got == 0 || size > kLargestFile) {
      bytes.resize(size);
      break;
    }
  }
  if (bytes.size() > kLargestFile) {
    throw Error(ErrorKind::input, fmt::format("{}: over 64 MiB, too large for a claims file", name));
  }
  return bytes;
}

/// Throws where the bytes are no JSON at all, such as an article: its claims must be written down first.
void check_is_json(const std::string& bytes, const std::string& name) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first != std::string::npos && bytes[first] != '{' && bytes[first] != '[') {
    throw Error(ErrorKind::input,
                fmt::format("{} is not a claims file: only claims files (JSON) can be checked; write the article's "
                            "claims into one (claimcheck help claims-files)",
                            name));
  }
}

}  // namespace

ClaimsInput read_claims(const std::vector<std::string>& paths) {
  ClaimsInput input;
  for (const std::string& path : paths) {
    const std::string name = path == "-" ? "standard input" : path;
    const std::string bytes = read_file(path, name);
    check_is_json(bytes, name);
    std::vector<Claim> claims = parse_claims(bytes, name);
    input.documents.push_back({std::filesystem::path(name).filename().string(), sha256_hex(bytes), claims.size()});
    std::move(claims.begin(), claims.end(), std::back_inserter(input.claims));
  }
  return input;
}

}  // namespace claimcheck
