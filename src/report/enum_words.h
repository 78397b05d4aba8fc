#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "core/enum_names.h"

namespace claimcheck {

/// One word for each value of an enum, in declaration order: what readers meet in the place of its JSON name.
template <typename E>
using EnumWords = std::array<std::string_view, EnumNames<E>::values.size()>;

template <typename E>
constexpr std::string_view pick(const EnumWords<E>& words, E value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace claimcheck
