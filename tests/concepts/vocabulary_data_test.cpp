#include "concepts/vocabulary_data.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// The message of the error that `data` causes, empty when it causes none.
std::string error_of(std::string_view data) {
  try {
    Vocabulary::parse(data, "words.txt");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return {};
}

TEST(ParseConcepts, ReadsEveryField) {
  const auto entries = parse_concepts(
      "# a comment\n"
      "harm_root: harm; damage\r\n"
      "  .kind outcome\n"
      "  .valence bad\n"
      "  .harm yes\n"
      "\n"
      "  ache: ache;\n"
      "    .terms sore ; =soreness\n"
      "    .mesh Pain; Pain, Intractable\n"
      "    .broader other\n"
      "    .opposite relief\n"
      "    .valence neutral\n",
      "words.txt");
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].line, 2U);
  EXPECT_THAT(entries[0].entry.terms, ElementsAre("harm", "damage"));
  const Concept& ache = entries[1].entry;
  EXPECT_EQ(ache.id, "ache");
  EXPECT_EQ(ache.kind, ConceptKind::outcome);
  EXPECT_EQ(ache.valence, Valence::neutral);
  EXPECT_TRUE(ache.harm);
  EXPECT_EQ(ache.opposite, "relief");
  EXPECT_THAT(ache.terms, ElementsAre("ache", "sore", "=soreness"));
  EXPECT_THAT(ache.mesh, ElementsAre("Pain", "Pain, Intractable"));
  EXPECT_THAT(ache.broader, ElementsAre("harm_root", "other"));
}

TEST(ParseConcepts, TakesTheConceptAboveByIndentation) {
  const auto entries = parse_concepts(
      "a: aa\n"
      "  .kind route\n"
      "  b: bb\n"
      "    c: cc\n"
      "  d: dd\n"
      "e: ee\n"
      "  .kind setting\n",
      "words.txt");
  ASSERT_EQ(entries.size(), 5U);
  EXPECT_THAT(entries[2].entry.broader, ElementsAre("b"));
  EXPECT_THAT(entries[3].entry.broader, ElementsAre("a"));
  EXPECT_THAT(entries[4].entry.broader, IsEmpty());
  EXPECT_EQ(entries[3].entry.kind, ConceptKind::route);
  EXPECT_EQ(entries[4].entry.kind, ConceptKind::setting);
}

TEST(ParseConcepts, TakesOverFromTheFirstBroaderConceptOfAnUnindentedOne) {
  const auto entries = parse_concepts(
      "harm: harm\n"
      "  .kind outcome\n"
      "  .valence bad\n"
      "  .harm yes\n"
      "rash: rash\n"
      "  .broader harm\n"
      "  .valence neutral\n",
      "words.txt");
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_TRUE(entries[1].entry.harm);
  EXPECT_EQ(entries[1].entry.valence, Valence::neutral);
}

TEST(ParseConcepts, AddsThePopulationOfADisease) {
  const auto entries = parse_concepts(
      "illness: illness\n"
      "  .kind outcome\n"
      "  .valence bad\n"
      "  .patients\n"
      "  gout: gout\n"
      "    .opposite ease\n"
      "    .mesh Gout\n"
      "    .signs uric acid\n"
      "    .patients gouty people\n"
      "  cramp: cramp\n",
      "words.txt");
  ASSERT_EQ(entries.size(), 5U);
  EXPECT_THAT(entries[1].entry.terms, ElementsAre("gout", "uric acid"));
  const Concept& people = entries[4].entry;
  EXPECT_EQ(people.id, "gout_patients");
  EXPECT_EQ(people.kind, ConceptKind::population);
  EXPECT_EQ(people.valence, Valence::neutral);
  EXPECT_THAT(people.terms, ElementsAre("gout", "gouty people"));
  EXPECT_THAT(people.mesh, ElementsAre("Gout"));
  EXPECT_THAT(people.broader, ElementsAre("illness_patients"));
  EXPECT_EQ(people.opposite, "");
}

TEST(VocabularyParse, ReadsAnEmptyFileAsNoConcepts) {
  EXPECT_THAT(Vocabulary::parse("", "words.txt").concepts(), IsEmpty());
  EXPECT_THAT(Vocabulary::parse("# only a comment\n\n", "words.txt").concepts(), IsEmpty());
}

TEST(VocabularyParse, NamesTheLineAndTheFaultOfBadData) {
  struct Case {
    std::string_view data;
    std::string_view line;
    std::string_view fault;
  };
  const std::vector<Case> cases{
      {"a: x\n  .kind outcome\n  .colour red\n", "words.txt:3:", "unknown field '.colour'"},
      {"a: x\n  .kind organ\n", "words.txt:2:", "unknown kind 'organ'"},
      {"a: x\n  .kind outcome\n  .valence fine\n", "words.txt:3:", "unknown valence 'fine'"},
      {"a: x\n  .kind outcome\n  .harm maybe\n", "words.txt:3:", "'.harm maybe' must be yes or no"},
      {"  .kind outcome\n", "words.txt:1:", "must follow the concept"},
      {"just some words\n", "words.txt:1:", "is neither"},
      {"Bad Id: x\n", "words.txt:1:", "is neither"},
      {"a: x\n  .kind outcome\n   b: y\n", "words.txt:3:", "two spaces"},
      {"a: x\n  .kind outcome\n    b: y\n", "words.txt:3:", "two spaces"},
      {"\na: x\n", "words.txt:2:", "has no '.kind'"},
      {"a:\n  .kind outcome\n", "words.txt:1:", "'a' has no terms"},
      {"a: =\n  .kind outcome\n", "words.txt:1:", "without words"},
      {"a: x\n  .kind outcome\na: y\n  .kind outcome\n", "words.txt:3:", "'a' is defined twice"},
      {"a: x\n  .kind outcome\n  .broader b\n", "words.txt:1:", "unknown broader 'b'"},
      {"a: x\n  .kind outcome\n  .opposite b\n", "words.txt:1:", "unknown opposite 'b'"},
      {"a: x\n  .kind route\n  .apart b\n", "words.txt:1:", "unknown apart 'b'"},
      {"a: x\n  .kind population\n  .ages 18\n", "words.txt:3:", "two numbers of years"},
      {"a: x\n  .kind population\n  .ages 65 18\n", "words.txt:3:", "two numbers of years"},
      {"a: x\n  .kind population\n  .ages 18 65 y\n", "words.txt:3:", "two numbers of years"},
      {"a: x\n  .kind outcome\n  .broader b\nb: y\n  .kind route\n", "words.txt:1:", "'b' of another kind"},
      {"a: x\n  .kind outcome\n  .broader a\n", "words.txt:1:", "broader than itself"},
      {"a: x\n  .kind outcome\n  .broader c\n  b: y\n    c: z\n", "words.txt:", "broader than itself"},
      {"a: liver injury\n  .kind outcome\nb: Liver-injuries\n  .kind outcome\n",
       "words.txt:3:", "shares the term 'Liver-injuries' with 'a'"},
      {"a: haemorrhage\n  .kind outcome\nb: hemorrhage\n  .kind outcome\n", "words.txt:3:", "shares the term"},
  };
  for (const Case& c : cases) {
    const std::string error = error_of(c.data);
    EXPECT_THAT(error, HasSubstr(std::string(c.line))) << c.data;
    EXPECT_THAT(error, HasSubstr(std::string(c.fault))) << c.data;
  }
}

TEST(VocabularyParse, LetsConceptsOfDifferentKindsShareATerm) {
  EXPECT_EQ(error_of("a: misuse\n  .kind outcome\nb: misuse\n  .kind setting\n"), "");
}

}  // namespace
}  // namespace claimcheck
