#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// `term` in American spelling ("haemorrhage" becomes "hemorrhage"); unchanged where both spell alike.
std::string american_spelling(std::string_view term);

/// `words` once for each word that has a joined prefix, with that prefix as a word of its own ({"nonmedical", "use"} →
/// {"non", "medical", "use"}).
std::vector<std::vector<std::string>> spacing_variants(const std::vector<std::string>& words);

}  // namespace claimcheck
