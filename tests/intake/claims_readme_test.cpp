// claims/README.md is the schema: its examples are accepted, and it names every field and value.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "core/claim_frame.h"
#include "intake/claims_file.h"

namespace claimcheck {
namespace {

std::string read_readme() {
  std::ifstream file(std::filesystem::path(CLAIMCHECK_SOURCE_DIR) / "claims/README.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> json_examples(const std::string& page) {
  const std::string open = "```json\n";
  const std::string close = "```";
  std::vector<std::string> examples;
  for (auto at = page.find(open); at != std::string::npos; at = page.find(open, at)) {
    at += open.size();
    const auto end = page.find(close, at);
    examples.push_back(page.substr(at, end - at));
    at = end;
  }
  return examples;
}

TEST(ClaimsReadme, ShowsExamplesThatAreAccepted) {
  const auto examples = json_examples(read_readme());
  ASSERT_EQ(examples.size(), 2U);
  EXPECT_EQ(parse_claims(examples[0], "first").size(), 1U);
  const auto full = parse_claims(examples[1], "second");
  ASSERT_EQ(full.size(), 1U);
  EXPECT_TRUE(full[0].origin.has_value());
  EXPECT_EQ(full[0].frame.size(), 13U);
}

TEST(ClaimsReadme, NamesEveryFieldAndValue) {
  const std::string page = read_readme();
  std::vector<std::string> names{"schema_version", "description", "claims", "origin", "document", "sha256", "section",
                                 "span",           "begin",       "end",    "frame",  "id",       "text"};
  const auto full = parse_claims(json_examples(page).at(1), "second");
  for (const auto& [slot, words] : full.at(0).frame) names.push_back(slot);
  const auto add_values = [&names](const auto& values) { names.insert(names.end(), values.begin(), values.end()); };
  add_values(EnumNames<ClaimKind>::values);
  add_values(EnumNames<Strength>::values);
  add_values(EnumNames<Polarity>::values);
  add_values(EnumNames<Direction>::values);
  for (const std::string& name : names) EXPECT_NE(page.find("`" + name + "`"), std::string::npos) << name;
}

}  // namespace
}  // namespace claimcheck
