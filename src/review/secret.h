#pragma once

#include <string>
#include <string_view>

namespace claimcheck {

/// 256 bits from getrandom(2), as 64 lower-case hex digits. Throws Error(internal) when there are none to be had.
std::string new_secret();

/// Whether `given` is `secret`, in a time that depends on the length of `secret` only.
bool is_same_secret(std::string_view given, std::string_view secret);

}  // namespace claimcheck
