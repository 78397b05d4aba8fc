#pragma once

#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/enum_names.h"
#include "library/citation_fields.h"

namespace claimcheck {

/// Appends `text` to `json` as a JSON string. Ill-formed UTF-8 becomes U+FFFD.
void append_json_string(std::string& json, std::string_view text);

/// Writes a record as a JSON object, field by field, without building a tree first: an import writes millions.
/// Fields with the value that they have when left out are left out.
class FieldWriter {
 public:
  explicit FieldWriter(std::string& json) : json_(json) {}

  template <typename T>
  void operator()(std::string_view name, const T& value, const std::type_identity_t<T>& fallback = {}) {
    if (value != fallback) put(name, value);
  }

  template <typename T>
  void operator()(std::string_view name, const std::optional<T>& value) {
    if (value) put(name, value);
  }

  /// A field that is never left out.
  template <typename T>
  void required(std::string_view name, const T& value) {
    put(name, value);
  }

  template <typename Record>
  void write_record(const Record& record) {
    json_ += '{';
    FieldWriter fields(json_);
    visit_fields(fields, record);
    json_ += '}';
  }

 private:
  template <typename T>
  void put(std::string_view name, const T& value) {
    json_ += first_ ? "\"" : ",\"";
    first_ = false;
    json_ += name;
    json_ += "\":";
    write(value);
  }

  void write(const std::string& text) { append_json_string(json_, text); }
  void write(bool value) { json_ += value ? "true" : "false"; }
  template <typename Number>
  requires std::is_integral_v<Number>
  void write(Number value) {
    char digits[24];
    json_.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
  }
  /// JSON has no infinity. A whole number would come back without its sign.
  void write(double value) {
    if (value == 0 && std::signbit(value)) {
      json_ += "-0.0";
      return;
    }
    char digits[32];
    json_.append(digits, std::to_chars(digits, digits + sizeof digits, std::isfinite(value) ? value : 0).ptr);
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void write(Enum value) { append_json_string(json_, to_string(value)); }
  template <typename T>
  void write(const std::vector<T>& items) {
    json_ += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) json_ += ',';
      write(items[i]);
    }
    json_ += ']';
  }
  template <typename T>
  void write(const std::optional<T>& value) {
    write(*value);
  }
  void write(const std::map<std::string, std::string>& words) {
    char next = '{';
    for (const auto& [name, text] : words) {
      json_ += std::exchange(next, ',');
      append_json_string(json_, name);
      json_ += ':';
      append_json_string(json_, text);
    }
    json_ += '}';
  }
  template <typename Record>
  requires std::is_class_v<Record>
  void write(const Record& record) { write_record(record); }

  std::string& json_;
  bool first_ = true;
};

}  // namespace claimcheck
