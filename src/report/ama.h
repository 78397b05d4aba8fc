#pragma once

#include <string>

#include "core/citation.h"

namespace claimcheck {

/// A reference in the style of the AMA Manual of Style, 11th edition (sections 3.7 to 3.11), in three parts so that the
/// journal can be set in italics: `before` + `journal` + `after` is the whole reference.
struct AmaReference {
  std::string before;   ///< authors and title, with a trailing space
  std::string journal;  ///< abbreviated name, else the full one; the book for a chapter
  std::string after;    ///< year, volume, issue, pages, DOI, retraction
  [[nodiscard]] std::string text() const { return before + journal + after; }
};

/// Parts that the record lacks are left out. Up to six authors are named, of more the first three and "et al".
AmaReference format_ama(const Citation& citation);

}  // namespace claimcheck
