#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/document.h"
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

/// What an article says at the place of a claim that was extracted from it, and how the claim was found there.
struct Passage {
  std::string text;                       ///< Document::text at `span`, byte for byte
  Span span;                              ///< bytes of Document::text; ClaimOrigin::span are the same characters
  std::size_t block = 0;                  ///< index in Document::blocks
  Span words;                             ///< the passage in that block's text, bytes
  double check_worthiness = 0;            ///< 0 to 1: how far it is a statement that literature can speak to
  std::vector<std::string> why;           ///< what speaks for and against checking it, and what was changed, in words
  bool needs_context = false;             ///< it leans on something that was not found: a pronoun, an elided subject
  bool compound = false;                  ///< one of several claims of one sentence
  std::optional<std::string> suppressed;  ///< the author's reason for leaving it unchecked; listed, never checked
  std::vector<CitedSource> cited;         ///< what the text cites for it
  bool operator==(const Passage&) const = default;
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
  std::optional<Passage> passage = {};  ///< of a claim extracted from an article
  bool operator==(const Claim&) const = default;
};

}  // namespace claimcheck
