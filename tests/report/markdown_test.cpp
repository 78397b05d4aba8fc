#include "report/markdown.h"

#include <gmock/gmock.h>

#include "report/sample_run.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(EscapeMarkdown, ShowsWhatWouldBeMarkUp) {
  EXPECT_EQ(escape_markdown("a|b *c* _d_ [e](f) `g` ~h~ $i$ #1 !x"),
            R"(a\|b \*c\* \_d\_ \[e\](f) \`g\` \~h\~ \$i\$ \#1 \!x)");
  EXPECT_EQ(escape_markdown("<script>&amp;\\"), R"(&lt;script&gt;&amp;amp;\\)");
}

TEST(EscapeMarkdown, KeepsATextOnOneLine) {
  EXPECT_EQ(escape_markdown("a\n\n# b\r\n- c\x01"), "a \\# b - c\uFFFD");
}

TEST(FenceMarkdown, IsLongerThanAnyFenceInTheText) {
  EXPECT_EQ(fence_markdown("a ``` b", ""), "\n````text\na ``` b\n````\n\n");
}

TEST(WriteMarkdown, SaysProblemsFirst) {
  const std::string text = write_markdown(sample_run());
  EXPECT_THAT(text, StartsWith("# Claim check\n\n> **Demonstration only.**"));
  EXPECT_LT(text.find("## Problems"), text.find("## Summary"));
  EXPECT_LT(text.find("## Summary"), text.find("## Claims in detail"));
}

TEST(WriteMarkdown, HasOneRowAClaimAndItsQuotes) {
  const std::string text = write_markdown(sample_run());
  EXPECT_THAT(text,
              HasSubstr("| C-01 | ≷ Contested · contradicted | Veldoxine, taken orally at home at 10 µg/kg, causes "
                        "no long-term organ damage, unlike older drugs. | 1 | 6 | The claim says"));
  EXPECT_THAT(text, HasSubstr("> “ALT rose to ≥ 3 × the upper limit in 41 of 812 adults"));
  EXPECT_THAT(text,
              HasSubstr("PMID [90000001](https://pubmed.ncbi.nlm.nih.gov/90000001/), cohort study, 2021, n = 812"));
  EXPECT_THAT(text, HasSubstr("(6 weighed, 3 shown)"));
}

TEST(WriteMarkdown, BeginsNoLineWithTheTextOfOthers) {
  claimcheck::Run run = sample_run();
  for (Report& report : run.reports) {
    report.claim.text = "1. item";
    for (Citation& citation : report.citations) citation.authors.clear();
    for (Citation& citation : report.citations) citation.title = "- item";
    for (Finding& finding : report.findings) finding.quote.text = "+ item";
  }
  EXPECT_THAT(write_markdown(run), Not(testing::ContainsRegex("\n[>* -]*(1\\.|- -|\\+) item")));
}

TEST(WriteMarkdown, LetsNoTextBreakATable) {
  claimcheck::Run run = sample_run();
  run.reports[0].claim.text = "a | b\n| c |";
  run.reports[0].claim.id = "X|1";
  EXPECT_THAT(write_markdown(run),
              AllOf(HasSubstr(R"(| X\|1 | ≷ Contested · contradicted | a \| b \| c \| |)"), Not(HasSubstr("\n| c |"))));
}

}  // namespace
}  // namespace claimcheck
