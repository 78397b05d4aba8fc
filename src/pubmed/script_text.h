#pragma once

#include <string>
#include <string_view>

namespace claimcheck {

enum class Script { super, sub };

/// `text` (UTF-8) set as a super- or subscript in plain text: in Unicode's own characters where each character of it
/// has one (`10¹⁴`, `CO₂`, `Cₘₐₓ`, `Na⁺`), else marked (`^{1,2}`, `_{1/2}`). Signs that stand raised by themselves (®,
/// ™, °,
/// *, †) stay as they are in a superscript. Empty text stays empty.
std::string write_script(std::string_view text, Script script);

}  // namespace claimcheck
