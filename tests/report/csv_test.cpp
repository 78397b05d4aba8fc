#include "report/csv.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace claimcheck
