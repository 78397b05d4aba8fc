#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>

namespace claimcheck {

/// Compares `text` with tests/golden/<name>; with CLAIMCHECK_UPDATE_GOLDEN=1 in the environment writes it instead, and
/// the diff is reviewed.
inline void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = CLAIMCHECK_SOURCE_DIR "/tests/golden/" + name;
  const char* update = std::getenv("CLAIMCHECK_UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << path << " is missing; CLAIMCHECK_UPDATE_GOLDEN=1 writes it";
  std::ostringstream golden;
  golden << file.rdbuf();
  EXPECT_TRUE(golden.str() == text) << name << " differs; run again with CLAIMCHECK_UPDATE_GOLDEN=1 and read the diff";
}

}  // namespace claimcheck
