#include "verify/section_roles.h"

#include <algorithm>
#include <string>

#include <fmt/core.h>

#include "text/tokens.h"
#include "verify/linear_model.h"

namespace claimcheck {

std::string_view section_roles_data();

namespace {

constexpr std::size_t kOpening = 4;  // words at the start of a section, which tell most

std::string feature_of(const Token& token) {
  if (token.kind == TokenKind::number) return "#";
  return token.kind == TokenKind::word ? token.stem : token.norm;
}

}  // namespace

Features section_features(std::span<const std::string_view> sections, std::size_t index) {
  const std::vector<Token> tokens = tokenize(sections[index]);
  Features features{
      "^", "place " + std::to_string(index) + " of " + std::to_string(std::min<std::size_t>(sections.size(), 8)),
      "from the end " + std::to_string(sections.size() - index)};
  std::string before = "^";
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::string word = feature_of(tokens[i]);
    if (i < kOpening) features.push_back(fmt::format("^ {}", word));
    features.push_back(fmt::format("{} {}", before, word));
    features.push_back(word);
    before = std::move(word);
  }
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

std::vector<SectionRole> read_section_roles(std::span<const std::string_view> sections) {
  static const LinearModel model(section_roles_data(), kSectionRoles.size());
  std::vector<SectionRole> roles;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    roles.push_back(kSectionRoles[model.predict(section_features(sections, i)).winner]);
  }
  return roles;
}

}  // namespace claimcheck
