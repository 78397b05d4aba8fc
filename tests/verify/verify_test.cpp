#include "verify/verify.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include "verify/citations.h"

namespace claimcheck {
namespace {

/// Answers every search with all of its citations.
class SmallSource : public CitationSource {
 public:
  explicit SmallSource(std::vector<Citation> citations) : citations_(std::move(citations)) {}

  SearchResult search(const Query& query) override {
    SearchResult result;
    const bool fails = failing_side_ && *failing_side_ == query.side;
    result.complete = !fails;
    result.source = "test";
    result.date = "2026-01-01";
    if (fails) {
      result.problem = "The server did not answer.";
      return result;
    }
    for (const Citation& citation : citations_) result.hits.push_back({citation.pmid, 1});
    result.found = result.hits.size();
    return result;
  }

  FetchResult fetch(std::span<const Pmid> pmids) override {
    FetchResult result;
    for (const Pmid pmid : pmids) {
      if (pmid == failing_pmid_) {
        result.failed.push_back(pmid);
        continue;
      }
      const auto found =
          std::find_if(citations_.begin(), citations_.end(), [pmid](const Citation& c) { return c.pmid == pmid; });
      if (found != citations_.end()) result.citations.push_back(*found);
    }
    if (!result.failed.empty()) result.problems.emplace_back("One record could not be fetched.");
    return result;
  }

  void fail_searches(QuerySide side) { failing_side_ = side; }
  void fail_fetch(Pmid pmid) { failing_pmid_ = pmid; }
  void reverse() { std::reverse(citations_.begin(), citations_.end()); }

 private:
  std::vector<Citation> citations_;
  std::optional<QuerySide> failing_side_;
  Pmid failing_pmid_ = 0;
};

Claim claim(std::string text) {
  return {"C1", std::move(text), std::nullopt, {}};
}

std::vector<Citation> cystitis_records() {
  return {make_citation(11, "Cystitis in ketamine users", "Cystitis was found in 12 of 40 ketamine users."),
          make_citation(12, "Ketamine for pain", "Ketamine reduced pain scores (P < .001)."),
          make_citation(13, "Ketamine and the liver", "Liver injury did not differ between ketamine and placebo.")};
}

TEST(Verify, ContestsAnAbsoluteDenialWithAQuotedCounterExample) {
  SmallSource source(cystitis_records());
  const Report report = verify(claim("Ketamine causes no long-term organ damage."), source);
  ASSERT_EQ(report.status, ClaimStatus::tagged);
  EXPECT_EQ(report.verdict->tag, Tag::contested);
  ASSERT_FALSE(report.findings.empty());
  EXPECT_EQ(report.findings.front().pmid, 11U);
  EXPECT_EQ(report.findings.front().stance, Stance::opposes);
}

TEST(Verify, EveryQuoteIsVerbatimAtItsSpan) {
  SmallSource source(cystitis_records());
  const Report report = verify(claim("Ketamine causes no organ damage."), source);
  for (const Finding& finding : report.findings) {
    const auto citation = std::find_if(report.citations.begin(), report.citations.end(),
                                       [&](const Citation& c) { return c.pmid == finding.pmid; });
    ASSERT_NE(citation, report.citations.end());
    EXPECT_EQ(slice(citation->abstract.at(finding.quote.section).text, finding.quote.span), finding.quote.text);
  }
}

TEST(Verify, NamesTheSilentRecordsAndKeepsOnlyTheQuotedOnes) {
  SmallSource source(cystitis_records());
  const Report report = verify(claim("Ketamine causes no organ damage."), source);
  ASSERT_EQ(report.silent.size(), 1U);
  EXPECT_EQ(report.silent.front().pmid, 12U);
  EXPECT_FALSE(report.silent.front().why.empty());
  EXPECT_EQ(report.citations.size(), 2U);
  for (const QueryRecord& query : report.queries) {
    EXPECT_EQ(query.found, 3U);
    EXPECT_EQ(query.read, 3U);
  }
}

TEST(Verify, ShowsOnceWhatIsReadForTheWholeAndForAPart) {
  Citation review = make_citation(21, "Ibuprofen for headache: a meta-analysis of randomized trials",
                                  "In 14 randomized trials with 4,200 patients headache was significantly reduced with "
                                  "ibuprofen compared with placebo (P < .001).");
  review.publication_types.push_back({"D017418", "Meta-Analysis"});
  Citation trial =
      make_citation(22, "Ibuprofen for headache: a randomized trial",
                    "In 60 patients headache and nausea were significantly reduced with ibuprofen compared "
                    "with placebo (P < .001).");
  trial.publication_types.push_back({"D016449", "Randomized Controlled Trial"});
  SmallSource source({review, trial});
  ASSERT_EQ(verify(claim("Ibuprofen relieves headache."), source).verdict->tag, Tag::supported);
  const Report report = verify(claim("Ibuprofen relieves headache and nausea."), source);
  ASSERT_EQ(report.verdict->tag, Tag::unsupported) << "one small trial is on nausea";
  ASSERT_EQ(report.findings.size(), 2U);
  EXPECT_EQ(report.findings[0].pmid, 21U);
  EXPECT_EQ(report.findings[1].pmid, 22U);
}

TEST(Verify, AFailedSearchOnEitherSideGivesNoTag) {
  for (const QuerySide side : {QuerySide::claim, QuerySide::counter}) {
    SmallSource source(cystitis_records());
    source.fail_searches(side);
    const Report report = verify(claim("Ketamine reduces pain."), source);
    EXPECT_EQ(report.status, ClaimStatus::incomplete);
    EXPECT_FALSE(report.verdict.has_value());
    EXPECT_FALSE(report.problems.empty());
  }
}

Claim extracted(std::string text, const Passage& passage) {
  Claim claim{"C1", std::move(text), std::nullopt, {}};
  claim.passage = passage;
  return claim;
}

TEST(Verify, LeavesAPassageUnassessedThatItsAuthorSuppressed) {
  SmallSource source(cystitis_records());
  Passage passage;
  passage.suppressed = "quoted from a patient";
  const Report report = verify(extracted("Ketamine causes no organ damage.", passage), source);
  EXPECT_EQ(report.status, ClaimStatus::not_assessed);
  EXPECT_EQ(report.status_reasons.front().code, ReasonCode::suppressed);
  EXPECT_NE(report.status_reasons.front().text.find("quoted from a patient"), std::string::npos);
  EXPECT_TRUE(report.queries.empty());
}

TEST(Verify, LeavesAPassageUnassessedThatLeansOnSomethingNotFound) {
  SmallSource source(cystitis_records());
  Passage passage;
  passage.needs_context = true;
  const Report report = verify(extracted("Ketamine causes no organ damage.", passage), source);
  EXPECT_EQ(report.status, ClaimStatus::not_assessed);
  EXPECT_EQ(report.status_reasons.front().code, ReasonCode::needs_context);
}

TEST(Verify, ReadsWhatTheTextCitesApartFromTheTag) {
  SmallSource source(cystitis_records());
  Passage passage;
  passage.compound = true;
  passage.cited.push_back({"1", 11U, "", ""});
  const Claim claim = extracted("Ketamine causes no organ damage.", passage);
  const Report report = verify(claim, source);
  ASSERT_EQ(report.cited.size(), 1U);
  EXPECT_EQ(report.cited.front().standing, CitedStanding::opposes);
  EXPECT_EQ(report.verdict->tag, verify({"C1", claim.text, std::nullopt, {}}, source).verdict->tag);
}

TEST(Verify, AFailedFetchGivesNoTag) {
  SmallSource source(cystitis_records());
  source.fail_fetch(12);
  EXPECT_EQ(verify(claim("Ketamine reduces pain."), source).status, ClaimStatus::incomplete);
}

TEST(Verify, APlanWithoutACounterSideGivesNoTag) {
  SmallSource source(cystitis_records());
  Stages stages = default_stages();
  stages.plan = [plan = stages.plan](const ClaimFrame& frame) {
    std::vector<Query> queries = plan(frame);
    std::erase_if(queries, [](const Query& query) { return query.side == QuerySide::counter; });
    return queries;
  };
  EXPECT_EQ(verify(claim("Ketamine reduces pain."), source, stages).status, ClaimStatus::incomplete);
}

TEST(Verify, ARegulatoryClaimIsNotAssessedAndNotSearched) {
  SmallSource source(cystitis_records());
  const Report report = verify(claim("The FDA has approved esketamine nasal spray."), source);
  EXPECT_EQ(report.status, ClaimStatus::not_assessed);
  EXPECT_TRUE(report.queries.empty());
  ASSERT_EQ(report.status_reasons.size(), 1U);
  EXPECT_EQ(report.status_reasons[0].code, ReasonCode::out_of_scope);
}

TEST(Verify, NamesAdvertisingRulesWhateverTheStatus) {
  SmallSource source(cystitis_records());
  EXPECT_FALSE(verify(claim("Ketamine causes no long-term organ damage."), source).compliance.empty());
  EXPECT_TRUE(verify(claim("Ketamine reduces pain."), source).compliance.empty());
  const Report refused = verify(claim("Ketamine is the gold standard."), source);
  EXPECT_EQ(refused.status, ClaimStatus::not_assessed);
  EXPECT_FALSE(refused.compliance.empty());
}

TEST(Verify, NothingFoundIsUnsupportedAndNotIncomplete) {
  SmallSource source({});
  const Report report = verify(claim("Ketamine reduces pain."), source);
  ASSERT_EQ(report.status, ClaimStatus::tagged);
  EXPECT_EQ(report.verdict->tag, Tag::unsupported);
  EXPECT_EQ(report.verdict->reasons.front().code, ReasonCode::no_records);
}

TEST(Verify, TheOrderOfCitationsNeverMatters) {
  SmallSource source(cystitis_records());
  const Report first = verify(claim("Ketamine causes no organ damage."), source);
  source.reverse();
  const Report second = verify(claim("Ketamine causes no organ damage."), source);
  EXPECT_EQ(first.verdict, second.verdict);
  EXPECT_EQ(first.findings, second.findings);
}

TEST(Verify, AnySilentRecordMoreNeverFlipsATag) {
  SmallSource source(cystitis_records());
  const Report before = verify(claim("Ketamine causes no organ damage."), source);
  std::vector<Citation> more = cystitis_records();
  for (Pmid pmid = 100; pmid < 120; ++pmid)
    more.push_back(make_citation(pmid, "Ketamine", "Ketamine was given slowly."));
  SmallSource larger(std::move(more));
  EXPECT_EQ(verify(claim("Ketamine causes no organ damage."), larger).verdict, before.verdict);
}

TEST(Verify, EachStageCanBePlayedByAnOracle) {
  SmallSource source(cystitis_records());
  Stages stages = default_stages();
  stages.weigh = [](const ClaimFrame&, std::span<const Finding>) {
    Verdict verdict;
    verdict.tag = Tag::supported;
    return verdict;
  };
  EXPECT_EQ(verify(claim("Ketamine causes no organ damage."), source, stages).verdict->tag, Tag::supported);
}

}  // namespace
}  // namespace claimcheck
