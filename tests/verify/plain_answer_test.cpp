#include "verify/plain_answer.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

constexpr std::string_view kAsked = "Does almorin improve sleep?";

std::string answer_to(std::string_view claim, std::string_view passage) {
  const auto reading =
      read_plain_answer(analyse_sentence(claim, builtin_vocabulary()), analyse_sentence(passage, builtin_vocabulary()));
  if (!reading) return "none";
  return reading->answer == Answer::affirms ? "affirms" : reading->answer == Answer::denies ? "denies" : "silent";
}

TEST(ReadPlainAnswer, AffirmsOrDeniesABenefit) {
  const struct {
    const char* passage;
    const char* answer;
  } rows[] = {
      {"Almorin improved sleep.", "affirms"},
      {"Almorin was effective in adults.", "affirms"},
      {"Almorin reduced mortality.", "affirms"},
      {"Almorin is beneficial and well tolerated.", "affirms"},
      {"Almorin did not improve sleep.", "denies"},
      {"Sleep did not differ between the groups.", "denies"},
      {"There was no significant difference in sleep.", "denies"},
      {"Almorin had no effect on sleep.", "denies"},
      {"Almorin was not effective.", "denies"},
      {"Almorin worsened sleep.", "denies"},
      {"Almorin increased the risk of falls.", "denies"},
      {"No benefit of almorin was seen.", "denies"},
      // What is conceded is not the point.
      {"Although weight did not differ, almorin improved sleep.", "affirms"},
      {"While mood did not differ, almorin improved sleep.", "affirms"},
      {"Almorin improved sleep, although weight did not differ.", "affirms"},
      {"Although almorin improved mood, sleep did not differ.", "denies"},
      {"Despite better mood, sleep did not differ.", "denies"},
      // What is told first is not denied by what comes after.
      {"Almorin improved sleep without more visits.", "affirms"},
      {"Almorin reduced mortality with no cost.", "affirms"},
      {"Without almorin sleep did not improve.", "denies"},
      // What is told can be taken back, or be open.
      {"Better sleep was not observed.", "none"},
      {"Improvement of sleep did not differ between the groups.", "none"},
      {"The beneficial effect of almorin was not confirmed.", "none"},
      {"Improved sleep was found in neither group.", "none"},
      {"Whether almorin improves sleep is unknown.", "none"},
      {"There is little evidence that almorin improves sleep.", "denies"},
      {"Sleep improved, but not significantly.", "denies"},
      {"Sleep improved, but not in men.", "affirms"},
      // One clause with a benefit is enough.
      {"Weight did not differ, almorin improved sleep.", "affirms"},
      {"Almorin improved sleep, weight did not differ.", "affirms"},
      {"Mood did not differ; sleep improved.", "affirms"},
      {"Almorin improved sleep but increased the risk of falls.", "affirms"},
      {"Sleep improved and function worsened.", "denies"},
      {"Almorin was given to 40 adults.", "none"},
      {"Although weight did not differ.", "none"},
      {"", "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(answer_to(kAsked, row.passage), row.answer) << row.passage;
}

TEST(ReadPlainAnswer, AnswersOnlyWhereABenefitIsAsked) {
  const struct {
    const char* claim;
    const char* answer;
  } rows[] = {
      {"Does almorin improve sleep?", "affirms"},
      {"Is almorin effective?", "affirms"},
      {"Does almorin reduce mortality?", "affirms"},
      {"Does almorin worsen sleep?", "none"},
      {"Does almorin increase the risk of falls?", "none"},
      {"Does almorin improve sleep or increase the risk of falls?", "none"},
      {"Is sleep related to age?", "none"},
      {"", "none"},
  };
  for (const auto& row : rows) EXPECT_EQ(answer_to(row.claim, "Almorin improved sleep."), row.answer) << row.claim;
}

TEST(ReadPlainAnswer, IsSureButNeverCertain) {
  const auto reading = read_plain_answer(analyse_sentence(kAsked, builtin_vocabulary()),
                                         analyse_sentence("Almorin improved sleep.", builtin_vocabulary()));
  ASSERT_TRUE(reading);
  EXPECT_GT(reading->probability, 0.6);
  EXPECT_LT(reading->probability, 1);
}

}  // namespace
}  // namespace claimcheck
