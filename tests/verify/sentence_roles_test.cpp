#include "verify/sentence_roles.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "core/section_label.h"
#include "verify/section_roles.h"

namespace claimcheck {
namespace {

std::vector<Sentence> analyse(const std::vector<std::string>& texts) {
  std::vector<Sentence> sentences;
  sentences.reserve(texts.size());
  for (const std::string& text : texts) sentences.push_back(analyse_sentence(text, builtin_vocabulary()));
  return sentences;
}

Citation unlabelled(std::string text) {
  Citation citation;
  citation.abstract = {{"", SectionRole::unassigned, std::move(text)}};
  return citation;
}

std::vector<SectionRole> roles_in(const std::string& text) {
  const Citation citation = unlabelled(text);
  std::vector<SectionRole> roles;
  for (const Sentence& sentence : analyse_abstract(citation, builtin_vocabulary())) roles.push_back(sentence.role);
  return roles;
}

TEST(ReadSentenceRoles, TellsThePartsOfATrialWithoutLabels) {
  const std::vector<std::string> texts{
      "Heartburn is common and its treatment is often unsatisfactory.",
      "This study aimed to determine whether almorin relieves heartburn in adults.",
      "In this double-blind trial, 90 adults were randomly assigned to almorin or placebo for 8 weeks.",
      "The primary outcome was the number of days without heartburn.",
      "At week 8, the mean number of days was 41 in the almorin group and 29 in the placebo group (P = 0.003).",
      "Almorin may be an option for these patients, and longer studies are needed."};
  const std::vector<SectionRole> roles = read_sentence_roles(analyse(texts));
  ASSERT_EQ(roles.size(), 6U);
  EXPECT_EQ(roles[0], SectionRole::background);
  // An aim behind a background is often labelled as part of it.
  EXPECT_TRUE(roles[1] == SectionRole::objective || roles[1] == SectionRole::background);
  EXPECT_EQ(std::vector<SectionRole>(roles.begin() + 2, roles.end()),
            (std::vector<SectionRole>{SectionRole::methods, SectionRole::methods, SectionRole::results,
                                      SectionRole::conclusions}));
}

TEST(ReadSentenceRoles, AnswersEverySentenceAndNothingForNone) {
  EXPECT_TRUE(read_sentence_roles({}).empty());
  EXPECT_EQ(read_sentence_roles(analyse({"The mean score fell from 14 to 9 (P < 0.01)."})).size(), 1U);
  EXPECT_EQ(read_sentence_roles(analyse({"", "???", "\xff\xfe"})).size(), 3U);
}

TEST(ReadSentenceRoles, LooksAtTheWholePath) {
  // By itself the third sentence would be a method; between two results it is one of them.
  const std::vector<std::string> texts{
      "Sixty adults were randomly assigned to almorin or placebo and assessed every week.",
      "The mean score was 12.1 with almorin and 15.8 with placebo (P = 0.02).", "Pain was scored every day.",
      "Nausea was reported by 4 of 30 adults (13%) and by 5 of 30 (17%), respectively."};
  const std::vector<SectionRole> roles = read_sentence_roles(analyse(texts));
  EXPECT_EQ(roles[0], SectionRole::methods);
  for (std::size_t i = 1; i < roles.size(); ++i) EXPECT_EQ(to_string(roles[i]), to_string(SectionRole::results)) << i;
}

TEST(SentenceFeatures, HoldPlaceOpeningPairsAndNumbers) {
  const std::vector<Sentence> sentences = analyse({"We asked 40 adults.", "Pain fell, as hoped.", "It stayed low."});
  const Features first = sentence_features(sentences, 0);
  for (const char* feature : {"tenth 0", "sentence 0", "from the end 2", "^ we", "^ ask", "^ #", "# adult", "adult"}) {
    EXPECT_EQ(std::count(first.begin(), first.end(), feature), 1) << feature;
  }
  EXPECT_EQ(std::count(first.begin(), first.end(), "^ adult"), 0) << "only three words open a sentence";
  EXPECT_EQ(std::count(first.begin(), first.end(), "40"), 0);
  const Features second = sentence_features(sentences, 1);
  for (const char* feature : {"tenth 3", "sentence 1", "from the end 1", "fell as"}) {
    EXPECT_EQ(std::count(second.begin(), second.end(), feature), 1) << feature;
  }
  EXPECT_TRUE(std::is_sorted(second.begin(), second.end()));
}

TEST(RoleBefore, IsNoPairOfWords) {
  for (std::size_t role = 0; role < kSectionRoles.size(); ++role) {
    const std::vector<Sentence> sentences = analyse({"Seen after " + std::string(to_string(kSectionRoles[role]))});
    const Features features = sentence_features(sentences, 0);
    EXPECT_EQ(std::count(features.begin(), features.end(), role_before(role)), 0) << role_before(role);
  }
}

TEST(OpeningLabel, IsFoundBeforeAColonOrInCapitals) {
  const struct {
    const char* sentence;
    const char* label;
  } rows[] = {
      {"RESULTS: Of 40 adults, 12 slept longer.", "RESULTS"},
      {"Conclusions: almorin helped.", "Conclusions"},
      {"DESIGN, SETTING, AND PARTICIPANTS: Forty adults took part.", "DESIGN, SETTING, AND PARTICIPANTS"},
      {"Main outcome measures: days without pain.", "Main outcome measures"},
      {"In conclusion: almorin helped.", "In conclusion"},
      {"Key messages: sleep matters.", "Key messages"},
      {"METHODS We asked 40 adults.", "METHODS "},
      {"METHODS AND RESULTS Forty adults slept.", "METHODS AND RESULTS "},
      {"PATIENTS & METHODS Forty adults slept.", "PATIENTS & METHODS "},
      {"RESULTS A total of 40 adults slept.", "RESULTS "},
      {"RÉSUMÉ / RESULTS Forty adults slept.", "RÉSUMÉ / RESULTS "},
      {"MI was rare.", ""},
      {"AIDS was rare.", ""},
      {"RESULTS WERE POOR.", ""},
      {"PATIENTS WITH HEARTBURN WHO TOOK ALMORIN FOR EIGHT WEEKS SLEPT LONGER THAN OTHERS.", ""},
      {"RESULTS WERE SEEN IN 40 OF 60.", ""},
      {"Results were poor.", ""},
      {"The adults who took part in the study had two aims: to sleep and to rest.", ""},
      {"Two patients died: one of sepsis and one at home.", ""},
      {"The results were clear: almorin helped.", ""},
      {"Three outcomes emerged: sleep, rest and pain.", ""},
      {"Almorin: a new hope.", ""},
      {": nothing", ""},
      {"RESULTS", ""},
      {"", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(opening_label(row.sentence), row.label) << row.sentence;
}

TEST(OpeningLabel, ReadsNoColonBehindSixtyBytesAndCutsNoCharacter) {
  const std::string far = std::string(60, 'x') + " results: almorin helped.";
  EXPECT_EQ(opening_label(far), "");
  const std::string lengthy = "MAIN OUTCOME MEASURES AND STATISTICAL ANALYSIS OF ALL THE END POINTS: we counted days.";
  EXPECT_TRUE(lengthy.starts_with(opening_label(lengthy)));
  EXPECT_EQ(role_of_label(opening_label(lengthy)), SectionRole::methods);
  // The sixtieth byte lies inside a character, wherever the text begins.
  for (std::size_t shift = 0; shift < 3; ++shift) {
    std::string text(shift, 'x');
    while (text.size() < 90) text += "—";
    EXPECT_EQ(opening_label(text), "");
    EXPECT_EQ(opening_label("RESULTS: " + text), "RESULTS");
    EXPECT_EQ(opening_label("RESULTS " + text + " were seen"), "RESULTS ");
    EXPECT_EQ(opening_label(text + " RESULTS: x"), "");
  }
}

TEST(OpeningLabel, TellsTheRolesOfAnAbstractThatWasNotTakenApart) {
  EXPECT_EQ(roles_in("BACKGROUND: Heartburn is common. METHODS: We asked 40 adults. RESULTS: Pain fell by 3 points. "
                     "Sleep did not change. CONCLUSIONS: Almorin helped."),
            (std::vector<SectionRole>{SectionRole::background, SectionRole::methods, SectionRole::results,
                                      SectionRole::results, SectionRole::conclusions}));
}

TEST(OpeningLabel, HoldsOnlyInItsSection) {
  Citation citation = unlabelled("RESULTS: Pain fell by 3 points.");
  citation.abstract.push_back({"", SectionRole::unassigned, "We aimed to learn more. Heartburn fell in 9 adults."});
  const std::vector<Sentence> sentences = analyse_abstract(citation, builtin_vocabulary());
  ASSERT_EQ(sentences.size(), 3U);
  EXPECT_EQ(sentences[0].role, SectionRole::results);
  EXPECT_EQ(sentences[1].role, SectionRole::objective);
}

TEST(OpeningLabel, GivesWayToTheLabelThatPubmedKeeps) {
  Citation citation;
  citation.abstract = {{"METHODS", SectionRole::methods, "RESULTS: Pain fell by 3 points."}};
  EXPECT_EQ(analyse_abstract(citation, builtin_vocabulary()).front().role, SectionRole::methods);
}

}  // namespace
}  // namespace claimcheck
