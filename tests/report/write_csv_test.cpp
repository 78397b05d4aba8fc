#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "report/sample_run.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

// Reads RFC 4180 the slow way.
std::vector<std::vector<std::string>> read_csv(const std::string& text) {
  std::vector<std::vector<std::string>> records{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& cell = records.back().back();
    if (quoted) {
      if (text[i] != '"') {
        cell += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += text[++i];
      } else {
        quoted = false;
      }
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == ',') {
      records.back().emplace_back();
    } else if (text[i] == '\r') {
      EXPECT_EQ(text.at(++i), '\n');
      records.push_back({""});
    } else {
      cell += text[i];
    }
  }
  records.pop_back();
  return records;
}

std::string cell(const std::vector<std::vector<std::string>>& records, std::size_t row, const std::string& title) {
  for (std::size_t i = 0; i < records[0].size(); ++i) {
    if (records[0][i] == title) return records.at(row).at(i);
  }
  return "no such column";
}

TEST(WriteCsv, HasOneRowAClaimWithAllItsColumns) {
  const auto records = read_csv(write_csv(sample_run(), false));
  ASSERT_EQ(records.size(), 7U);
  for (const auto& record : records) EXPECT_EQ(record.size(), records[0].size());
  EXPECT_EQ(cell(records, 1, "Claim ID"), "C-01");
  EXPECT_EQ(cell(records, 1, "Tag"), "≷ Contested · contradicted");
  EXPECT_EQ(cell(records, 1, "Studies against"), "6");
  EXPECT_THAT(cell(records, 1, "Best quote against"), StartsWith("ALT rose to ≥ 3 × the upper limit"));
  EXPECT_EQ(cell(records, 1, "PMIDs against"), "90000001, 90000005, 90000011, 90000012, 90000013, 90000014");
  EXPECT_EQ(cell(records, 1, "Numbers against"), "rate 5 %; 41 of 812");
  EXPECT_THAT(cell(records, 1, "Note"), HasSubstr("digests"));
  EXPECT_EQ(cell(records, 2, "Note"), "");
}

TEST(WriteCsv, TellsWhereAClaimStandsInItsArticle) {
  const auto records = read_csv(write_csv(sample_run(), false));
  EXPECT_EQ(cell(records, 2, "Passage"), "Veldoxine may improve sleep in the short term.");
  EXPECT_THAT(cell(records, 2, "Place"), testing::MatchesRegex("line [0-9]+, column [0-9]+; characters 310–356"));
  EXPECT_EQ(cell(records, 2, "Cited there"), "3 doi:10.5555/jih.2021.1123 Liver enzymes in adults");
  EXPECT_EQ(cell(records, 2, "Left unchecked"), "");
  EXPECT_EQ(cell(records, 3, "Place"), "characters 402–428");
  EXPECT_EQ(cell(records, 3, "Passage"), "");
  EXPECT_EQ(cell(records, 4, "Place"), "");
  EXPECT_EQ(cell(records, 4, "Document"), "more-claims.json");
  EXPECT_EQ(cell(records, 4, "Document SHA-256"), std::string(64, 'a'));
}

TEST(WriteCsv, BeginsWithAByteOrderMarkWhereAsked) {
  EXPECT_EQ("\xEF\xBB\xBF" + write_csv(sample_run(), false), write_csv(sample_run(), true));
}

TEST(WriteCsv, DefusesFormulasOfOthers) {
  claimcheck::Run run = sample_run();
  run.reports[0].claim.id = "=cmd|' /C calc'!A0";
  run.reports[0].claim.text = "@SUM(1)";
  const auto records = read_csv(write_csv(run, false));
  EXPECT_EQ(cell(records, 1, "Claim ID"), "'=cmd|' /C calc'!A0");
  EXPECT_EQ(cell(records, 1, "Claim"), "'@SUM(1)");
}

}  // namespace
}  // namespace claimcheck
