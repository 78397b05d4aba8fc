#include "report/strategy_blocks.h"

#include <gmock/gmock.h>

#include <fmt/core.h>

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// The largest number first: "#12" holds "#1".
std::string put_back(std::string text, const std::vector<std::string>& meanings, const std::string& opening,
                     const std::string& closing) {
  for (std::size_t i = meanings.size(); i-- > 0;) {
    const std::string name = fmt::format("{}{}{}", opening, i + 1, closing);
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + meanings[i].size())) {
      text.replace(at, name.size(), meanings[i]);
    }
  }
  return text;
}

std::vector<std::string> restore(const StrategyBlocks& factored) {
  std::vector<std::string> restored;
  for (const std::string& strategy : factored.strategies) {
    restored.push_back(put_back(put_back(strategy, factored.blocks, "#", ""), factored.fields, "{F", "}"));
  }
  return restored;
}

std::string group_of(const std::string& word, std::size_t terms) {
  std::string group = "({title abstract keywords} : \"" + word + "\"";
  for (std::size_t i = 0; i < terms; ++i) group += fmt::format(" OR {{title abstract keywords}} : \"{}{}\"", word, i);
  return group + ")";
}

TEST(FactorStrategies, WritesOnceWhatQueriesRepeat) {
  const std::string zinc = group_of("zinc AND (copper", 4);
  const std::string colds = group_of("colds", 4);
  const std::string harms = group_of("harms", 4);
  const std::vector<std::string> queries{"(" + zinc + " AND " + colds + ")", "(" + zinc + " AND " + harms + ")",
                                         "((" + zinc + " OR " + colds + ") NOT (" + harms + "))", "zinc[tiab]"};
  const StrategyBlocks factored = factor_strategies({queries.begin(), queries.end()});
  EXPECT_THAT(factored.strategies, ElementsAre("(#1 AND #2)", "(#1 AND #3)", "(#4 NOT #5)", "zinc[tiab]"));
  EXPECT_THAT(factored.fields, ElementsAre("{title abstract keywords}"));
  EXPECT_EQ(factored.blocks.size(), 5U);
  EXPECT_EQ(restore(factored), queries);
}

TEST(FactorStrategies, LeavesShortOrBrokenOrConfusingStrategiesWhole) {
  const std::string broken = group_of("zinc", 5) + ")";
  const std::string quoted = group_of("zinc", 5) + " AND \"";
  const std::string numbered = group_of("zinc", 5) + " AND #1";
  const std::vector<std::string> queries{"(zinc OR \"zinc salts\") AND colds", broken, quoted, numbered, ""};
  const StrategyBlocks factored = factor_strategies({queries.begin(), queries.end()});
  EXPECT_EQ(factored.strategies, queries);
  EXPECT_THAT(factored.blocks, IsEmpty());
  EXPECT_THAT(factored.fields, IsEmpty());
}

TEST(FactorStrategies, RestoresMoreThanTenBlocks) {
  std::vector<std::string> queries;
  for (int i = 0; i < 12; ++i) queries.push_back(group_of("a" + std::to_string(i), 4) + " AND " + group_of("zinc", 4));
  EXPECT_EQ(restore(factor_strategies({queries.begin(), queries.end()})), queries);
}

}  // namespace
}  // namespace claimcheck
