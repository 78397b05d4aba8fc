#pragma once

#include <string_view>
#include <vector>

namespace claimcheck {

/// The values that a Cookie header field gives to `name`, as they stand: several when other servers on this machine set
/// a cookie of that name, too (browsers keep cookies apart by host, not by port).
std::vector<std::string_view> cookie_values(std::string_view field, std::string_view name);

}  // namespace claimcheck
