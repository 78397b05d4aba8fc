#include "report/agreement.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

namespace claimcheck {
namespace {

constexpr double kNormal95 = 1.959963984540054;  // of the normal distribution, between 2.5 % and 97.5 %
constexpr double kNoVariance = 1e-12;            // of rounding alone

/// The table as shares of its total, with their sums.
struct Shares {
  std::array<std::array<double, kJudgements>, kJudgements> cells{};
  std::array<double, kJudgements> rows{};
  std::array<double, kJudgements> columns{};
  double observed = 0;
  double expected = 0;
};

Shares share_out(const AgreementTable& table, std::size_t total) {
  Shares shares;
  for (std::size_t i = 0; i < kJudgements; ++i) {
    for (std::size_t j = 0; j < kJudgements; ++j) {
      const double cell = static_cast<double>(table[i][j]) / static_cast<double>(total);
      shares.cells[i][j] = cell;
      shares.rows[i] += cell;
      shares.columns[j] += cell;
    }
    shares.observed += shares.cells[i][i];
  }
  for (std::size_t i = 0; i < kJudgements; ++i) shares.expected += shares.rows[i] * shares.columns[i];
  return shares;
}

// Fleiss, Cohen and Everitt 1969 for weights of 1 and 0, as three terms; times n and (1 - expected)².
double variance_term(const Shares& shares, double kappa) {
  double agreed = 0;
  double differed = 0;
  for (std::size_t i = 0; i < kJudgements; ++i) {
    agreed += shares.cells[i][i] * std::pow(1 - (shares.rows[i] + shares.columns[i]) * (1 - kappa), 2);
    for (std::size_t j = 0; j < kJudgements; ++j) {
      if (i != j) differed += shares.cells[i][j] * std::pow(shares.columns[i] + shares.rows[j], 2);
    }
  }
  return agreed + std::pow(1 - kappa, 2) * differed - std::pow(kappa - shares.expected * (1 - kappa), 2);
}

std::size_t count_cells(const AgreementTable& table) {
  std::size_t total = 0;
  for (const auto& row : table) {
    for (const std::size_t cell : row) total += cell;
  }
  return total;
}

bool uses_one_judgement(const AgreementTable& table, std::size_t total) {
  for (std::size_t i = 0; i < kJudgements; ++i) {
    if (table[i][i] == total) return true;
  }
  return false;
}

}  // namespace

Kappa measure_kappa(const AgreementTable& table) {
  const std::size_t total = count_cells(table);
  if (total == 0) return {{}, {}, {}, "No claim was judged by both."};
  if (uses_one_judgement(table, total)) {
    return {{}, {}, {}, "Both gave one and the same judgement throughout: kappa is not defined."};
  }
  const Shares shares = share_out(table, total);
  const double kappa = (shares.observed - shares.expected) / (1 - shares.expected);
  if (total < kFewestForInterval) {
    return {kappa,
            {},
            {},
            fmt::format("No interval is shown: with fewer than {} claims its formula is not reliable.",
                        kFewestForInterval)};
  }
  const double term = variance_term(shares, kappa);
  if (term < kNoVariance) {
    return {kappa, {}, {}, "The formula gives the interval no width here, which says nothing: none is shown."};
  }
  const double error = std::sqrt(term / static_cast<double>(total)) / (1 - shares.expected);
  return {kappa, std::max(-1.0, kappa - kNormal95 * error), std::min(1.0, kappa + kNormal95 * error), {}};
}

std::optional<Agreement> measure_agreement(const Run& run, const ReviewState& state) {
  std::vector<std::string> names;
  for (const Reviewer& each : state.reviewers) {
    if (each.role == ReviewRole::reviewer) names.push_back(each.name);
  }
  if (names.size() != 2) return std::nullopt;
  Agreement agreement;
  agreement.first = names[0];
  agreement.second = names[1];
  for (const Report& report : run.reports) {
    const Opinion* const first = state.find(report.claim.id, agreement.first);
    const Opinion* const second = state.find(report.claim.id, agreement.second);
    if (first == nullptr || second == nullptr || !first->judgement || !second->judgement) continue;
    ++agreement.claims;
    ++agreement.table.at(static_cast<std::size_t>(*first->judgement)).at(static_cast<std::size_t>(*second->judgement));
    if (first->judgement == second->judgement) {
      ++agreement.same;
    } else {
      agreement.differences.push_back({report.claim.id, *first->judgement, *second->judgement});
    }
  }
  agreement.kappa = measure_kappa(agreement.table);
  return agreement;
}

}  // namespace claimcheck
