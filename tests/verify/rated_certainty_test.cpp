#include "verify/rated_certainty.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "verify/frame.h"

namespace claimcheck {
namespace {

Certainty rate(std::string_view text, std::string_view word = "pain") {
  const Sentence sentence = analyse_sentence(text, builtin_vocabulary());
  std::size_t at = 0;
  while (at < sentence.tokens.size() && sentence.tokens[at].norm != word) ++at;
  return rated_certainty(sentence, at, {});
}

TEST(RatedCertainty, IsReadInEachPlaceWhereAuthorsPutIt) {
  EXPECT_EQ(rate("The drug reduced pain (four trials; low certainty)."), Certainty::low);
  EXPECT_EQ(rate("There was low-certainty evidence that the drug reduced pain."), Certainty::low);
  EXPECT_EQ(rate("The drug reduced pain (very low-quality evidence)."), Certainty::very_low);
  EXPECT_EQ(rate("The drug reduced pain (moderate quality)."), Certainty::moderate);
  EXPECT_EQ(rate("The drug reduces pain; the certainty was graded as low."), Certainty::low);
  EXPECT_EQ(rate("For pain the quality of the evidence was judged moderate."), Certainty::moderate);
  EXPECT_EQ(rate("The drug reduced pain; GRADE: high."), Certainty::high);
  EXPECT_EQ(rate("Of a range in pain trials the GRADE evidence was very low to low."), Certainty::low);
}

TEST(RatedCertainty, IsNotReadIntoOtherQualities) {
  EXPECT_EQ(rate("The drug reduced pain in people with a low quality of life."), Certainty::none);
  EXPECT_EQ(rate("The drug reduced pain at a low dose."), Certainty::none);
  EXPECT_EQ(rate("High-quality trials found that the drug reduced pain."), Certainty::none);
}

TEST(RatedCertainty, OfSeveralIsTheOneBehindTheOutcome) {
  constexpr std::string_view text =
      "The drug reduced pain (moderate certainty) and improved sleep (low certainty) in adults.";
  EXPECT_EQ(rate(text, "pain"), Certainty::moderate);
  EXPECT_EQ(rate(text, "sleep"), Certainty::low);
}

TEST(RatedCertainty, IsKeptWhereASentenceRatesThreeOutcomes) {
  constexpr std::string_view text =
      "The drug improved sleep (high certainty), mood (moderate certainty) and pain (low certainty) in adults.";
  EXPECT_EQ(rate(text, "sleep"), Certainty::high);
  EXPECT_EQ(rate(text, "pain"), Certainty::low);
}

TEST(RatedCertainty, IsNotReadIntoTheScale) {
  EXPECT_EQ(rate("The certainty for pain was graded as high, moderate, low or very low."), Certainty::none);
  EXPECT_EQ(rate("We rated pain as high quality, moderate quality, low quality or very low quality."), Certainty::none);
}

TEST(RatedCertainty, OfTheRecordCountsWhereAllItsSentencesAgree) {
  const Vocabulary& vocabulary = builtin_vocabulary();
  const Sentence plain = analyse_sentence("The drug reduces pain.", vocabulary);
  const std::vector<Sentence> one{plain, analyse_sentence("The certainty was low.", vocabulary)};
  const std::vector<Sentence> two{plain, analyse_sentence("The certainty was low for pain.", vocabulary),
                                  analyse_sentence("For sleep the certainty was moderate.", vocabulary)};
  EXPECT_EQ(rated_certainty(plain, 0, one), Certainty::low);
  EXPECT_EQ(rated_certainty(plain, 0, two), Certainty::none);
  EXPECT_EQ(rated_certainty(plain, 0, {}), Certainty::none);
}

}  // namespace
}  // namespace claimcheck
