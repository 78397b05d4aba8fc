#include <gtest/gtest.h>
#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "concepts/vocabulary.h"

namespace claimcheck {
namespace {

constexpr const char* kMeshFile = CLAIMCHECK_SOURCE_DIR "/../shared/data/mesh/mesh.jsonl.gz";

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

/// The lower-cased names of the headings.
std::set<std::string, std::less<>> read_headings() {
  std::ifstream file(kMeshFile, std::ios::binary);
  const std::string text = gunzip({std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()});
  constexpr std::string_view key = R"("name": ")";
  std::set<std::string, std::less<>> names;
  for (std::size_t at = text.find(key); at != std::string::npos; at = text.find(key, at)) {
    at += key.size();
    names.insert(text.substr(at, text.find('"', at) - at));
  }
  return names;
}

// Real headings that the file lacks: the roots of MeSH trees, and names given since it was made.
constexpr std::array<std::string_view, 16> kNotInFile{"Cardiovascular Diseases",
                                                      "COVID-19",
                                                      "COVID-19 Vaccines",
                                                      "Glycemic Control",
                                                      "Immune Checkpoint Inhibitors",
                                                      "Infections",
                                                      "Lipids",
                                                      "Mental Disorders",
                                                      "Neoplasms",
                                                      "Nervous System Diseases",
                                                      "PCSK9 Inhibitors",
                                                      "Respiratory Distress Syndrome",
                                                      "SARS-CoV-2",
                                                      "Selective Serotonin Reuptake Inhibitors",
                                                      "Sleep Quality",
                                                      "Vaccine Efficacy"};

TEST(BuiltinVocabulary, NamesHeadingsThatMeshHas) {
  if (!std::filesystem::exists(kMeshFile)) GTEST_SKIP() << kMeshFile << " is not here";
  const auto headings = read_headings();
  ASSERT_GT(headings.size(), 20'000U);
  for (const Concept& meaning : builtin_vocabulary().concepts()) {
    for (const std::string& heading : meaning.mesh) {
      if (std::find(kNotInFile.begin(), kNotInFile.end(), heading) != kNotInFile.end()) continue;
      std::string lower = heading;
      std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
      EXPECT_TRUE(headings.contains(lower)) << meaning.id << ": " << heading;
    }
  }
}

}  // namespace
}  // namespace claimcheck
