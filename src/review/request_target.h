#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "review/http_exchange.h"

namespace claimcheck {

/// The path and the query that a request line names.
struct RequestTarget {
  std::string path;
  HttpFields query;
};

/// Reads "/path?name=value&…" (origin form, RFC 9112), decoded as HttpQuestion promises. nullopt for other forms and
/// for whatever that promise excludes: it is refused, never mended. In the query '+' is a space; a piece without '=' is
/// a name with an empty value, and empty pieces are skipped.
std::optional<RequestTarget> parse_request_target(std::string_view target);

}  // namespace claimcheck
