#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimcheck {

/// How messages name the input `path`: "-" is "standard input".
std::string input_name(const std::string& path);

/// The bytes of a file, or of standard input for "-"; gzip is inflated. Throws Error(input) naming it when it cannot be
/// read, or has more than `largest` bytes: too large for `what` ("a claims file").
std::string read_input_file(const std::string& path, std::size_t largest, std::string_view what);

}  // namespace claimcheck
