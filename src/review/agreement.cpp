#include "review/agreement.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {
namespace {

constexpr double kNormal95 = 1.959963984540054;

/// The table as shares of all, with its margins.
struct Shares {
  explicit Shares(const Agreement& agreement) {
    const auto all = static_cast<double>(agreement.claims);
    for (std::size_t i = 0; i < Agreement::kKinds; ++i) {
      for (std::size_t j = 0; j < Agreement::kKinds; ++j) {
        cell[i][j] = static_cast<double>(agreement.table[i][j]) / all;
        row[i] += cell[i][j];
        column[j] += cell[i][j];
      }
    }
    for (std::size_t i = 0; i < Agreement::kKinds; ++i) by_chance += row[i] * column[i];
  }

  std::array<std::array<double, Agreement::kKinds>, Agreement::kKinds> cell{};
  std::array<double, Agreement::kKinds> row{};
  std::array<double, Agreement::kKinds> column{};
  double by_chance = 0;
};

/// The variance of kappa, equation 13 of Fleiss, Cohen and Everitt.
double variance_of(const Shares& shares, double kappa, double claims) {
  double agreeing = 0;
  double differing = 0;
  for (std::size_t i = 0; i < Agreement::kKinds; ++i) {
    const double on = 1 - (shares.row[i] + shares.column[i]) * (1 - kappa);
    agreeing += shares.cell[i][i] * on * on;
    for (std::size_t j = 0; j < Agreement::kKinds; ++j) {
      const double off = shares.column[i] + shares.row[j];
      if (i != j) differing += shares.cell[i][j] * off * off;
    }
  }
  differing *= (1 - kappa) * (1 - kappa);
  const double chance = kappa - shares.by_chance * (1 - kappa);
  const double rest = 1 - shares.by_chance;
  return std::max(0.0, agreeing + differing - chance * chance) / (rest * rest * claims);
}

void measure_kappa(Agreement& agreement) {
  if (agreement.claims == 0) return;
  const Shares shares(agreement);
  if (shares.by_chance > 1 - 1e-12) return;
  const auto claims = static_cast<double>(agreement.claims);
  const double observed = static_cast<double>(agreement.same) / claims;
  const double kappa = (observed - shares.by_chance) / (1 - shares.by_chance);
  const double reach = kNormal95 * std::sqrt(variance_of(shares, kappa, claims));
  agreement.kappa = kappa;
  agreement.low = std::max(-1.0, kappa - reach);
  agreement.high = std::min(1.0, kappa + reach);
}

}  // namespace

std::optional<Agreement> measure_agreement(const ReviewState& seen) {
  std::vector<std::string_view> names;
  for (const Reviewer& each : seen.reviewers) {
    if (each.role == ReviewRole::reviewer) names.push_back(each.name);
  }
  if (names.size() < 2) return std::nullopt;
  Agreement agreement;
  for (const auto& [key, opinion] : seen.opinions) {
    if (key.second != names[0] || !opinion.judgement) continue;
    const Opinion* const other = seen.find(key.first, names[1]);
    if (other == nullptr || !other->judgement) continue;
    ++agreement.table[static_cast<std::size_t>(*opinion.judgement)][static_cast<std::size_t>(*other->judgement)];
    ++agreement.claims;
    if (opinion.judgement == other->judgement) ++agreement.same;
  }
  measure_kappa(agreement);
  return agreement;
}

}  // namespace claimcheck
