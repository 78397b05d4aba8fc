#include "verify/expand.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "verify/citations.h"
#include "verify/verify.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Finding weighed(Pmid pmid, Stance stance) {
  Finding finding;
  finding.pmid = pmid;
  finding.stance = stance;
  finding.reliability = 0.9;
  return finding;
}

TEST(ChooseSeeds, TakesTheStrongestOfBothSidesByTurns) {
  const std::vector<Finding> findings{weighed(1, Stance::opposes),  weighed(2, Stance::opposes),
                                      weighed(1, Stance::opposes),  weighed(3, Stance::opposes),
                                      weighed(4, Stance::supports), weighed(5, Stance::opposes)};
  EXPECT_THAT(choose_seeds(findings), ElementsAre(4, 1, 2, 3));
}

TEST(ChooseSeeds, PassesOverWhatIsNotWeighed) {
  Finding retracted = weighed(1, Stance::supports);
  retracted.retracted = true;
  retracted.excluded = "retracted";
  Finding doubtful = weighed(2, Stance::supports);
  doubtful.reliability = 0.1;
  EXPECT_THAT(choose_seeds(std::vector<Finding>{retracted, doubtful}), IsEmpty());
  EXPECT_THAT(choose_seeds({}), IsEmpty());
}

TEST(ChooseSeeds, GivesThePlacesOfASideWithoutEvidenceToInconclusiveOnes) {
  std::vector<Finding> findings;
  for (Pmid pmid = 1; pmid <= 6; ++pmid) findings.push_back(weighed(pmid, Stance::inconclusive));
  EXPECT_THAT(choose_seeds(findings), ElementsAre(1, 2, 3, 4));
  findings.push_back(weighed(9, Stance::supports));
  EXPECT_THAT(choose_seeds(findings), ElementsAre(9, 1, 2, 3));
  findings.push_back(weighed(8, Stance::opposes));
  EXPECT_THAT(choose_seeds(findings), ElementsAre(9, 8, 2, 3));
}

TEST(TakeLinks, TakesTheFirstOfEachSeedOnceAndNoSeed) {
  LinkResult answer;
  answer.links[1] = {2, 70, 8};
  for (Pmid pmid = 100; pmid < 130; ++pmid) answer.links[2].push_back(pmid);
  const std::vector<Pmid> taken = take_links(answer);
  EXPECT_THAT(taken, SizeIs(2 + kMaxLinks));
  EXPECT_EQ(taken.front(), 8U);
  EXPECT_EQ(taken.back(), 100U + kMaxLinks - 1);
}

/// Finds only PMID 1; the others can be had through links alone.
class LinkedSource : public CitationSource {
 public:
  SearchResult search(const Query&) override {
    SearchResult result;
    result.complete = true;
    result.found = 3000;
    result.hits = {{1, 0}};
    return result;
  }
  FetchResult fetch(std::span<const Pmid> pmids) override {
    FetchResult result;
    fetched.insert(fetched.end(), pmids.begin(), pmids.end());
    for (const Pmid pmid : pmids) {
      if (pmid == 4) {
        (withdraws ? result.withdrawn : result.missing).push_back(pmid);
        continue;
      }
      result.citations.push_back(
          make_citation(pmid, "Ketamine and cystitis",
                        "Cystitis was found in " + std::to_string(pmid * 10) + " of 400 ketamine users."));
    }
    return result;
  }
  LinkResult links(LinkKind kind, std::span<const Pmid> pmids) override {
    seeds.assign(pmids.begin(), pmids.end());
    if (!knows_links) return CitationSource::links(kind, pmids);
    LinkResult result;
    result.complete = true;
    result.source = "PubMed";
    result.date = "2031-02-03";
    for (const Pmid pmid : pmids) {
      result.links[pmid] = kind == LinkKind::similar ? std::vector<Pmid>{2, 3} : std::vector<Pmid>{3, 4};
    }
    return result;
  }

  bool knows_links = true;
  bool withdraws = true;  ///< PMID 4 is gone for good; else it just does not come
  std::vector<Pmid> fetched;
  std::vector<Pmid> seeds;
};

Report check(LinkedSource& source, bool expand) {
  Stages stages = default_stages();
  if (expand) stages.seeds = choose_seeds;
  return verify({"C1", "Ketamine causes no cystitis.", std::nullopt, {}}, source, stages);
}

TEST(VerifyWithSeeds, ReadsWhatIsLinkedToTheEvidenceAsWell) {
  LinkedSource source;
  EXPECT_EQ(check(source, false).findings.size(), 1U);
  EXPECT_THAT(source.seeds, IsEmpty()) << "links are followed only when asked for";
  source.fetched.clear();

  const Report report = check(source, true);
  EXPECT_THAT(source.seeds, ElementsAre(1));
  EXPECT_THAT(source.fetched, ElementsAre(1, 2, 3, 4)) << "each once";
  EXPECT_EQ(report.status, ClaimStatus::tagged);
  EXPECT_EQ(report.findings.size(), 3U);
  EXPECT_EQ(report.citations.size(), 3U);
  EXPECT_EQ(report.verdict->families_against, 3);
  ASSERT_GE(report.queries.size(), 4U);
  const QueryRecord& similar = *(report.queries.end() - 2);
  EXPECT_EQ(similar.aim, QueryAim::similar);
  EXPECT_EQ(similar.text, "ELink pubmed_pubmed of PMID 1 (the first 20 of each)");
  EXPECT_EQ(similar.found, 2U);
  EXPECT_EQ(similar.taken, 2U);
  EXPECT_EQ(similar.read, 2U);
  EXPECT_TRUE(similar.complete);
  EXPECT_EQ(similar.date, "2031-02-03");
  EXPECT_EQ(report.queries.back().text, "ELink pubmed_pubmed_citedin of PMID 1 (the first 20 of each)");
  EXPECT_EQ(report.queries.back().read, 1U) << "4 is no longer there";
  EXPECT_EQ(report.queries[0].found, 3000U);
  EXPECT_EQ(report.queries[0].taken, 1U);
}

TEST(VerifyWithSeeds, GivesNoTagWhenSomethingFoundCannotBeHad) {
  LinkedSource source;
  source.withdraws = false;
  const Report report = check(source, true);
  EXPECT_EQ(report.status, ClaimStatus::incomplete);
  EXPECT_FALSE(report.verdict.has_value());
  EXPECT_THAT(report.problems, ElementsAre(testing::HasSubstr("1 of 3 records that were found could not be had")));
}

TEST(VerifyWithSeeds, GivesNoTagWhenTheLinksCouldNotBeAsked) {
  LinkedSource source;
  source.knows_links = false;
  const Report report = check(source, true);
  EXPECT_EQ(report.status, ClaimStatus::incomplete);
  EXPECT_FALSE(report.verdict.has_value());
  EXPECT_FALSE(report.queries.back().complete);
  EXPECT_THAT(report.problems, testing::Contains(HasSubstr("knows no links")));
  EXPECT_EQ(report.findings.size(), 1U) << "what the searches found is still shown";
}

TEST(Verify, NeverReadsAnotherAbstractAsEvidence) {
  class OneCitation : public LinkedSource {
   public:
    FetchResult fetch(std::span<const Pmid>) override {
      Citation citation = make_citation(1, "Ketamine and cystitis", "Ketamine users were interviewed.");
      OtherAbstract other;
      other.type = "plain-language-summary";
      other.language = "eng";
      other.sections = {{"", SectionRole::results, "Cystitis was found in 40 of 400 ketamine users."}};
      citation.other_abstracts.push_back(other);
      FetchResult result;
      result.citations.push_back(citation);
      return result;
    }
  };
  OneCitation source;
  const Report report = check(source, false);
  EXPECT_THAT(report.findings, IsEmpty());
  EXPECT_THAT(report.silent, ElementsAre(Field(&SilentCitation::pmid, 1U)));
}

}  // namespace
}  // namespace claimcheck
