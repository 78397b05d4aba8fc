// claims/ketamine.json: well-formed by itself, and true to its source documents where they are at hand.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "intake/claims_file.h"
#include "intake/sha256.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

const std::filesystem::path kSource = CLAIMCHECK_SOURCE_DIR;
const std::filesystem::path kDocuments = kSource / "../shared/seeds";

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::vector<Claim>& ketamine_claims() {
  static const auto claims = parse_claims(read_file(kSource / "claims/ketamine.json"), "ketamine.json");
  return claims;
}

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

/// The first four letters of each word of four or more that is not in nearly every claim: a rough stem.
std::set<std::string> content_stems(std::string_view text) {
  static const std::set<std::string> common{"keta", "ther", "trea", "pati", "peop", "with", "that",
                                            "this", "from", "when", "they", "thei", "than"};
  std::set<std::string> stems;
  std::string word;
  for (const char c : lower_case(text) + " ") {
    if (c >= 'a' && c <= 'z') {
      word += c;
      continue;
    }
    if (word.size() >= 4 && !common.contains(word.substr(0, 4))) stems.insert(word.substr(0, 4));
    word.clear();
  }
  return stems;
}

class KetamineDocuments : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kDocuments)) GTEST_SKIP() << kDocuments << " is not there";
    for (const Claim& claim : ketamine_claims()) {
      if (claim.origin) documents_.emplace(claim.origin->document, read_file(kDocuments / claim.origin->document));
    }
  }

  std::map<std::string, std::string> documents_;
};

TEST(KetamineClaims, AreManyWithUniqueIdsAndTexts) {
  std::set<std::string> ids;
  std::set<std::string> texts;
  for (const Claim& claim : ketamine_claims()) {
    EXPECT_TRUE(ids.insert(claim.id).second) << claim.id;
    EXPECT_TRUE(texts.insert(lower_case(claim.text)).second) << claim.id << " repeats: " << claim.text;
  }
  EXPECT_GE(ids.size(), 60U);
}

TEST(KetamineClaims, AreShortStatementsNotOverruledByHand) {
  for (const Claim& claim : ketamine_claims()) {
    EXPECT_LE(count_code_points(claim.text), 300U) << claim.id;
    EXPECT_EQ(claim.text.find('.'), claim.text.size() - 1) << claim.id << ": one sentence, one full stop at its end";
    EXPECT_TRUE(claim.frame.empty()) << claim.id;
  }
}

TEST(KetamineClaims, StartWithTheTwoOfTheUser) {
  const auto& claims = ketamine_claims();
  ASSERT_GE(claims.size(), 2U);
  EXPECT_EQ(claims[0].id, "U01");
  EXPECT_EQ(claims[0].text, "Ketamine causes no long-term organ damage.");
  EXPECT_EQ(claims[1].id, "U02");
  EXPECT_EQ(claims[1].text, "Ketamine has a low addiction risk.");
  for (std::size_t i = 0; i < claims.size(); ++i) EXPECT_EQ(claims[i].origin.has_value(), i >= 2) << claims[i].id;
}

TEST(KetamineClaims, FollowTheOrderOfTheirDocuments) {
  const auto place = [](const Claim& claim) { return std::pair(claim.origin->document, claim.origin->span); };
  const auto& claims = ketamine_claims();
  for (std::size_t i = 3; i < claims.size(); ++i) {
    ASSERT_TRUE(claims[i].origin && claims[i - 1].origin);
    EXPECT_LE(place(claims[i - 1]), place(claims[i])) << claims[i].id;
  }
}

TEST_F(KetamineDocuments, AreTheOnesThatTheClaimsWereTakenFrom) {
  EXPECT_EQ(documents_.size(), 4U);
  for (const Claim& claim : ketamine_claims()) {
    if (!claim.origin) continue;
    EXPECT_EQ(sha256_hex(documents_[claim.origin->document]), claim.origin->sha256) << claim.id;
  }
}

TEST_F(KetamineDocuments, HoldTheSpanAndTheSectionOfEachClaim) {
  for (const Claim& claim : ketamine_claims()) {
    if (!claim.origin) continue;
    const std::string& text = documents_[claim.origin->document];
    EXPECT_LT(claim.origin->span.begin, claim.origin->span.end) << claim.id;
    EXPECT_LE(claim.origin->span.end, count_code_points(text)) << claim.id;
    const std::string before = "\n" + text.substr(0, to_bytes(text, claim.origin->span).begin);
    if (!claim.origin->section.empty()) {
      EXPECT_NE(before.find("\n" + claim.origin->section + "\n"), std::string::npos)
          << claim.id << ": no heading \"" << claim.origin->section << "\" above the passage";
    }
  }
}

TEST_F(KetamineDocuments, ShareTheContentWordsOfEachClaimInItsPassage) {
  for (const Claim& claim : ketamine_claims()) {
    if (!claim.origin) continue;
    const std::string& text = documents_[claim.origin->document];
    const std::string passage(slice(text, to_bytes(text, claim.origin->span)));
    const auto claimed = content_stems(claim.text);
    const auto said = content_stems(passage);
    const auto shared = std::count_if(claimed.begin(), claimed.end(), [&](const auto& s) { return said.contains(s); });
    EXPECT_GE(3 * static_cast<std::size_t>(shared), std::max(std::size_t{1}, std::min(claimed.size(), said.size())))
        << claim.id << ": " << claim.text << "\n  passage: " << passage;
  }
}

TEST_F(KetamineDocuments, AreNotQuotedByAnyClaim) {
  for (const auto& [name, text] : documents_) {
    for (const Claim& claim : ketamine_claims()) {
      EXPECT_EQ(lower_case(text).find(lower_case(claim.text)), std::string::npos) << claim.id << " quotes " << name;
    }
  }
}

}  // namespace
}  // namespace claimcheck
