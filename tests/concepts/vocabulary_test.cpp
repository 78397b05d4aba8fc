#include "concepts/vocabulary.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kData = R"(
medicine: medicine
  .kind intervention
  poppy: poppy
  opioid: opioid; opioid medicine
    codeine: codeine
      .broader cough_medicine
cough_medicine: cough medicine
  .kind intervention
  .broader medicine
harm: side effect
  .kind outcome
  .valence bad
  .harm yes
  opioid_use_disorder: opioid use disorder
  sleepiness: sleepiness
    .opposite wakefulness
  haematoma: haematoma; =bruise
  poppy_rash: +poppy rash
wakefulness: wakefulness
  .kind outcome
  .valence good
cancer: cancer
  .kind outcome
  .patients cancer patients
long_use: long use; years of use
  .kind duration
)";

const Vocabulary& vocabulary() {
  static const Vocabulary parsed = Vocabulary::parse(kData, "test data");
  return parsed;
}

/// "id[words]" for each mention.
std::vector<std::string> mentions_in(std::string_view text) {
  std::vector<std::string> found;
  for (const ConceptMention& mention : vocabulary().find_mentions(text, tokenize(text))) {
    found.push_back(mention.concept_ptr->id + "[" + std::string(slice(text, mention.span)) + "]");
  }
  return found;
}

std::vector<std::string> narrower_ids(std::string_view id) {
  std::vector<std::string> ids;
  for (const Concept* found : vocabulary().with_narrower(id)) ids.push_back(found->id);
  return ids;
}

TEST(VocabularyFind, GivesTheConceptOrNull) {
  ASSERT_NE(vocabulary().find("codeine"), nullptr);
  EXPECT_EQ(vocabulary().find("codeine")->id, "codeine");
  EXPECT_EQ(vocabulary().find("Codeine"), nullptr);
  EXPECT_EQ(vocabulary().find(""), nullptr);
}

TEST(VocabularyFind, ShowsTermsWithoutMarksAndInBothSpellings) {
  EXPECT_THAT(vocabulary().find("haematoma")->terms, ElementsAre("haematoma", "hematoma", "bruise"));
  EXPECT_THAT(vocabulary().find("poppy_rash")->terms, ElementsAre("poppy rash"));
}

TEST(VocabularyFindMentions, NamesTheConceptsInOrderWithTheirPlaces) {
  const std::string text = "Codeine caused hematomas (and sleepiness).";
  const std::vector<Token> tokens = tokenize(text);
  const std::vector<ConceptMention> mentions = vocabulary().find_mentions(text, tokens);
  ASSERT_EQ(mentions.size(), 3U);
  EXPECT_EQ(mentions[1].concept_ptr, vocabulary().find("haematoma"));
  EXPECT_EQ(slice(text, mentions[1].span), "hematomas");
  EXPECT_EQ(mentions[1].first, 2U);
  EXPECT_EQ(mentions[1].last, 3U);
  EXPECT_EQ(mentions[2].concept_ptr->id, "sleepiness");
}

TEST(VocabularyFindMentions, PrefersTheLongestTerm) {
  EXPECT_THAT(mentions_in("an opioid medicine"), ElementsAre("opioid[opioid medicine]"));
  EXPECT_THAT(mentions_in("a cough medicine"), ElementsAre("cough_medicine[cough medicine]"));
}

TEST(VocabularyFindMentions, LeavesOutAMentionInsideALongerOneOfAnyKind) {
  EXPECT_THAT(mentions_in("opioid use disorder"), ElementsAre("opioid_use_disorder[opioid use disorder]"));
  EXPECT_THAT(mentions_in("in cancer patients"), ElementsAre("cancer_patients[cancer patients]"));
}

TEST(VocabularyFindMentions, KeepsAMentionInsideAnOpenTerm) {
  EXPECT_THAT(mentions_in("poppy rash"), ElementsAre("poppy[poppy]", "poppy_rash[poppy rash]"));
}

TEST(VocabularyFindMentions, GivesOneMentionForEachKindThatSharesATerm) {
  EXPECT_THAT(mentions_in("Cancer grew."), ElementsAre("cancer[Cancer]", "cancer_patients[Cancer]"));
}

TEST(VocabularyFindMentions, KeepsPartialOverlapsOfDifferentKinds) {
  EXPECT_THAT(mentions_in("long use of opioid medicine"), ElementsAre("long_use[long use]", "opioid[opioid medicine]"));
  EXPECT_THAT(mentions_in("years of use disorder"), ElementsAre("long_use[years of use]"));
}

TEST(VocabularyFindMentions, FindsNothingInOtherWords) {
  EXPECT_THAT(mentions_in(""), IsEmpty());
  EXPECT_THAT(mentions_in("bruises were not counted, nor sleep"), IsEmpty());
}

TEST(VocabularyIsKindOf, FollowsEveryPathUpwards) {
  const std::vector<std::pair<std::string_view, std::string_view>> kinds{
      {"codeine", "codeine"}, {"codeine", "opioid"}, {"codeine", "cough_medicine"}, {"codeine", "medicine"}};
  for (const auto& [id, above] : kinds) EXPECT_TRUE(vocabulary().is_kind_of(id, above)) << id << " " << above;
  const std::vector<std::pair<std::string_view, std::string_view>> others{
      {"opioid", "codeine"}, {"opioid", "cough_medicine"}, {"sleepiness", "wakefulness"}, {"codeine", "unknown"}};
  for (const auto& [id, above] : others) EXPECT_FALSE(vocabulary().is_kind_of(id, above)) << id << " " << above;
  EXPECT_TRUE(vocabulary().is_kind_of("unknown", "unknown"));
}

TEST(VocabularyWithNarrower, GivesEachConceptOnceBreadthFirst) {
  EXPECT_THAT(narrower_ids("medicine"), ElementsAre("medicine", "poppy", "opioid", "cough_medicine", "codeine"));
  EXPECT_THAT(narrower_ids("codeine"), ElementsAre("codeine"));
  EXPECT_THAT(narrower_ids("unknown"), IsEmpty());
}

TEST(Vocabulary, KeepsItsMentionsWhenMoved) {
  Vocabulary first = Vocabulary::parse(kData, "test data");
  const Concept* codeine = first.find("codeine");
  const Vocabulary second = std::move(first);
  EXPECT_EQ(second.find("codeine"), codeine);
  const std::string text = "codeine";
  ASSERT_EQ(second.find_mentions(text, tokenize(text)).size(), 1U);
  EXPECT_EQ(second.find_mentions(text, tokenize(text)).front().concept_ptr, codeine);
}

}  // namespace
}  // namespace claimcheck
