#include "review/import_decisions.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "report/docx_article.h"
#include "report/sample_run.h"
#include "report/write_docx.h"
#include "report/writers.h"
#include "support/docx_reply.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// The sample under review, its log kept as a project keeps it.
class ImportDecisions : public testing::Test {
 protected:
  ImportDecisions() : run_(sample_run()) { run_.review.emplace(); }

  void append(LogEntry entry) {
    entry.number = static_cast<std::int64_t>(log_.size()) + 1;
    log_.push_back(std::move(entry));
    run_.review = read_review(log_);
  }
  void join(const std::string& name) { append({.reviewer = name, .action = ReviewAction::joined}); }
  void judge(const std::string& name, const std::string& claim, Judgement judgement,
             std::optional<OverrideReason> reason = {}, const std::string& text = {}) {
    append({.date = "2026-11-01T08:00:00Z",
            .reviewer = name,
            .action = ReviewAction::judged,
            .claim = claim,
            .judgement = judgement,
            .reason = reason,
            .text = text});
  }
  ImportPlan plan(const DecisionFile& file, bool replace = false, const std::string& name = "Ada") {
    return plan_import(run_, log_, file, {name, "claims.xlsx", "2026-11-29T10:00:00Z", replace});
  }
  ImportPlan import(const DecisionFile& file, bool replace = false, const std::string& name = "Ada") {
    ImportPlan planned = plan(file, replace, name);
    for (const LogEntry& entry : planned.entries) append(entry);
    return planned;
  }
  /// One row on a claim of the sample.
  [[nodiscard]] DecisionFile row(const std::string& claim, const std::string& decision, const std::string& reason = {},
                                 std::vector<std::string> comments = {}) const {
    std::string text;
    for (const Report& report : run_.reports) {
      if (report.claim.id == claim) text = report.claim.text;
    }
    return {false, {{"row 7", claim, text, {}, decision, reason, std::move(comments)}}};
  }
  [[nodiscard]] const Opinion& held(const std::string& claim, const std::string& name = "Ada") const {
    return *run_.review->find(claim, name);
  }

  claimcheck::Run run_;
  std::vector<LogEntry> log_;
};

TEST_F(ImportDecisions, WritesJudgementsReasonsAndCommentsOfSomebodyNew) {
  const ImportPlan planned = import(row("C-03", "Contested", "Evidence missing: a trial of 2019", {"ask the author"}));
  EXPECT_TRUE(planned.joins);
  EXPECT_EQ(planned.last, 0);
  EXPECT_EQ(planned.judged, 1U);
  EXPECT_EQ(planned.commented, 1U);
  EXPECT_THAT(planned.left, IsEmpty());
  ASSERT_THAT(planned.entries, SizeIs(3));
  EXPECT_EQ(planned.entries[0].action, ReviewAction::joined);
  EXPECT_EQ(held("C-03").judgement, Judgement::contested);
  EXPECT_EQ(held("C-03").reason, OverrideReason::evidence_missing);
  EXPECT_EQ(held("C-03").text, "a trial of 2019");
  EXPECT_EQ(held("C-03").origin, "claims.xlsx");
  EXPECT_EQ(held("C-03").date, "2026-11-29T10:00:00Z");
  EXPECT_EQ(held("C-03").comments.at(0).text, "ask the author");
}

TEST_F(ImportDecisions, PlansNothingTheSecondTime) {
  const DecisionFile file = row("C-03", "contested", "a trial of 2019", {"one", "two", "one"});
  EXPECT_EQ(import(file).commented, 2U);
  EXPECT_EQ(held("C-03").reason, OverrideReason::other);
  const ImportPlan again = import(file);
  EXPECT_THAT(again.entries, IsEmpty());
  EXPECT_THAT(again.left, IsEmpty());
  EXPECT_EQ(again.same, 1U);
}

TEST_F(ImportDecisions, PlansNothingForAnExportThatNobodyEdited) {
  join("Ada");
  judge("Ada", "C-01", Judgement::contested);
  judge("Ada", "C-03", Judgement::contested, OverrideReason::other, "=see\n_x0041_, 'a'");
  append({.reviewer = "Ada", .action = ReviewAction::commented, .claim = "C 06/ä", .text = "+ two\nlines"});
  for (const std::string& bytes : {write_xlsx(run_), write_csv(run_, false), write_csv(run_, true)}) {
    const ImportPlan planned = plan(read_decisions(bytes, "claims"));
    EXPECT_THAT(planned.entries, IsEmpty());
    EXPECT_THAT(planned.left, IsEmpty());
    EXPECT_EQ(planned.same, 3U);
  }
}

TEST_F(ImportDecisions, PlansNothingForAnExportOfTwoReviewersWithTheirComments) {
  join("Ada");
  join("Ben");
  for (const char* name : {"Ada", "Ben"}) {
    judge(name, "C-03", Judgement::contested, OverrideReason::other, std::string("as ") + name + " says");
    append({.reviewer = name, .action = ReviewAction::commented, .claim = "C-02", .text = "mine"});
  }
  const DecisionFile file = read_decisions(write_xlsx(run_), "claims.xlsx");
  for (const char* name : {"Ada", "Ben"}) {
    const ImportPlan planned = plan(file, true, name);
    EXPECT_THAT(planned.entries, IsEmpty());
    EXPECT_THAT(planned.left, IsEmpty());
  }
}

TEST_F(ImportDecisions, TakesTheLineThatWasAddedToTheCommentsOfACell) {
  join("Ada");
  append({.reviewer = "Ada", .action = ReviewAction::commented, .claim = "C-02", .text = "first"});
  EXPECT_EQ(import(row("C-02", "", "", {"first", "second"})).commented, 1U);
  EXPECT_EQ(held("C-02").comments.at(1).text, "second");
}

TEST_F(ImportDecisions, LeavesAnotherJudgementOfThePersonUnlessItIsToBeReplaced) {
  join("Ada");
  judge("Ada", "C-01", Judgement::contested);
  const DecisionFile file = row("C-01", "unsupported", "claim misread");
  const ImportPlan kept = import(file);
  EXPECT_THAT(kept.entries, IsEmpty());
  EXPECT_THAT(kept.left, ElementsAre("C-01 (row 7): Ada judged contested on 2026-11-01T08:00:00Z; the file says "
                                     "unsupported (claim misread) (--replace takes it)"));
  const ImportPlan replaced = import(file, true);
  EXPECT_EQ(replaced.replaced, 1U);
  EXPECT_THAT(replaced.left, IsEmpty());
  EXPECT_EQ(held("C-01").judgement, Judgement::unsupported);
  EXPECT_THAT(import(file).left, IsEmpty());
}

TEST_F(ImportDecisions, LeavesAnotherReasonToo) {
  join("Ada");
  judge("Ada", "C-03", Judgement::contested, OverrideReason::evidence_missing);
  EXPECT_THAT(plan(row("C-03", "contested", "claim misread")).left, SizeIs(1));
  EXPECT_EQ(plan(row("C-03", "contested")).same, 1U);  // an empty cell says nothing
  EXPECT_EQ(plan(row("C-03", "contested", "EVIDENCE MISSING")).same, 1U);
}

TEST_F(ImportDecisions, NeedsAReasonForAnotherJudgementThanThatOfTheRules) {
  EXPECT_THAT(plan(row("C-02", "contested")).left, ElementsAre(HasSubstr("choose a reason")));
  EXPECT_THAT(plan(row("C-02", "contested", "other")).left, ElementsAre(HasSubstr("Say what the reason is")));
  EXPECT_THAT(plan(row("C-02", "contested", " ")).entries, IsEmpty());
  EXPECT_EQ(plan(row("C-02", "contested", "evidence misread")).judged, 1U);
  import(row("C-02", "supported", "with thanks"));
  EXPECT_EQ(held("C-02").reason, std::nullopt);
  EXPECT_EQ(held("C-02").text, "with thanks");
  import(row("C-04", "not checkable"));
  EXPECT_EQ(held("C-04").judgement, Judgement::not_checkable);
}

TEST_F(ImportDecisions, LeavesWhatItCannotPlace) {
  DecisionFile file = row("C-01", "contested");
  file.decisions.push_back(file.decisions[0]);
  file.decisions[1].place = "row 8";
  file.decisions.push_back({"row 9", "C-99", "Text", {}, "contested", {}, {}});
  file.decisions.push_back({"row 10", "C-02", "Veldoxine may improve sleep.", {}, "supported", {}, {}});
  file.decisions.push_back({"row 11", "C-03", run_.reports[2].claim.text, {}, "perhaps", {}, {}});
  file.decisions.push_back({"row 12", "C-04", run_.reports[3].claim.text, {}, {}, "other: none", {}});
  const ImportPlan planned = plan(file);
  EXPECT_EQ(planned.judged, 1U);
  EXPECT_THAT(
      planned.left,
      ElementsAre("C-01 (row 8): the claim stands in row 7 already", "C-99 (row 9): the project has no such claim",
                  "C-02 (row 10): the words of the claim are others in the project",
                  HasSubstr("“perhaps” is no decision"), "C-04 (row 12): there is a reason and no decision"));
}

TEST_F(ImportDecisions, KeepsToTheRulesOfTheReview) {
  join("Ada");
  join("Ben");
  const ImportPlan third = plan(row("C-01", "contested"), false, "Cleo");
  EXPECT_THAT(third.left, ElementsAre(HasSubstr("Ada and Ben review this already")));
  EXPECT_FALSE(third.joins);
  EXPECT_THAT(third.entries, IsEmpty());
  append({.reviewer = "Ada", .action = ReviewAction::finished});
  EXPECT_THAT(plan(row("C-01", "contested")).left, ElementsAre(HasSubstr("finished")));
  EXPECT_EQ(plan(row("C-01", "contested"), false, "Ben").judged, 1U);
  EXPECT_THAT(plan(row("C-02", "", "", {std::string(5000, 'a')}), false, "Ben").left,
              ElementsAre(HasSubstr("characters")));
}

TEST_F(ImportDecisions, AJudgementEndsADeferral) {
  join("Ada");
  append({.reviewer = "Ada", .action = ReviewAction::deferred, .claim = "C-01"});
  EXPECT_EQ(import(row("C-01", "contested")).judged, 1U);
  EXPECT_FALSE(held("C-01").deferred);
}

TEST_F(ImportDecisions, DoesNotTakeTheAdjudicatorsDecisionForThePersonsOwn) {
  join("Ada");
  join("Ben");
  judge("Ada", "C-01", Judgement::contested);
  judge("Ben", "C-01", Judgement::unsupported, OverrideReason::claim_misread);
  for (const char* name : {"Ada", "Ben"}) append({.reviewer = name, .action = ReviewAction::finished});
  append({.reviewer = "Cleo", .role = ReviewRole::adjudicator, .action = ReviewAction::joined});
  append({.reviewer = "Cleo",
          .role = ReviewRole::adjudicator,
          .action = ReviewAction::judged,
          .claim = "C-01",
          .judgement = Judgement::contested});
  const DecisionFile file = read_decisions(write_xlsx(run_), "claims.xlsx");
  for (const char* name : {"Ada", "Ben", "Cleo"}) {
    EXPECT_THAT(plan(file, true, name).entries, IsEmpty()) << name;
    EXPECT_THAT(plan(file, true, name).left, IsEmpty()) << name;
  }
}

TEST(ImportReplies, TakesThoseWhoseWordsAreStillThere) {
  DocxArticle article = docx_article(words_of_article());
  article.run.review.emplace();
  std::string document = write_docx(article.run, article.document, article.bytes);
  for (const Report& report : article.run.reports)
    document = add_reply(document, report.claim.id, "Ada", "Not checkable: a test");
  const DecisionFile file = read_decisions(document, "guide.docx");
  const ImportSeat seat{"Ada", "guide.docx", "2026-11-29T10:00:00Z", false};
  const ImportPlan planned = plan_import(article.run, {}, file, seat);
  EXPECT_EQ(planned.judged, article.run.reports.size());
  EXPECT_THAT(planned.left, IsEmpty());

  claimcheck::Run changed = article.run;
  changed.reports[0].claim.passage->text = "Veldoxine improves sleep in children";
  EXPECT_THAT(plan_import(changed, {}, file, seat).left, ElementsAre(HasSubstr("are others in the project")));
}

TEST(ImportReplies, TakesNoneForTheClaimThatHasTheIdInAnotherDraft) {
  DocxArticle article = docx_article(words_of_article());
  article.run.review.emplace();
  std::string document = write_docx(article.run, article.document, article.bytes);
  document = add_reply(document, "C-02", "Ada", "Not checkable: a test");
  const DecisionFile file = read_decisions(document, "guide.docx");
  const ImportSeat seat{"Ada", "guide.docx", "2026-11-29T10:00:00Z", false};
  const auto left_of = [&](const claimcheck::Run& draft) { return plan_import(draft, {}, file, seat).left; };
  EXPECT_THAT(left_of(article.run), IsEmpty());

  // The words of each still stand in the document, and each claim has the id of the one before.
  claimcheck::Run moved = article.run;
  std::swap(moved.reports[0].claim.id, moved.reports[1].claim.id);
  EXPECT_THAT(left_of(moved), ElementsAre(HasSubstr("are others in the project")));
  // Two claims of one sentence stand at the same words.
  claimcheck::Run split = article.run;
  split.reports[1].claim.text = "Veldoxine is entirely safe in children.";
  EXPECT_THAT(left_of(split), ElementsAre(HasSubstr("are others in the project")));
}

}  // namespace
}  // namespace claimcheck
