#include "verify/cited_sources.h"

#include <gtest/gtest.h>

#include "support/fake_source.h"
#include "verify/frame.h"

namespace claimcheck {
namespace {

constexpr Pmid kBenefit = 21;
constexpr Pmid kHarm = 22;
constexpr Pmid kOther = 23;

void fill(FakeSource& source) {
  source.add(make_citation(kBenefit, "Ketamine for acute pain in the ward: a randomised trial",
                           "RESULTS: Ketamine significantly reduced pain compared with placebo (p < 0.001)."));
  source.add(make_citation(kHarm, "Ketamine for acute pain at home: a second randomised trial",
                           "RESULTS: Ketamine did not reduce pain; pain was worse with ketamine (p = 0.01)."));
  source.add(make_citation(kOther, "Sleep after surgery of the hand in older people", "Sleep was short."));
}

CitedReading read_from(FakeSource& source, const CitedSource& cited) {
  Claim claim;
  claim.id = "C-1";
  claim.text = "Ketamine reduces pain.";
  const Stages stages = default_stages();
  const std::vector<CitedReading> readings =
      read_cited_sources(std::vector<CitedSource>{cited}, stages.frame(claim), source, stages);
  return readings.empty() ? CitedReading{} : readings.front();
}

CitedReading read_one(const CitedSource& cited) {
  FakeSource source;
  fill(source);
  return read_from(source, cited);
}

CitedSource with_pmid(Pmid pmid) {
  CitedSource cited;
  cited.label = "1";
  cited.pmid = pmid;
  return cited;
}

CitedSource with_title(std::string title) {
  CitedSource cited;
  cited.label = "1";
  cited.title = std::move(title);
  return cited;
}

TEST(ReadCitedSources, SaysWhatTheRecordDoesForTheClaim) {
  EXPECT_EQ(read_one(with_pmid(kBenefit)).standing, CitedStanding::supports);
  EXPECT_EQ(read_one(with_pmid(kHarm)).standing, CitedStanding::opposes);
  EXPECT_EQ(read_one(with_pmid(kOther)).standing, CitedStanding::silent);
  EXPECT_EQ(read_one(with_pmid(kBenefit)).finding->pmid, kBenefit);
}

TEST(ReadCitedSources, FindsATitleInAnEntryOfAReferenceList) {
  const CitedReading reading =
      read_one(with_title("Li M, Oh Q. Ketamine for acute pain in the ward: a randomised trial. J Med. 2020;3:1-9."));
  EXPECT_EQ(reading.pmid, kBenefit);
  EXPECT_EQ(reading.standing, CitedStanding::supports);
}

TEST(ReadCitedSources, FindsADoiWhateverItsCase) {
  FakeSource source;
  Citation citation =
      make_citation(kBenefit, "A trial", "RESULTS: Ketamine reduced pain compared with placebo (p < 0.001).");
  citation.doi = "10.1000/Pain(05)1";
  source.add(citation);
  EXPECT_EQ(read_from(source, CitedSource{"", std::nullopt, "10.1000/pain(05)1", ""}).standing,
            CitedStanding::supports);
}

TEST(ReadCitedSources, TakesNoRecordOfAnotherTitle) {
  const CitedReading reading = read_one(with_title("Ketamine for acute pain in the ward: a cohort study"));
  EXPECT_EQ(reading.standing, CitedStanding::not_found);
  EXPECT_EQ(reading.pmid, 0U);
}

TEST(ReadCitedSources, TellsUnknownFromUnidentifiedAndFromNotLookedUp) {
  EXPECT_EQ(read_one(with_pmid(99)).standing, CitedStanding::not_found);
  EXPECT_EQ(read_one(CitedSource{"[7]", std::nullopt, "10.1000/x", ""}).standing, CitedStanding::not_found);
  EXPECT_EQ(read_one(CitedSource{"(Smith)", std::nullopt, "", "Smith, pain"}).standing, CitedStanding::unidentified);
  FakeSource failing;
  fill(failing);
  failing.failing = {kBenefit};
  EXPECT_EQ(read_from(failing, with_pmid(kBenefit)).standing, CitedStanding::not_looked_up);
  FakeSource silent;
  fill(silent);
  silent.search_problem = "no network";
  EXPECT_EQ(read_from(silent, with_title("Ketamine for acute pain in the ward: a randomised trial")).standing,
            CitedStanding::not_looked_up);
}

/// A fetch that fails is never the same as a record that is not there.
TEST(ReadCitedSources, TellsAFailedFetchOfWhatWasFoundByTitleOrDoi) {
  FakeSource source;
  Citation citation = make_citation(kBenefit, "Ketamine for acute pain in the ward: a randomised trial", "Pain fell.");
  citation.doi = "10.1000/pain";
  source.add(citation);
  source.failing = {kBenefit};
  EXPECT_EQ(read_from(source, with_title(citation.title)).standing, CitedStanding::not_looked_up);
  EXPECT_EQ(read_from(source, CitedSource{"", std::nullopt, citation.doi, ""}).standing, CitedStanding::not_looked_up);
}

TEST(ReadCitedSources, LooksForTheTitleWhereTheDoiIsUnknown) {
  CitedSource cited = with_title("Ketamine for acute pain in the ward: a randomised trial");
  cited.doi = "10.1000/none";
  EXPECT_EQ(read_one(cited).pmid, kBenefit);
}

TEST(ReadCitedSources, AReadingThatTheRulesDoNotWeighSupportsNothing) {
  FakeSource source;
  fill(source);
  Stages stages = default_stages();
  const ClaimFrame frame = stages.frame({"C-1", "Ketamine reduces pain.", std::nullopt, {}});
  stages.read = [read = stages.read](const ClaimFrame& on, std::span<const Citation> citations) {
    std::vector<Finding> findings = read(on, citations);
    for (Finding& finding : findings) finding.excluded = "other people";
    return findings;
  };
  const std::vector<CitedSource> cited{with_pmid(kBenefit)};
  EXPECT_EQ(read_cited_sources(cited, frame, source, stages).front().standing, CitedStanding::inconclusive);
}

TEST(ReadCitedSources, ARetractedRecordNeverSupports) {
  FakeSource source;
  Citation citation = make_citation(kBenefit, "Ketamine for acute pain in the ward: a randomised trial",
                                    "RESULTS: Ketamine significantly reduced pain compared with placebo (p < 0.001).");
  citation.notices.push_back({NoticeKind::retraction_in, 98, "J Med 2022", ""});
  source.add(citation);
  const CitedReading reading = read_from(source, with_pmid(kBenefit));
  EXPECT_TRUE(reading.retracted);
  EXPECT_NE(reading.standing, CitedStanding::supports);
}

}  // namespace
}  // namespace claimcheck
