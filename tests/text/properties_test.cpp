#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "span_properties.h"
#include "text/sentences.h"

namespace claimcheck {
namespace {

TEST(TextLayer, KeepsItsPromisesOnEveryCutOfAHardText) {
  const std::string text =
      "Naïve β-blockers (5·0 µg/kg; “p < .05”) vs. placebo: n = 12, ½ dose…\n\nDr. Ü. O'Neil et al. said: "
      "10⁻⁵ × 2.5 – 3.5%… [95% CI −0·4 to 1,200]? No!No effect.1,2 The\u00A0end.\u2003(CRPS) ﬁne\u00AD\u200B";
  for (std::size_t end = 0; end <= text.size(); ++end) {
    EXPECT_EQ(broken_span_property(std::string_view(text).substr(0, end)), "") << "first " << end << " bytes";
    EXPECT_EQ(broken_span_property(std::string_view(text).substr(end)), "") << "from byte " << end;
  }
}

TEST(TextLayer, KeepsItsPromisesOnRandomBytes) {
  std::mt19937 random(20260101);  // fixed: a failure must come back
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 64, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    ASSERT_EQ(broken_span_property(bytes), "") << testing::PrintToString(bytes);
  }
}

TEST(TextLayer, KeepsItsPromisesOnRandomPhrases) {
  const std::vector<std::string> parts{"no",   " ",   "significant", "difference", ".",   "(",      ")",     "95% CI",
                                       "OR",   "0.5", "-",           "vs.",        "P =", "·05",    "3 of ", "40",
                                       "mg",   "/",   "kg",          "\n\n",       "…",   "\xE2",   "A",     "not",
                                       "only", "but", "weeks",       "[",          "]",   "et al.", ",",     "ﬁ"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto count = random() % 40; count > 0; --count) {
      text += parts[random() % parts.size()];
      if (random() % 2 == 0) text += ' ';
    }
    ASSERT_EQ(broken_span_property(text), "") << text;
  }
}

TEST(TextLayer, ReadsLongRunsOfOneThingInReasonableTime) {
  // Quadratic code would make this test run for minutes, which the time limit of the test run turns into a failure.
  for (const std::string_view part :
       {"(",   ")",        ".",      "no ", "- ", "mean ", "(AB) ", "(AB, ", "1,",    "95% CI ",
        "OR ", "\xE2\x80", "not … ", "is ", "[",  "\n",    "A. ",   "?",     "1 of ", "to "}) {
    std::string text;
    while (text.size() < 200000) text += part;
    EXPECT_EQ(broken_span_property(text), "") << part;
  }
}

}  // namespace
}  // namespace claimcheck
