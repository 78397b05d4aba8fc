#include "cli/claims_input.h"

#include <fmt/core.h>

#include <filesystem>
#include <iterator>

#include "cli/input_file.h"
#include "core/error.h"
#include "intake/claims_file.h"
#include "intake/sha256.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLargestFile = std::size_t{64} << 20;

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
  for (const std::string& path : paths) add_claims(input, path, read_input_file(path, kLargestFile, "a claims file"));
  return input;
}

void add_claims(ClaimsInput& input, const std::string& path, std::string bytes) {
  const std::string name = input_name(path);
  check_is_json(bytes, name);
  std::vector<Claim> claims = parse_claims(bytes, name);
  input.documents.push_back({std::filesystem::path(name).filename().string(), sha256_hex(bytes), claims.size()});
  std::move(claims.begin(), claims.end(), std::back_inserter(input.claims));
  input.texts.push_back(std::move(bytes));
}

}  // namespace claimcheck
