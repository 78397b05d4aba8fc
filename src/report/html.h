#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace claimcheck {

/// Markup that may be written as it is. Text that we did not write becomes Html through escape_html or a field of
/// fill(), and in no other way.
class Html {
 public:
  Html() = default;
  explicit Html(std::string markup) : markup_(std::move(markup)) {}
  Html& operator+=(const Html& other) {
    markup_ += other.markup_;
    return *this;
  }
  [[nodiscard]] bool empty() const { return markup_.empty(); }
  [[nodiscard]] const std::string& markup() const { return markup_; }

 private:
  std::string markup_;
};

/// `text` so that a browser shows exactly it, in element content and in quoted attributes. Ill-formed UTF-8, control
/// characters and marks that reorder text become U+FFFD.
Html escape_html(std::string_view text);

/// A value for a field of a template; text is escaped, markup is not.
struct HtmlField {
  HtmlField(std::string_view field, std::string_view text) : name(field), value(escape_html(text)) {}
  HtmlField(std::string_view field, Html markup) : name(field), value(std::move(markup)) {}
  std::string_view name;
  Html value;
};

/// `pattern` with each {{name}} replaced by the field of that name. What is put in is not looked at again. A name
/// without a field is our mistake and asserts.
Html fill(std::string_view pattern, std::initializer_list<HtmlField> fields);

/// fill() and a newline, for what stands on lines of its own.
Html fill_line(std::string_view pattern, std::initializer_list<HtmlField> fields);

/// An id that is safe in an attribute and a URL fragment; different texts give different ids.
std::string anchor_of(std::string_view text);

}  // namespace claimcheck
