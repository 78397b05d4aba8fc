#pragma once

#include "core/enum_names.h"

namespace claimcheck {

/// Certainty of a body of evidence, ordinal, never multiplied (GRADE); `none` where nothing counts, or none is given.
enum class Certainty { none, very_low, low, moderate, high };

template <>
struct EnumNames<Certainty> {
  static constexpr std::array<std::string_view, 5> values{"none", "very_low", "low", "moderate", "high"};
};

}  // namespace claimcheck
