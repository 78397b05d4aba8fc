#pragma once

#include <string_view>

namespace claimcheck {

/// True if `folded` stands in the group of src/intake/data/word_groups.txt with that name. An unknown group holds no
/// word.
bool in_word_group(std::string_view group, std::string_view folded);

}  // namespace claimcheck
