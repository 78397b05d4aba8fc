#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "concepts/shared_descriptors.h"
#include "concepts/vocabulary.h"

namespace claimcheck {
namespace {

/// The lower-cased names of the headings.
std::set<std::string, std::less<>> read_headings() {
  std::set<std::string, std::less<>> names;
  for (SharedDescriptor& descriptor : read_shared_descriptors()) names.insert(std::move(descriptor.name));
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
  if (!has_shared_descriptors()) GTEST_SKIP() << kSharedDescriptors << " is not here";
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
