#include "verify/reason_words.h"

#include <algorithm>
#include <string_view>

#include <fmt/core.h>

#include "core/design_words.h"

namespace claimcheck {

std::string name_source(const Finding& finding) {
  const std::string_view design = words_of(finding.design);
  if (finding.year > 0) return fmt::format("PMID {} ({}, {})", finding.pmid, design, finding.year);
  return fmt::format("PMID {} ({})", finding.pmid, design);
}

std::string count_families(int families) {
  return families == 1 ? std::string("1 independent study") : fmt::format("{} independent studies", families);
}

std::string in_words(std::string value) {
  std::replace(value.begin(), value.end(), '_', ' ');
  return value;
}

std::string in_words(Certainty certainty) {
  return in_words(std::string(to_string(certainty)));
}

}  // namespace claimcheck
