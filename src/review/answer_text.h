#pragma once

#include <string>
#include <string_view>

#include "review/http_exchange.h"

namespace claimcheck {

/// Status line and header fields of an HTTP/1.1 answer, up to and with the empty line: what `answer` says, its length
/// and the security header fields that every answer has. `closes`: the connection ends with it.
std::string answer_head(const HttpAnswer& answer, bool closes);

/// Whether a status is one whose answers have no body (RFC 9110, section 6.4.1).
bool is_bodiless(int status);

/// What is wrong with an answer that a handler made, as the end of "the answer …"; "" when nothing is: a status beyond
/// 200 to 599, a header field that the server sets itself or whose name or value could not be sent as one line.
std::string answer_fault(const HttpAnswer& answer);

/// A page that says no: the status and what happened, in plain words that need no escaping.
HttpAnswer refusal(int status, std::string_view words);

}  // namespace claimcheck
