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

/// First and last page, in full; `last` is empty for one page, and where what PubMed gives is no plain range ("S12-S15,
/// S18"), which is then `first`.
struct PageRange {
  std::string first;
  std::string last;
  bool operator==(const PageRange&) const = default;
};

/// PubMed shortens the last page ("1123-45"): here it is "1145".
PageRange split_pages(const std::string& pages);

}  // namespace claimcheck
