#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "report/sample_run.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

std::vector<std::string> lines_of(const std::string& text, const std::string& line_break) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find(line_break, begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end == std::string::npos ? text.size() : end + line_break.size();
  }
  return lines;
}

// A run whose cited texts try to break out of their lines.
claimcheck::Run hostile_run() {
  claimcheck::Run run = sample_run();
  for (Report& report : run.reports) {
    for (Citation& citation : report.citations) {
      citation.title = "Evil\r\nER  - \r\nTY  - BOOK\n\nPMID- 1";
      citation.authors.front().last_name = "Bad\nname";
    }
  }
  run.reports[0].claim.id = "C-01\r\nER  - ";
  return run;
}

TEST(WriteRis, IsOneTaggedLineAValueFromTyToEr) {
  for (const claimcheck::Run& run : {sample_run(), hostile_run()}) {
    const std::string text = write_ris(run);
    EXPECT_EQ(text.find('\n'), text.find('\r') + 1);
    bool inside = false;
    int records = 0;
    for (const std::string& line : lines_of(text, "\r\n")) {
      EXPECT_EQ(line.find_first_of("\r\n"), std::string::npos) << line;
      if (line.empty()) continue;
      EXPECT_THAT(line, MatchesRegex("[A-Z][A-Z0-9]  - .*"));
      if (line.starts_with("TY  - ")) {
        EXPECT_FALSE(inside);
        ++records;
        inside = true;
      }
      EXPECT_TRUE(inside) << line;
      if (line == "ER  - ") inside = false;
    }
    EXPECT_FALSE(inside);
    EXPECT_EQ(records, 8);
  }
}

TEST(WriteRis, HasThePmidTheTagsAndTheBibliography) {
  const std::string text = write_ris(sample_run());
  EXPECT_THAT(text, HasSubstr("AN  - 90000001\r\n"));
  EXPECT_THAT(text, HasSubstr("UR  - https://pubmed.ncbi.nlm.nih.gov/90000001/\r\n"));
  EXPECT_THAT(text, HasSubstr("KW  - claimcheck: C-01 contested (opposes)\r\n"));
  EXPECT_THAT(text, AllOf(HasSubstr("AU  - Bø, K.\r\n"), HasSubstr("AU  - SOMNUS Study Group\r\n"),
                          HasSubstr("SP  - 1123\r\nEP  - 1145\r\n"), HasSubstr("DA  - 2021/03//\r\n"),
                          HasSubstr("DO  - 10.5555/jih.2021.1123\r\n"), HasSubstr("TY  - CHAP\r\n"),
                          HasSubstr("N1  - claimcheck quoted a digest")));
}

TEST(WriteNbib, HasThePmidFirstAndNoLineThatIsNeitherTagNorContinuation) {
  for (const claimcheck::Run& run : {sample_run(), hostile_run()}) {
    bool first = true;
    int records = 0;
    for (const std::string& line : lines_of(write_nbib(run), "\n")) {
      if (line.empty()) {
        first = true;
        continue;
      }
      if (first) {
        EXPECT_TRUE(line.starts_with("PMID- 9000")) << line;
        ++records;
      }
      EXPECT_TRUE(line.starts_with("      ") || (line.size() > 6 && line.substr(4, 2) == "- ")) << line;
      first = false;
    }
    EXPECT_EQ(records, 8);
  }
}

TEST(WriteNbib, ContinuesLongValuesAndHasTheTagsInOt) {
  claimcheck::Run run = sample_run();
  run.reports[0].citations[0].title =
      std::string(30, 'a') + ' ' + std::string(45, 'b') + ' ' + std::string(90, 'c') + " d";
  const std::string text = write_nbib(run);
  EXPECT_THAT(text, HasSubstr("TI  - " + std::string(30, 'a') + ' ' + std::string(45, 'b') + "\n      " +
                              std::string(90, 'c') + "\n      d\n"));
  EXPECT_THAT(text, HasSubstr("OT  - claimcheck: C-01 contested (opposes)\n"));
  EXPECT_THAT(text, AllOf(HasSubstr("FAU - Aldane, R T\nAU  - Aldane RT\nFAU - Bø, K\nAU  - Bø K\n"),
                          HasSubstr("DP  - 2021 Mar\n"),
                          HasSubstr("TI  - [Veldoxine in daily practice.]\nTT  - Veldoxin in der täglichen Praxis\n"),
                          HasSubstr("BTI - Handbook of Invented Drugs\n"), HasSubstr("CN  - SOMNUS Study Group\n")));
}

TEST(WriteCsl, HasIdTypeAndPmidAsTextAndOursInCustom) {
  const json items = json::parse(write_csl(sample_run()));
  ASSERT_EQ(items.size(), 8U);
  const json& cohort = items[0];
  EXPECT_EQ(cohort["id"], "pmid90000001");
  EXPECT_EQ(cohort["type"], "article-journal");
  EXPECT_EQ(cohort["PMID"], "90000001");
  EXPECT_EQ(cohort["page"], "1123-1145");
  EXPECT_EQ(cohort["issued"]["date-parts"], json::parse("[[2021, 3]]"));
  EXPECT_EQ(cohort["author"][1], json::parse(R"({"family": "Bø", "given": "K."})"));
  EXPECT_EQ(cohort["custom"]["claimcheck"]["claims"],
            json::parse(R"([{"claim": "C-01", "tag": "contested", "stance": "opposes"}])"));
  EXPECT_EQ(items[1]["author"][2], json::parse(R"({"literal": "SOMNUS Study Group"})"));
  EXPECT_EQ(items[3]["type"], "chapter");
  EXPECT_EQ(items[3]["custom"]["claimcheck"]["digest"], true);
}

TEST(WriteCsl, LeavesOutWhatIsNotKnown) {
  const json review = json::parse(write_csl(sample_run()))[2];
  for (const char* key : {"volume", "issue", "page", "DOI", "ISSN", "PMCID"}) EXPECT_FALSE(review.contains(key)) << key;
  EXPECT_EQ(write_csl(claimcheck::Run{}), "[]\n");
  EXPECT_EQ(write_ris(claimcheck::Run{}), "");
  EXPECT_EQ(write_nbib(claimcheck::Run{}), "");
}

}  // namespace
}  // namespace claimcheck
