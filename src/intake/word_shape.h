#pragma once

#include <string_view>

namespace claimcheck {

/// True for the endings that mostly adjectives have ("effective", "long-term").
bool looks_adjective(std::string_view folded);

/// True for nouns that look like plurals ("doses", "people"; not "diabetes", "analysis").
bool looks_plural(std::string_view folded);

/// "SSRIs", "NSAIDs": short forms in the plural, as written.
bool is_short_plural(std::string_view written);

/// What stands behind the last hyphen or slash of a word.
std::string_view last_part(std::string_view word);

}  // namespace claimcheck
