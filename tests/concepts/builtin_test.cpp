#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "concepts/vocabulary.h"

namespace claimcheck {
namespace {

using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::Not;

std::set<std::string> ids_in(std::string_view text) {
  std::set<std::string> ids;
  for (const ConceptMention& mention : builtin_vocabulary().find_mentions(text, tokenize(text))) {
    ids.insert(mention.concept_ptr->id);
  }
  return ids;
}

bool is_below_adverse_effects(const Concept& meaning) {
  return builtin_vocabulary().is_kind_of(meaning.id, "adverse_effects");
}

TEST(BuiltinVocabulary, FindsEveryConceptByEachOfItsTerms) {
  for (const Concept& meaning : builtin_vocabulary().concepts()) {
    EXPECT_THAT(meaning.terms, Not(IsEmpty())) << meaning.id;
    for (const std::string& term : meaning.terms) {
      const std::vector<Token> tokens = tokenize(term);
      const auto mentions = builtin_vocabulary().find_mentions(term, tokens);
      EXPECT_TRUE(std::any_of(mentions.begin(), mentions.end(),
                              [&](const ConceptMention& mention) {
                                return mention.concept_ptr == &meaning && mention.first == 0 &&
                                       mention.last == tokens.size();
                              }))
          << meaning.id << ": " << term;
    }
  }
}

TEST(BuiltinVocabulary, RepeatsNoTermOrHeadingWithinAConcept) {
  for (const Concept& meaning : builtin_vocabulary().concepts()) {
    EXPECT_EQ(std::set(meaning.terms.begin(), meaning.terms.end()).size(), meaning.terms.size()) << meaning.id;
    EXPECT_EQ(std::set(meaning.mesh.begin(), meaning.mesh.end()).size(), meaning.mesh.size()) << meaning.id;
  }
}

TEST(BuiltinVocabulary, KeepsHarmsBelowAdverseEffectsAndNothingElse) {
  for (const Concept& meaning : builtin_vocabulary().concepts())
    EXPECT_EQ(meaning.harm, is_below_adverse_effects(meaning)) << meaning.id;
}

TEST(BuiltinVocabulary, GivesValencesToOutcomesOnlyAndHoldsHarmsForBad) {
  for (const Concept& meaning : builtin_vocabulary().concepts()) {
    const bool may_be_valued = meaning.kind == ConceptKind::outcome;
    EXPECT_TRUE(may_be_valued || meaning.valence == Valence::neutral) << meaning.id;
    EXPECT_TRUE(!meaning.harm || meaning.valence == Valence::bad) << meaning.id;
  }
}

TEST(BuiltinVocabulary, OpposesNoTwoOutcomesOfOneValence) {
  for (const Concept& meaning : builtin_vocabulary().concepts()) {
    if (meaning.opposite.empty()) continue;
    const Concept& other = *builtin_vocabulary().find(meaning.opposite);
    EXPECT_NE(&other, &meaning);
    if (meaning.valence != Valence::neutral) {
      EXPECT_NE(other.valence, meaning.valence) << meaning.id;
    }
  }
}

TEST(BuiltinVocabulary, HoldsTheFamiliesThatClaimsOfAbsenceName) {
  const std::vector<std::pair<std::string_view, std::string_view>> kinds{
      {"cystitis", "bladder_injury"},
      {"cystitis", "organ_damage"},
      {"lower_urinary_tract_symptoms", "organ_damage"},
      {"hydronephrosis", "urinary_tract_injury"},
      {"hydronephrosis", "kidney_injury"},
      {"elevated_liver_enzymes", "organ_damage"},
      {"cholangiopathy", "liver_injury"},
      {"cirrhosis", "organ_damage"},
      {"kidney_injury", "organ_damage"},
      {"neuronal_apoptosis", "brain_damage"},
      {"white_matter_damage", "brain_damage"},
      {"cortical_atrophy", "organ_damage"},
      {"stroke", "brain_damage"},
      {"arrhythmia", "heart_injury"},
      {"myocardial_infarction", "organ_damage"},
      {"lung_injury", "organ_damage"},
      {"peptic_ulcer", "gi_injury"},
      {"gi_bleeding", "bleeding"},
      {"organ_damage", "serious_harm"},
      {"mortality", "serious_harm"},
      {"memory_impairment", "cognitive_effects"},
      {"attention_impairment", "cognitive_effects"},
      {"executive_impairment", "cognitive_effects"},
      {"dementia", "cognitive_effects"},
      {"use_disorder", "addiction"},
      {"opioid_use_disorder", "addiction"},
      {"craving", "addiction"},
      {"drug_tolerance", "addiction"},
      {"withdrawal", "addiction"},
      {"misuse", "addiction"},
      {"overdose", "addiction"},
      {"dissociation", "psychiatric_harms"},
      {"hallucinations", "psychosis_symptoms"},
      {"suicidal_ideation", "psychiatric_harms"},
      {"hypertension", "cardiovascular_effects"},
      {"blood_pressure", "cardiovascular_effects"},
      {"nausea_vomiting", "adverse_effects"},
      {"cancer", "adverse_effects"},
      {"esketamine", "ketamine"},
      {"esketamine", "anaesthetic_drug"},
      {"fluoxetine", "antidepressant"},
      {"heroin", "substance_of_abuse"},
      {"atorvastatin", "statin"},
      {"placebo", "control_condition"},
      {"usual_care", "control_condition"},
      {"treatment_resistant_depression", "depression"},
      {"treatment_resistant_depression_patients", "depression_patients"},
      {"crps", "pain"},
      {"emergency_department", "medical_use"},
      {"sublingual", "oral"},
      {"infants", "children"},
      {"mice", "animals"},
      {"rats", "animals"},
  };
  for (const auto& [id, above] : kinds) {
    EXPECT_NE(builtin_vocabulary().find(id), nullptr) << id;
    EXPECT_TRUE(builtin_vocabulary().is_kind_of(id, above)) << id << " is no " << above;
  }
}

TEST(BuiltinVocabulary, KeepsApartWhatIsNotAKindOfTheOther) {
  const std::vector<std::pair<std::string_view, std::string_view>> kinds{
      {"safety", "adverse_effects"},
      {"depression", "adverse_effects"},
      {"pain", "adverse_effects"},
      {"blood_pressure", "adverse_effects"},
      {"cognition", "cognitive_effects"},
      {"ketamine", "substance_of_abuse"},
      {"arketamine", "esketamine"},
      {"recreational_use", "medical_use"},
      {"in_vitro", "animals"},
      {"humans", "animals"},
      {"dizziness", "organ_damage"},
      {"covid_19", "infection"},
  };
  for (const auto& [id, above] : kinds) {
    EXPECT_NE(builtin_vocabulary().find(id), nullptr) << id;
    EXPECT_FALSE(builtin_vocabulary().is_kind_of(id, above)) << id << " is a " << above;
  }
}

TEST(BuiltinVocabulary, OpposesBenefitsAndHarms) {
  const std::vector<std::pair<std::string_view, std::string_view>> opposites{
      {"safety", "adverse_effects"},        {"survival", "mortality"},       {"pain_relief", "pain"},
      {"abstinence", "addiction"},          {"memory_impairment", "memory"}, {"antidepressant_effect", "depression"},
      {"kidney_function", "kidney_injury"},
  };
  for (const auto& [id, other] : opposites) {
    ASSERT_NE(builtin_vocabulary().find(id), nullptr) << id;
    EXPECT_EQ(builtin_vocabulary().find(id)->opposite, other);
  }
}

struct SentenceCase {
  std::string_view text;
  std::vector<std::string> named;
  std::vector<std::string> not_named;
};

TEST(BuiltinVocabulary, NamesWhatSentencesSpeakOf) {
  const std::vector<SentenceCase> cases{
      {"Spravato eased treatment resistant depression within days.",
       {"esketamine", "treatment_resistant_depression", "treatment_resistant_depression_patients", "short_term"},
       {"depression"}},
      {"Most of the long-term users had ulcerative cystitis and raised liver enzymes.",
       {"people_who_use_drugs", "cystitis", "elevated_liver_enzymes"},
       {"long_term"}},
      {"The ketamine bladder was seen in street users.", {"ketamine", "cystitis"}, {}},
      {"Patients with MDD received IV ketamine or saline placebo.",
       {"depression", "depression_patients", "intravenous", "ketamine", "placebo"},
       {}},
      {"The iv line failed; ten tens of mdd.", {}, {"intravenous", "depression", "tens"}},
      {"The drug was safe and well tolerated, and depends on the dose.",
       {"safety"},
       {"adverse_effects", "addiction", "drug_tolerance"}},
      {"Dependence and tolerance developed with nonmedical use.",
       {"addiction", "drug_tolerance", "misuse", "recreational_use"},
       {}},
      {"Clinical trials in hospitalized patients", {"hospital_patients"}, {"clinic", "hospital"}},
      {"Alcohol use disorder improved.", {"alcohol_use_disorder"}, {"alcohol", "use_disorder"}},
      {"Opioid consumption fell after surgery.", {"opioid_consumption", "surgery"}, {"opioid"}},
      {"Anti-depressants and anti-psychotics are often combined.", {"antidepressant", "antipsychotic"}, {}},
      {"Working memory and episodic memory were poorer, with memory loss.", {"memory", "memory_impairment"}, {}},
      {"MADRS and HAM-D scores fell.", {"depression"}, {"depression_patients"}},
      {"Hemorrhage, haemorrhage and oedema of the lungs", {"bleeding"}, {}},
      {"Vaccination against COVID-19 reduced hospitalizations in older adults.",
       {"covid_vaccine", "hospitalisation", "older_adults"},
       {}},
      {"Metformin lowered HbA1c and body weight in type 2 diabetes.",
       {"metformin", "hba1c", "body_weight", "type_2_diabetes"},
       {}},
      {"Statins do not cause dementia or memory problems.", {"statin", "dementia", "memory_impairment"}, {}},
      {"Gray matter volume and bladder capacity fell.", {"grey_matter", "bladder_function"}, {"cortical_atrophy"}},
      {"Rats and cultured neurons were exposed.", {"rats", "in_vitro"}, {"animals"}},
      {"The organization of the universe", {}, {"organ_damage"}},
      {"Respiratory depression and ST depression occurred.", {"respiratory_depression", "st_segment"}, {"depression"}},
      {"Blinded assessors rated the effects.", {}, {"eye_ear_harms", "treatment_response"}},
      {"Cannabidiol oil, taken by mouth, for epilepsy", {"cannabidiol", "oral", "epilepsy"}, {}},
  };
  for (const SentenceCase& c : cases) {
    const std::set<std::string> ids = ids_in(c.text);
    EXPECT_THAT(ids, IsSupersetOf(c.named)) << c.text;
    for (const std::string& id : c.not_named) EXPECT_FALSE(ids.contains(id)) << id << " in: " << c.text;
  }
}

TEST(BuiltinVocabulary, TellsWhatNothingCanBeAtOnce) {
  const Vocabulary& words = builtin_vocabulary();
  EXPECT_TRUE(words.are_apart("men", "pregnant_women"));
  EXPECT_TRUE(words.are_apart("pregnant_women", "men"));
  EXPECT_TRUE(words.are_apart("single_dose", "repeated_doses"));
  EXPECT_FALSE(words.are_apart("women", "pregnant_women"));
  EXPECT_FALSE(words.are_apart("men", "veterans"));
  EXPECT_FALSE(words.are_apart("men", "no_such_id"));
  EXPECT_EQ(words.find("children")->ages, (AgeRange{0, 12}));
  EXPECT_EQ(words.find("childhood")->ages, std::nullopt);
}

}  // namespace
}  // namespace claimcheck
