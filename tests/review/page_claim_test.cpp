#include <gmock/gmock.h>

#include <string>

#include "report/sample_run.h"
#include "review/claim_address.h"
#include "review/seated_page.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PageClaim : public ::testing::Test {
 protected:
  ReviewedProject project_{sample_run()};
  SeatedPage page_{project_, {"Anna Ito"}};
};

TEST_F(PageClaim, ShowsTheTagTheReasonsAndBothSides) {
  const std::string html = page_.page("/claim/C-01");
  EXPECT_THAT(html, HasSubstr("data-claim=\"C-01\" data-rules=\"contested\""));
  EXPECT_THAT(html, HasSubstr("<span aria-hidden=\"true\">≷</span> Contested"));
  EXPECT_THAT(html, HasSubstr("class=\"reasons\""));
  EXPECT_THAT(html, HasSubstr("<h4>For <span"));
  EXPECT_THAT(html, HasSubstr("<h4>Against <span"));
  EXPECT_THAT(html, HasSubstr("n = 812"));
  EXPECT_THAT(html, HasSubstr("PMID&nbsp;90000001"));
  EXPECT_THAT(html, HasSubstr("Suggested wording"));
}

TEST_F(PageClaim, MarksEveryQuoteInItsWholeAbstractBySideInWords) {
  const std::string html = page_.page("/claim/C-01");
  EXPECT_THAT(html, HasSubstr("Whole abstract<span class=\"unseen\"> of PMID 90000001</span>"));
  EXPECT_THAT(html, HasSubstr("<span class=\"mark-label against\">Against:</span> <mark class=\"against\">ALT rose"));
  EXPECT_THAT(html, HasSubstr("<span class=\"mark-label for\">For:</span> <mark class=\"for\">No liver injury"));
  EXPECT_THAT(html, HasSubstr("<mark class=\"against\"><s>Nine of ten users"));
}

TEST_F(PageClaim, NumbersTheQuotesForThoseWhoGoFromOneToTheNext) {
  const std::string html = page_.page("/claim/C-01");
  EXPECT_THAT(html, HasSubstr("id=\"finding-1\" data-finding=\"1\" tabindex=\"-1\""));
}

TEST_F(PageClaim, ShowsWhatTheArticleSaysAroundTheClaim) {
  const std::string html = page_.page("/claim/C-01");
  EXPECT_THAT(html, HasSubstr("What the article says"));
  EXPECT_THAT(html, HasSubstr("<span class=\"claimed contested\">"));
  EXPECT_THAT(page_.page("/claim/C-03"), Not(HasSubstr("What the article says")));
}

TEST_F(PageClaim, ShowsTheEvidenceBeforeTheArticle) {
  const std::string html = page_.page("/claim/C-01");
  EXPECT_LT(html.find("id=\"evidence-title\""), html.find("id=\"passage-title\""));
}

TEST_F(PageClaim, TellsNotAssessedFromCouldNotCheck) {
  EXPECT_THAT(page_.page("/claim/C-04"), HasSubstr("Not assessed: PubMed abstracts cannot tell this"));
  EXPECT_THAT(page_.page("/claim/C-04"), HasSubstr("data-rules=\"not_checkable\""));
  EXPECT_THAT(page_.page("/claim/C-05"), HasSubstr("Could not check: a search or a download failed."));
  EXPECT_THAT(page_.page("/claim/C-05"), HasSubstr("data-rules=\"\""));
}

TEST_F(PageClaim, LeadsToItsNeighboursInTheFilteredList) {
  const std::string html = page_.page("/claim/C-03");
  EXPECT_THAT(html, HasSubstr("Claim 3 of 6:"));
  EXPECT_THAT(html, HasSubstr("id=\"previous\" href=\"/claim/C-02\""));
  EXPECT_THAT(html, HasSubstr("id=\"next\" href=\"/claim/C-04\""));
  const std::string narrowed = page_.page("/claim/C-01", {{"tag", "contested"}});
  EXPECT_THAT(narrowed, HasSubstr("Claim 1 of 2 shown:"));
  EXPECT_THAT(narrowed, HasSubstr("id=\"next\" href=\"/claim/~claim-C_2006_2f_c3_a4?tag=contested\""));
  EXPECT_THAT(narrowed, HasSubstr("id=\"to-list\" href=\"/?tag=contested#claim-C-01\""));
  EXPECT_THAT(narrowed, HasSubstr("<span id=\"previous\" class=\"no-step\">Previous</span>"));
}

TEST_F(PageClaim, GoesOnBehindAClaimThatItsOwnFilterNoLongerShows) {
  page_.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  const std::string html = page_.page("/claim/C-03", {{"status", "open"}});
  EXPECT_THAT(html, HasSubstr("id=\"next\" href=\"/claim/C-04?status=open\""));
  EXPECT_THAT(html, HasSubstr("id=\"previous\" href=\"/claim/C-02?status=open\""));
}

TEST_F(PageClaim, NamesTheNextOpenClaimRoundTheEnd) {
  EXPECT_THAT(page_.page("/claim/C-05"), HasSubstr("data-next-open=\"/claim/~claim-C_2006_2f_c3_a4\""));
  EXPECT_THAT(page_.page("/claim/~claim-C_2006_2f_c3_a4"), HasSubstr("data-next-open=\"/claim/C-01\""));
  for (const char* id : {"C-01", "C-02", "C-03", "C-04", "C-05"}) {
    page_.call("/api/judge", {{"claim", id}, {"judgement", "not_checkable"}, {"reason", "claim_misread"}});
  }
  EXPECT_THAT(page_.page("/claim/C-01"), HasSubstr("data-next-open=\"/claim/~claim-C_2006_2f_c3_a4\""));
  EXPECT_THAT(page_.page("/claim/~claim-C_2006_2f_c3_a4"), HasSubstr("data-next-open=\"\""));
}

TEST_F(PageClaim, ShowsOnesOwnJudgementReasonAndComments) {
  page_.call("/api/judge",
             {{"claim", "C-02"}, {"judgement", "contested"}, {"reason", "evidence_missing"}, {"text", "See Lee 2024"}});
  page_.call("/api/comment", {{"claim", "C-02"}, {"text", "Ask the author"}});
  const std::string html = page_.page("/claim/C-02");
  EXPECT_THAT(html, HasSubstr("data-status=\"judged\" data-judgement=\"contested\" data-entry=\"2\""));
  EXPECT_THAT(html, HasSubstr("other than the tool"));
  EXPECT_THAT(html, HasSubstr("There is evidence that the tool did not find."));
  EXPECT_THAT(html, HasSubstr("See Lee 2024"));
  EXPECT_THAT(html, HasSubstr("Ask the author"));
  EXPECT_THAT(html, HasSubstr("29 Nov 2026, 10:00 UTC"));
}

TEST_F(PageClaim, HasTheBarOnlyForWhoMayDecide) {
  EXPECT_THAT(page_.page("/claim/C-01"), HasSubstr("id=\"bar\""));
  const SeatedPage reader(project_, {"Carl", ReviewRole::reviewer, true});
  EXPECT_THAT(reader.page("/claim/C-01"), Not(HasSubstr("id=\"bar\"")));
  EXPECT_THAT(reader.page("/claim/C-01"), Not(HasSubstr("id=\"comment-form\"")));
  page_.call("/api/comment", {{"claim", "C-01"}, {"text", "Ask the author"}});
  page_.call("/api/finish", nlohmann::json::object());
  EXPECT_THAT(page_.page("/claim/C-01"), Not(HasSubstr("id=\"bar\"")));
}

TEST_F(PageClaim, IsNotThereForAnIdThatTheProjectDoesNotHave) {
  for (const char* path : {"/claim/C-99", "/claim/", "/claim/~", "/claim/~claim-C-01", "/claim/C 06/ä", "/claim"}) {
    EXPECT_THAT(page_.page(path, {}, 404), HasSubstr("Go to the list of claims")) << path;
  }
}

TEST(ClaimAddress, IsOneSegmentAndNoTwoIdsShareIt) {
  EXPECT_EQ(claim_address("C-01"), "/claim/C-01");
  EXPECT_EQ(claim_address("a b%é"), "/claim/a%20b%25%C3%A9");
  EXPECT_EQ(claim_address(".."), "/claim/~claim-_2e_2e");
  EXPECT_EQ(claim_address("a/b"), "/claim/~claim-a_2fb");
  EXPECT_EQ(claim_address("~claim-a_2fb"), "/claim/~claim-_7eclaim-a_5f2fb");
  EXPECT_EQ(claim_address(""), "/claim/~claim-");
}

}  // namespace
}  // namespace claimcheck
