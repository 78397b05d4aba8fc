#include "pubmed/foreign_document.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kQuoteSize = 120;

bool is_html(std::string element) {
  std::transform(element.begin(), element.end(), element.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return element == "html" || element == "head" || element == "body";
}

std::string packed_kind(std::string_view head) {
  using namespace std::string_view_literals;
  if (head.starts_with("PK\x03\x04"sv)) return "zip";
  if (head.starts_with("\xfd"
                       "7zXZ"sv))
    return "xz";
  if (head.starts_with("BZh"sv)) return "bzip2";
  if (head.starts_with("\x28\xb5\x2f\xfd"sv)) return "zstd";
  return {};
}

}  // namespace

std::string quote_text(std::string_view markup) {
  std::string text;
  bool in_tag = false;
  for (const char c : markup) {
    if (c == '<' || c == '>') in_tag = c == '<';
    const bool gap = in_tag || c == '>' || static_cast<unsigned char>(c) <= ' ' || c == '\x7f';
    if (!gap) text += c;
    if (gap && !text.empty() && text.back() != ' ') text += ' ';
    if (text.size() >= kQuoteSize) break;
  }
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return repair_utf8(text);
}

std::string describe_foreign_document(std::string_view head) {
  head = head.substr(std::min(head.find_first_not_of(" \t\r\n"), head.size()));
  head = head.substr(0, kForeignHead);
  if (const std::string packed = packed_kind(head); !packed.empty()) {
    return fmt::format("is packed with {}; unpack it first (gzip is read as it is)", packed);
  }
  if (head.starts_with('{') || head.starts_with('[')) return "is JSON, not PubMed XML";
  const std::string quote = quote_text(head);
  const std::string quoted = quote.empty() ? quote : fmt::format(" (“{}”)", quote);
  if (!head.starts_with('<')) return fmt::format("is no XML{}", quoted);
  const std::string element(head.substr(1, std::min(head.find_first_of(" \t\r\n/>", 1), head.size()) - 1));
  if (is_html(element)) return fmt::format("is an HTML page, not PubMed XML{}", quoted);
  return fmt::format("is no PubMed XML but <{}>{}", quote_text(element), quoted);
}

}  // namespace claimcheck
