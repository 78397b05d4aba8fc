#include "verify/linear_model.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>

#include <fmt/compile.h>

namespace claimcheck {

LinearModel::LinearModel(std::string_view data, std::size_t classes) : classes_(classes) {
  while (!data.empty()) {
    const std::size_t end = std::min(data.find('\n'), data.size());
    const std::string_view line = data.substr(0, end);
    data.remove_prefix(std::min(end + 1, data.size()));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || line.starts_with('#')) continue;
    rows_.emplace(line.substr(0, tab), weights_.size());
    const char* at = line.data() + tab + 1;
    const char* const last = line.data() + line.size();
    while (at < last) {
      int weight = 0;
      at = std::from_chars(at, last, weight).ptr + 1;
      weights_.push_back(weight);
    }
    assert(weights_.size() % classes_ == 0);
  }
}

void add_levels(std::string_view name, double value, std::span<const double> levels, Features& features) {
  for (const double level : levels) {
    if (value >= level) features.push_back(fmt::format(FMT_COMPILE("{} {}"), name, level));
  }
}

std::optional<std::size_t> LinearModel::find(std::string_view feature) const {
  const auto row = rows_.find(feature);
  return row == rows_.end() ? std::nullopt : std::optional(row->second);
}

std::vector<int> LinearModel::scores(const Features& features) const {
  std::vector<int> sums(classes_, 0);
  for (const Feature& feature : features) {
    const auto row = find(feature.name);
    if (!row) continue;
    for (std::size_t i = 0; i < classes_; ++i) sums[i] += feature.sign * weight(*row, i);
  }
  return sums;
}

LinearModel::Prediction LinearModel::predict(const Features& features) const {
  const std::vector<int> sums = scores(features);
  const auto best = std::max_element(sums.begin(), sums.end());
  double total = 0;
  for (const int sum : sums) total += std::exp((sum - *best) / 100.0);
  return {static_cast<std::size_t>(best - sums.begin()), 1 / total};
}

double LinearModel::probability(const Features& features, std::size_t of) const {
  const std::vector<int> sums = scores(features);
  double total = 0;
  for (const int sum : sums) total += std::exp((sum - sums[of]) / 100.0);
  return 1 / total;
}

}  // namespace claimcheck
