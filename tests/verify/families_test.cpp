#include "verify/families.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "verify/findings.h"

namespace claimcheck {
namespace {

Citation make_record(Pmid pmid, const std::string& title) {
  Citation citation;
  citation.pmid = pmid;
  citation.title = title;
  citation.date.year = 2015;
  return citation;
}

std::vector<Finding> supporting(std::initializer_list<Pmid> pmids, Design design = Design::rct) {
  std::vector<Finding> findings;
  for (const Pmid pmid : pmids) findings.push_back(make_finding(pmid, Stance::supports, design));
  return findings;
}

constexpr const char* kOne = "Testol against headache in adults: a randomised trial";
constexpr const char* kTwo = "Long-term outcomes after testol: what became of the participants";

TEST(GroupFamilies, KeepsUnrelatedRecordsApart) {
  std::vector<Finding> findings = supporting({2, 1});
  group_families(std::vector{make_record(1, kOne), make_record(2, kTwo)}, findings);
  EXPECT_EQ(findings[0].family, "PMID 2");
  EXPECT_EQ(findings[1].family, "PMID 1");
}

TEST(GroupFamilies, JoinsRecordsOfOneRegisteredTrialAndNamesThemByIt) {
  std::vector<Citation> records{make_record(1, kOne), make_record(2, kTwo)};
  records[0].registrations = {"GSE1", "NCT00000002"};
  records[1].registrations = {"NCT00000002", "NCT00000001"};
  std::vector<Finding> findings = supporting({1, 2});
  group_families(records, findings);
  EXPECT_EQ(findings[0].family, "NCT00000001");
  EXPECT_EQ(findings[1].family, "NCT00000001");
}

TEST(GroupFamilies, JoinsAPreprintAndItsArticleByTitle) {
  std::vector<Finding> findings = supporting({1, 2});
  group_families(
      std::vector{make_record(1, kOne), make_record(2, "TESTOL against headache in adults - a randomised trial.")},
      findings);
  EXPECT_EQ(findings[1].family, "PMID 1");
}

TEST(GroupFamilies, DoesNotJoinByAShortTitle) {
  std::vector<Finding> findings = supporting({1, 2});
  group_families(std::vector{make_record(1, "Testol trial"), make_record(2, "Testol trial")}, findings);
  EXPECT_NE(findings[0].family, findings[1].family);
}

TEST(GroupFamilies, JoinsVersionsThatPubMedLinks) {
  std::vector<Citation> records{make_record(1, kOne), make_record(2, kTwo)};
  records[0].notices.push_back({NoticeKind::update_in, 2, "", ""});
  std::vector<Finding> findings = supporting({1, 2});
  group_families(records, findings);
  EXPECT_EQ(findings[1].family, "PMID 1");
}

TEST(GroupFamilies, JoinsAReviewWithThePrimariesItCitesButATrialWithNone) {
  for (const Design design : {Design::systematic_review, Design::rct}) {
    std::vector<Citation> records{make_record(1, kOne), make_record(2, kTwo)};
    records[1].notices.push_back({NoticeKind::cites, 1, "", ""});
    std::vector<Finding> findings = supporting({1, 2}, design);
    group_families(records, findings);
    EXPECT_EQ(findings[0].family == findings[1].family, design == Design::systematic_review) << to_string(design);
  }
}

TEST(GroupFamilies, JoinsReportsOfOneAuthorOnTheSameNumberOfPeople) {
  std::vector<Citation> records{make_record(1, kOne), make_record(2, kTwo)};
  for (Citation& record : records) record.authors.push_back({"Meyer", "Anna", "A", "", "", "", {}});
  std::vector<Finding> same = supporting({1, 2});
  group_families(records, same);
  EXPECT_EQ(same[0].family, same[1].family);
  std::vector<Finding> other = supporting({1, 2});
  other[1].sample_size = 501;
  group_families(records, other);
  EXPECT_NE(other[0].family, other[1].family);
  records[1].date.year = 2021;
  std::vector<Finding> later = supporting({1, 2});
  group_families(records, later);
  EXPECT_NE(later[0].family, later[1].family);
}

TEST(GroupFamilies, DoesNotDependOnTheOrderOfTheRecords) {
  std::vector<Citation> records{make_record(1, kOne), make_record(2, kTwo), make_record(3, kOne)};
  records[1].notices.push_back({NoticeKind::republished_in, 3, "", ""});
  std::vector<Finding> findings = supporting({1, 2, 3});
  std::vector<Finding> reversed = findings;
  group_families(records, findings);
  std::reverse(records.begin(), records.end());
  group_families(records, reversed);
  EXPECT_EQ(findings, reversed);
  EXPECT_EQ(findings[2].family, "PMID 1");
}

std::vector<Finding> review_and_trial() {
  std::vector<Finding> findings{make_finding(1, Stance::opposes, Design::rct),
                                make_finding(9, Stance::supports, Design::meta_analysis)};
  findings[1].year = 2022;
  return findings;
}

std::vector<Citation> citing_records() {
  std::vector<Citation> records{make_record(1, kOne), make_record(9, kTwo)};
  records[1].notices.push_back({NoticeKind::cites, 1, "", ""});
  return records;
}

TEST(SetSupersededAside, TheNewestMetaAnalysisStandsForTheTrialsItCites) {
  std::vector<Finding> findings = review_and_trial();
  set_superseded_aside(make_frame(ClaimKind::benefit, Strength::causal), citing_records(), findings);
  EXPECT_EQ(findings[0].excluded, "its trial is part of the meta-analysis PMID 9");
  EXPECT_TRUE(findings[1].excluded.empty());
}

TEST(SetSupersededAside, KeepsEveryRecordOnHarm) {
  std::vector<Finding> findings = review_and_trial();
  set_superseded_aside(make_frame(ClaimKind::harm_absent, Strength::absolute), citing_records(), findings);
  EXPECT_TRUE(findings[0].excluded.empty());
}

TEST(SetSupersededAside, AReviewThatTakesNoSideStandsForNothing) {
  std::vector<Finding> findings = review_and_trial();
  findings[1].stance = Stance::inconclusive;
  set_superseded_aside(make_frame(ClaimKind::benefit, Strength::causal), citing_records(), findings);
  EXPECT_TRUE(findings[0].excluded.empty());
}

}  // namespace
}  // namespace claimcheck
