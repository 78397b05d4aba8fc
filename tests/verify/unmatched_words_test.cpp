#include "verify/unmatched_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "verify/frame.h"

namespace claimcheck {
namespace {

using testing::IsEmpty;
using testing::Not;

ClaimFrame frame_of(const std::string& text) {
  return read_frame({"T1", text, std::nullopt, {}}, builtin_vocabulary());
}

TEST(FindUnmatched, NamesWhatNoFindingIsHeldAgainst) {
  const struct {
    const char* claim;
    const char* words;
  } rows[] = {
      {"Metformin lowers blood glucose without nausea.", "without nausea"},
      {"Metformin prevents diabetes except in older adults.", "except in older adults"},
      {"Sertraline prevents relapse without psychotherapy.", "without psychotherapy"},
      {"Ibuprofen is ten times more likely to cause bleeding.", "times more"},
      {"Ibuprofen reduces pain within the hour and fever.", "hour"},
      {"Ibuprofen causes nausea in everyone.", "in everyone"},
      {"All statins cause myopathy.", "All"},
      {"Most muscle pain on statins is caused by statins.", "Most"},
      {"Ibuprofen permanently raises blood pressure.", "permanently"},
      {"Metformin reduces body weight by activating AMPK.", "by activating AMPK"},
      {"Sertraline relieves depression through gut bacteria.", "through gut bacteria"},
      {"Sertraline reduces depression for at most two weeks.", "at most"},
      {"Depression reduces the effect of sertraline.", "sertraline as what is acted on"},
      {"Metformin causes cancer in rats.", "rats"},
      {"Sertraline reduces relapse but later increases it.", "increases"},
      {"Sertraline reduces pain and then makes it worse.", "worse"},
      {"Hormone therapy reduces relief from hot flushes.", "relief from"},
      {"Sertraline reduces improvement in depression.", "improvement"},
      {"Depression scores fell less with sertraline than with placebo.", "less"},
      {"Cutting out statins reduces heart attacks.", "Cutting out"},
      {"Patients taken off lithium have a lower risk of relapse.", "taken off"},
      {"Blocking ketamine reduces pain.", "Blocking"},
      {"Protection from ibuprofen reduces pain.", "Protection from"},
      {"Ibuprofen reduces pain if at all.", "if"},
      {"Ibuprofen reduces pain or not.", "or not"},
      {"Only ibuprofen reduces pain.", "Only"},
      {"Ibuprofen is required to reduce pain.", "required"},
      {"Ibuprofen reduces pain so that opioids can be stopped.", "so that"},
      {"Ibuprofen reduces pain at any dose.", "any"},
      {"Ibuprofen reduces pain in most people.", "most"},
      {"Ibuprofen reduces pain in dogs.", "dogs"},
      {"Ibuprofen reduces pain within the hour.", "hour"},
      {"Ibuprofen reduces pain as well as surgery.", "as well as surgery"},
      {"A Cochrane review found that ibuprofen reduces pain.", "Cochrane"},
      {"Ibuprofen reduces pain by lowering inflammation.", "by lowering inflammation"},
      {"Ibuprofen forfends bleeding.", "forfends"},
  };
  for (const auto& row : rows) {
    const ClaimFrame frame = frame_of(row.claim);
    EXPECT_EQ(frame.unresolved, "") << row.claim;
    ASSERT_THAT(frame.unmatched, Not(IsEmpty())) << row.claim;
    EXPECT_EQ(frame.unmatched.front(), row.words) << row.claim;
  }
}

TEST(FindUnmatched, LeavesPlainClaimsAlone) {
  for (const char* claim : {"Metformin lowers blood glucose.",
                            "Metformin does not cause lactic acidosis.",
                            "Ibuprofen has no side effects.",
                            "Statins are no better than exercise for high cholesterol.",
                            "Depression improves with sertraline.",
                            "Depression is reduced by sertraline.",
                            "Bleeding is a side effect of aspirin.",
                            "Aspirin 100 mg prevents heart attacks.",
                            "Vitamin B12 improves memory.",
                            "Sertraline relieves depression within two weeks.",
                            "Semaglutide by injection reduces body weight.",
                            "Ibuprofen causes no permanent kidney damage.",
                            "About 10 % of patients have nausea on metformin.",
                            "Metformin is not without side effects.",
                            "In adults over 65, statins prevent strokes.",
                            "Sertraline reduces anxiety and improves sleep.",
                            "Ketamine brings a greater reduction in pain than placebo.",
                            "Ibuprofen reduces pain more than placebo.",
                            "More exercise reduces depression.",
                            "Semaglutide 2.4 mg once a week lowers body weight.",
                            "Sertraline prevents and relieves depression.",
                            "Most side effects of metformin are mild.",
                            "Ibuprofen relieves pain for a week."}) {
    EXPECT_THAT(frame_of(claim).unmatched, IsEmpty()) << claim;
  }
}

TEST(FindTurn, LeavesClaimsUncheckedThatAreTurnedRound) {
  for (const char* claim :
       {"Metformin no longer lowers blood glucose.", "Few studies show that metformin lowers blood glucose.",
        "It is not true that metformin causes cancer.", "Nobody denies that aspirin causes bleeding.",
        "Metformin was once believed to prevent cancer.", "Sertraline does not fail to prevent relapse."}) {
    EXPECT_NE(frame_of(claim).unresolved, "") << claim;
  }
  EXPECT_EQ(frame_of("Sertraline prevents relapse.").unresolved, "");
}

TEST(FindTurn, ReadsADeniedDenialAsAStatement) {
  for (const char* claim : {"Aspirin is not without risks.", "Aspirin is not without side effects.",
                            "Aspirin is not free of side effects."}) {
    const ClaimFrame frame = frame_of(claim);
    EXPECT_EQ(frame.unresolved, "") << claim;
    EXPECT_EQ(frame.kind, ClaimKind::harm_exists) << claim;
    EXPECT_EQ(frame.polarity, Polarity::affirmed) << claim;
  }
}

}  // namespace
}  // namespace claimcheck
