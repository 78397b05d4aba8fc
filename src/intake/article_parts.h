#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/document.h"

namespace claimcheck {

/// What the part of an article is about that a statement stands in, as far as it tells of what literature cannot speak
/// to.
struct PlaceInArticle {
  bool business = false;          ///< running a practice, insurance, law: by the heading above
  bool business_article = false;  ///< likewise by the title of the article, which says less of each of its parts
  /// Tells of a person: "she", "his", "I" all along, in the section or in the whole article; or "Case 1" above.
  bool story = false;
};

/// Of each block of a document, in order. The words are in data/worthiness_words.txt. Linear in the length.
std::vector<PlaceInArticle> find_places(const Document& document);

/// True of "Insurance and billing", "Building a Practice": what stands below is no medicine.
bool is_business_heading(std::string_view heading);

}  // namespace claimcheck
