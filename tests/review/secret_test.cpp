#include "review/secret.h"

#include <gmock/gmock.h>

#include <set>
#include <string>

namespace claimcheck {
namespace {

TEST(NewSecret, GivesSixtyFourHexDigitsNeverTwice) {
  std::set<std::string> secrets;
  for (int i = 0; i < 100; ++i) secrets.insert(new_secret());
  EXPECT_EQ(secrets.size(), 100U);
  for (const std::string& secret : secrets) EXPECT_THAT(secret, testing::MatchesRegex("[0-9a-f]{64}"));
}

TEST(IsSameSecret, HoldsForTheWholeSecretOnly) {
  EXPECT_TRUE(is_same_secret("abc", "abc"));
  for (const char* other : {"", "a", "ab", "abd", "bbc", "abcc", "ABC"})
    EXPECT_FALSE(is_same_secret(other, "abc")) << other;
  EXPECT_FALSE(is_same_secret(std::string("abc\0", 4), "abc"));
}

}  // namespace
}  // namespace claimcheck
