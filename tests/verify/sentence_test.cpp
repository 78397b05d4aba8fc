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
