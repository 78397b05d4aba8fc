#include "report/json_text.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <string>

namespace claimcheck {
namespace {

using Tree = nlohmann::ordered_json;

// The slow writer judges the fast one.
void expect_same(const JsonText& text, const Tree& tree) {
  EXPECT_EQ(text.compact(), tree.dump());
  EXPECT_EQ(text.indented(), tree.dump(2));
}

TEST(JsonText, WritesNumbersAsATreeDoes) {
  for (const double value : {0.0, -0.0, 1.0, 0.1, -2.5, 1e-7, 1e21, 123456789.125, 5e-324}) expect_same(value, value);
  expect_same(std::numeric_limits<double>::infinity(), nullptr);
  expect_same(std::numeric_limits<std::size_t>::max(), std::numeric_limits<std::size_t>::max());
  expect_same(-7, -7);
  expect_same(true, true);
  expect_same(std::optional<int>(), nullptr);
  expect_same(std::optional<double>(0.5), 0.5);
}

TEST(JsonText, EscapesWhatATreeEscapes) {
  std::string all;
  for (char c = 1; c > 0 && c < 127; ++c) all += c;
  all += std::string(1, '\0') + "\x7F naïve “µ” 😀";
  expect_same(all, all);
  expect_same("", "");
  expect_same(R"({"not": ["json"]}\)", R"({"not": ["json"]}\)");
}

TEST(JsonText, RepairsIllFormedText) {
  expect_same("a\xFFz", "a\uFFFDz");
}

TEST(JsonText, LaysOutNestedValuesAsATreeDoes) {
  const std::vector<std::string> none;
  const std::vector<std::string> some{"[", "a, b: {", "\""};
  const JsonText inner = {{"none", none}, {"some", some}, {"bare", JsonText(std::vector<JsonText::Member>())}};
  const JsonText outer = {{"numbers", std::vector<int>{1, 2}}, {"inner", inner}, {"null", nullptr}, {"key \n", "x"}};
  const Tree tree_inner = {{"none", Tree::array()}, {"some", some}, {"bare", Tree::object()}};
  expect_same(outer, {{"numbers", {1, 2}}, {"inner", tree_inner}, {"null", nullptr}, {"key \n", "x"}});
  expect_same(JsonText::parse(tree_inner.dump(4)), tree_inner);
}

}  // namespace
}  // namespace claimcheck
