#include "report/methods.h"

#include <gmock/gmock.h>

#include "report/sample_run.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string join(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += paragraph + '\n';
  return text;
}

TEST(MethodsParagraphs, SayWhatWasDoneAndWhatWasNot) {
  const std::string text = join(methods_paragraphs(sample_run()));
  EXPECT_THAT(text,
              HasSubstr("6 claims of veldoxine-claims.json, more-claims.json were checked with claimcheck 0.1.0"));
  EXPECT_THAT(text, HasSubstr("PubMed records kept in a local library veldoxine.db (1234 records), searched on "
                              "2026-11-21 with 8 queries, of which 4 looked for evidence against"));
  EXPECT_THAT(text, AllOf(HasSubstr("1 query was not answered in full."), HasSubstr("not peer reviewed"),
                          HasSubstr("full texts were not"), HasSubstr("No person screened"),
                          HasSubstr("no person has reviewed them yet")));
  EXPECT_THAT(text, Not(HasSubstr("PubMed's links")));
}

TEST(MethodsParagraphs, TellOfPubmedAndOfLinksWhereTheyWereAsked) {
  claimcheck::Run run = sample_run();
  run.provenance.offline = false;
  run.reports[0].queries[0].aim = QueryAim::similar;
  run.reports[0].queries[0].date = "2026-11-19";
  const std::string text = join(methods_paragraphs(run));
  EXPECT_THAT(text, AllOf(HasSubstr("through the NCBI E-utilities, searched between 2026-11-19 and 2026-11-21"),
                          HasSubstr("1 further question followed PubMed's links")));
  EXPECT_EQ(join(methods_paragraphs(claimcheck::Run{})).find("NaN"), std::string::npos);
  EXPECT_THAT(join(methods_paragraphs(claimcheck::Run{})), HasSubstr("No search was run."));
}

TEST(SearchItems, AreTheSixteenOfPrismaSAndNoneIsEmpty) {
  for (const claimcheck::Run& run : {sample_run(), claimcheck::Run{}}) {
    const std::vector<SearchItem> items = search_items(run);
    ASSERT_EQ(items.size(), 16U);
    for (std::size_t i = 0; i < items.size(); ++i) {
      EXPECT_EQ(items[i].number, static_cast<int>(i + 1));
      EXPECT_FALSE(items[i].text.empty()) << items[i].name;
    }
    EXPECT_EQ(items[13].text, "Not done.");  // peer review
  }
}

TEST(SearchItems, NameWhoAnsweredAndWhatWasTaken) {
  EXPECT_EQ(search_items(sample_run())[14].text,
            "178 found, 166 taken and screened; answered by local library and PubMed.");
}

TEST(WriteMethods, ListsEveryQueryAsItWasRun) {
  const std::string text = write_methods(sample_run());
  for (const Report& report : sample_run().reports) {
    for (const QueryRecord& query : report.queries) EXPECT_THAT(text, HasSubstr(" `" + query.text + "`\n"));
  }
  EXPECT_THAT(text, HasSubstr("NOT ANSWERED"));
}

TEST(WriteMethods, WritesALongBlockOfQueriesOnceAndBehindAllElse) {
  claimcheck::Run run = sample_run();
  const std::string block = "(" + std::string(200, 'v') + "[tiab])";
  for (Report& report : run.reports) {
    for (QueryRecord& query : report.queries) query.text = block + " AND safety[tiab]";
  }
  const std::string text = write_methods(run);
  EXPECT_THAT(text, HasSubstr(" `#1 AND safety[tiab]`\n"));
  EXPECT_THAT(text, HasSubstr("- #1:\n\n  ```text\n  " + block + "\n"));
  EXPECT_EQ(text.find(block), text.rfind(block));
  EXPECT_LT(text.find("PRISMA-S, Syst Rev"), text.find("Appendix"));
}

}  // namespace
}  // namespace claimcheck
