#include "intake/html_tokens.h"

#include <algorithm>
#include <array>

#include "intake/html_entities.h"
#include "text/one_of.h"

namespace claimcheck {
namespace {

constexpr std::array<std::string_view, 8> kRawText{"script", "style",   "title",    "textarea",
                                                   "iframe", "noembed", "noframes", "xmp"};
constexpr std::size_t kMaxAttributes = 200;

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

std::string in_lower_case(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// From `at` to the first byte that is one of `stops`.
std::size_t find_stop(std::string_view text, std::size_t at, std::string_view stops) {
  return std::min(text.find_first_of(stops, at), text.size());
}

}  // namespace

const std::string* find_attribute(const std::vector<HtmlAttribute>& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [name](const HtmlAttribute& attribute) { return attribute.name == name; });
  return found == attributes.end() ? nullptr : &found->value;
}

bool HtmlTokens::next(HtmlToken& token) {
  if (at_ >= text_.size()) return false;
  token = HtmlToken{};
  const std::size_t begin = at_;
  while (at_ < text_.size()) {
    const std::size_t bracket = std::min(text_.find('<', at_), text_.size());
    if (bracket > begin) {
      at_ = bracket;
      HtmlToken ahead;  // a bracket that opens nothing is text
      if (at_ == text_.size() || read_markup(ahead)) {
        at_ = bracket;
        token.source = {begin, bracket};
        return true;
      }
      at_ = bracket + 1;
      continue;
    }
    if (read_markup(token)) return true;
    at_ = bracket + 1;
    if (at_ == text_.size()) break;
  }
  token = HtmlToken{};
  token.source = {begin, text_.size()};
  at_ = text_.size();
  return true;
}

bool HtmlTokens::read_markup(HtmlToken& token) {
  const std::size_t begin = at_;
  const char next = begin + 1 < text_.size() ? text_[begin + 1] : '\0';
  const char after = begin + 2 < text_.size() ? text_[begin + 2] : '\0';
  if (is_ascii_letter(next) || (next == '/' && is_ascii_letter(after))) return read_tag(token);
  if (next != '!' && next != '?' && (next != '/' || after == '\0')) return false;
  read_comment(token);
  return true;
}

void HtmlTokens::read_comment(HtmlToken& token) {
  const std::size_t begin = at_;
  token.kind = HtmlTokenKind::comment;
  const bool real = text_.substr(begin).starts_with("<!--");
  if (real && (text_.substr(begin + 4).starts_with(">") || text_.substr(begin + 4).starts_with("->"))) {
    at_ = text_.find('>', begin) + 1;
    token.source = {begin, at_};
    return;
  }
  const std::string_view mark = real ? "-->" : ">";
  const std::size_t first = real ? begin + 4 : std::min(begin + 2, text_.size());
  const std::size_t end = text_.find(mark, first);
  cut_ = end == std::string_view::npos;
  if (real) token.inside = {first, cut_ ? first : end};  // a comment that does not end says nothing
  at_ = cut_ ? text_.size() : end + mark.size();
  token.source = {begin, at_};
}

bool HtmlTokens::read_tag(HtmlToken& token) {
  const std::size_t begin = at_;
  const bool is_end = text_[begin + 1] == '/';
  const std::size_t name = begin + (is_end ? 2 : 1);
  const std::size_t name_end = find_stop(text_, name, " \t\n\f\r/>");
  token.kind = is_end ? HtmlTokenKind::end_tag : HtmlTokenKind::start_tag;
  token.name = in_lower_case(text_.substr(name, name_end - name));
  at_ = read_attributes(token, name_end);
  token.source = {begin, at_};
  if (is_end) token.attributes.clear();
  if (!is_end && !token.self_closing && is_one_of(kRawText, token.name)) skip_raw_text(token.name);
  return true;
}

/// The end of the tag, after its bracket.
std::size_t HtmlTokens::read_attributes(HtmlToken& token, std::size_t at) {
  while (at < text_.size()) {
    const char c = text_[at];
    if (c == '>') return at + 1;
    if (is_html_space(c) || c == '/') {
      token.self_closing = c == '/' && at + 1 < text_.size() && text_[at + 1] == '>';
      ++at;
      continue;
    }
    HtmlAttribute attribute;
    const std::size_t name_end = find_stop(text_, at + 1, " \t\n\f\r/>=");
    attribute.name = in_lower_case(text_.substr(at, name_end - at));
    at = std::min(text_.find_first_not_of(" \t\n\f\r", name_end), text_.size());
    if (at < text_.size() && text_[at] == '=') at = read_value(attribute, at + 1);
    if (token.attributes.size() < kMaxAttributes && find_attribute(token.attributes, attribute.name) == nullptr) {
      token.attributes.push_back(std::move(attribute));
    }
  }
  cut_ = true;
  return at;
}

/// The end of the value, which may begin after `at`.
std::size_t HtmlTokens::read_value(HtmlAttribute& attribute, std::size_t at) {
  at = std::min(text_.find_first_not_of(" \t\n\f\r", at), text_.size());
  if (at == text_.size() || text_[at] == '>') return at;
  const char quote = text_[at];
  const bool quoted = quote == '"' || quote == '\'';
  const std::size_t begin = at + (quoted ? 1 : 0);
  const std::size_t end =
      quoted ? std::min(text_.find(quote, begin), text_.size()) : find_stop(text_, begin, " \t\n\f\r>");
  attribute.value = decode_references(text_.substr(begin, end - begin), true);
  return std::min(text_.size(), end + (quoted ? 1 : 0));
}

void HtmlTokens::skip_raw_text(const std::string& name) {
  while (at_ < text_.size()) {
    const std::size_t bracket = text_.find("</", at_);
    if (bracket == std::string_view::npos) break;
    at_ = bracket + 2;
    const std::size_t end = at_ + name.size();
    if (end < text_.size() && in_lower_case(text_.substr(at_, name.size())) == name &&
        (is_html_space(text_[end]) || text_[end] == '/' || text_[end] == '>')) {
      at_ = bracket;
      return;
    }
  }
  cut_ = true;
  at_ = text_.size();
}

}  // namespace claimcheck
