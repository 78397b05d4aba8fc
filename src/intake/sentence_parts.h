#pragma once

#include <cstddef>
#include <span>

#include "intake/draft.h"
#include "intake/grammar.h"

namespace claimcheck {

/// The bytes of the words [first, last) of `text`, without the space behind.
Draft cut_words(const Draft& text, std::span<const Word> words, std::size_t first, std::size_t last);

/// `last` without stops, coordinators and commas before it.
std::size_t drop_stops(std::span<const Word> words, std::size_t first, std::size_t last);

/// Where in [first, last) what counts for a whole list begins ("in adults", "when used correctly"); `last` where
/// nothing does.
std::size_t find_shared_tail(std::span<const Word> words, std::size_t first, std::size_t last);

/// True if a clause that is no complement ("that …") opens in [first, last): what follows may belong to it.
bool has_open_clause(std::span<const Word> words, std::size_t first, std::size_t last);

}  // namespace claimcheck
