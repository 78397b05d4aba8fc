#include "pubmed/pubmed_syntax.h"

#include <algorithm>
#include <array>
#include <vector>

namespace claimcheck {
namespace {

constexpr std::string_view kEverything = "all[sb]";

/// True for ASCII that PubMed reads as an operator, a range, a field, a truncation or a history number.
bool is_syntax(char c) {
  constexpr std::string_view marks = "\"[](){}<>*:;|&#!?~^\\=@$%_`";
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0x7f || marks.find(c) != std::string_view::npos;
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Curly double quotes, which PubMed treats like straight ones.
std::size_t curly_quote_size(std::string_view text) {
  return text.starts_with("\u201C") || text.starts_with("\u201D") || text.starts_with("\u201E") ? 3 : 0;
}

/// The words of `text`, single-spaced, without anything that PubMed reads as syntax.
std::string searchable_words(std::string_view text) {
  std::string words;
  bool gap = false;
  while (!text.empty()) {
    const std::size_t quote = curly_quote_size(text);
    if (quote > 0 || is_syntax(text.front())) {
      gap = !words.empty();
      text.remove_prefix(std::max<std::size_t>(quote, 1));
      continue;
    }
    if (gap) words += ' ';
    gap = false;
    words += text.front();
    text.remove_prefix(1);
  }
  return words;
}

bool is_operator(const std::string& word) {
  std::string upper = word;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return upper == "AND" || upper == "OR" || upper == "NOT";
}

/// A DOI may hold brackets and other marks, which are no syntax between quotes; what would end the quotes is taken out.
std::string render_doi(std::string_view doi) {
  std::string quoted = "\"";
  while (!doi.empty()) {
    const std::size_t quote = curly_quote_size(doi);
    const char c = doi.front();
    const bool kept = quote == 0 && static_cast<unsigned char>(c) > 0x20 && c != 0x7f && c != '"' && c != '*';
    if (kept) quoted += c;
    doi.remove_prefix(std::max<std::size_t>(quote, 1));
  }
  return quoted.size() == 1 ? "" : quoted + "\"[aid]";
}

std::string render_term(const QueryNode& node) {
  if (node.field == QueryField::doi) return render_doi(node.term);
  const bool truncated = node.term.ends_with('*');
  std::string words = searchable_words(node.term);
  // A term of marks alone ("--") finds nothing to search for.
  if (std::none_of(words.begin(), words.end(),
                   [](char c) { return is_letter_or_digit(c) || static_cast<unsigned char>(c) >= 0x80; })) {
    return {};
  }
  const bool plain = std::all_of(words.begin(), words.end(), is_letter_or_digit) && !is_operator(words);
  if (truncated) words += '*';
  if (!plain) words = '"' + words + '"';
  return words + '[' + std::string(pubmed_tag(node.field)) + ']';
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

std::string bracketed(const std::vector<std::string>& parts, std::string_view separator) {
  return parts.size() == 1 ? parts.front() : '(' + join(parts, separator) + ')';
}

struct Parts {
  std::vector<std::string> wanted;
  std::vector<std::string> unwanted;
};

std::vector<std::string> render_children(const QueryNode& node) {
  std::vector<std::string> parts;
  for (const QueryNode& child : node.children) {
    std::string part = to_pubmed_syntax(child);
    if (!part.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

/// The children of an all_of, those of its none_of children apart: "a AND b NOT c".
Parts split_children(const QueryNode& node) {
  Parts parts;
  for (const QueryNode& child : node.children) {
    if (child.kind == QueryNode::Kind::none_of) {
      for (std::string& part : render_children(child)) parts.unwanted.push_back(std::move(part));
    } else if (std::string part = to_pubmed_syntax(child); !part.empty()) {
      parts.wanted.push_back(std::move(part));
    }
  }
  return parts;
}

std::string render_all(const Parts& parts) {
  if (parts.unwanted.empty()) return parts.wanted.empty() ? "" : bracketed(parts.wanted, " AND ");
  const std::string wanted = parts.wanted.empty() ? std::string(kEverything) : join(parts.wanted, " AND ");
  return '(' + wanted + " NOT " + bracketed(parts.unwanted, " OR ") + ')';
}

}  // namespace

std::string_view pubmed_tag(QueryField field) {
  constexpr std::array<std::string_view, 7> tags{"tiab", "ti", "mh", "sh", "pt", "nm", "aid"};
  static_assert(tags.size() == EnumNames<QueryField>::values.size());
  return tags[static_cast<std::size_t>(field)];
}

std::string to_pubmed_syntax(const QueryNode& node) {
  switch (node.kind) {
    case QueryNode::Kind::term:
      return render_term(node);
    case QueryNode::Kind::all_of:
      return render_all(split_children(node));
    case QueryNode::Kind::none_of:
      return render_all({{}, render_children(node)});
    case QueryNode::Kind::any_of:
      break;
  }
  const std::vector<std::string> parts = render_children(node);
  return parts.empty() ? "" : bracketed(parts, " OR ");
}

}  // namespace claimcheck
