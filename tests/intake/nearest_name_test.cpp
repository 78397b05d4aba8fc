#include "intake/nearest_name.h"

#include <array>
#include <string>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

constexpr std::array<std::string_view, 5> kNames{"id", "text", "origin", "frame", "schema_version"};

struct Case {
  std::string_view word;
  std::optional<std::string_view> nearest;
};

TEST(NearestName, FindsTheNameThatWasMeant) {
  const std::array<Case, 11> cases{{
      {"texst", "text"},
      {"Text", "text"},
      {"ID", "id"},
      {"orgin", "origin"},
      {"tetx", "text"},
      {"rfame", "frame"},
      {"schemaVersion", "schema_version"},
      {"schema-version", "schema_version"},
      {"citation", std::nullopt},
      {"zzz", std::nullopt},
      {"", std::nullopt},
  }};
  for (const Case& c : cases) EXPECT_EQ(nearest_name(c.word, kNames), c.nearest) << c.word;
}

TEST(NearestName, PrefersTheFirstOfEquallyNearNames) {
  const std::array<std::string_view, 2> names{"begin1", "begin2"};
  EXPECT_EQ(nearest_name("begin", names), "begin1");
}

TEST(NearestName, GivesNothingForAVeryLongWordOrNoNames) {
  EXPECT_EQ(nearest_name(std::string(1'000'000, 't'), kNames), std::nullopt);
  EXPECT_EQ(nearest_name("text", {}), std::nullopt);
}

}  // namespace
}  // namespace claimcheck
