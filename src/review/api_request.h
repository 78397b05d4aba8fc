#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/review.h"
#include "review/session.h"

namespace claimcheck {

/// What the page sends to have something written.
struct ApiRequest {
  ReviewRequest request;
  std::optional<std::int64_t> expected;  ///< of undo: the entry that the window offered to take back
};

/// Reads the body of a write: a JSON object with `claim`, `seen`, `judgement`, `reason`, `text` and, for undo, `entry`,
/// as far as `action` has a use for them. Throws Error(input), one sentence, for anything else.
ApiRequest read_api_request(ReviewAction action, std::string_view body);

}  // namespace claimcheck
