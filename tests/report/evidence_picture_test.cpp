#include "report/evidence_picture.h"

#include <gtest/gtest.h>

#include "report/html_picture.h"
#include "report/sample_run.h"

namespace claimcheck {
namespace {

Finding finding(Pmid pmid, Stance stance, Design design, int year) {
  Finding result;
  result.pmid = pmid;
  result.stance = stance;
  result.design = design;
  result.year = year;
  result.reliability = 0.9;
  return result;
}

claimcheck::Run run_with(std::vector<Finding> first, std::vector<Finding> second) {
  claimcheck::Run run;
  run.reports.resize(2);
  run.reports[0].findings = std::move(first);
  run.reports[1].findings = std::move(second);
  return run;
}

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST(EvidencePicture, CountsARecordOnceOnASideOverAllClaims) {
  const claimcheck::Run run =
      run_with({finding(1, Stance::supports, Design::rct, 2020), finding(2, Stance::opposes, Design::rct, 2020),
                finding(3, Stance::inconclusive, Design::cohort, 2021)},
               {finding(1, Stance::supports, Design::rct, 2020), finding(1, Stance::opposes, Design::rct, 2020),
                finding(4, Stance::supports, Design::meta_analysis, 0)});
  EXPECT_EQ(count_evidence(run), (std::vector<DesignCount>{{Design::meta_analysis, 1, 0, 0, {}},
                                                           {Design::rct, 1, 2, 0, {{2020, 1, 2}}},
                                                           {Design::cohort, 0, 0, 1, {}}}));
}

TEST(EvidencePicture, LeavesOutWhatIsNotWeighed) {
  Finding retracted = finding(1, Stance::opposes, Design::rct, 2020);
  retracted.retracted = true;
  EXPECT_TRUE(count_evidence(run_with({retracted}, {})).empty());
  EXPECT_TRUE(write_picture_html(run_with({retracted}, {})).empty());
}

TEST(EvidencePicture, IsToldInWordsToo) {
  const std::string html = write_picture_html(run_with({finding(1, Stance::supports, Design::rct, 2018),
                                                        finding(2, Stance::opposes, Design::rct, 2020)},
                                                       {}))
                               .markup();
  EXPECT_TRUE(has(html, "<desc id=\"picture-text\">Randomised trial: 1 for, 1 against, 2018 to 2020.</desc>"));
  EXPECT_TRUE(has(html, "data-label=\"Years\">2018 to 2020</td>"));
  EXPECT_TRUE(has(html, "The longest bar stands for 1 record."));
}

TEST(EvidencePicture, DrawsForAboveAndAgainstBelowTheLine) {
  const std::string html = write_picture_html(run_with({finding(1, Stance::supports, Design::rct, 2020),
                                                        finding(2, Stance::opposes, Design::rct, 2020)},
                                                       {}))
                               .markup();
  EXPECT_TRUE(has(html,
                  "y1=\"28.5\" y2=\"28.5\"/>\n<rect class=\"for\" x=\"93.57%\" y=\"21\" width=\"5.71%\" "
                  "height=\"6\"/>\n<rect class=\"against\" x=\"93.57%\" y=\"30\""));
}

TEST(EvidencePicture, StaysAsHighAsItIsWithManyRecords) {
  std::vector<Finding> findings;
  for (Pmid pmid = 1; pmid <= 1000; ++pmid) findings.push_back(finding(pmid, Stance::supports, Design::rct, 2020));
  findings.push_back(finding(2000, Stance::supports, Design::rct, 1950));
  const std::string html = write_picture_html(run_with(findings, {})).markup();
  EXPECT_TRUE(has(html, "height=\"48\"/>"));
  EXPECT_TRUE(has(html, "height=\"3\"/>"));  // one record is still seen
  EXPECT_TRUE(has(html, ">1960</text>"));
}

}  // namespace
}  // namespace claimcheck
