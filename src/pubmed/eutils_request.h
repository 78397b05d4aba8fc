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
/// What encode_form encoded; anything else is taken as it stands.
Parameters decode_form(std::string_view form);

/// The request to `program` ("esearch.fcgi") with `parameters`, tool, email and the key, where is_key_sent. POST for
/// lists of ids and long terms (NBK25499: a long URL is refused), and whenever the key is sent, because proxies and
/// servers log URLs.
HttpRequest make_eutils_request(const EutilsOptions& options, std::string_view program, Parameters parameters);

}  // namespace claimcheck
