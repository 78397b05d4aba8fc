#include "verify/plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "verify/frame.h"

namespace claimcheck {
namespace {

std::vector<Query> plan(const std::string& claim) {
  return plan_queries(read_frame({"T", claim, std::nullopt, {}}, builtin_vocabulary()), builtin_vocabulary());
}

bool names(const QueryNode& node, const std::string& word, QueryField field = QueryField::title_abstract) {
  if (node.kind == QueryNode::Kind::term) return node.field == field && node.term == word;
  return std::any_of(node.children.begin(), node.children.end(),
                     [&](const QueryNode& child) { return names(child, word, field); });
}

const Query& side(const std::vector<Query>& queries, QuerySide wanted) {
  return *std::find_if(queries.begin(), queries.end(), [&](const Query& query) { return query.side == wanted; });
}

TEST(PlanQueries, AlwaysSearchesBothSides) {
  for (const char* claim : {"Ketamine causes no organ damage.", "Ketamine reduces pain.",
                            "Ketamine has a low addiction risk.", "Zorblaxin lowers plasma frobulin."}) {
    const std::vector<Query> queries = plan(claim);
    for (const QuerySide wanted : {QuerySide::claim, QuerySide::counter}) {
      EXPECT_TRUE(std::any_of(queries.begin(), queries.end(), [&](const Query& query) { return query.side == wanted; }))
          << claim;
    }
  }
}

TEST(PlanQueries, LooksForACounterExampleFirstWhenTheWordingIsAbsolute) {
  EXPECT_EQ(plan("Ketamine causes no organ damage.").front().side, QuerySide::counter);
  EXPECT_EQ(plan("Ketamine reduces pain.").front().side, QuerySide::claim);
}

TEST(PlanQueries, ExpandsAFamilyOfHarmsAndAsksForWordsAndHeadings) {
  const Query counter = side(plan("Ketamine causes no organ damage."), QuerySide::counter);
  EXPECT_TRUE(names(counter.where, "ketamine"));
  EXPECT_TRUE(names(counter.where, "cystitis"));
  EXPECT_TRUE(names(counter.where, "Cystitis", QueryField::mesh));
  EXPECT_TRUE(names(counter.where, "adverse effects", QueryField::qualifier));
}

TEST(PlanQueries, TriesToBreakABenefitWithNullResults) {
  const std::vector<Query> queries = plan("Ketamine reduces pain.");
  EXPECT_TRUE(names(side(queries, QuerySide::counter).where, "no significant difference"));
  EXPECT_FALSE(names(side(queries, QuerySide::claim).where, "no significant difference"));
}

TEST(PlanQueries, SearchesTheWordsOfUnknownThings) {
  const Query query = side(plan("Zorblaxin lowers plasma frobulin."), QuerySide::claim);
  EXPECT_TRUE(names(query.where, "zorblaxin"));
  EXPECT_TRUE(names(query.where, "frobulin"));
}

TEST(PlanQueries, PlansNothingForWhatCannotBeChecked) {
  EXPECT_TRUE(plan("It reduces pain.").empty());
}

}  // namespace
}  // namespace claimcheck
