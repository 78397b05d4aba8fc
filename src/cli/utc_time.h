#pragma once

#include <string>

namespace claimcheck {

/// Now, as a log of decisions gives it: "2026-11-29T10:00:00Z".
std::string utc_now();

}  // namespace claimcheck
