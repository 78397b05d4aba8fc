#include "verify/suggest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "concepts/vocabulary.h"
#include "verify/frame.h"

namespace claimcheck {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

ClaimFrame frame_of(const std::string& text) {
  Claim claim;
  claim.id = "C";
  claim.text = text;
  return read_frame(claim, builtin_vocabulary());
}

TEST(ListRungs, HedgesAnEffectAsLimitedEvidence) {
  EXPECT_THAT(
      list_rungs(frame_of("Melatonin reduces insomnia.")),
      ElementsAre("Limited evidence suggests that melatonin reduces insomnia.", "Melatonin may reduce insomnia."));
}

TEST(ListRungs, DropsWhatNoFindingMeasuresFirst) {
  const std::vector<std::string> rungs = list_rungs(frame_of("Melatonin is highly effective for insomnia."));
  ASSERT_FALSE(rungs.empty());
  EXPECT_EQ(rungs.front(), "Melatonin is effective for insomnia.");
}

TEST(ListRungs, KeepsCapitalsOfNames) {
  EXPECT_THAT(list_rungs(frame_of("CBD reduces anxiety.")),
              Contains("Limited evidence suggests that CBD reduces anxiety."));
}

TEST(ListRungs, TurnsADeniedHarmIntoAReportedOne) {
  EXPECT_THAT(list_rungs(frame_of("Ibuprofen causes no kidney damage.")),
              ElementsAre("Kidney damage has been reported with ibuprofen."));
}

TEST(ListRungs, HasNoneForADeniedBenefit) {
  ClaimFrame frame = frame_of("Melatonin reduces insomnia.");
  frame.polarity = Polarity::negated;
  EXPECT_THAT(list_rungs(frame), IsEmpty());
}

ClaimFrame read_again(const Claim& claim) {
  return frame_of(claim.text);
}

TEST(SuggestWording, IsTheFirstRungThatTheRulesSupport) {
  const ClaimFrame frame = frame_of("Melatonin is highly effective for insomnia.");
  std::vector<std::string> tried;
  const auto is_supported = [&](const ClaimFrame& reworded) {
    tried.push_back(reworded.text);
    return reworded.demand == Strength::may;
  };
  EXPECT_EQ(suggest_wording(frame, true, {read_again, is_supported}),
            "Limited evidence suggests that melatonin is effective for insomnia.");
  EXPECT_EQ(tried.size(), 2U);
}

TEST(SuggestWording, IsEmptyWhenNoRungIsSupportedOrItSpeaksOfSomethingElse) {
  const ClaimFrame frame = frame_of("Melatonin reduces insomnia.");
  const auto yes = [](const ClaimFrame&) { return true; };
  EXPECT_EQ(suggest_wording(frame, true, {read_again, [](const ClaimFrame&) { return false; }}), "");
  EXPECT_EQ(suggest_wording(frame, true, {[](const Claim&) { return frame_of("Valerian reduces insomnia."); }, yes}),
            "");
}

TEST(SuggestWording, TriesNoWeakerWordingOfAnEffectThatNothingSupports) {
  const auto yes = [](const ClaimFrame&) { return true; };
  EXPECT_EQ(suggest_wording(frame_of("Melatonin reduces insomnia."), false, {read_again, yes}), "");
  EXPECT_NE(suggest_wording(frame_of("Melatonin causes no headache."), false, {read_again, yes}), "");
}

}  // namespace
}  // namespace claimcheck
