#include "core/review.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace claimcheck {
namespace {

/// A log that is written as it would be: numbers follow, nothing else matters here.
class Log {
 public:
  Log& join(const std::string& name, ReviewRole role = ReviewRole::reviewer) {
    return add({.reviewer = name, .role = role, .action = ReviewAction::joined});
  }
  Log& judge(const std::string& name, const std::string& claim, Judgement judgement) {
    return add({.reviewer = name, .action = ReviewAction::judged, .claim = claim, .judgement = judgement});
  }
  Log& act(const std::string& name, const std::string& claim, ReviewAction action, const std::string& text = "") {
    return add({.reviewer = name, .action = action, .claim = claim, .text = text});
  }
  Log& undo(const std::string& name) {
    return add({.reviewer = name, .action = ReviewAction::undone, .undoes = find_undoable(entries_, name).value_or(0)});
  }
  [[nodiscard]] const std::vector<LogEntry>& entries() const { return entries_; }
  [[nodiscard]] ReviewState state() const { return read_review(entries_); }

 private:
  Log& add(LogEntry entry) {
    entry.number = static_cast<std::int64_t>(entries_.size()) + 1;
    entries_.push_back(std::move(entry));
    return *this;
  }

  std::vector<LogEntry> entries_;
};

TEST(ReadReview, KeepsTheLatestJudgementAndEveryComment) {
  Log log;
  log.join("Ada").judge("Ada", "C1", Judgement::supported).act("Ada", "C1", ReviewAction::commented, "see table 2");
  log.judge("Ada", "C1", Judgement::contested);
  const ReviewState state = log.state();
  const Opinion* const opinion = state.find("C1", "Ada");
  ASSERT_NE(opinion, nullptr);
  EXPECT_EQ(opinion->judgement, Judgement::contested);
  EXPECT_EQ(opinion->entry, 4);
  ASSERT_EQ(opinion->comments.size(), 1U);
  EXPECT_EQ(opinion->comments[0].text, "see table 2");
  EXPECT_EQ(state.last_entry, 4);
  EXPECT_EQ(state.find("C2", "Ada"), nullptr);
}

TEST(ReadReview, ADeferralTakesTheJudgementAwayAndAJudgementTheDeferral) {
  Log log;
  log.join("Ada").judge("Ada", "C1", Judgement::supported).act("Ada", "C1", ReviewAction::deferred);
  EXPECT_TRUE(log.state().find("C1", "Ada")->deferred);
  EXPECT_EQ(log.state().find("C1", "Ada")->judgement, std::nullopt);
  log.judge("Ada", "C1", Judgement::unsupported);
  EXPECT_FALSE(log.state().find("C1", "Ada")->deferred);
}

TEST(ReadReview, UndoingStepByStepLeadsBackToTheStart) {
  Log log;
  log.join("Ada").judge("Ada", "C1", Judgement::supported).judge("Ada", "C1", Judgement::contested);
  log.act("Ada", "C2", ReviewAction::commented, "later");
  log.undo("Ada");
  EXPECT_EQ(log.state().find("C2", "Ada"), nullptr);
  log.undo("Ada");
  EXPECT_EQ(log.state().find("C1", "Ada")->judgement, Judgement::supported);
  log.undo("Ada");
  EXPECT_EQ(log.state().find("C1", "Ada"), nullptr);
  EXPECT_EQ(find_undoable(log.entries(), "Ada"), std::nullopt);
}

TEST(ReadReview, UndoTakesBackOnesOwnAlone) {
  Log log;
  log.join("Ada").join("Ben").judge("Ada", "C1", Judgement::supported).judge("Ben", "C1", Judgement::contested);
  EXPECT_EQ(find_undoable(log.entries(), "Ada"), 3);
  log.undo("Ada");
  EXPECT_EQ(log.state().find("C1", "Ben")->judgement, Judgement::contested);
}

TEST(ReadReview, WhatIsPutOffIsNotJudgedWhateverTheLineSays) {
  LogEntry entry{.number = 1, .reviewer = "Ada", .action = ReviewAction::deferred, .claim = "C1"};
  entry.judgement = Judgement::supported;
  const ReviewState state = read_review(std::vector{entry});
  EXPECT_TRUE(state.find("C1", "Ada")->deferred);
  EXPECT_EQ(state.find("C1", "Ada")->judgement, std::nullopt);
}

TEST(ReadReview, NobodyTakesBackWhatAnotherPersonDid) {
  std::vector<LogEntry> log(2);
  log[0] = {
      .number = 1, .reviewer = "Ada", .action = ReviewAction::judged, .claim = "C1", .judgement = Judgement::supported};
  log[1] = {.number = 2, .reviewer = "Ben", .action = ReviewAction::undone, .undoes = 1};
  EXPECT_NE(read_review(log).find("C1", "Ada"), nullptr);
  EXPECT_EQ(find_undoable(log, "Ada"), 1);
}

TEST(ReadReview, AClearedJudgementIsGoneAndItsCommentsStay) {
  Log log;
  log.join("Ada").judge("Ada", "C1", Judgement::supported).act("Ada", "C1", ReviewAction::commented, "why");
  log.act("Ada", "C1", ReviewAction::cleared);
  EXPECT_EQ(log.state().find("C1", "Ada")->judgement, std::nullopt);
  EXPECT_EQ(log.state().find("C1", "Ada")->comments.size(), 1U);
}

TEST(ReadReview, FinishingLastsUntilReopening) {
  Log log;
  log.join("Ada").act("Ada", "", ReviewAction::finished);
  EXPECT_TRUE(log.state().find("Ada")->finished);
  log.act("Ada", "", ReviewAction::reopened);
  EXPECT_FALSE(log.state().find("Ada")->finished);
}

TEST(OutcomeOf, IsOpenUntilEveryReviewerHasJudged) {
  Log log;
  log.join("Ada").judge("Ada", "C1", Judgement::supported);
  EXPECT_EQ(outcome_of(log.state(), "C1"), (ReviewOutcome{OutcomeKind::single, Judgement::supported}));
  log.join("Ben");
  EXPECT_EQ(outcome_of(log.state(), "C1"), ReviewOutcome{});
  log.judge("Ben", "C1", Judgement::supported);
  EXPECT_EQ(outcome_of(log.state(), "C1"), (ReviewOutcome{OutcomeKind::agreed, Judgement::supported}));
}

TEST(OutcomeOf, LeavesADisagreementOpenUntilSomebodyDecides) {
  Log log;
  log.join("Ada").join("Ben").judge("Ada", "C1", Judgement::supported).judge("Ben", "C1", Judgement::contested);
  EXPECT_EQ(outcome_of(log.state(), "C1"), (ReviewOutcome{OutcomeKind::disagreed, {}}));
  log.join("Cleo", ReviewRole::adjudicator);
  EXPECT_EQ(outcome_of(log.state(), "C1"), (ReviewOutcome{OutcomeKind::disagreed, {}}));
  log.judge("Cleo", "C1", Judgement::contested);
  EXPECT_EQ(outcome_of(log.state(), "C1"), (ReviewOutcome{OutcomeKind::adjudicated, Judgement::contested}));
  EXPECT_EQ(log.state().find("C1", "Ada")->judgement, Judgement::supported) << "the two stay beside it";
}

TEST(OutcomeOf, IsOpenForAClaimThatNobodyLookedAt) {
  EXPECT_EQ(outcome_of(ReviewState{}, "C1"), ReviewOutcome{});
  EXPECT_EQ(outcome_of(Log().join("Ada").state(), "C1"), ReviewOutcome{});
}

}  // namespace
}  // namespace claimcheck
