#pragma once

#include <concepts>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace claimcheck {

/// A JSON value as its text: a report of some thousand findings is written several times faster so than as a tree.
/// What can be a value converts to one, so that {{"name", value}, {"name", value}} is an object. A string may be of any
/// bytes: ill-formed UTF-8 becomes U+FFFD.
class JsonText {
 public:
  struct Member;  ///< a name with its value

  JsonText(std::nullptr_t) : text_("null") {}
  template <typename T>
  requires std::is_arithmetic_v<T> JsonText(T value) {
    if constexpr (std::is_same_v<T, bool>) {
      text_ = value ? "true" : "false";
    } else if constexpr (std::is_integral_v<T>) {
      text_ = std::to_string(value);
    } else {
      append_number(value);
    }
  }
  template <typename T>
  requires std::convertible_to<const T&, std::string_view> JsonText(const T& text) { append_string(text); }
  template <typename T>
  JsonText(const std::optional<T>& value) : JsonText(value ? JsonText(*value) : JsonText(nullptr)) {}
  template <typename T>
  JsonText(const std::vector<T>& items) : text_("[") {
    for (const T& item : items) append_item(JsonText(item));
    text_ += ']';
  }
  /// An object; the names differ.
  JsonText(std::initializer_list<Member> members);
  JsonText(const std::vector<Member>& members);

  /// Any JSON. Throws what the parser throws where `json` is none.
  static JsonText parse(std::string_view json);

  /// Without white space.
  [[nodiscard]] const std::string& compact() const { return text_; }
  /// One value a line, those of each level two spaces further in.
  [[nodiscard]] std::string indented() const;

 private:
  JsonText() = default;

  template <typename Members>
  void append_members(const Members& members);
  void append_item(const JsonText& item);
  void append_number(double value);
  void append_string(std::string_view text);

  std::string text_;
};

struct JsonText::Member {
  std::string_view name;
  JsonText value;
};

}  // namespace claimcheck
