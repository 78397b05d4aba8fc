#pragma once

#include <string>
#include <string_view>

namespace claimcheck {

/// How much a word tells one abstract from another: the inverse document frequency of its stem, ln(N / n), where n of N
/// abstracts hold it (Sparck Jones, J Doc 1972;28:11). A stem that is not in the table is as rare as the rarest in it.
double word_weight(const std::string& stem);

}  // namespace claimcheck
