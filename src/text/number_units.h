#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "text/number_tokens.h"
#include "text/numbers.h"

namespace claimcheck {

/// The name of an effect measure: tokens up to `last`.
struct EffectName {
  NumberKind kind = NumberKind::ratio;
  std::size_t last = 0;
  bool ambiguous = false;  ///< the letters have another common meaning ("HR": heart rate)
  bool equals = false;     ///< only with "=" before the number ("d = 0.5")
};

/// The effect measure named at `at`: "odds ratio", "aHR", "mean difference", "SMD" …
std::optional<EffectName> find_effect_name(const NumberReader& read, std::size_t at);

bool is_duration_unit(std::string_view norm);

/// minute, hour, day, week, month or year for any way of writing it; empty for other words.
std::string duration_unit(std::string_view norm);

bool is_dose_unit(std::string_view norm);

/// A unit of dose or concentration: tokens up to `last`; written with slashes ("mg/kg/h").
struct DoseUnit {
  std::string name;
  std::size_t last = 0;
};

std::optional<DoseUnit> read_dose_unit(const NumberReader& read, std::size_t at);

/// Nouns whose number is a sample size or a number of studies or events: "patients", "trials", "deaths".
bool is_counted_noun(std::string_view norm);

}  // namespace claimcheck
