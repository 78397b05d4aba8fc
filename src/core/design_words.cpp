#include "core/design_words.h"

#include <array>

namespace claimcheck {

std::string_view words_of(Design design) {
  static constexpr std::array<std::string_view, EnumNames<Design>::values.size()> words{
      "meta-analysis",      "systematic review",     "randomised trial",
      "controlled trial",   "cohort study",          "case-control study",
      "registry study",     "cross-sectional study", "safety reports (pharmacovigilance)",
      "uncontrolled study", "case series",           "case report",
      "narrative review",   "animal study",          "laboratory study",
      "design not stated"};
  return words[static_cast<std::size_t>(design)];
}

}  // namespace claimcheck
