#include "intake/claims_of.h"

#include <gtest/gtest.h>

#include "intake/claims_file.h"
#include "intake/extract_claims.h"
#include "intake/read_document.h"
#include "text/utf8.h"

namespace claimcheck {

std::vector<Claim> extract_checked(std::string_view markdown) {
  const Document document = read_document(markdown, "article.md");
  std::vector<Claim> claims = extract_claims(document, builtin_vocabulary());
  EXPECT_EQ(claims, extract_claims(document, builtin_vocabulary()));
  for (std::size_t i = 0; i < claims.size(); ++i) {
    const Claim& claim = claims[i];
    EXPECT_EQ(claim.id, (i < 9 ? "C-0" : "C-") + std::to_string(i + 1));
    EXPECT_FALSE(claim.text.empty());
    EXPECT_EQ(claim.text.find('\n'), std::string::npos);
    EXPECT_LE(count_code_points(claim.text), kMaxClaimLength);
    if (!claim.origin || !claim.passage) {
      ADD_FAILURE() << claim.text << " has no origin or passage";
      continue;
    }
    const Passage& passage = *claim.passage;
    EXPECT_EQ(passage.text, slice(document.text, passage.span));
    EXPECT_EQ(claim.origin->span, to_code_points(document.text, passage.span));
    EXPECT_EQ(claim.origin->section, document.blocks.at(passage.block).section);
    EXPECT_FALSE(passage.words.empty());
    EXPECT_LE(passage.words.end, document.blocks.at(passage.block).text.size());
    EXPECT_FALSE(passage.why.empty());
  }
  return claims;
}

std::vector<std::string> claims_of(std::string_view markdown) {
  std::vector<std::string> texts;
  for (const Claim& claim : extract_checked(markdown)) texts.push_back(claim.text);
  return texts;
}

}  // namespace claimcheck
