#pragma once

#include <optional>
#include <string>

#include "support/loopback_http.h"

namespace claimcheck {

/// Takes one whole request off the front of `bytes`; nullopt while it has not all arrived.
std::optional<ServedRequest> take_request(std::string& bytes);

/// The bytes of an answer, cut as the response says.
std::string render_response(const ServedResponse& response);

}  // namespace claimcheck
