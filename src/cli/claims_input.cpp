#include "cli/claims_input.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include "cli/article.h"
#include "cli/input_file.h"
#include "intake/claims_file.h"
#include "intake/sha256.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLargestFile = std::size_t{64} << 20;

std::vector<Claim> read_claims_of(ClaimsInput& input, const std::string& bytes, const std::string& name) {
  if (looks_like_claims_file(bytes, name)) return parse_claims(bytes, name);
  Document article = read_article(bytes, name);
  std::vector<Claim> claims = extract_article_claims(article, input.claims);
  input.articles.push_back(std::move(article));
  return claims;
}

}  // namespace

ClaimsInput read_claims(const std::vector<std::string>& paths) {
  ClaimsInput input;
  for (const std::string& path : paths) {
    add_claims(input, path, read_input_file(path, kLargestFile, "a claims file or an article"));
  }
  return input;
}

std::vector<std::string> note_problems(const std::vector<Document>& articles,
                                       const std::vector<InputDocument>& documents) {
  std::vector<std::string> notes;
  for (const Document& article : articles) {
    for (const std::string& problem : article.problems) notes.push_back(fmt::format("{}: {}", article.name, problem));
    const auto document = std::find_if(documents.begin(), documents.end(),
                                       [&](const InputDocument& each) { return each.sha256 == article.sha256; });
    if (document != documents.end() && document->claims == 0) {
      notes.push_back(article.name + ": no statement that literature can speak to was found in it.");
    }
  }
  return notes;
}

void add_claims(ClaimsInput& input, const std::string& path, std::string bytes) {
  const std::string name = input_name(path);
  std::vector<Claim> claims = read_claims_of(input, bytes, name);
  input.documents.push_back({std::filesystem::path(name).filename().string(), sha256_hex(bytes), claims.size()});
  std::move(claims.begin(), claims.end(), std::back_inserter(input.claims));
  input.texts.push_back(std::move(bytes));
}

}  // namespace claimcheck
