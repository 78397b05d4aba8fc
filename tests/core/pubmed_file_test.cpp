#include "core/pubmed_file.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

TEST(ParsePubmedFileName, TakesTheNamesThatNlmGives) {
  EXPECT_EQ(parse_pubmed_file_name("pubmed26n0001.xml.gz"), (PubmedFileId{2026, 1}));
  EXPECT_EQ(parse_pubmed_file_name("pubmed26n1335.xml"), (PubmedFileId{2026, 1335}));
  EXPECT_EQ(parse_pubmed_file_name("pubmed31n10000.xml.gz"), (PubmedFileId{2031, 10000}));
}

TEST(ParsePubmedFileName, TakesNoOtherName) {
  for (const char* name :
       {"", "pubmed", "pubmed26n", "pubmed26n0001", "pubmed26n001.xml.gz", "pubmed26n0000.xml.gz",
        "pubmed6n0001.xml.gz", "pubmed126n0001.xml.gz", "pubmed26n0001.xml.gz.md5", "pubmed26n0001.xml.gz ",
        "Pubmed26n0001.xml.gz", "medline26n0001.xml.gz", "x/pubmed26n0001.xml.gz", "../pubmed26n0001.xml.gz",
        "pubmed26n-001.xml.gz", "pubmed26n0001_stats.html", "pubmed26n9999999.xml.gz"}) {
    EXPECT_EQ(parse_pubmed_file_name(name), std::nullopt) << name;
  }
}

TEST(PubmedFileName, IsTheInverse) {
  for (const PubmedFileId id : {PubmedFileId{2026, 1}, {2000, 999}, {2099, 10000}}) {
    EXPECT_EQ(parse_pubmed_file_name(pubmed_file_name(id)), id);
  }
  EXPECT_EQ(pubmed_file_name({2026, 42}), "pubmed26n0042.xml.gz");
}

TEST(PubmedFileId, ComesInOrderOfYearThenNumber) {
  EXPECT_LT((PubmedFileId{2025, 1400}), (PubmedFileId{2026, 1}));
  EXPECT_LT((PubmedFileId{2026, 999}), (PubmedFileId{2026, 1000}));
}

}  // namespace
}  // namespace claimcheck
