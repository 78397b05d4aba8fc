#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/tokens.h"

namespace claimcheck {

/// A heading or entry term of MeSH in the order in which a sentence has its words: "Colitis, Ulcerative" → "Ulcerative
/// Colitis". nullopt when it is inverted more than once, or holds brackets or other marks that no sentence has.
std::optional<std::string> natural_term(std::string_view name);

/// `natural`, with its tokens, as TermIndex::add should be given it, or nullopt when it would be found where it is not
/// meant:
/// - more than six words, or no word of three letters or more;
/// - a single word of less than four letters, with digits, a cue (text/cues.h: "lead"), or a common word
///   (src/concepts/data/common_words.txt); but four capitals ("ARDS"), which match only as capitals, may be any.
/// Single words are to match as they are ("=abate"), others by their stems.
std::optional<std::string> matching_term(std::string_view natural, std::span<const Token> tokens);

}  // namespace claimcheck
