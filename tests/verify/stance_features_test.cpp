#include "verify/stance_features.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "verify/citations.h"

namespace claimcheck {
namespace {

Features features_of(const std::string& claim, const Citation& citation) {
  const Sentence sentence = analyse_sentence(claim, builtin_vocabulary());
  const ClaimParts parts = read_claim_parts(sentence);
  return stance_features(parts, sentence, view_evidence(parts, citation, builtin_vocabulary()));
}

bool has(const Features& features, std::string_view feature) {
  return std::binary_search(features.begin(), features.end(), Feature(std::string(feature)));
}

Citation gribble_trial() {
  return make_citation(1, "Flimflamol for gribble: a snorkwort trial",
                       "Of 47 blatherskites, 23 took flimflamol. Gribble fell by 31% with flimflamol and by 8% with "
                       "wuzzlewick (P = 0.004; 95% CI 12 to 34). Snorkwort did not differ.",
                       "Flimflamol lowered gribble in blatherskites.");
}

constexpr const char* kClaims[] = {
    "Flimflamol lowers gribble in blatherskites by 31%.",
    "Does flimflamol lower gribble in blatherskites?",
    "Flimflamol is superior or other to wuzzlewick in terms of gribble.",
    "Flimflamol is non-inferior to wuzzlewick in terms of snorkwort.",
};

TEST(StanceFeatures, HoldNoWordOfTheClaimOrTheRecord) {
  for (const char* claim : kClaims) {
    for (const Feature& feature : features_of(claim, gribble_trial())) {
      for (const char* word : {"flimflam", "gribbl", "blather", "wuzzle", "snork", "47", "31", "23"}) {
        EXPECT_EQ(feature.name.find(word), std::string::npos) << feature.name;
      }
    }
  }
}

TEST(StanceFeatures, AreTheSameWhateverTheTopicIsCalled) {
  const auto rename = [](std::string text) {
    for (const auto& [from, to] : {std::pair("limflamol", "omblewock"), std::pair("ribble", "ubwump")}) {
      for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
        text.replace(at, std::string_view(from).size(), to);
      }
    }
    return text;
  };
  Citation renamed = gribble_trial();
  renamed.title = rename(renamed.title);
  for (AbstractSection& section : renamed.abstract) section.text = rename(section.text);
  for (const char* claim : kClaims) EXPECT_EQ(features_of(claim, gribble_trial()), features_of(rename(claim), renamed));
}

TEST(StanceFeatures, AreSortedAndUnique) {
  for (const char* claim : kClaims) {
    const Features features = features_of(claim, gribble_trial());
    EXPECT_TRUE(std::is_sorted(features.begin(), features.end())) << claim;
    EXPECT_EQ(std::adjacent_find(features.begin(), features.end()), features.end()) << claim;
  }
}

TEST(StanceFeatures, TellWhatTheRecordNamesAndReports) {
  const Features features = features_of(kClaims[0], gribble_trial());
  for (const char* feature :
       {"^", "record names 1", "title names 0.4", "best names 0.7", "best gives a number 0", "record gives numbers all",
        "claim negated 0", "best is conclusions", "best is last", "all 1"}) {
    EXPECT_EQ(has(features, feature), std::string_view(feature) != "all 1") << feature;
  }
  EXPECT_FALSE(has(features, "record lacks 1"));
}

TEST(StanceFeatures, TellOfTheSlotsOfComparisonsOnly) {
  EXPECT_TRUE(has(features_of(kClaims[2], gribble_trial()), "record names comparator 1"));
  EXPECT_TRUE(has(features_of(kClaims[2], gribble_trial()), "asks no worse 0"));
  EXPECT_TRUE(has(features_of(kClaims[3], gribble_trial()), "asks no worse 1"));
  for (const Feature& feature : features_of(kClaims[0], gribble_trial())) {
    EXPECT_EQ(feature.name.find("comparator"), std::string::npos) << feature.name;
  }
}

TEST(StanceFeatures, TellPValuesAndIntervalsOfTheNearestSentence) {
  const struct {
    const char* results;
    const char* feature;
  } rows[] = {
      {"Gribble fell with flimflamol (P = 0.004).", "best p significant"},
      {"Gribble fell with flimflamol (P < .05).", "best p significant"},
      {"Gribble fell with flimflamol (P = 0.4).", "best p not significant"},
      {"Gribble fell with flimflamol (P > 0.05).", "best p not significant"},
      {"Gribble fell with flimflamol (P > 0.01).", "best p not significant"},
      {"Gribble fell with flimflamol (P = 0.4 and P = 0.01).", "best p significant"},
      {"Flimflamol and gribble: odds ratio 0.5 (95% CI 0.3 to 0.8).", "best interval excludes null"},
      {"Flimflamol and gribble: odds ratio 0.9 (95% CI 0.7 to 1.2).", "best interval includes null"},
      {"Flimflamol and gribble: mean difference -2 (95% CI -3 to -1).", "best interval excludes null"},
      {"Flimflamol and gribble: mean difference -2 (95% CI -5 to 1).", "best interval includes null"},
  };
  for (const auto& row : rows) {
    const Features features = features_of("Flimflamol lowers gribble.", make_citation(1, "", row.results));
    EXPECT_TRUE(has(features, row.feature)) << row.results;
  }
}

TEST(StanceFeatures, TakeAClaimAndARecordWithoutText) {
  EXPECT_TRUE(has(features_of("Flimflamol lowers gribble.", {}), "^"));
  EXPECT_TRUE(has(features_of("", gribble_trial()), "^"));
}

}  // namespace
}  // namespace claimcheck
