#pragma once

#include <string>
#include <string_view>

namespace claimcheck {

/// Checks on any bytes at all what the text layer promises of its spans: in bounds, in order, without overlaps, on
/// character boundaries; every byte that is no space in exactly one sentence. Returns what is broken, or an empty
/// string.
std::string broken_span_property(std::string_view text);

}  // namespace claimcheck
