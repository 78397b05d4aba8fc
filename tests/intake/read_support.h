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

/// What a document says, and its outline.
struct OutlineCase {
  std::string text;
  std::string blocks;
};

/// Expects each text, as a file called `name`, to have its outline.
void expect_blocks(std::string_view name, const std::vector<OutlineCase>& cases);

/// The message with which `bytes` are refused; empty when they are not.
std::string refusal_of(std::string_view bytes, std::string_view name);

}  // namespace claimcheck
