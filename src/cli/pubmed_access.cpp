#include "cli/pubmed_access.h"

#include <fmt/core.h>

#include "cli/terminal.h"
#include "cli/user_folders.h"
#include "core/error.h"
#include "intake/sha256.h"
#include "pubmed/api_key.h"
#include "pubmed/server_address.h"
#include "pubmed/shared_limiter.h"

namespace claimcheck {
namespace {

constexpr std::size_t kNameDigits = 16;

std::string base_url(const std::string& url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) {
    throw Error(ErrorKind::usage,
                fmt::format("--eutils-url {}: it must begin with http:// or https://", without_password(url)));
  }
  if (url.find_first_of("?#") != std::string::npos) {
    throw Error(ErrorKind::usage, "--eutils-url must be an address without ? and #; the program's name is added to it");
  }
  if (!parse_server_address(url)) {
    throw Error(ErrorKind::usage, fmt::format("--eutils-url {}: it names no server", without_password(url)));
  }
  return url.ends_with('/') ? url : url + "/";
}

std::string starts_path(const EutilsOptions& eutils) {
  const auto server = parse_server_address(eutils.base_url).value_or(ServerAddress{});
  const std::string key = is_key_sent(eutils) ? eutils.api_key : "";
  const std::string shared_by = fmt::format("{}\n{}\n{}\n{}", server.scheme, server.host, server.port, key);
  return (cache_folder() / ("starts-" + sha256_hex(shared_by).substr(0, kNameDigits))).string();
}

}  // namespace

PubmedAccess pubmed_access(const EvidenceOptions& options, const std::string& api_key) {
  PubmedAccess access;
  EutilsOptions& eutils = access.eutils;
  if (!options.eutils_url.empty()) eutils.base_url = base_url(options.eutils_url);
  eutils.api_key = api_key;
  eutils.deadline = std::chrono::seconds(options.deadline);
  if (options.debug_http) eutils.log = line_log(print_note, api_key);
  access.starts_path = starts_path(eutils);
  if (!api_key.empty() && !is_key_sent(eutils)) {
    access.key_note = fmt::format("The NCBI key is not sent to {}: it is for NCBI (https) and this machine alone.",
                                  without_password(eutils.base_url));
  }
  return access;
}

Limiter shared_limiter(const PubmedAccess& access) {
  return shared_starts(access.starts_path, start_spacing(access.eutils));
}

}  // namespace claimcheck
