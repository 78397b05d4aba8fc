#include "report/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace claimcheck {
namespace {

TEST(DefuseCell, PutsAnApostropheBeforeWhatBeginsAFormula) {
  for (const char* cell : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠a"}) {
    EXPECT_EQ(defuse_cell(cell), "'" + std::string(cell));
  }
}

TEST(DefuseCell, LeavesOtherTextAlone) {
  for (const char* cell : {"", "p = 0.05", "1-2", "–5", "'=1", "a=1"}) EXPECT_EQ(defuse_cell(cell), cell);
}

TEST(WriteCsvRecord, QuotesWhatHasToBe) {
  EXPECT_EQ(write_csv_record({"a", "b c", ""}), "a,b c,\r\n");
  EXPECT_EQ(write_csv_record({"a,b", "say \"yes\"", "two\r\nlines"}), "\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\"\r\n");
  EXPECT_EQ(write_csv_record({"=1,2"}), "\"'=1,2\"\r\n");
  EXPECT_EQ(write_csv_record({"\r=1"}), "\"'\n=1\"\r\n");
  EXPECT_EQ(write_csv_record({"a\x01\xFF"}), "a\uFFFD\uFFFD\r\n");
}

TEST(RestoreCell, TakesBackWhatDefuseCellDid) {
  for (const char* cell : {"=1+1", "-1", "＠a", "plain", "", "'", "it's", "'tis"}) {
    EXPECT_EQ(restore_cell(defuse_cell(cell)), cell);
  }
}

TEST(ReadCsv, ReadsWhatWasWritten) {
  const std::vector<std::string> first{"a", "", "say \"yes\", twice", "two\nlines"};
  const std::vector<std::string> second{"1"};
  const auto records = read_csv(write_csv_record(first) + "\n\r\n" + write_csv_record(second), ',');
  ASSERT_TRUE(records);
  EXPECT_EQ(*records, (std::vector<std::vector<std::string>>{first, second}));
}

TEST(ReadCsv, TakesOtherSeparatorsAndLineEnds) {
  using Records = std::vector<std::vector<std::string>>;
  EXPECT_EQ(read_csv("a;b,c\rd;\ne", ';'), (Records{{"a", "b,c"}, {"d", ""}, {"e"}}));
  EXPECT_EQ(read_csv("a\"b\tc\n\"d\"e", '\t'), (Records{{"a\"b", "c"}, {"de"}}));
  EXPECT_EQ(read_csv("", ','), Records{});
}

TEST(ReadCsv, RefusesAMarkThatIsNeverClosed) {
  EXPECT_EQ(read_csv("a,\"b\nc,d\n", ','), std::nullopt);
}

}  // namespace
}  // namespace claimcheck
