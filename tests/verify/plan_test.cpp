#include "verify/plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <utility>

#include "concepts/mesh_vocabulary.h"
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

TEST(PlanQueries, AsksForAVeryLargeFamilyAsAWholeByItsOwnFamiliesAndForTheRestInParts) {
  const std::vector<Query> queries = plan("Ketamine has no side effects.");
  const Query whole = side(queries, QuerySide::counter);
  EXPECT_TRUE(names(whole.where, "Fractures, Bone", QueryField::mesh));
  EXPECT_FALSE(names(whole.where, "tinnitus"));
  EXPECT_TRUE(std::any_of(queries.begin(), queries.end(), [](const Query& query) {
    return query.side == QuerySide::counter && names(query.where, "tinnitus") &&
           names(query.where, "Tinnitus", QueryField::mesh);
  }));
  EXPECT_TRUE(
      names(side(plan("Ketamine causes no tinnitus."), QuerySide::counter).where, "Tinnitus", QueryField::mesh));
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

TEST(PlanQueries, AsksForWordsInEitherNumber) {
  const QueryNode singular = side(plan("Zorblaxin tablet lowers plasma frobulins."), QuerySide::claim).where;
  EXPECT_TRUE(names(singular, "tablet"));
  EXPECT_TRUE(names(singular, "tablets"));
  EXPECT_TRUE(names(singular, "frobulins"));
  EXPECT_TRUE(names(singular, "frobulin"));
  EXPECT_FALSE(names(singular, "frobulin*"));
}

TEST(PlanQueries, AsksForTheTermsOfAConceptInEitherNumber) {
  const QueryNode where = side(plan("Ketamine causes kidney injury."), QuerySide::claim).where;
  EXPECT_TRUE(names(where, "kidney injury"));
  EXPECT_TRUE(names(where, "kidney injuries"));
  EXPECT_TRUE(names(side(plan("Ketamine reduces pain."), QuerySide::counter).where, "no significant differences"));
}

TEST(PlanQueries, AsksForTheOppositeOfAnEffectToo) {
  EXPECT_TRUE(
      names(side(plan("Orlistat helps people lose weight."), QuerySide::claim).where, "Body Weight", QueryField::mesh));
}

TEST(PlanQueries, AsksForNoTermTwice) {
  std::set<std::pair<QueryField, std::string>> asked;
  const std::function<void(const QueryNode&)> collect = [&](const QueryNode& node) {
    if (node.kind == QueryNode::Kind::term) {
      EXPECT_TRUE(asked.emplace(node.field, node.term).second) << node.term;
    }
    for (const QueryNode& child : node.children) collect(child);
  };
  collect(side(plan("Vaccines cause kidney injury."), QuerySide::claim).where);
}

TEST(PlanQueries, PlansNothingForWhatCannotBeChecked) {
  EXPECT_TRUE(plan("It reduces pain.").empty());
}

std::size_t count_terms(const QueryNode& node) {
  if (node.kind == QueryNode::Kind::term) return 1;
  std::size_t count = 0;
  for (const QueryNode& child : node.children) count += count_terms(child);
  return count;
}

TEST(PlanQueries, NamesOfMeshTheOwnConceptsAlone) {
  std::vector<MeshDescriptor> mesh{{"D1", "Zorblaxin", {}, {"D03.1"}}, {"D2", "Zorblaxin Sulfate", {}, {"D03.1.1"}}};
  for (int i = 0; i < 50; ++i)
    mesh[0].entry_terms.push_back("zorblaxin tonic" + std::string(1, 'a') + std::to_string(i) + " acid");
  for (int i = 0; i < 500; ++i) {
    mesh.push_back(
        {"D1" + std::to_string(i), "Kidney swelling " + std::to_string(i), {}, {"C12.777.419." + std::to_string(i)}});
  }
  mesh.push_back({"D3", "Kidney Diseases", {}, {"C12.777.419"}});
  const Vocabulary vocabulary = extend_with_mesh(builtin_vocabulary(), mesh);
  const ClaimFrame frame = read_frame({"T", "Zorblaxin causes no organ damage.", std::nullopt, {}}, vocabulary);
  EXPECT_EQ(frame.subject.concepts, std::vector<std::string>{"mesh_d1"});
  const QueryNode where = side(plan_queries(frame, vocabulary), QuerySide::claim).where;
  EXPECT_TRUE(names(where, "Zorblaxin", QueryField::mesh));
  EXPECT_TRUE(names(where, "Zorblaxin"));
  EXPECT_TRUE(names(where, "zorblaxin tonica19 acid"));
  EXPECT_FALSE(names(where, "zorblaxin tonica20 acid"));
  EXPECT_FALSE(names(where, "Zorblaxin Sulfate"));
  EXPECT_FALSE(names(where, "Kidney swelling 1", QueryField::mesh));
  const QueryNode before = side(plan("Ketamine causes no organ damage."), QuerySide::claim).where;
  EXPECT_LT(count_terms(where), count_terms(before) + 25);
}

TEST(PlanQueries, AFamilyOfHarmsIsSearchedMemberByMemberAsWell) {
  const std::vector<Query> queries = plan("Ketamine causes no organ damage.");
  std::size_t bladder = 0;
  std::size_t liver_alone = 0;
  for (const Query& query : queries) {
    if (query.side != QuerySide::counter) continue;
    bladder += names(query.where, "cystitis") ? 1 : 0;
    liver_alone += names(query.where, "liver injury") && !names(query.where, "cystitis") ? 1 : 0;
  }
  EXPECT_EQ(bladder, 2U) << "with the family and with its own part";
  EXPECT_GE(liver_alone, 1U);
  EXPECT_LE(queries.size(), 14U);
}

TEST(PlanQueries, AnEffectIsAlsoSearchedForTheOtherWay) {
  const std::vector<Query> queries = plan("Ketamine reduces pain.");
  ASSERT_EQ(queries.size(), 3U);
  EXPECT_TRUE(names(queries[2].where, "worsened"));
  EXPECT_TRUE(names(queries[2].where, "increased"));
}

}  // namespace
}  // namespace claimcheck
