#include "verify/sentence.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

// The clauses of a text, each as its words with single spaces between.
std::vector<std::string> clauses_of(std::string_view text) {
  const Sentence sentence = analyse_sentence(text, builtin_vocabulary());
  std::vector<std::string> clauses;
  for (const TokenRange range : split_clauses(sentence)) {
    std::string& clause = clauses.emplace_back();
    for (std::size_t i = range.first; i < range.last; ++i)
      clause += (clause.empty() ? "" : " ") + sentence.tokens[i].norm;
  }
  return clauses;
}

std::vector<SectionRole> roles_of(const char* abstract) {
  Citation citation;
  citation.abstract.push_back({"", SectionRole::unassigned, abstract});
  std::vector<SectionRole> roles;
  for (const Sentence& sentence : analyse_abstract(citation, builtin_vocabulary())) roles.push_back(sentence.role);
  return roles;
}

TEST(AnalyseAbstract, TakesResultsInTheOpeningSentenceForResults) {
  const auto first = [](const char* abstract) { return roles_of(abstract).front(); };
  EXPECT_EQ(first("In a cohort of 9,000 users the hazard ratio of falls was 0.7 (95% CI 0.6 to 0.8). It rained. Tea."),
            SectionRole::results);
  EXPECT_EQ(first("Of 849 adults on zinc, fewer had colds (P<0.001). It rained. Tea is warm."), SectionRole::results);
  EXPECT_EQ(first("Two cohorts of 900 adults were pooled. It rained. Tea is warm."), SectionRole::methods);
  EXPECT_EQ(first("Millions of adults take zinc. It rained. Tea is warm."), SectionRole::background);
  EXPECT_EQ(first("Zinc reduced colds in a small study (P=0.04). We enrolled 900 adults. Tea is warm."),
            SectionRole::background);
  EXPECT_EQ(first("With 900 adults, the study had 80% power to detect a rise in colds at P<0.05. It rained. Tea."),
            SectionRole::methods);
  EXPECT_EQ(first("Earlier trials of zinc found fewer colds (RR 0.7, 95% CI 0.6 to 0.8). It rained. Tea is warm."),
            SectionRole::background);
}

TEST(SplitClauses, CutsAtCommasSemicolonsAndScopeEnds) {
  using Clauses = std::vector<std::string>;
  const struct {
    const char* text;
    Clauses clauses;
  } rows[] = {
      {"Sleep improved", {"sleep improved"}},
      {"Sleep improved, mood fell", {"sleep improved", "mood fell"}},
      {"Sleep improved; mood fell", {"sleep improved", "mood fell"}},
      {"Sleep improved but mood fell", {"sleep improved", "mood fell"}},
      {"Sleep improved, whereas mood fell", {"sleep improved", "mood fell"}},
      {"Although mood fell, sleep improved.", {"mood fell", "sleep improved ."}},
      {"Sleep improved on the other hand mood fell", {"sleep improved", "mood fell"}},
      {"In 1,200 adults sleep improved", {"in 1200 adults sleep improved"}},
      {"Sleep improved and mood fell", {"sleep improved and mood fell"}},
      {",,; but ,", {}},
      {", sleep ,", {"sleep"}},
      {"", {}},
  };
  for (const auto& row : rows) EXPECT_EQ(clauses_of(row.text), row.clauses) << row.text;
}

TEST(SplitClauses, GivesRangesInOrderThatDoNotOverlap) {
  const Sentence sentence = analyse_sentence("A, b but c; d, however, e — while f.", builtin_vocabulary());
  std::size_t last = 0;
  for (const TokenRange range : split_clauses(sentence)) {
    EXPECT_LE(last, range.first);
    EXPECT_LT(range.first, range.last);
    last = range.last;
  }
  EXPECT_EQ(last, sentence.tokens.size());
}

}  // namespace
}  // namespace claimcheck
