#include "verify/claim_parts.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

using Words = std::vector<std::string>;

ClaimParts parts_of(std::string_view claim) {
  return read_claim_parts(analyse_sentence(claim, builtin_vocabulary()));
}

TEST(ReadClaimParts, TellsStatementsQuestionsAndComparisons) {
  const struct {
    const char* claim;
    ClaimForm form;
  } rows[] = {
      {"Ketamine relieves pain.", ClaimForm::statement},
      {"Ketamine, when given slowly, is safe.", ClaimForm::statement},
      {"Ketamine is superior to placebo.", ClaimForm::statement},
      {"What adults do in their sleep is unknown.", ClaimForm::statement},
      {"In adults, ketamine is safe.", ClaimForm::statement},
      {"In terms of pain, ketamine is superior to placebo.", ClaimForm::statement},
      {"Is ketamine safe?", ClaimForm::question},
      {"Does ketamine relieve pain", ClaimForm::question},
      {"In adults, is ketamine safe", ClaimForm::question},
      {"In adults with pain, does ketamine help", ClaimForm::question},
      {"Ketamine for pain: does it help?", ClaimForm::question},
      {"Ketamine for pain: does it help", ClaimForm::question},
      {"Ketamine for pain: a good choice?", ClaimForm::question},
      {"Should children sleep longer?", ClaimForm::question},
      {"Almorin is superior to placebo in terms of pain.", ClaimForm::comparison},
      {"Almorin is superior or other to placebo in terms of pain.", ClaimForm::comparison},
      {"Almorin is non-inferior to bendazol in terms of days of pain.", ClaimForm::comparison},
      {"Almorin in terms of pain.", ClaimForm::statement},
      {"", ClaimForm::statement},
      {"?", ClaimForm::question},
  };
  for (const auto& row : rows) EXPECT_EQ(to_string(parts_of(row.claim).form), to_string(row.form)) << row.claim;
}

TEST(ReadClaimParts, TellsArmsAndOutcomeOfAComparison) {
  const ClaimParts parts =
      parts_of("Almorin tablets is superior or other to placebo tablets in terms of days without heartburn in adults.");
  EXPECT_EQ(parts.intervention, (Words{"almorin", "tablet"}));
  EXPECT_EQ(parts.comparator, (Words{"placebo", "tablet"}));
  EXPECT_EQ(parts.outcome, (Words{"day", "heartburn", "adult"}));
  EXPECT_EQ(parts.words, (Words{"almorin", "tablet", "day", "heartburn", "adult"}));
  EXPECT_EQ(parts.target(), parts.outcome);
  EXPECT_FALSE(parts.asks_no_worse);
}

TEST(ReadClaimParts, LeavesOutFunctionWordsRepeatsAndWhatAllClaimsShare) {
  const ClaimParts parts =
      parts_of("The treatment of patients with heartburn by almorin: heartburn, compared, fell 12.");
  EXPECT_EQ(parts.words, (Words{"heartburn", "almorin", "fell", "12"}));
  EXPECT_EQ(parts.target(), parts.words);
  EXPECT_TRUE(parts.intervention.empty());
  EXPECT_TRUE(parts.outcome.empty());
}

TEST(ReadClaimParts, AsksNoWorseOnlyWhereTheClaimSaysSo) {
  const struct {
    const char* kind;
    bool no_worse;
  } rows[] = {
      {"superior", false},   {"superior or other", false}, {"inferior", false},  {"non-inferior", true},
      {"noninferior", true}, {"not inferior", true},       {"equivalent", true}, {"non-inferior or equivalent", true}};
  for (const auto& row : rows) {
    const ClaimParts parts = parts_of(std::string("Almorin is ") + row.kind + " to bendazol in terms of heartburn.");
    EXPECT_EQ(to_string(parts.form), "comparison") << row.kind;
    EXPECT_EQ(parts.asks_no_worse, row.no_worse) << row.kind;
  }
}

TEST(ReadClaimParts, TakesFourteenWordsOfALongOutcome) {
  const ClaimParts parts = parts_of(
      "Almorin is superior to placebo in terms of one1 two2 three3 four4 five5 six6 seven7 eight8 nine9 ten10 eleven11 "
      "twelve12 thirteen13 fourteen14 fifteen15 sixteen16.");
  ASSERT_EQ(parts.outcome.size(), 14U);
  EXPECT_EQ(parts.outcome.front(), "one1");
  EXPECT_EQ(parts.outcome.back(), "fourteen14");
  EXPECT_EQ(parts.words.size(), 15U);
}

TEST(ReadClaimParts, FindsNoWordsWhereThereAreNone) {
  for (const char* claim : {"", "...", "Is it?", "The of and."}) EXPECT_TRUE(parts_of(claim).words.empty()) << claim;
}

}  // namespace
}  // namespace claimcheck
