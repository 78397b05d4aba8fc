#pragma once

#include <functional>
#include <string_view>

#include "review/http_exchange.h"

namespace claimcheck {

/// What `handler` answers, or a 500 with a fixed text when it throws or its answer cannot be sent (answer_fault).
/// `log`, when there is one, then gets a line with method, path and reason, without control characters.
HttpAnswer ask_handler(const HttpHandler& handler, const HttpQuestion& question,
                       const std::function<void(std::string_view)>& log);

}  // namespace claimcheck
