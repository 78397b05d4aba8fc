#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "core/enum_names.h"

namespace claimcheck {

template <typename T>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;

/// Stands for a value of any type where nothing is evaluated. An optional takes it as its value.
struct AnyValue {
  template <typename T>
  requires(!kIsOptional<T>) operator T() const;
};

template <typename Record, std::size_t... Places>
constexpr bool takes_values(std::index_sequence<Places...>) {
  return requires {
    Record{((void)Places, AnyValue())...};
  };
}

/// How many members an aggregate has.
template <typename Record, std::size_t Most = 48>
constexpr std::size_t count_members() {
  if constexpr (Most == 0 || takes_values<Record>(std::make_index_sequence<Most>())) {
    return Most;
  } else {
    return count_members<Record, Most - 1>();
  }
}

/// Gives every field of a record, and of the records in it, a value of its own that is not the one it has by itself;
/// lists get two items. Expects the record's visit_fields to tell all of its members.
class RecordFiller {
 public:
  template <typename Record>
  void fill_record(Record& record) {
    RecordFiller inner(next_);
    visit_fields(inner, record);
    EXPECT_EQ(inner.fields_, count_members<Record>()) << typeid(Record).name();
    next_ = inner.next_;
  }

  RecordFiller() = default;

  template <typename T>
  void operator()(std::string_view /*name*/, T& value, const std::type_identity_t<T>& = {}) {
    ++fields_;
    fill(value);
  }
  template <typename T>
  void required(std::string_view name, T& value) {
    operator()(name, value);
  }

 private:
  explicit RecordFiller(int next) : next_(next) {}

  void fill(std::string& text) { text = "\"\xC3\xA9\n" + std::to_string(++next_); }
  void fill(bool& value) { value = !value; }
  void fill(double& value) { value = ++next_ + 0.1; }
  template <typename Number>
  requires std::is_integral_v<Number>
  void fill(Number& value) { value = static_cast<Number>(++next_); }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void fill(Enum& value) {
    value = static_cast<Enum>((static_cast<std::size_t>(value) + 1) % EnumNames<Enum>::values.size());
  }
  template <typename T>
  void fill(std::optional<T>& value) {
    fill(value.emplace());
  }
  template <typename T>
  void fill(std::vector<T>& items) {
    items.resize(2);
    for (T& item : items) fill(item);
  }
  void fill(std::map<std::string, std::string>& words) {
    fill(words["kind"]);
    fill(words["\xC3\xA9"]);
  }
  template <typename Record>
  requires std::is_class_v<Record>
  void fill(Record& record) { fill_record(record); }

  int next_ = 0;
  std::size_t fields_ = 0;
};

}  // namespace claimcheck
