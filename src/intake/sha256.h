#pragma once

#include <string>
#include <string_view>

namespace claimcheck {

/// SHA-256 of `bytes`, 64 lower-case hex digits (FIPS 180-4, through OpenSSL).
std::string sha256_hex(std::string_view bytes);

}  // namespace claimcheck
