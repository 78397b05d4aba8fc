#include <gmock/gmock.h>

#include <string>

#include "report/sample_run.h"
#include "review/seated_page.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class PageList : public ::testing::Test {
 protected:
  /// The ids that are shown, each followed by a space.
  [[nodiscard]] std::string shown(HttpFields query) const {
    const std::string html = page_.page("/", std::move(query));
    std::string ids;
    const std::string mark = "class=\"to-claim\" href=\"";
    for (std::size_t at = html.find(mark); at != std::string::npos; at = html.find(mark, at + 1)) {
      const std::size_t begin = html.find('>', at) + 1;
      ids += html.substr(begin, html.find('<', begin) - begin) + ' ';
    }
    return ids;
  }

  ReviewedProject project_{sample_run()};
  SeatedPage page_{project_, {"Anna Ito"}};
};

TEST_F(PageList, HasARowForEachClaimInTheOrderOfTheRun) {
  EXPECT_EQ(shown({}), "C-01 C-02 C-03 C-04 C-05 C 06/ä ");
  const std::string html = page_.page("/");
  EXPECT_THAT(html, HasSubstr(">6 claims</p>"));
  EXPECT_THAT(html, HasSubstr("<a class=\"to-claim\" href=\"/claim/C-03\">C-03</a>"));
  EXPECT_THAT(html, HasSubstr("Veldoxine cures hay fever."));
  EXPECT_THAT(html, HasSubstr("<span class=\"not-yet\">Not reviewed</span>"));
  EXPECT_THAT(html, HasSubstr("0 of 6 judged"));
}

TEST_F(PageList, SaysFirstThatDigestsAreQuotedAndThatThereWereProblems) {
  const std::string html = page_.page("/");
  EXPECT_LT(html.find("This report quotes digests"), html.find("<h1>Claims</h1>"));
  EXPECT_THAT(html, HasSubstr("2 problems when this was checked"));
}

TEST_F(PageList, IsNarrowedByTheToolsTag) {
  EXPECT_EQ(shown({{"tag", "contested"}}), "C-01 C 06/ä ");
  EXPECT_EQ(shown({{"tag", "not_assessed"}}), "C-04 ");
  EXPECT_EQ(shown({{"tag", "could_not_check"}}), "C-05 ");
}

TEST_F(PageList, IsNarrowedByWhatWasDecided) {
  page_.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  page_.call("/api/judge", {{"claim", "C-02"}, {"judgement", "contested"}, {"reason", "evidence_missing"}});
  page_.call("/api/defer", {{"claim", "C-01"}});
  EXPECT_EQ(shown({{"status", "open"}}), "C-04 C-05 C 06/ä ");
  EXPECT_EQ(shown({{"status", "judged"}}), "C-02 C-03 ");
  EXPECT_EQ(shown({{"status", "deferred"}}), "C-01 ");
  EXPECT_EQ(shown({{"versus", "same"}}), "C-03 ");
  EXPECT_EQ(shown({{"versus", "differs"}}), "C-02 ");
  EXPECT_THAT(page_.page("/"), HasSubstr("≠ the tool"));
  EXPECT_THAT(page_.page("/"), HasSubstr("2 of 6 judged, 1 deferred"));
}

TEST_F(PageList, IsNarrowedByNoticesBasisAndSection) {
  EXPECT_EQ(shown({{"notice", "any"}}), "C-01 ");
  EXPECT_THAT(shown({{"basis", "digest"}}), Not(HasSubstr("C-03")));
  const std::string section = sample_run().reports[0].claim.origin->section;
  EXPECT_THAT(shown({{"section", section}}), HasSubstr("C-01 "));
  EXPECT_THAT(shown({{"section", section}}), Not(HasSubstr("C-04")));
}

TEST_F(PageList, LeadsToTheClaimsForWhichNothingWasFound) {
  const std::string found = shown({{"basis", "nothing"}});
  EXPECT_THAT(found, HasSubstr("C-03 "));
  EXPECT_THAT(found, Not(HasSubstr("C-01 ")));
  EXPECT_THAT(found, Not(HasSubstr("C-04 "))) << "nothing was searched for";
  EXPECT_THAT(page_.page("/"), HasSubstr("<a href=\"/?basis=nothing\">Nothing was found for "));
}

TEST_F(PageList, FindsWordsWhateverTheirCaseAndOrder) {
  EXPECT_EQ(shown({{"q", "FEVER veldoxine"}}), "C-03 ");
  EXPECT_EQ(shown({{"q", "  06/Ä "}}), "C 06/ä ");
  EXPECT_EQ(shown({{"q", "aspirin"}}), "");
  EXPECT_THAT(page_.page("/", {{"q", "aspirin"}}), HasSubstr("No claim fits these filters."));
}

TEST_F(PageList, CombinesFiltersAndKeepsThemInTheLinks) {
  EXPECT_EQ(shown({{"tag", "contested"}, {"q", "rare"}}), "C 06/ä ");
  const std::string html = page_.page("/", {{"tag", "contested"}, {"q", "no & \"all\""}});
  EXPECT_THAT(html, HasSubstr("<option value=\"contested\" selected>"));
  EXPECT_THAT(html, HasSubstr("value=\"no &amp; &quot;all&quot;\""));
  const std::string kept = page_.page("/", {{"tag", "contested"}, {"q", "rare"}});
  EXPECT_THAT(kept, HasSubstr("?tag=contested&amp;q=rare\">"));
}

TEST_F(PageList, ShowsNothingForAValueThatNoClaimHasAndHeedsNoOtherParameter) {
  EXPECT_EQ(shown({{"tag", "true"}}), "");
  EXPECT_EQ(shown({{"sort", "id"}}), shown({}));
}

TEST_F(PageList, OffersOnlyWhatWouldNarrowIt) {
  const std::string html = page_.page("/");
  EXPECT_THAT(html, HasSubstr("id=\"filter-tag\""));
  EXPECT_THAT(html, Not(HasSubstr("id=\"filter-between\"")));
}

TEST_F(PageList, LeadsToItsFiltersWithoutScripts) {
  EXPECT_THAT(page_.page("/"), HasSubstr("<a href=\"/?tag=contested\">≷ Contested</a>"));
  EXPECT_THAT(page_.page("/"), HasSubstr("<a href=\"/?status=deferred\">Deferred</a>"));
}

TEST_F(PageList, ShowsTheOutcomeToWhoReadsAlone) {
  page_.call("/api/judge", {{"claim", "C-03"}, {"judgement", "unsupported"}});
  const SeatedPage reader(project_, {"Carl", ReviewRole::reviewer, true});
  const std::string html = reader.page("/");
  EXPECT_THAT(html, HasSubstr(">Outcome</th>"));
  EXPECT_THAT(html, Not(HasSubstr("Your judgement")));
  EXPECT_THAT(html, HasSubstr("<span class=\"detail outcome-single\">Judged</span>"));
  EXPECT_THAT(html, HasSubstr("1 of 6 judged"));
}

}  // namespace
}  // namespace claimcheck
