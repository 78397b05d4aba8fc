#include "review/carry.h"

#include <gmock/gmock.h>

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "concepts/vocabulary.h"
#include "review/claim_changes.h"
#include "verify/frame.h"

namespace claimcheck {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Report make_report(const std::string& id, const std::string& text, Tag tag = Tag::contested) {
  Report report;
  report.claim.id = id;
  report.claim.text = text;
  report.frame = read_frame(report.claim, builtin_vocabulary());
  report.status = ClaimStatus::tagged;
  report.verdict.emplace().tag = tag;
  return report;
}

struct Wording {
  const char* id;
  const char* text;
};

/// A draft with its claims and its log.
class Draft {
 public:
  Draft(std::initializer_list<Wording> claims) {
    for (const Wording& each : claims) run_.reports.push_back(make_report(each.id, each.text));
    run_.review.emplace();
  }
  void append(LogEntry entry) {
    entry.number = static_cast<std::int64_t>(log_.size()) + 1;
    if (entry.date.empty()) entry.date = "2026-05-0" + std::to_string(entry.number) + "T10:00:00Z";
    log_.push_back(std::move(entry));
    run_.review = read_review(log_);
  }
  void act(const std::string& name, ReviewAction action, ReviewRole role = ReviewRole::reviewer) {
    append({.reviewer = name, .role = role, .action = action});
  }
  void judge(const std::string& name, const std::string& claim, Judgement judgement = Judgement::contested) {
    append({.reviewer = name, .action = ReviewAction::judged, .claim = claim, .judgement = judgement});
  }
  void comment(const std::string& name, const std::string& claim, const std::string& text) {
    append({.reviewer = name, .action = ReviewAction::commented, .claim = claim, .text = text});
  }
  void take(const CarryPlan& plan) {
    for (const LogEntry& entry : plan.entries) append(entry);
  }
  [[nodiscard]] ReviewedDraft view() const { return {run_, log_}; }
  [[nodiscard]] Run& run() { return run_; }
  [[nodiscard]] const Opinion* held(const std::string& claim, const std::string& name) const {
    return run_.review->find(claim, name);
  }

 private:
  Run run_;
  std::vector<LogEntry> log_;
};

CarryPlan plan(const Draft& before, const Draft& after, std::vector<std::string> people = {}) {
  return plan_carry(before.view(), after.view(), {"may.project", "2026-11-29T10:00:00Z", std::move(people)});
}

constexpr const char* kText = "Ketamine 0.5 mg/kg may reduce pain in adults compared with placebo.";

struct Change {
  const char* text;
  const char* named;  // what is said to be another
};

class ChangedText : public testing::TestWithParam<Change> {};

TEST_P(ChangedText, IsNeverCarriedAndToldWithWhatChanged) {
  Draft before{{"C-01", kText}};
  before.act("Ada", ReviewAction::joined);
  before.judge("Ada", "C-01");
  before.comment("Ada", "C-01", "as it stands");
  const Draft after{{"C-01", GetParam().text}};
  const CarryPlan planned = plan(before, after);
  EXPECT_THAT(planned.entries, IsEmpty());
  ASSERT_THAT(planned.lines, SizeIs(1));
  EXPECT_EQ(planned.lines[0].kind, CarryKind::reconfirm);
  EXPECT_TRUE(planned.lines[0].decided);
  EXPECT_THAT(planned.lines[0].why, Contains(GetParam().named));
}

INSTANTIATE_TEST_SUITE_P(
    Carry, ChangedText,
    testing::Values(
        Change{"Ketamine 0.6 mg/kg may reduce pain in adults compared with placebo.", "number"},
        Change{"Ketamine 0.5 mg/kg may reduce pain in 12 adults compared with placebo.", "number"},
        Change{"Ketamine 0.5 g/kg may reduce pain in adults compared with placebo.", "unit"},
        Change{"Ketamine 0.5 µg/kg may reduce pain in adults compared with placebo.", "dose"},
        Change{"Ketamine 0.6 mg/kg may reduce pain in adults compared with placebo.", "dose"},
        Change{"Ketamine may reduce pain in adults compared with placebo.", "dose"},
        Change{"Ketamine 0.5 mg/kg may not reduce pain in adults compared with placebo.", "negation"},
        Change{"Esketamine 0.5 mg/kg may reduce pain in adults compared with placebo.", "drug or exposure"},
        Change{"Ketamine 0.5 mg/kg may reduce pain in children compared with placebo.", "population"},
        Change{"Ketamine 0.5 mg/kg may reduce pain compared with placebo.", "population"},
        Change{"Ketamine 0.5 mg/kg reduces pain in adults compared with placebo.", "how strongly it is worded"},
        Change{"Ketamine 0.5 mg/kg may reduce pain in adults compared with morphine.", "comparison"},
        Change{"Ketamine 0.5 mg/kg may increase pain in adults compared with placebo.", "direction"},
        Change{"Ketamine 0.5 mg/kg may reduce nausea in adults compared with placebo.", "outcome"},
        Change{"Ketamine 0.5 mg/kg may reduce pain in adults, compared with placebo.", "punctuation alone"},
        Change{"Ketamine 0.5 mg/kg may reduce pain in adults compared with placebo", "punctuation alone"},
        Change{"Ketamine 0.5 mg/kg may reduce pain in adults compared with Placebo.", "letter case or signs alone"},
        Change{"Ketamine 0.5 mg/kg may reduce pain in adults compared with  placebo.", "white space alone"}));

TEST(ListChanges, SaysWhenTheOrderOfWordsIsAllThatChanged) {
  const Report before = make_report("C-01", "Tea and coffee are safe.");
  Report after = make_report("C-01", "Coffee and tea are safe.");
  after.frame = before.frame;  // whatever the reader makes of the order
  after.frame.text = after.claim.text;
  EXPECT_THAT(list_changes(before, after), ElementsAre("the order of words"));
  EXPECT_THAT(list_changes(before, before), IsEmpty());
}

TEST(PlanCarry, MovesJudgementsAndCommentsOfEverybodyOnTheSameText) {
  Draft before{{"C-01", kText}, {"C-02", "Ketamine is safe."}};
  before.act("Ada", ReviewAction::joined);
  before.judge("Ada", "C-01");
  before.act("Ben", ReviewAction::joined);
  before.append({.reviewer = "Ben",
                 .action = ReviewAction::judged,
                 .claim = "C-01",
                 .judgement = Judgement::supported,
                 .reason = OverrideReason::other,
                 .text = "so I say"});
  before.comment("Ada", "C-02", "soften");
  Draft after{{"C-05", "Ketamine is safe."}, {"C-06", kText}};
  const CarryPlan planned = plan(before, after);
  EXPECT_EQ(planned.last, 0);
  after.take(planned);
  EXPECT_EQ(after.held("C-06", "Ada")->judgement, Judgement::contested);
  EXPECT_EQ(after.held("C-06", "Ada")->origin, "carried from may.project (entry 2 of 2026-05-02T10:00:00Z)");
  EXPECT_EQ(after.held("C-06", "Ada")->date, "2026-11-29T10:00:00Z");
  EXPECT_EQ(after.held("C-06", "Ben")->reason, OverrideReason::other);
  EXPECT_EQ(after.held("C-06", "Ben")->text, "so I say");
  EXPECT_EQ(after.held("C-05", "Ada")->comments.at(0).text, "soften");
  ASSERT_THAT(planned.people, SizeIs(2));
  EXPECT_EQ(planned.people[0].carried, 2U);
  EXPECT_EQ(planned.people[1].carried, 1U);
  EXPECT_EQ(planned.people[0].refused, "");

  const CarryPlan again = plan(before, after);
  EXPECT_THAT(again.entries, IsEmpty());
  EXPECT_EQ(again.people[0].there, 2U);
}

TEST(PlanCarry, MovesOnlyWhoseJudgementsAreWanted) {
  Draft before{{"C-01", kText}};
  for (const char* name : {"Ada", "Ben"}) {
    before.act(name, ReviewAction::joined);
    before.judge(name, "C-01");
  }
  Draft after{{"C-01", kText}};
  const CarryPlan planned = plan(before, after, {"Ben"});
  EXPECT_THAT(planned.people, SizeIs(1));
  after.take(planned);
  EXPECT_EQ(after.held("C-01", "Ada"), nullptr);
  EXPECT_NE(after.held("C-01", "Ben"), nullptr);
}

TEST(PlanCarry, TellsNothingOfThoseWhoseJudgementsAreNotWanted) {
  Draft before{{"C-01", kText}};
  for (const char* name : {"Ada", "Ben"}) before.act(name, ReviewAction::joined);
  before.judge("Ada", "C-01");
  const Draft after{{"C-01", kText}};
  EXPECT_TRUE(plan(before, after, {"Ada"}).lines[0].decided);
  EXPECT_FALSE(plan(before, after, {"Ben"}).lines[0].decided);
}

TEST(PlanCarry, LeavesAloneWhatWasDecidedOrTakenBackInTheNewDraft) {
  Draft before{{"C-01", kText}, {"C-02", "Ketamine is safe."}};
  before.act("Ada", ReviewAction::joined);
  before.judge("Ada", "C-01");
  before.judge("Ada", "C-02");
  Draft after{{"C-01", kText}, {"C-02", "Ketamine is safe."}};
  after.act("Ada", ReviewAction::joined);
  after.append({.reviewer = "Ada",
                .action = ReviewAction::judged,
                .claim = "C-01",
                .judgement = Judgement::supported,
                .reason = OverrideReason::claim_misread});
  after.take(plan(before, after));
  EXPECT_EQ(after.held("C-01", "Ada")->judgement, Judgement::supported);
  EXPECT_EQ(after.held("C-02", "Ada")->judgement, Judgement::contested);
  after.append({.reviewer = "Ada", .action = ReviewAction::cleared, .claim = "C-02"});
  EXPECT_THAT(plan(before, after).entries, IsEmpty());
}

TEST(PlanCarry, AsksAgainWhereTheTagOrTheReadingIsAnother) {
  Draft before{{"C-01", kText}, {"C-02", "Ketamine is safe."}};
  before.act("Ada", ReviewAction::joined);
  before.judge("Ada", "C-01");
  before.judge("Ada", "C-02");
  Draft after{{"C-01", kText}, {"C-02", "Ketamine is safe."}};
  after.run().reports[0].verdict->tag = Tag::supported;
  after.run().reports[1].frame.unread = {"temporary"};
  const CarryPlan planned = plan(before, after);
  EXPECT_THAT(planned.entries, IsEmpty());
  EXPECT_THAT(planned.lines[0].why, ElementsAre("the rules' tag, which was contested and is supported"));
  EXPECT_THAT(planned.lines[1].why, ElementsAre("how the words are read"));
  after.run().reports[0].verdict.reset();
  after.run().reports[0].status = ClaimStatus::incomplete;
  EXPECT_THAT(plan(before, after).lines[0].why, ElementsAre(HasSubstr("is incomplete")));
}

TEST(PlanCarry, TellsWhatIsNewAndWhatIsGone) {
  Draft before{{"C-01", "Ketamine is safe."}, {"C-02", "Walnuts lower blood pressure."}};
  before.act("Ada", ReviewAction::joined);
  before.judge("Ada", "C-02");
  const Draft after{{"C-01", "Esketamine relieves depression within four hours."}, {"C-02", "Ketamine is safe."}};
  const CarryPlan planned = plan(before, after);
  ASSERT_THAT(planned.lines, SizeIs(3));
  EXPECT_EQ(planned.lines[0].kind, CarryKind::added);
  EXPECT_EQ(planned.lines[1].kind, CarryKind::same);
  EXPECT_FALSE(planned.lines[1].decided);
  EXPECT_EQ(planned.lines[2].kind, CarryKind::gone);
  EXPECT_TRUE(planned.lines[2].decided);
}

TEST(PlanCarry, HoldsAClaimBesideTheNearestOldOne) {
  const Draft before{{"C-01", "Ketamine reduces pain in adults."}, {"C-02", "Ketamine reduces pain in old adults."}};
  const Draft after(
      {{"C-01", "Ketamine greatly reduces pain in old adults."}, {"C-02", "Ketamine reduces pain in dogs."}});
  const CarryPlan planned = plan(before, after);
  EXPECT_EQ(planned.lines[0].before->claim.id, "C-02");
  EXPECT_EQ(planned.lines[1].before->claim.id, "C-01");
}

TEST(PlanCarry, PairsRepeatedTextsInOrderWhenThereAreAsMany) {
  Draft before{{"C-01", kText}, {"C-02", kText}};
  before.act("Ada", ReviewAction::joined);
  before.judge("Ada", "C-02");
  Draft after{{"C-01", kText}, {"C-02", "Ketamine is safe."}, {"C-03", kText}};
  after.take(plan(before, after));
  EXPECT_EQ(after.held("C-01", "Ada"), nullptr);
  EXPECT_NE(after.held("C-03", "Ada"), nullptr);
  const Draft more{{"C-01", kText}, {"C-02", kText}, {"C-03", kText}};
  const CarryPlan unclear = plan(before, more);
  EXPECT_THAT(unclear.entries, IsEmpty());
  EXPECT_THAT(unclear.lines[1].why, ElementsAre(HasSubstr("2 times in the old draft and 3 times")));
}

TEST(PlanCarry, KeepsToTheRulesOfTheReview) {
  Draft before{{"C-01", kText}};
  for (const char* name : {"Ada", "Ben"}) {
    before.act(name, ReviewAction::joined);
    before.judge(name, "C-01");
    before.act(name, ReviewAction::finished);
  }
  before.act("Cleo", ReviewAction::joined, ReviewRole::adjudicator);
  before.append({.reviewer = "Cleo",
                 .role = ReviewRole::adjudicator,
                 .action = ReviewAction::judged,
                 .claim = "C-01",
                 .judgement = Judgement::contested});
  Draft after{{"C-01", kText}};
  const CarryPlan planned = plan(before, after);
  EXPECT_THAT(planned.people.at(2).refused, HasSubstr("has not finished"));
  after.take(planned);
  for (const char* name : {"Ada", "Ben"}) after.act(name, ReviewAction::finished);
  const CarryPlan later = plan(before, after);
  EXPECT_EQ(later.people.at(2).carried, 1U);
  EXPECT_EQ(later.people.at(0).there, 1U);
  EXPECT_EQ(later.people.at(0).refused, "");
}

TEST(PlanCarry, DoesNotMoveWhatWasPutOffOrTakenBack) {
  Draft before{{"C-01", kText}, {"C-02", "Ketamine is safe."}};
  before.act("Ada", ReviewAction::joined);
  before.append({.reviewer = "Ada", .action = ReviewAction::deferred, .claim = "C-01"});
  before.judge("Ada", "C-02");
  before.append({.reviewer = "Ada", .action = ReviewAction::undone, .undoes = 3});
  const Draft after{{"C-01", kText}, {"C-02", "Ketamine is safe."}};
  EXPECT_THAT(plan(before, after).entries, IsEmpty());
}

}  // namespace
}  // namespace claimcheck
