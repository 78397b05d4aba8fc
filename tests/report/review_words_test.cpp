#include "report/review_words.h"

#include <gtest/gtest.h>

#include <string>

namespace claimcheck {
namespace {

TEST(ReadJudgement, TakesPlainWordsInAnyCase) {
  for (const Judgement judgement : enum_values<Judgement>()) {
    EXPECT_EQ(read_judgement(word_for(judgement)), judgement);
    EXPECT_EQ(read_judgement(to_string(judgement)), judgement);
  }
  EXPECT_EQ(read_judgement("  NOT CHECKABLE. "), Judgement::not_checkable);
  EXPECT_EQ(read_judgement("Not-checkable"), Judgement::not_checkable);
  EXPECT_EQ(read_judgement("Unsupported"), Judgement::unsupported);
  EXPECT_EQ(read_judgement("Cannot be checked"), Judgement::not_checkable);  // as the button of the review page says
}

TEST(ReadJudgement, TakesNothingElse) {
  for (const char* words : {"", " ", "yes", "support", "supported?", "not supported", "supported contested", "3",
                            "unsupportedly", "contested: why", "supported, contested"}) {
    EXPECT_EQ(read_judgement(words), std::nullopt) << words;
  }
}

TEST(ReadJudgementStart, NeedsAMarkBehindTheWord) {
  const auto rest = [](const char* text) {
    const auto start = read_judgement_start(text);
    return start ? std::string(word_for(start->judgement)) + "|" + start->rest : "none";
  };
  EXPECT_EQ(rest("Contested: see table 2"), "contested|see table 2");
  EXPECT_EQ(rest("contested — see\ntable 2"), "contested|see table 2");
  EXPECT_EQ(rest("Contested - see table 2"), "contested|see table 2");
  EXPECT_EQ(rest("Supported\nBoth trials say so."), "supported|Both trials say so.");
  EXPECT_EQ(rest("not checkable, it is a hope"), "cannot be checked|it is a hope");
  EXPECT_EQ(rest("Supported by three trials"), "none");
  EXPECT_EQ(rest("Contested-looking, to me"), "none");
  EXPECT_EQ(rest("Supported? I doubt it"), "none");
  EXPECT_EQ(rest("Not supported."), "none");
}

TEST(ReadReason, TakesBackWhatWasWritten) {
  for (const OverrideReason reason : enum_values<OverrideReason>()) {
    EXPECT_EQ(read_reason(word_for(reason)), (ReasonText{reason, ""}));
    EXPECT_EQ(read_reason(describe_reason(reason, "see: table 2")), (ReasonText{reason, "see: table 2"}));
  }
  EXPECT_EQ(read_reason("EVIDENCE MISSING: two trials"), (ReasonText{OverrideReason::evidence_missing, "two trials"}));
}

TEST(ReadReason, TakesTheSentencesOfTheReviewPage) {
  for (const OverrideReason reason : enum_values<OverrideReason>()) {
    EXPECT_EQ(read_reason(phrase_for(reason)), (ReasonText{reason, ""}));
    EXPECT_EQ(read_reason(std::string(phrase_for(reason)) + ". See table 2"), (ReasonText{reason, "See table 2"}));
  }
}

TEST(ReadReason, LeavesFreeTextWhole) {
  EXPECT_EQ(read_reason("Other trials\ndisagree"), (ReasonText{std::nullopt, "Other trials disagree"}));
  EXPECT_EQ(read_reason("evidence missing in children"), (ReasonText{std::nullopt, "evidence missing in children"}));
  EXPECT_EQ(read_reason("  "), (ReasonText{std::nullopt, ""}));
}

TEST(DescribeReason, IsOneLine) {
  EXPECT_EQ(describe_reason(std::nullopt, "a\n b"), "a b");
  EXPECT_EQ(describe_reason(OverrideReason::claim_misread, ""), "claim misread");
  EXPECT_EQ(describe_reason(std::nullopt, ""), "");
}

}  // namespace
}  // namespace claimcheck
