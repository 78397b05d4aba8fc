#include "intake/grammar.h"

#include <optional>

#include <gtest/gtest.h>

#include "intake/clause.h"
#include "intake/draft.h"
#include "intake/verb_forms.h"
#include "intake/word_groups.h"

namespace claimcheck {
namespace {

std::string subject_of(std::string_view sentence) {
  const std::vector<Word> words = read_words(sentence);
  const std::optional<Clause> clause = find_clause(words, 0, words.size());
  if (!clause) return "-";
  return std::string(slice(sentence, {words[clause->subject].span.begin, words[clause->verb - 1].span.end}));
}

TEST(FindClause, FindsTheSubject) {
  EXPECT_EQ(subject_of("The treatment causes nausea."), "The treatment");
  EXPECT_EQ(subject_of("In older adults, falls increase."), "falls");
  EXPECT_EQ(subject_of("Patients who smoke have more strokes."), "Patients who smoke");
  EXPECT_EQ(subject_of("Unlike drugs that take weeks, exercise often works fast."), "exercise");
  EXPECT_EQ(subject_of("Patients treated with aspirin had fewer strokes."), "Patients treated with aspirin");
  EXPECT_EQ(subject_of("Sertraline reduced anxiety compared with placebo."), "Sertraline");
  EXPECT_EQ(subject_of("Clinical studies show benefits."), "Clinical studies");
  EXPECT_EQ(subject_of("Statins lower cholesterol."), "Statins");
  EXPECT_EQ(subject_of("Lower doses may help."), "Lower doses");
  EXPECT_EQ(subject_of("Integrated care reduces relapse."), "Integrated care");
  EXPECT_EQ(subject_of("Avoid alcohol."), "-");
  EXPECT_EQ(subject_of("Safety not established; generally avoided."), "-");
  EXPECT_EQ(subject_of("Nausea and headache"), "-");
}

TEST(FindClause, FindsTheVerbBehindAndBesideWordsThatMayBeNounsOrVerbs) {
  EXPECT_EQ(subject_of("A moderate dose of statins lowers LDL cholesterol."), "A moderate dose of statins");
  EXPECT_EQ(subject_of("Levels fall with age."), "Levels");
  EXPECT_EQ(subject_of("Benefits last at least a year."), "Benefits");
  EXPECT_EQ(subject_of("Curcumin, a compound in turmeric, lowers C-reactive protein."),
            "Curcumin, a compound in turmeric,");
  EXPECT_EQ(subject_of("Yoga, which many adults use, relieves pain."), "Yoga, which many adults use,");
  EXPECT_EQ(subject_of("Treatment plans often include exercise."), "Treatment plans");
}

TEST(FindClause, FindsTheSubjectBehindAPlaceWithoutAComma) {
  EXPECT_EQ(subject_of("In mice these drugs caused tumours."), "these drugs");
  EXPECT_EQ(subject_of("In adults 50 mg reduces pain."), "50 mg");
  EXPECT_EQ(subject_of("During pregnancy the dose may fall."), "the dose");
}

TEST(FindClause, TakesAQuantityForTheSubject) {
  EXPECT_EQ(subject_of("About one in five adults does not respond."), "About one in five adults");
  EXPECT_EQ(subject_of("Over 40% of patients improve."), "Over 40% of patients");
}

TEST(VerbForms, KnowsVerbsOfHealthWritingBesidesThoseOfStudies) {
  for (const std::string_view form :
       {"mimics", "cuts", "detoxifies", "secretes", "soothed", "rejuvenating", "offset"}) {
    EXPECT_NE(VerbForms::builtin().find(form), nullptr) << form;
  }
}

TEST(VerbForms, KnowsRegularAndIrregularForms) {
  const VerbForms& verbs = VerbForms::builtin();
  ASSERT_NE(verbs.find("reducing"), nullptr);
  EXPECT_EQ(verbs.find("reducing")->base, "reduce");
  EXPECT_EQ(verbs.find("stopped")->base, "stop");
  EXPECT_EQ(verbs.find("carries")->base, "carry");
  EXPECT_EQ(verbs.find("fallen")->base, "fall");
  EXPECT_EQ(verbs.find("table"), nullptr);
  EXPECT_EQ(VerbForms::third_person("have"), "has");
  EXPECT_EQ(VerbForms::third_person("pass"), "passes");
}

TEST(WordGroups, HoldsTheGroupsThatRulesAskFor) {
  for (const auto& [group, word] :
       std::vector<std::pair<std::string_view, std::string_view>>{{"report verb", "show"},
                                                                  {"joins", "between"},
                                                                  {"shared modifier", "reduced"},
                                                                  {"open modifier", "increased"},
                                                                  {"people", "patients"},
                                                                  {"result verb", "make"},
                                                                  {"treatment noun with", "therapy"},
                                                                  {"treatment noun of", "doses"},
                                                                  {"result noun of", "safety"},
                                                                  {"result noun with", "risk"},
                                                                  {"other treatment", "standard"},
                                                                  {"pointing", "these"},
                                                                  {"doing noun", "mechanism"},
                                                                  {"way noun", "method"},
                                                                  {"treatment anaphor", "drug"},
                                                                  {"no antecedent", "studies"},
                                                                  {"list heading", "benefits"},
                                                                  {"doing heading", "benefits"},
                                                                  {"empty lead-in", "ways"},
                                                                  {"actor", "doctors"},
                                                                  {"asks for", "qualify"},
                                                                  {"candidate noun", "candidates"},
                                                                  {"experience verb", "report"},
                                                                  {"of many", "risk"},
                                                                  {"empty attribute", "purpose"},
                                                                  {"shared clause", "when"},
                                                                  {"shared setting", "in"},
                                                                  {"as one", "together"}}) {
    EXPECT_TRUE(in_word_group(group, word)) << group;
  }
}

TEST(Draft, KnowsWhereItsBytesStood) {
  const Draft whole("one two three", 10);
  Draft part = whole.slice({4, 7});
  EXPECT_EQ(part.source(), (Span{14, 17}));
  part.add_word("more");
  part.append_word(whole.slice({0, 3}));
  EXPECT_EQ(part.text(), "two more one");
  EXPECT_EQ(part.source(), (Span{10, 17}));
  EXPECT_EQ(whole.with_replaced({0, 3}, "1").text(), "1 two three");
}

}  // namespace
}  // namespace claimcheck
