#pragma once

namespace claimcheck {

/// The character that the Symbol font prints for a code from 0x20 to 0xFF (Adobe Symbol encoding, Unicode mapping of
/// Adobe's symbol.txt); 0 where it prints none that stands in running text.
char32_t from_symbol_font(char32_t code);

}  // namespace claimcheck
