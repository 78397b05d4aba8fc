#include "verify/stance_model.h"

#include <gtest/gtest.h>

#include "verify/citations.h"

namespace claimcheck {
namespace {

AnswerReading answer_to(const std::string& claim, const Citation& citation) {
  const Sentence sentence = analyse_sentence(claim, builtin_vocabulary());
  const ClaimParts parts = read_claim_parts(sentence);
  return read_answer(parts, sentence, view_evidence(parts, citation, builtin_vocabulary()));
}

std::string_view name_of(Answer answer) {
  return answer == Answer::affirms ? "affirms" : answer == Answer::denies ? "denies" : "silent";
}

Citation good_trial() {
  return make_citation(
      1, "Almorin versus placebo for heartburn: a randomised trial",
      "Of 90 adults, 45 were randomly assigned to almorin and 45 to placebo. The primary outcome, days without "
      "heartburn, was significantly better with almorin than with placebo (41 vs 29 days, P < 0.001).",
      "Almorin was superior to placebo and significantly increased days without heartburn.");
}

Citation null_trial() {
  return make_citation(
      2, "Almorin versus placebo for heartburn: a randomised trial",
      "Of 90 adults, 45 were randomly assigned to almorin and 45 to placebo. The primary outcome, days without "
      "heartburn, did not differ significantly between almorin and placebo (31 vs 30 days, P = 0.71).",
      "Almorin was not superior to placebo: days without heartburn did not differ.");
}

Citation other_trial() {
  return make_citation(3, "Walking lessons for stiff knees",
                       "Of 60 adults, 30 took lessons. Knee bending improved by 12 degrees (P = 0.01).",
                       "Lessons improved knee bending.");
}

TEST(ReadAnswer, AffirmsDeniesOrStaysSilent) {
  const std::string comparison = "Almorin is superior or other to placebo in terms of days without heartburn.";
  const std::string question = "Does almorin increase days without heartburn?";
  const std::string statement = "Gribble loss increases flimflamol uptake in cells.";
  const Citation same =
      make_citation(4, "Gribble loss increases flimflamol uptake",
                    "In cells without gribble, flimflamol uptake was increased threefold (P < 0.001).",
                    "Gribble loss increases flimflamol uptake in cells.");
  const struct {
    const std::string& claim;
    Citation citation;
    Answer answer;
  } rows[] = {
      {comparison, good_trial(), Answer::affirms}, {comparison, null_trial(), Answer::denies},
      {comparison, other_trial(), Answer::silent}, {question, good_trial(), Answer::affirms},
      {question, null_trial(), Answer::denies},    {statement, same, Answer::affirms},
      {statement, other_trial(), Answer::silent},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(name_of(answer_to(row.claim, row.citation).answer), name_of(row.answer))
        << row.claim << " | " << row.citation.pmid;
  }
}

TEST(ReadAnswer, IsLessSureOfAStatementWhoseOppositeIsTold) {
  const std::string claim = "Gribble increases flimflamol uptake in cells.";
  const auto told = [&](const std::string& verb) {
    return answer_to(claim, make_citation(5, "Gribble " + verb + " flimflamol uptake",
                                          "Flimflamol uptake in cells was measured twice.",
                                          "Gribble " + verb + " flimflamol uptake in cells."));
  };
  const AnswerReading same = told("increases");
  EXPECT_EQ(name_of(same.answer), "affirms");
  for (const char* verb : {"decreases", "inhibits", "does not increase"}) {
    const AnswerReading turned = told(verb);
    EXPECT_TRUE(turned.answer == Answer::denies || turned.probability < same.probability - 0.2) << verb;
  }
}

TEST(ReadAnswer, GivesTheProbabilityOfTheLikeliestAnswer) {
  for (const char* claim : {"Almorin is superior to placebo in terms of heartburn.", "Does almorin help heartburn?",
                            "Almorin relieves heartburn."}) {
    for (const Citation& citation : {good_trial(), null_trial(), other_trial(), Citation{}}) {
      const AnswerReading first = answer_to(claim, citation);
      const AnswerReading second = answer_to(claim, citation);
      EXPECT_EQ(first.answer, second.answer) << claim;
      EXPECT_EQ(first.probability, second.probability) << claim;
      EXPECT_GE(first.probability, 1.0 / 3) << claim;
      EXPECT_LE(first.probability, 1) << claim;
    }
  }
}

TEST(ReadAnswer, NeverLeavesAQuestionSilent) {
  for (const Citation& citation : {good_trial(), null_trial(), other_trial(), Citation{}}) {
    const AnswerReading reading = answer_to("Is almorin safe for the heart?", citation);
    EXPECT_NE(name_of(reading.answer), "silent") << citation.pmid;
    EXPECT_GE(reading.probability, 0.5) << citation.pmid;
  }
}

}  // namespace
}  // namespace claimcheck
