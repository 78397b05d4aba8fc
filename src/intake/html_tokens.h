#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace claimcheck {

/// An attribute: its name in lower case, its value with character references decoded.
struct HtmlAttribute {
  std::string name;
  std::string value;
};

enum class HtmlTokenKind { text, start_tag, end_tag, comment };

/// A piece of HTML: text as it stands (character references not decoded), a tag, or a comment.
struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::text;
  Span source;                            ///< all of it, with its brackets
  std::string name;                       ///< of a tag, in lower case
  std::vector<HtmlAttribute> attributes;  ///< of a start tag; the first of those with one name counts
  bool self_closing = false;
  Span inside;  ///< of a comment: without its marks
};

/// The value of the attribute `name`, nullptr when there is none.
const std::string* find_attribute(const std::vector<HtmlAttribute>& attributes, std::string_view name);

/// Cuts HTML into tokens as browsers do (WHATWG, "Tokenization"): what no browser takes for mark-up is text. What
/// stands in script, style, title, textarea, iframe and their like is left out. Takes time in proportion to the text.
///
/// No tree is built, as gumbo would: mending one moves and copies nodes, after which a text no longer knows where in
/// the file it stands, and hostile mark-up grows beyond bounds.
class HtmlTokens {
 public:
  /// Reads `text` from `from` to `to`; spans count from the start of `text`, which must outlive it.
  HtmlTokens(std::string_view text, Span range) : text_(text.substr(0, range.end)), at_(range.begin) {}

  /// False at the end.
  bool next(HtmlToken& token);
  /// True when the text ended within a tag or comment: what follows its bracket is not read.
  [[nodiscard]] bool is_cut() const { return cut_; }

 private:
  bool read_markup(HtmlToken& token);
  bool read_tag(HtmlToken& token);
  void read_comment(HtmlToken& token);
  std::size_t read_attributes(HtmlToken& token, std::size_t at);
  std::size_t read_value(HtmlAttribute& attribute, std::size_t at);
  void skip_raw_text(const std::string& name);

  std::string_view text_;
  std::size_t at_ = 0;
  bool cut_ = false;
};

}  // namespace claimcheck
