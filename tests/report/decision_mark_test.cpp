#include "report/decision_mark.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "report/sample_review.h"
#include "report/sample_run.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> marks_of(const claimcheck::Run& run) {
  std::vector<std::string> marks;
  for (const Report& report : run.reports) {
    const std::optional<DecisionMark> mark = decision_mark(run, report);
    marks.push_back(mark ? describe_decision_mark(*mark) : "none");
  }
  return marks;
}

TEST(DecisionMark, SaysWhatPeopleDecidedAndWhetherItIsTheTag) {
  EXPECT_THAT(marks_of(reviewed_sample()), ElementsAre("≷ Contested", "Reviewers differ",
                                                       "≷ Contested · overrides the tag", "Open", "Open", "Open"));
}

TEST(DecisionMark, IsThereOnlyWherePeopleTakePart) {
  claimcheck::Run run = sample_run();
  EXPECT_THAT(marks_of(run), testing::Each("none"));
  EXPECT_THAT(describe_decision_counts(run), IsEmpty());
  run.review.emplace();
  EXPECT_THAT(marks_of(run), testing::Each("none"));
  EXPECT_THAT(count_decisions(run), IsEmpty());
}

TEST(DecisionMark, OfAClaimWithoutATagOverridesNothingButWhatTheToolSaid) {
  claimcheck::Run run = reviewed_sample();
  run.review->reviewers.resize(1);
  Report& report = run.reports[3];
  report.verdict.reset();
  for (const ClaimStatus status : {ClaimStatus::not_assessed, ClaimStatus::incomplete}) {
    report.status = status;
    EXPECT_EQ(describe_decision_mark(*decision_mark(run, report)), "– Cannot be checked");
  }
  report.status = ClaimStatus::not_assessed;
  run.review->opinions[{"C-04", "Ada Ödön"}].judgement = Judgement::supported;
  EXPECT_TRUE(decision_mark(run, report)->overrides);
}

TEST(CountDecisions, AddUpToAllClaims) {
  EXPECT_EQ(describe_decision_counts(reviewed_sample()),
            "0 supported, 2 contested, 0 unsupported, 0 cannot be checked, 1 where reviewers differ, 3 open");
}

TEST(DecisionsInReports, StandBesideTheToolsTagInEveryOverview) {
  const claimcheck::Run run = reviewed_sample();
  const std::string markdown = write_markdown(run);
  EXPECT_THAT(markdown, HasSubstr("| ID | tag | decision | claim | for | against | lead reason |"));
  EXPECT_THAT(markdown, HasSubstr("| ✕ Unsupported · nothing found | ≷ Contested · overrides the tag |"));
  EXPECT_THAT(markdown, HasSubstr("**As decided by people:** 0 supported, 2 contested"));
  EXPECT_THAT(write_text(run, {}), HasSubstr("As decided by people: 0 supported, 2 contested"));
  EXPECT_THAT(write_text(run, {}), HasSubstr("people: ≷ Contested · overrides the tag"));
  const std::string html = write_html(run);
  EXPECT_THAT(html, HasSubstr(">Decision</th>"));
  EXPECT_THAT(html, HasSubstr("As decided by people</h3>"));
  EXPECT_THAT(html, HasSubstr("overrides the tag</span></td>"));
  EXPECT_THAT(html, HasSubstr("people: <span aria-hidden=\"true\">≷</span> <span class=\"unseen\">Contested</span>"))
      << "in the text of the article";
}

TEST(DecisionsInReports, AreNoPartOfThemWithoutAReview) {
  for (const std::string& report : {write_markdown(sample_run()), write_text(sample_run(), {})}) {
    EXPECT_THAT(report, Not(HasSubstr("decided by people")));
    EXPECT_THAT(report, Not(HasSubstr("people:")));
  }
  EXPECT_THAT(write_html(sample_run()), Not(HasSubstr(">Decision</th>")));
}

}  // namespace
}  // namespace claimcheck
