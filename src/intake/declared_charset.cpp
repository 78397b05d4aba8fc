#include "intake/declared_charset.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "intake/html_tokens.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLookedAt = 4096;
constexpr std::size_t kLongestLabel = 40;

using Label = std::pair<std::string_view, std::string_view>;

/// WHATWG Encoding, "Names and labels": those in use on pages of Latin, Greek, Cyrillic, Hebrew, Arabic and East Asian
/// script.
constexpr std::array<Label, 51> kLabels{{
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"utf-16", "UTF-8"},
    {"utf-16le", "UTF-8"},
    {"utf-16be", "UTF-8"},
    {"us-ascii", "CP1252"},
    {"ascii", "CP1252"},
    {"iso-8859-1", "CP1252"},
    {"iso8859-1", "CP1252"},
    {"iso_8859-1", "CP1252"},
    {"latin1", "CP1252"},
    {"windows-1252", "CP1252"},
    {"cp1252", "CP1252"},
    {"x-cp1252", "CP1252"},
    {"iso-8859-2", "ISO-8859-2"},
    {"latin2", "ISO-8859-2"},
    {"iso-8859-3", "ISO-8859-3"},
    {"iso-8859-4", "ISO-8859-4"},
    {"iso-8859-5", "ISO-8859-5"},
    {"iso-8859-6", "ISO-8859-6"},
    {"iso-8859-7", "ISO-8859-7"},
    {"iso-8859-8", "ISO-8859-8"},
    {"iso-8859-9", "CP1254"},
    {"latin5", "CP1254"},
    {"iso-8859-10", "ISO-8859-10"},
    {"iso-8859-13", "ISO-8859-13"},
    {"iso-8859-14", "ISO-8859-14"},
    {"iso-8859-15", "ISO-8859-15"},
    {"latin9", "ISO-8859-15"},
    {"iso-8859-16", "ISO-8859-16"},
    {"windows-1250", "CP1250"},
    {"windows-1251", "CP1251"},
    {"cp1251", "CP1251"},
    {"windows-1253", "CP1253"},
    {"windows-1254", "CP1254"},
    {"windows-1255", "CP1255"},
    {"windows-1256", "CP1256"},
    {"windows-1257", "CP1257"},
    {"windows-1258", "CP1258"},
    {"koi8-r", "KOI8-R"},
    {"koi8-u", "KOI8-U"},
    {"macintosh", "MACINTOSH"},
    {"shift_jis", "CP932"},
    {"shift-jis", "CP932"},
    {"euc-jp", "EUC-JP"},
    {"iso-2022-jp", "ISO-2022-JP"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"gb18030", "GB18030"},
    {"big5", "BIG5-HKSCS"},
    {"euc-kr", "CP949"},
}};

std::string in_lower_case(std::string_view text) {
  std::string lower;
  for (const char c : text) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

DeclaredCharset make_charset(std::string_view label) {
  const std::string lower = in_lower_case(label.substr(0, kLongestLabel));
  const auto* found =
      std::find_if(kLabels.begin(), kLabels.end(), [&](const Label& known) { return known.first == lower; });
  return {repair_utf8(label.substr(0, kLongestLabel)), found == kLabels.end() ? std::string_view() : found->second};
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kAround = " \t\r\n\"'";
  const std::size_t begin = text.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_first_of(" \t\r\n\"';?>", begin) - begin);
}

/// What stands after `name` and "=".
std::optional<std::string_view> value_after(std::string_view text, std::string_view name) {
  const std::size_t found = text.find(name);
  if (found == std::string_view::npos) return std::nullopt;
  const std::size_t sign = text.find_first_not_of(" \t\r\n", found + name.size());
  if (sign == std::string_view::npos || text[sign] != '=') return std::nullopt;
  const std::string_view value = trim(text.substr(sign + 1));
  return value.empty() ? std::nullopt : std::optional(value);
}

/// What a meta element says of the encoding.
std::optional<DeclaredCharset> read_meta(const std::vector<HtmlAttribute>& attributes) {
  if (const std::string* charset = find_attribute(attributes, "charset")) {
    const std::string_view label = trim(*charset);
    if (!label.empty()) return make_charset(label);
  }
  const std::string* content = find_attribute(attributes, "content");
  if (content == nullptr || find_attribute(attributes, "http-equiv") == nullptr) return std::nullopt;
  const std::string lower = in_lower_case(*content);
  const auto label = value_after(lower, "charset");
  return label ? std::optional(make_charset(*label)) : std::nullopt;
}

}  // namespace

std::optional<DeclaredCharset> find_declared_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kLookedAt);
  if (const std::size_t begin = head.find("<?xml"); begin < 8) {
    const std::string_view declaration = head.substr(begin, head.find("?>") - begin);
    if (const auto label = value_after(declaration, "encoding")) return make_charset(*label);
  }
  HtmlToken token;
  for (HtmlTokens tokens(head, {0, head.size()}); tokens.next(token);) {
    if (token.kind != HtmlTokenKind::start_tag || token.name != "meta") continue;
    if (auto charset = read_meta(token.attributes)) return charset;
  }
  return std::nullopt;
}

}  // namespace claimcheck
