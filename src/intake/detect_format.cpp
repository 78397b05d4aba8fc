#include "intake/detect_format.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "core/error.h"
#include "text/one_of.h"

namespace claimcheck {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLookedAt = 4096;

struct Unreadable {
  std::string_view magic;
  std::string_view what;
  std::string_view way_out;
};

constexpr std::string_view kAsDocx = "open it and save it as .docx";
constexpr std::string_view kNoText = "give the article's text instead";

constexpr std::array<Unreadable, 15> kUnreadable{{
    {"\xD0\xCF\x11\xE0"sv, "a file of an older Office (.doc, .xls, .ppt), or one with a password", kAsDocx},
    {R"({\rtf)"sv, "an RTF file", kAsDocx},
    {"\x89PNG"sv, "a picture", kNoText},
    {"\xFF\xD8\xFF"sv, "a picture", kNoText},
    {"GIF8"sv, "a picture", kNoText},
    {"RIFF"sv, "a picture, a sound or a film", kNoText},
    {"II*\0"sv, "a picture", kNoText},
    {"MM\0*"sv, "a picture", kNoText},
    {"%!PS"sv, "a PostScript file", "convert it to PDF"},
    {"\x7F"
     "ELF"sv,
     "a program", kNoText},
    {"MZ\x90"sv, "a program", kNoText},
    {"7z\xBC\xAF"sv, "an archive", "unpack it"},
    {"Rar!"sv, "an archive", "unpack it"},
    {"\x1F\x8B"sv, "a gzip archive", "unpack it"},
    {"BZh"sv, "a bzip2 archive", "unpack it"},
}};

constexpr std::array<std::string_view, 2> kMarkdownExtensions{"md", "markdown"};
constexpr std::array<std::string_view, 2> kTextExtensions{"txt", "text"};
constexpr std::array<std::string_view, 3> kHtmlExtensions{"html", "htm", "xhtml"};
constexpr std::string_view kReadable = "Word (.docx), PDF, HTML, Markdown, text and claims files (.json)";

std::string in_lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// In lower case, without the dot; empty when there is none.
std::string extension_of(std::string_view name) {
  const std::size_t slash = name.find_last_of("/\\");
  if (slash != std::string_view::npos) name.remove_prefix(slash + 1);
  const std::size_t dot = name.rfind('.');
  const bool none = dot == std::string_view::npos || dot == 0 || name.find(' ', dot) != std::string_view::npos;
  return none ? std::string() : in_lower_case(name.substr(dot + 1));
}

[[noreturn]] void refuse(std::string_view name, std::string_view what, std::string_view way_out) {
  throw Error(ErrorKind::input, fmt::format("{}: {}, which cannot be read; {}", name, what, way_out));
}

InputFormat detect_zip(std::string_view bytes, std::string_view name) {
  const auto holds = [bytes](std::string_view part) { return bytes.find(part) != std::string_view::npos; };
  // Names of parts stand uncompressed in the archive.
  if (holds("word/document.xml")) return InputFormat::docx;
  if (holds("xl/workbook")) refuse(name, "an Excel workbook", "save the sheet's text as .docx or .txt");
  if (holds("ppt/presentation.xml")) refuse(name, "a PowerPoint presentation", "save its text as .docx or .txt");
  if (holds("opendocument.text")) refuse(name, "an OpenDocument text (.odt)", kAsDocx);
  if (holds("application/epub+zip")) refuse(name, "an EPUB book", "convert the chapter to .html or .docx");
  refuse(name, "an archive without a Word document", "unpack it");
}

/// The first bytes in lower case, those of UTF-16 as if they were one byte a character.
std::string head_of(std::string_view bytes) {
  std::string head = in_lower_case(bytes.substr(0, kLookedAt));
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    head.erase(0, 2);
    std::erase(head, '\0');
  }
  if (head.starts_with("\xEF\xBB\xBF")) head.erase(0, 3);
  return head;
}

std::string_view skip_blank(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
}

/// A document of HTML as a whole, not one that begins with a tag.
bool is_html(std::string_view head) {
  head = skip_blank(head);
  while (head.starts_with("<!--") || head.starts_with("<?xml")) {
    const std::string_view mark = head.starts_with("<?") ? "?>" : "-->";
    const std::size_t end = head.find(mark);
    if (end == std::string_view::npos) return false;
    head = skip_blank(head.substr(end + mark.size()));
  }
  return head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<head") ||
         head.starts_with("<body");
}

/// '{' or '[' and then what JSON has there: Markdown begins with "[A link](…)".
bool is_json(std::string_view head) {
  head = skip_blank(head);
  if (head.empty() || (head[0] != '{' && head[0] != '[')) return false;
  const std::string_view next = skip_blank(head.substr(1));
  if (next.empty()) return true;
  return head[0] == '{' ? next[0] == '"' || next[0] == '}' : next[0] == '{' || next[0] == ']';
}

bool has_markdown_heading(std::string_view text) {
  constexpr std::array<std::string_view, 3> kMarks{"\n# ", "\n## ", "\n### "};
  return std::any_of(kMarks.begin(), kMarks.end(), [text](std::string_view mark) {
    return text.starts_with(mark.substr(1)) || text.find(mark) != std::string_view::npos;
  });
}

std::optional<InputFormat> format_of_extension(std::string_view extension) {
  if (extension == "json") return InputFormat::claims;
  if (is_one_of(kMarkdownExtensions, extension)) return InputFormat::markdown;
  if (is_one_of(kTextExtensions, extension)) return InputFormat::text;
  if (is_one_of(kHtmlExtensions, extension)) return InputFormat::html;
  return std::nullopt;
}

void check_is_text(std::string_view bytes, std::string_view name) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return;
  const std::string_view head = bytes.substr(0, kLookedAt);
  const auto is_control = [](char c) { return (c >= 0 && c < ' ' && (c < '\t' || c > '\r')) || c == '\x7F'; };
  const auto controls = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), is_control));
  const auto nuls = static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  const bool sixteen_bits = nuls * 3 >= head.size() && controls - nuls <= head.size() / 50;  // UTF-16 without a mark
  if (controls > head.size() / 20 && !sixteen_bits)
    refuse(name, "no text but binary data", fmt::format("what can be: {}", kReadable));
}

}  // namespace

InputFormat detect_format(std::string_view bytes, std::string_view name) {
  if (bytes.empty()) throw Error(ErrorKind::input, fmt::format("{}: the file is empty; give one with text", name));
  for (const Unreadable& kind : kUnreadable) {
    if (bytes.starts_with(kind.magic)) refuse(name, kind.what, kind.way_out);
  }
  if (bytes.starts_with("PK\x03\x04")) return detect_zip(bytes, name);
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return InputFormat::pdf;
  const std::string extension = extension_of(name);
  const std::string head = head_of(bytes);
  if (extension == "json" || is_json(head)) return InputFormat::claims;
  check_is_text(bytes, name);
  if (is_html(head)) return InputFormat::html;
  if (const auto format = format_of_extension(extension)) return *format;
  if (extension == "docx") refuse(name, "named .docx, but no Word document", kAsDocx);
  if (extension == "pdf") refuse(name, "named .pdf, but no PDF", "save it as PDF anew, or give its text");
  if (!extension.empty()) {
    refuse(name, fmt::format("a file with the extension .{}", extension),
           fmt::format("what can be: {}; rename it when it is one of these", kReadable));
  }
  return has_markdown_heading(bytes) ? InputFormat::markdown : InputFormat::text;
}

}  // namespace claimcheck
