#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace claimcheck {

/// The JSON names of an enum's values, in declaration order. Specialised beside each enum that is written to a
/// file; the enumerators themselves carry the same names.
template <typename E>
struct EnumNames;

/// The JSON name of `value`.
template <typename E>
constexpr std::string_view to_string(E value) {
  return EnumNames<E>::values[static_cast<std::size_t>(value)];
}

/// The value called `name`, or nullopt when no value has that name.
template <typename E>
constexpr std::optional<E> parse_enum(std::string_view name) {
  for (std::size_t i = 0; i < EnumNames<E>::values.size(); ++i) {
    if (EnumNames<E>::values[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

/// Every value of an enum, in declaration order.
template <typename E>
constexpr auto enum_values() {
  std::array<E, EnumNames<E>::values.size()> all{};
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<E>(i);
  return all;
}

}  // namespace claimcheck
