#include "pubmed/script_text.h"

#include <algorithm>
#include <array>

namespace claimcheck {
namespace {

struct ScriptForms {
  std::string_view plain;
  std::string_view super;
  std::string_view sub;
};

// Unicode 15: Superscripts and Subscripts, Spacing Modifier Letters, Phonetic Extensions. Every form folds back to its
// plain character under NFKC, except the signs.
constexpr ScriptForms kForms[] = {
    {"0", "⁰", "₀"}, {"1", "¹", "₁"}, {"2", "²", "₂"}, {"3", "³", "₃"}, {"4", "⁴", "₄"}, {"5", "⁵", "₅"},
    {"6", "⁶", "₆"}, {"7", "⁷", "₇"}, {"8", "⁸", "₈"}, {"9", "⁹", "₉"}, {"+", "⁺", "₊"}, {"-", "⁻", "₋"},
    {"−", "⁻", "₋"}, {"=", "⁼", "₌"}, {"(", "⁽", "₍"}, {")", "⁾", "₎"}, {"a", "ᵃ", "ₐ"}, {"b", "ᵇ", ""},
    {"c", "ᶜ", ""},  {"d", "ᵈ", ""},  {"e", "ᵉ", "ₑ"}, {"f", "ᶠ", ""},  {"g", "ᵍ", ""},  {"h", "ʰ", "ₕ"},
    {"i", "ⁱ", "ᵢ"}, {"j", "ʲ", "ⱼ"}, {"k", "ᵏ", "ₖ"}, {"l", "ˡ", "ₗ"}, {"m", "ᵐ", "ₘ"}, {"n", "ⁿ", "ₙ"},
    {"o", "ᵒ", "ₒ"}, {"p", "ᵖ", "ₚ"}, {"r", "ʳ", "ᵣ"}, {"s", "ˢ", "ₛ"}, {"t", "ᵗ", "ₜ"}, {"u", "ᵘ", "ᵤ"},
    {"v", "ᵛ", "ᵥ"}, {"w", "ʷ", ""},  {"x", "ˣ", "ₓ"}, {"y", "ʸ", ""},  {"z", "ᶻ", ""},  {"A", "ᴬ", ""},
    {"B", "ᴮ", ""},  {"D", "ᴰ", ""},  {"E", "ᴱ", ""},  {"G", "ᴳ", ""},  {"H", "ᴴ", ""},  {"I", "ᴵ", ""},
    {"J", "ᴶ", ""},  {"K", "ᴷ", ""},  {"L", "ᴸ", ""},  {"M", "ᴹ", ""},  {"N", "ᴺ", ""},  {"O", "ᴼ", ""},
    {"P", "ᴾ", ""},  {"R", "ᴿ", ""},  {"T", "ᵀ", ""},  {"U", "ᵁ", ""},  {"V", "ⱽ", ""},  {"W", "ᵂ", ""},
    {"β", "ᵝ", "ᵦ"}, {"γ", "ᵞ", "ᵧ"}, {"δ", "ᵟ", ""},  {"θ", "ᶿ", ""},  {"ρ", "", "ᵨ"},  {"φ", "ᵠ", "ᵩ"},
    {"χ", "ᵡ", "ᵪ"}, {"®", "®", ""},  {"™", "™", ""},  {"℠", "℠", ""},  {"°", "°", ""},  {"º", "º", ""},
    {"ª", "ª", ""},  {"*", "*", ""},  {"†", "†", ""},  {"‡", "‡", ""},  {"′", "′", ""},  {"″", "″", ""},
};

std::size_t character_size(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0xc0) return 1;
  if (byte < 0xe0) return 2;
  return byte < 0xf0 ? 3 : 4;
}

}  // namespace

std::string write_script(std::string_view text, Script script) {
  std::string forms;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view plain = text.substr(at, character_size(text[at]));
    at += plain.size();
    const auto* found =
        std::find_if(std::begin(kForms), std::end(kForms), [plain](const ScriptForms& f) { return f.plain == plain; });
    const std::string_view form =
        found == std::end(kForms) ? std::string_view() : (script == Script::super ? found->super : found->sub);
    if (form.empty()) return (script == Script::super ? "^{" : "_{") + std::string(text) + '}';
    forms += form;
  }
  return forms;
}

}  // namespace claimcheck
