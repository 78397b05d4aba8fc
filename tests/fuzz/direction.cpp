// read_direction takes any passage and slots, gives a probability, and says the same each time. The input is the
// intervention, the comparator, the outcome and the passage, a NUL after each of the first three.
#include "verify/direction_model.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using claimcheck::DirectionReading;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::array<std::string_view, 3> slots;
  for (std::string_view& slot : slots) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    slot = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  const claimcheck::ComparisonWords words{slots[0], slots[1], slots[2], claimcheck::Valence::bad};
  const DirectionReading first = claimcheck::read_direction(rest, words);
  const DirectionReading second = claimcheck::read_direction(rest, words);
  const bool probable = first.probability > 0 && first.probability <= 1;
  const bool same = first.reported == second.reported && !(first.probability < second.probability) &&
                    !(first.probability > second.probability);
  if (!probable || !same) std::abort();
  return 0;
}
