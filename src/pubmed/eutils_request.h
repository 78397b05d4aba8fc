#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pubmed/eutils_options.h"
#include "pubmed/http.h"

namespace claimcheck {

using Parameters = std::vector<std::pair<std::string, std::string>>;

/// application/x-www-form-urlencoded.
std::string encode_form(const Parameters& parameters);

/// The request to `program` ("esearch.fcgi") with `parameters`, tool, email and the key. POST for lists of ids and long
/// terms (NBK25499: a long URL is refused), and whenever there is a key, because proxies and servers log URLs.
HttpRequest make_eutils_request(const EutilsOptions& options, std::string_view program, Parameters parameters);

/// `text` without the key, in whatever form it may stand there.
std::string without_key(std::string text, const std::string& api_key);

}  // namespace claimcheck
