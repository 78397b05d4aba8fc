#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"

namespace claimcheck {

/// A document read from `bytes`, whose properties hold; else a failure of the test.
Document read_checked(std::string_view bytes, std::string_view name);

/// The blocks as lines: "kind[level]: text", and for what is not empty " {header}", " #anchor", " <text|url>" for each
/// mark (with "^" in front of a superscript), " (reason)" of a suppressed one.
std::string outline(const Document& document);

/// The message with which `bytes` are refused; empty when they are not.
std::string refusal_of(std::string_view bytes, std::string_view name);

}  // namespace claimcheck
