#include "concepts/shared_descriptors.h"

#include <isa-l/igzip_lib.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <nlohmann/json.hpp>

namespace claimcheck {
namespace {

std::string gunzip(const std::string& packed) {
  std::vector<std::uint8_t> input(packed.begin(), packed.end());
  std::vector<std::uint8_t> chunk(1U << 20U);
  std::string text;
  inflate_state state{};
  isal_inflate_init(&state);
  state.crc_flag = ISAL_GZIP;
  state.next_in = input.data();
  state.avail_in = static_cast<std::uint32_t>(input.size());
  do {
    state.next_out = chunk.data();
    state.avail_out = static_cast<std::uint32_t>(chunk.size());
    if (isal_inflate(&state) != ISAL_DECOMP_OK) break;
    text.append(chunk.begin(), chunk.end() - static_cast<std::ptrdiff_t>(state.avail_out));
  } while (state.avail_out == 0 || (state.block_state != ISAL_BLOCK_FINISH && state.avail_in > 0));
  return text;
}

}  // namespace

bool has_shared_descriptors() {
  return std::filesystem::exists(kSharedDescriptors);
}

std::vector<SharedDescriptor> read_shared_descriptors() {
  std::ifstream file(kSharedDescriptors, std::ios::binary);
  std::istringstream lines(gunzip({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}));
  std::vector<SharedDescriptor> descriptors;
  for (std::string line; std::getline(lines, line);) {
    const nlohmann::json json = nlohmann::json::parse(line);
    descriptors.push_back({json["name"], json["terms"], json.value("trees", std::vector<std::string>())});
  }
  return descriptors;
}

}  // namespace claimcheck
