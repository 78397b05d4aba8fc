#include "review/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "review/small_run.h"

namespace claimcheck {
namespace {

using testing::AllOf;
using testing::HasSubstr;

LogEntry joining(std::string name, ReviewRole role = ReviewRole::reviewer) {
  return {.reviewer = std::move(name), .role = role, .action = ReviewAction::joined};
}

LogEntry doing(ReviewAction action, std::string name = "Ada", std::string claim = "A") {
  return {.reviewer = std::move(name), .action = action, .claim = std::move(claim)};
}

LogEntry judging(Judgement judgement, std::optional<OverrideReason> reason = {}, std::string text = "") {
  LogEntry entry = doing(ReviewAction::judged);
  entry.judgement = judgement;
  entry.reason = reason;
  entry.text = std::move(text);
  return entry;
}

ReviewState of(std::vector<Reviewer> reviewers) {
  ReviewState state;
  state.reviewers = std::move(reviewers);
  return state;
}

const ReviewState kAda = of({{"Ada"}});
const ReviewState kBoth = of({{"Ada"}, {"Bea"}});
const ReviewState kFinished = of({{"Ada", ReviewRole::reviewer, true}, {"Bea", ReviewRole::reviewer, true}});

std::string refused(const ReviewState& state, const LogEntry& entry) {
  return refuse_entry(state, entry, nullptr);
}

/// On a claim whose report is `report`.
std::string refused_on(const Report& report, const LogEntry& entry) {
  return refuse_entry(kAda, entry, &report);
}

TEST(JudgementOf, IsTheTagOrThatItCannotBeChecked) {
  EXPECT_EQ(judgement_of(tagged_report("A", Tag::supported)), Judgement::supported);
  EXPECT_EQ(judgement_of(tagged_report("A", Tag::contested)), Judgement::contested);
  EXPECT_EQ(judgement_of(tagged_report("A", Tag::unsupported)), Judgement::unsupported);
  EXPECT_EQ(judgement_of(untagged_report("A", ClaimStatus::not_assessed)), Judgement::not_checkable);
  EXPECT_EQ(judgement_of(untagged_report("A", ClaimStatus::incomplete)), std::nullopt);
}

TEST(RefuseEntry, LetsTwoReviewersJoin) {
  EXPECT_EQ(refused({}, joining("Ada")), "");
  EXPECT_EQ(refused(kAda, joining("Bea")), "");
  EXPECT_EQ(refused(kBoth, joining("Cy")),
            "Ada and Bea review this already: give one of these names with --as, or decide between them with "
            "--adjudicate.");
  EXPECT_EQ(refused(kAda, joining("Ada")), "Ada takes part already.");
}

TEST(RefuseEntry, TakesOnePersonUnderOneName) {
  EXPECT_EQ(refused(kAda, joining("ada")), "Ada takes part already: give the name in this way.");
  EXPECT_EQ(refused(of({{"Ada Ito"}}), joining("Ada  Ito")), "Ada Ito takes part already: give the name in this way.");
  EXPECT_EQ(refused(kAda, joining("Adam")), "");
}

TEST(RefuseBeginning, LetsJudgementsAndCommentsAlone) {
  for (const ReviewAction action : enum_values<ReviewAction>()) {
    const bool begins = action == ReviewAction::judged || action == ReviewAction::commented;
    EXPECT_EQ(refuse_beginning(action).empty(), begins) << int(action);
  }
}

TEST(RefuseEntry, WantsANameThatCanBeWrittenAndFoundAgain) {
  EXPECT_THAT(refused({}, joining("")), HasSubstr("needs a name"));
  EXPECT_THAT(refused({}, joining(" \t")), HasSubstr("needs a name"));
  EXPECT_THAT(refused({}, joining("Ada ")), HasSubstr("no space around it"));
  EXPECT_THAT(refused({}, joining("\nAda")), HasSubstr("no space around it"));
  EXPECT_THAT(refused({}, joining("A\x1B[1mda")), HasSubstr("no control characters"));
  EXPECT_THAT(refused({}, joining("A\x7F"
                                  "da")),
              HasSubstr("no control characters"));
  EXPECT_THAT(refused({}, joining("Ad\xE9")), HasSubstr("must be UTF-8"));
  EXPECT_EQ(refused({}, joining("Ad\xC3\xA9le van Dijk")), "");
  EXPECT_EQ(refused({}, joining(std::string(kLongestReviewerName, 'a'))), "");
  EXPECT_THAT(refused({}, joining(std::string(kLongestReviewerName + 1, 'a'))), HasSubstr("at most 80 bytes"));
}

TEST(RefuseEntry, LetsOneAdjudicateOnceBothHaveFinished) {
  const LogEntry entry = joining("Cy", ReviewRole::adjudicator);
  EXPECT_THAT(refused({}, entry), HasSubstr("nothing to adjudicate"));
  EXPECT_THAT(refused(kAda, entry), HasSubstr("nothing to adjudicate"));
  EXPECT_THAT(refused(kBoth, entry), HasSubstr("Ada has not finished"));
  EXPECT_THAT(refused(of({{"Ada", ReviewRole::reviewer, true}, {"Bea"}}), entry), HasSubstr("Bea has not finished"));
  EXPECT_EQ(refused(kFinished, entry), "");
  ReviewState state = kFinished;
  state.reviewers.push_back({"Dora", ReviewRole::adjudicator, false});
  EXPECT_EQ(refused(state, entry), "Dora adjudicates this already.");
  EXPECT_THAT(refused({}, joining("", ReviewRole::adjudicator)), HasSubstr("needs a name"));
}

TEST(RefuseEntry, WantsSomebodyWhoTakesPartInTheirRole) {
  EXPECT_EQ(refused(kAda, doing(ReviewAction::finished, "Bea")), "Bea takes no part in this review yet.");
  LogEntry entry = doing(ReviewAction::finished);
  entry.role = ReviewRole::adjudicator;
  EXPECT_EQ(refused(kAda, entry), "Ada takes part as reviewer.");
  EXPECT_EQ(refused(kAda, doing(ReviewAction::finished)), "");
}

TEST(RefuseEntry, WantsAReasonForAnotherJudgement) {
  const Report report = tagged_report("A", Tag::supported);
  EXPECT_EQ(refused_on(report, judging(Judgement::supported)), "");
  EXPECT_THAT(refused_on(report, judging(Judgement::contested)), HasSubstr("choose a reason"));
  EXPECT_EQ(refused_on(report, judging(Judgement::contested, OverrideReason::evidence_misread)), "");
  EXPECT_EQ(refused_on(report, judging(Judgement::contested, OverrideReason::other, " \n")), "Say what the reason is.");
  EXPECT_EQ(refused_on(report, judging(Judgement::contested, OverrideReason::other, "See page 3.")), "");
  EXPECT_EQ(refused_on(report, doing(ReviewAction::judged)), "Say what you judge the claim to be.");
}

TEST(RefuseEntry, WantsAReasonForAnyJudgementWhereTheRulesHaveNone) {
  const Report incomplete = untagged_report("A", ClaimStatus::incomplete);
  for (const Judgement each : enum_values<Judgement>()) {
    EXPECT_THAT(refused_on(incomplete, judging(each)), HasSubstr("choose a reason"));
  }
  EXPECT_EQ(refused_on(untagged_report("A", ClaimStatus::not_assessed), judging(Judgement::not_checkable)), "");
}

TEST(RefuseEntry, WantsAClaimOfTheProject) {
  for (const ReviewAction action :
       {ReviewAction::judged, ReviewAction::cleared, ReviewAction::deferred, ReviewAction::commented}) {
    EXPECT_EQ(refused(kAda, doing(action, "Ada", "Z")), "There is no claim Z in this project.");
  }
}

TEST(RefuseEntry, TakesAJudgementFromNothingElse) {
  const Report report = tagged_report("A", Tag::supported);
  for (const ReviewAction action : {ReviewAction::cleared, ReviewAction::deferred, ReviewAction::commented}) {
    LogEntry entry = doing(action);
    entry.text = "Wait for the trial.";
    EXPECT_EQ(refused_on(report, entry), "");
    entry.judgement = Judgement::supported;
    EXPECT_THAT(refused_on(report, entry), HasSubstr("Only a judgement"));
    entry.judgement.reset();
    entry.reason = OverrideReason::other;
    EXPECT_THAT(refused_on(report, entry), HasSubstr("Only a judgement"));
  }
}

TEST(RefuseEntry, WantsWordsInACommentAndNotTooMany) {
  const Report report = tagged_report("A", Tag::supported);
  LogEntry entry = doing(ReviewAction::commented);
  EXPECT_EQ(refused_on(report, entry), "A comment needs words.");
  entry.text = "\t ";
  EXPECT_EQ(refused_on(report, entry), "A comment needs words.");
  entry.text = std::string(kLongestReviewText, 'a');
  EXPECT_EQ(refused_on(report, entry), "");
  entry.text += 'a';
  EXPECT_THAT(refused_on(report, entry), AllOf(HasSubstr("more than 4000 characters"), HasSubstr("shorten it")));
  entry.text.clear();
  for (std::size_t i = 0; i < kLongestReviewText; ++i) entry.text += "ä";
  EXPECT_EQ(refused_on(report, entry), "") << "two bytes each";
}

TEST(RefuseEntry, UndoesOnlyWhatThereIs) {
  LogEntry entry = doing(ReviewAction::undone);
  EXPECT_EQ(refused(kAda, entry), "There is nothing left to undo.");
  entry.undoes = 3;
  EXPECT_EQ(refused(kAda, entry), "");
}

TEST(RefuseEntry, ChangesNothingOnceFinished) {
  const ReviewState finished = of({{"Ada", ReviewRole::reviewer, true}});
  const Report report = tagged_report("A", Tag::supported);
  for (const ReviewAction action : enum_values<ReviewAction>()) {
    if (action == ReviewAction::joined || action == ReviewAction::reopened) continue;
    EXPECT_THAT(refuse_entry(finished, doing(action), &report), HasSubstr("You have finished this review"))
        << int(action);
  }
}

TEST(RefuseEntry, ReopensUntilBothHaveSeenEachOther) {
  const LogEntry entry = doing(ReviewAction::reopened);
  EXPECT_EQ(refused(kAda, entry), "This review is not finished.");
  EXPECT_EQ(refused(of({{"Ada", ReviewRole::reviewer, true}}), entry), "");
  EXPECT_EQ(refused(of({{"Ada", ReviewRole::reviewer, true}, {"Bea"}}), entry), "");
  EXPECT_THAT(refused(kFinished, entry), HasSubstr("an adjudicator decides where they differ"));
  ReviewState adjudicated = kFinished;
  adjudicated.reviewers.push_back({"Cy", ReviewRole::adjudicator, true});
  LogEntry by_adjudicator = doing(ReviewAction::reopened, "Cy");
  by_adjudicator.role = ReviewRole::adjudicator;
  EXPECT_EQ(refused(adjudicated, by_adjudicator), "");
}

}  // namespace
}  // namespace claimcheck
