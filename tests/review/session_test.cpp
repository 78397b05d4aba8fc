#include "review/session.h"

#include <functional>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "intake/sha256.h"
#include "review/small_run.h"
#include "support/temporary_folder.h"

namespace claimcheck {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string now() {
  return "2031-02-03T04:05:06Z";
}

ReviewRequest judge(std::string claim, Judgement judgement) {
  return {.claim = std::move(claim), .judgement = judgement, .reason = OverrideReason::evidence_misread};
}

/// A project of small_run() and people who sit at it, each as if in a program of their own.
class SessionTest : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path path() const { return folder_ / "a.project"; }
  [[nodiscard]] Project make() const {
    Project::create(path(), small_run(), "", sha256_hex);
    return open();
  }
  [[nodiscard]] Project open() const { return Project::open(path(), Project::Access::write, sha256_hex); }

  /// What ReviewSession says against a seat, or against writing `request` from it.
  static std::string refusal(ErrorKind kind, const std::function<void()>& action) {
    try {
      action();
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), kind);
      return error.what();
    }
    return "";
  }

  TemporaryFolder folder_;
  Project project_ = make();
  Project other_ = open();
};

TEST_F(SessionTest, JoinsANewNameWithWhatItWritesFirst) {
  ReviewSession ada(project_, {"Ada"}, now);
  ReviewSession again(other_, {"Ada"}, now);
  EXPECT_EQ(project_.last_entry(), 0) << "who only looks in is no reviewer";
  EXPECT_THAT(ada.visible().reviewers, SizeIs(1)) << "and yet sits at the page";
  ada.write(judge("A", Judgement::contested));
  again.write(judge("B", Judgement::unsupported));
  const std::vector<LogEntry> log = project_.log();
  ASSERT_THAT(log, SizeIs(3));
  EXPECT_EQ(log[0].action, ReviewAction::joined);
  EXPECT_EQ(log[0].date, now());
  EXPECT_EQ(log[2].action, ReviewAction::judged);
  EXPECT_THAT(again.visible().reviewers, SizeIs(1));
}

TEST_F(SessionTest, TakesNoSeatWithoutAJudgementOrComment) {
  ReviewSession ada(project_, {"Ada"}, now);
  for (const ReviewAction action : {ReviewAction::finished, ReviewAction::reopened, ReviewAction::undone}) {
    EXPECT_NE(refusal(ErrorKind::input, [&] { ada.write({.action = action}); }), "") << int(action);
  }
  for (const ReviewAction action : {ReviewAction::cleared, ReviewAction::deferred}) {
    EXPECT_NE(refusal(ErrorKind::input, [&] { ada.write({.action = action, .claim = "A"}); }), "") << int(action);
  }
  EXPECT_NE(refusal(ErrorKind::input, [&] { ada.write({.action = ReviewAction::commented, .claim = "A"}); }), "");
  EXPECT_NE(refusal(ErrorKind::input, [&] { ada.write({.claim = "A", .judgement = Judgement::contested}); }), "");
  EXPECT_EQ(project_.last_entry(), 0);
  EXPECT_FALSE(ada.has_joined());
  ada.write({.action = ReviewAction::commented, .claim = "A", .text = "Why?"});
  EXPECT_TRUE(ada.has_joined());
  ada.write({.action = ReviewAction::deferred, .claim = "A"});
  ada.write({.action = ReviewAction::finished});
  EXPECT_EQ(project_.last_entry(), 4);
}

TEST_F(SessionTest, SitsUnderTheNameThatTheProjectHas) {
  ReviewSession anna(project_, {"  Anna  Ito "}, now);
  EXPECT_EQ(anna.seat().name, "Anna Ito");
  anna.write(judge("A", Judgement::contested));
  ReviewSession again(other_, {"anna  ito"}, now);
  EXPECT_EQ(again.seat().name, "Anna Ito");
  EXPECT_EQ(again.key(), anna.key());
  EXPECT_EQ(again.namesake(), std::nullopt);
  again.write(judge("B", Judgement::unsupported));
  EXPECT_THAT(anna.visible().reviewers, SizeIs(1));
  EXPECT_FALSE(again.is_blinded());
}

TEST_F(SessionTest, WritesNothingUnderANameThatMayBeASlip) {
  ReviewSession anna(project_, {"Anna Ito"}, now);
  anna.write(judge("A", Judgement::contested));
  ReviewSession ana(other_, {"Ana Ito"}, now);
  EXPECT_EQ(ana.namesake(), "Anna Ito");
  EXPECT_THAT(refusal(ErrorKind::input, [&] { ana.write(judge("A", Judgement::supported)); }),
              HasSubstr("whether you are Anna Ito"));
  EXPECT_THAT(refusal(ErrorKind::input, [&] { ana.say_name("Eve Lund"); }), HasSubstr("neither of the two"));
  EXPECT_EQ(project_.last_entry(), 2);
  ana.say_name("Anna Ito");
  EXPECT_EQ(ana.namesake(), std::nullopt);
  EXPECT_EQ(ana.key(), anna.key());
  ana.write(judge("A", Judgement::unsupported));
  EXPECT_THAT(anna.visible().reviewers, SizeIs(1));

  ReviewSession other(other_, {"Ana Ito"}, now);
  other.say_name("Ana Ito");
  other.write(judge("A", Judgement::unsupported));
  EXPECT_THAT(anna.visible().reviewers, SizeIs(2));
  ReviewSession later(other_, {"ana ito"}, now);
  EXPECT_EQ(later.namesake(), std::nullopt) << "who takes part is known";
}

TEST_F(SessionTest, AsksWhoReadsAloneForNoName) {
  ReviewSession anna(project_, {"Anna Ito"}, now);
  anna.write(judge("A", Judgement::contested));
  ReviewSession reader(other_, {.name = "Ana Ito", .read_only = true}, now);
  EXPECT_EQ(reader.namesake(), std::nullopt);
}

TEST_F(SessionTest, IsBlindedBeforeItHasJoined) {
  ReviewSession ada(project_, {"Ada"}, now);
  ada.write(judge("A", Judgement::contested));
  ReviewSession bea(other_, {"Bea"}, now);
  EXPECT_TRUE(bea.is_blinded());
  EXPECT_THAT(bea.visible().opinions, IsEmpty());
  EXPECT_FALSE(ada.is_blinded()) << "nobody else has judged anything";
  ReviewSession cy(project_, {"Cy"}, now);
  bea.write(judge("A", Judgement::unsupported));
  EXPECT_THAT(refusal(ErrorKind::input, [&] { cy.write(judge("A", Judgement::unsupported)); }),
              HasSubstr("Ada and Bea review this already"));
  EXPECT_THAT(cy.visible().opinions, IsEmpty());
}

TEST_F(SessionTest, TellsNobodyHowMuchTheOtherDoes) {
  ReviewSession ada(project_, {"Ada"}, now);
  ReviewSession bea(other_, {"Bea"}, now);
  ada.write(judge("A", Judgement::contested));
  bea.write(judge("A", Judgement::contested));
  const std::int64_t last = ada.visible().last_entry;
  bea.write(judge("B", Judgement::unsupported));
  bea.write({.action = ReviewAction::commented, .claim = "B", .text = "Why?"});
  EXPECT_EQ(ada.visible().last_entry, last);
  bea.write({.action = ReviewAction::finished});
  EXPECT_EQ(ada.visible().last_entry, project_.last_entry()) << "that somebody has finished is no secret";
}

TEST_F(SessionTest, JoinsNobodyWhoReadsAlone) {
  ReviewSession reader(project_, {.name = "", .read_only = true}, now);
  EXPECT_EQ(project_.last_entry(), 0);
  EXPECT_THAT(refusal(ErrorKind::input, [&] { reader.write(judge("A", Judgement::contested)); }),
              HasSubstr("open for reading alone"));
  EXPECT_EQ(project_.last_entry(), 0);
}

TEST_F(SessionTest, RefusesASeatThatIsNotFree) {
  const auto sit = [&](Seat seat) { return refusal(ErrorKind::usage, [&] { ReviewSession(other_, seat, now); }); };
  EXPECT_THAT(sit({"Cy", ReviewRole::adjudicator}), HasSubstr("nothing to adjudicate"));
  EXPECT_THAT(sit({"Ad\xE9"}), HasSubstr("must be UTF-8"));
  EXPECT_EQ(project_.last_entry(), 0) << "and writes nothing";
  ReviewSession ada(project_, {"Ada"}, now);
  ReviewSession bea(project_, {"Bea"}, now);
  ada.write(judge("A", Judgement::contested));
  bea.write(judge("A", Judgement::contested));
  EXPECT_THAT(sit({"Cy"}), HasSubstr("Ada and Bea review this already"));
  EXPECT_THAT(sit({"Ada", ReviewRole::adjudicator}), HasSubstr("Ada takes part in this review as reviewer"));
  ada.write({.action = ReviewAction::finished});
  bea.write({.action = ReviewAction::finished});
  ReviewSession cy(project_, {"Cy", ReviewRole::adjudicator}, now);
  cy.write(judge("A", Judgement::contested));
  EXPECT_THAT(sit({"Cy"}), HasSubstr("takes part in this review as adjudicator: add --adjudicate"));
}

TEST_F(SessionTest, KeepsTheRunAndFindsItsClaims) {
  const ReviewSession ada(project_, {"Ada"}, now);
  EXPECT_EQ(ada.run(), small_run());
  ASSERT_NE(ada.find("B"), nullptr);
  EXPECT_EQ(ada.find("B")->claim.id, "B");
  EXPECT_EQ(ada.find("Z"), nullptr);
}

TEST_F(SessionTest, WritesUnderTheRules) {
  ReviewSession ada(project_, {"Ada"}, now);
  EXPECT_THAT(refusal(ErrorKind::input, [&] { ada.write({.claim = "A", .judgement = Judgement::contested}); }),
              HasSubstr("choose a reason"));
  EXPECT_THAT(refusal(ErrorKind::input, [&] { ada.write(judge("Z", Judgement::contested)); }),
              HasSubstr("There is no claim Z"));
  EXPECT_EQ(project_.last_entry(), 0);
  const LogEntry entry = ada.write(judge("A", Judgement::contested)).value();
  EXPECT_EQ(entry.number, 2);
  EXPECT_EQ(entry.reviewer, "Ada");
  EXPECT_EQ(ada.visible().find("A", "Ada")->judgement, Judgement::contested);
}

TEST_F(SessionTest, TwoWriteInTurnsWithoutHinderingEachOther) {
  ReviewSession ada(project_, {"Ada"}, now);
  ReviewSession bea(other_, {"Bea"}, now);
  for (const char* const claim : {"A", "B", "C", "D"}) {
    EXPECT_TRUE(ada.write(judge(claim, Judgement::contested)));
    EXPECT_TRUE(bea.write(judge(claim, Judgement::unsupported)));
  }
  ada.write({.action = ReviewAction::finished});
  bea.write({.action = ReviewAction::finished});
  EXPECT_THAT(ada.visible().opinions, SizeIs(8));
  EXPECT_EQ(ada.visible(), bea.visible());
  EXPECT_EQ(open().check_log().problem, "");
}

TEST_F(SessionTest, WritesNothingWhereAnotherWindowDid) {
  ReviewSession here(project_, {"Ada"}, now);
  ReviewSession there(other_, {"Ada"}, now);
  ReviewRequest request = judge("A", Judgement::contested);
  request.seen = 0;
  const std::int64_t first = here.write(request).value().number;
  ReviewRequest other = judge("A", Judgement::unsupported);
  other.seen = 0;
  EXPECT_EQ(there.write(other), std::nullopt);
  EXPECT_EQ(there.write(request).value().number, first) << "what is said already is not written again";
  EXPECT_EQ(project_.last_entry(), first);
  other.seen = first;
  const std::int64_t second = there.write(other).value().number;
  EXPECT_EQ(here.write(request), std::nullopt);
  here.write({.action = ReviewAction::commented, .claim = "A", .text = "Look again."});
  request.seen = second;
  EXPECT_TRUE(here.write(request)) << "a comment is no other decision";
  other.seen.reset();
  EXPECT_TRUE(there.write(other)) << "who does not ask is not hindered";
}

TEST_F(SessionTest, UndoesStepByStepWhatOneDidOneself) {
  ReviewSession ada(project_, {"Ada"}, now);
  ReviewSession bea(other_, {"Bea"}, now);
  const std::int64_t judged = ada.write(judge("A", Judgement::contested)).value().number;
  const std::int64_t deferred = ada.write({.action = ReviewAction::deferred, .claim = "A"}).value().number;
  bea.write(judge("A", Judgement::unsupported));
  EXPECT_EQ(ada.write({.action = ReviewAction::undone}).value().undoes, deferred);
  EXPECT_EQ(ada.visible().find("A", "Ada")->judgement, Judgement::contested);
  EXPECT_EQ(ada.write({.action = ReviewAction::undone}).value().undoes, judged);
  EXPECT_EQ(ada.visible().find("A", "Ada"), nullptr);
  EXPECT_THAT(refusal(ErrorKind::input, [&] { ada.write({.action = ReviewAction::undone}); }),
              HasSubstr("nothing left to undo"));
  EXPECT_NE(bea.visible().find("A", "Bea"), nullptr);
}

TEST_F(SessionTest, HidesTheOtherUntilBothHaveFinished) {
  ReviewSession ada(project_, {"Ada"}, now);
  ada.write(judge("A", Judgement::contested));
  ReviewSession reader(other_, {.name = "Ada", .read_only = true}, now);
  EXPECT_FALSE(reader.is_blinded());
  EXPECT_THAT(reader.visible().opinions, SizeIs(1)) << "one reviewer is apart from nobody";

  ReviewSession bea(other_, {"Bea"}, now);
  EXPECT_FALSE(reader.is_blinded());
  bea.write(judge("B", Judgement::unsupported));
  for (ReviewSession* const each : {&ada, &bea}) {
    EXPECT_TRUE(each->is_blinded());
    EXPECT_THAT(each->visible().opinions, SizeIs(1));
    EXPECT_THAT(each->visible().reviewers, SizeIs(2)) << "who takes part is no secret";
  }
  EXPECT_TRUE(reader.is_blinded());
  EXPECT_THAT(reader.visible().opinions, IsEmpty()) << "whatever name the reader gave";
  ReviewSession adjudicating(other_, {"Cy", ReviewRole::adjudicator, true}, now);
  EXPECT_THAT(adjudicating.visible().opinions, IsEmpty()) << "whatever role the reader gave";

  ada.write({.action = ReviewAction::finished});
  EXPECT_THAT(ada.visible().opinions, SizeIs(1)) << "not before both have";
  bea.write({.action = ReviewAction::finished});
  ReviewSession cy(other_, {"Cy", ReviewRole::adjudicator}, now);
  for (ReviewSession* const each : {&ada, &bea, &reader, &cy}) {
    EXPECT_FALSE(each->is_blinded());
    EXPECT_THAT(each->visible().opinions, SizeIs(2));
  }
  cy.write(judge("A", Judgement::unsupported));
  EXPECT_EQ(outcome_of(ada.visible(), "A").kind, OutcomeKind::adjudicated);
}

TEST_F(SessionTest, WhoReopensIsBlindedAgain) {
  ReviewSession ada(project_, {"Ada"}, now);
  ReviewSession bea(other_, {"Bea"}, now);
  bea.write(judge("A", Judgement::contested));
  ada.write({.action = ReviewAction::commented, .claim = "A", .text = "Why?"});
  ada.write({.action = ReviewAction::finished});
  EXPECT_THAT(refusal(ErrorKind::input, [&] { ada.write(judge("A", Judgement::contested)); }),
              HasSubstr("reopen it to change anything"));
  ada.write({.action = ReviewAction::reopened});
  EXPECT_TRUE(ada.write(judge("A", Judgement::contested)));
  EXPECT_TRUE(ada.is_blinded());
}

}  // namespace
}  // namespace claimcheck
