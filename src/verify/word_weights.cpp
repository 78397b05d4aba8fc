#include "verify/word_weights.h"

#include "verify/linear_model.h"

namespace claimcheck {

std::string_view word_weights_data();

double word_weight(const std::string& stem) {
  static const LinearModel weights(word_weights_data(), 1);
  static const std::size_t rarest = weights.find("*").value();
  return weights.weight(weights.find(stem).value_or(rarest), 0) / 100.0;
}

}  // namespace claimcheck
