#include "intake/markdown_lines.h"

#include <algorithm>
#include <optional>

namespace claimcheck {
namespace {

constexpr std::size_t kLongestLabel = 100;
constexpr std::string_view kBlank = " \t\r";

/// The line that begins at `begin`, without its end.
Span line_at(std::string_view text, std::size_t begin) {
  return {begin, std::min(text.find('\n', begin), text.size())};
}

std::string_view trimmed(std::string_view text, Span line) {
  std::string_view words = slice(text, line);
  const std::size_t begin = words.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return words.substr(begin, words.find_last_not_of(kBlank) + 1 - begin);
}

/// The value of "title: …", without quotation marks.
std::optional<Span> read_title(std::string_view text, Span line) {
  constexpr std::string_view kTitle = "title";
  const std::string_view words = slice(text, line);
  if (!words.starts_with(kTitle)) return std::nullopt;
  const std::size_t sign = words.find_first_not_of(kBlank, kTitle.size());
  if (sign == std::string_view::npos || (words[sign] != ':' && words[sign] != '=')) return std::nullopt;
  const std::size_t begin = words.find_first_not_of(kBlank, sign + 1);
  if (begin == std::string_view::npos) return std::nullopt;
  Span value{line.begin + begin, line.begin + words.find_last_not_of(kBlank) + 1};
  const char quote = text[value.begin];
  if (value.size() > 1 && (quote == '"' || quote == '\'') && text[value.end - 1] == quote) {
    value = {value.begin + 1, value.end - 1};
  }
  return value;
}

/// Reads "---", lines with a colon, "---" (YAML) or the same with "+++" (TOML) at the start of the text.
void read_front_matter(std::string_view text, MarkdownLines& lines) {
  const Span first = line_at(text, 0);
  const std::string_view fence = trimmed(text, first);
  if (fence != "---" && fence != "+++") return;
  Span title;
  bool has_field = false;
  for (std::size_t at = first.end + 1; at < text.size();) {
    const Span line = line_at(text, at);
    const std::string_view words = trimmed(text, line);
    if (words == fence || (words == "..." && fence == "---")) {
      if (has_field) lines.body = std::min(line.end + 1, text.size());
      if (has_field) lines.title = title;
      return;
    }
    if (!has_field && words.find_first_of(":=#") == std::string_view::npos) return;  // a line across the page
    has_field = true;
    if (title.empty()) title = read_title(text, line).value_or(Span{});
    at = line.end + 1;
  }
}

/// The mark that begins with "[^" at `at`.
std::optional<FootnoteMark> read_footnote(std::string_view text, std::size_t at) {
  const std::size_t begin = at + 2;
  const std::string_view ahead = text.substr(begin, kLongestLabel + 1);
  const std::size_t length = ahead.find_first_of("[] \t\r\n<>");
  if (length == std::string_view::npos || length == 0 || ahead[length] != ']') return std::nullopt;
  return FootnoteMark{{at, begin + length + 1}, {begin, begin + length}};
}

void find_footnotes(std::string_view text, MarkdownLines& lines) {
  for (std::size_t at = text.find("[^", lines.body); at != std::string_view::npos; at = text.find("[^", at + 1)) {
    auto mark = read_footnote(text, at);
    if (!mark) continue;
    std::size_t line = at;
    while (line > 0 && at - line < 3 && text[line - 1] == ' ') --line;
    const bool first = line == 0 || text[line - 1] == '\n';
    if (first && mark->source.end < text.size() && text[mark->source.end] == ':') {
      ++mark->source.end;
      lines.definitions.push_back(*mark);
      lines.source[at] = ' ';
    } else {
      lines.references.push_back(*mark);
    }
  }
}

/// ":::" and what follows on its line opens or closes a box in some dialects; the words in it are text.
void blank_fences(std::string_view text, MarkdownLines& lines) {
  for (std::size_t at = lines.body; at < text.size();) {
    const Span line = line_at(text, at);
    if (trimmed(text, line).starts_with(":::")) {
      std::fill(lines.source.begin() + static_cast<std::ptrdiff_t>(line.begin),
                lines.source.begin() + static_cast<std::ptrdiff_t>(line.end), ' ');
    }
    at = line.end + 1;
  }
}

}  // namespace

MarkdownLines scan_markdown(std::string_view text) {
  MarkdownLines lines;
  lines.source = text;
  read_front_matter(text, lines);
  find_footnotes(text, lines);
  blank_fences(text, lines);
  return lines;
}

}  // namespace claimcheck
