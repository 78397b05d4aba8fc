#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/span.h"

namespace claimcheck {

/// Where a claim was found. `span` counts Unicode code points of the document's text, as in claims files.
struct ClaimOrigin {
  std::string document;  ///< file name, without folders
  std::string sha256;    ///< of the document's bytes, lower-case hex
  std::string section;   ///< nearest heading above the passage; may be empty
  Span span;
  bool operator==(const ClaimOrigin&) const = default;
};

/// One checkable statement. `text` must be self-contained.
struct Claim {
  std::string id;
  std::string text;
  std::optional<ClaimOrigin> origin;
  /// Slots of the frame set by a person: slot name (see ClaimFrame) to its words; they win over what is read from
  /// `text`. Allowed names: kind, strength, polarity, direction, subject, comparator, outcome, population, route,
  /// dose, duration, setting, quantifier.
  std::map<std::string, std::string> frame;
  bool operator==(const Claim&) const = default;
};

}  // namespace claimcheck
