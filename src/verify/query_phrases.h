#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "concepts/vocabulary.h"

namespace claimcheck {

/// The words by which a search finds any of `family`: up to `share` terms of each concept, the preferred ones first. A
/// term that holds another one of them ("breast cancer", where "cancer" is asked for) adds nothing to what is found: it
/// is left out and takes no place. By concept in the order of `family`.
std::vector<std::vector<std::string>> choose_phrases(std::span<const Concept* const> family, std::size_t share);

}  // namespace claimcheck
