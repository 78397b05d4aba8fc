#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include "core/review.h"

namespace claimcheck {

/// How far two reviewers agree over the claims that both have judged. Cohen's kappa is the agreement beyond what their
/// own frequencies would give by chance (Cohen, Educ Psychol Meas 1960;20:37), with the large-sample 95 % interval of
/// Fleiss, Cohen and Everitt (Psychol Bull 1969;72:323), cut to -1 .. 1.
struct Agreement {
  static constexpr std::size_t kKinds = EnumNames<Judgement>::values.size();

  std::array<std::array<std::size_t, kKinds>, kKinds>
      table{};  ///< [first's judgement][second's], in their enum's order
  std::size_t claims = 0;
  std::size_t same = 0;
  std::optional<double> kappa;  ///< none without claims, and where both gave one and the same judgement throughout
  double low = 0;               ///< of the interval, with kappa
  double high = 0;
  bool operator==(const Agreement&) const = default;
};

/// Between the first two reviewers of `seen`, before anybody adjudicated; nullopt where there are not two.
std::optional<Agreement> measure_agreement(const ReviewState& seen);

}  // namespace claimcheck
