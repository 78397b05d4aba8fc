#include "cli/suggestion.h"

#include <fmt/core.h>

#include <vector>

#include "intake/nearest_name.h"

namespace claimcheck {

std::string did_you_mean(std::string_view word, std::span<const std::string> known) {
  const auto nearest = nearest_name(word, std::vector<std::string_view>(known.begin(), known.end()));
  return nearest ? fmt::format("; did you mean '{}'?", *nearest) : "";
}

}  // namespace claimcheck
