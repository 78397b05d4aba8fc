#include "verify/word_weights.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace claimcheck {

std::string_view word_weights_data();

namespace {

struct Weights {
  std::unordered_map<std::string_view, int> hundredths;
  int rarest = 0;
};

// Lines `stem<TAB>hundredths`; lines that start with `#` are comments.
Weights parse_weights(std::string_view data) {
  Weights weights;
  while (!data.empty()) {
    const std::size_t end = std::min(data.find('\n'), data.size());
    const std::string_view line = data.substr(0, end);
    data.remove_prefix(std::min(end + 1, data.size()));
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || line.starts_with('#')) continue;
    int weight = 0;
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), weight);
    weights.hundredths.emplace(line.substr(0, tab), weight);
    weights.rarest = std::max(weights.rarest, weight);
  }
  return weights;
}

}  // namespace

double word_weight(const std::string& stem) {
  static const Weights weights = parse_weights(word_weights_data());
  const auto known = weights.hundredths.find(stem);
  return (known == weights.hundredths.end() ? weights.rarest : known->second) / 100.0;
}

}  // namespace claimcheck
