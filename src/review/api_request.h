#pragma once

#include <string>
#include <string_view>

#include "core/review.h"
#include "review/session.h"

namespace claimcheck {

/// Reads the body of a write: a JSON object with `claim`, `seen`, `judgement`, `reason`, `text` and, for undo, `entry`,
/// as far as `action` has a use for them. Throws Error(input), one sentence, for anything else.
ReviewRequest read_api_request(ReviewAction action, std::string_view body);

/// Reads the body of an answer to ReviewSession::namesake: `name` alone. Throws Error(input) likewise.
std::string read_name_request(std::string_view body);

}  // namespace claimcheck
