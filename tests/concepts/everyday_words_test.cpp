// The words that articles for patients use name what abstracts report, and words of every abstract name nothing.
#include <gmock/gmock.h>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "concepts/vocabulary.h"

namespace claimcheck {
namespace {

using ::testing::IsSupersetOf;

std::set<std::string> ids_in(std::string_view text) {
  std::set<std::string> ids;
  for (const ConceptMention& mention : builtin_vocabulary().find_mentions(text, tokenize(text))) {
    ids.insert(mention.concept_ptr->id);
  }
  return ids;
}

TEST(EverydayWords, NameOutcomes) {
  const std::vector<std::pair<std::string_view, std::vector<std::string>>> cases{
      {"Squats made their legs stronger and raised the bench press.", {"upper_body_strength"}},
      {"Few of them needed a new knee.", {"knee_replacement_need"}},
      {"She leaks urine, and leaks when coughing.", {"urinary_incontinence", "stress_incontinence"}},
      {"He was getting up at night to pee.", {"nocturia"}},
      {"The tablets help you fall asleep, with less waking at night.", {"sleep_latency", "night_waking"}},
      {"It stops holes in teeth and tummy cramps.", {"dental_caries", "abdominal_pain"}},
      {"Older people may have a tumble.", {"falls"}},
      {"Fewer women died of breast cancer.", {"breast_cancer_death"}},
      {"Fewer deaths from breast cancer were seen.", {"breast_cancer_death"}},
      {"Many dropped out because of side effects.", {"discontinuation_for_harm"}},
      {"The splint led to bite changes and sore teeth.", {"tooth_movement", "toothache"}},
      {"A coil may fall out of the womb or perforate the womb.", {"device_expulsion", "uterine_perforation"}},
      {"An infection of the joint followed.", {"joint_infection"}},
      {"Kidney inflammation and a scarred liver were seen.", {"nephritis", "liver_fibrosis"}},
      {"It stops periods, and makes people lose muscle.", {"amenorrhoea", "muscle_atrophy"}},
      {"Chess keeps the mind sharp and curbs the urge to drink.", {"cognition", "craving"}},
      {"Nerve pain after shingles is less common.", {"postherpetic_neuralgia"}},
  };
  for (const auto& [text, named] : cases) EXPECT_THAT(ids_in(text), IsSupersetOf(named)) << text;
}

TEST(EverydayWords, NameTreatments) {
  const std::vector<std::pair<std::string_view, std::vector<std::string>>> cases{
      {"Water tablets and blood thinners", {"diuretic", "anticoagulant"}},
      {"A jab, a coil or the pill", {"vaccine", "iud", "oral_contraceptive"}},
      {"A keyhole operation took out the womb; removal of the womb", {"laparoscopic_surgery", "hysterectomy"}},
      {"Lifting weights, brisk walks and cold showers", {"resistance_training", "cold_water_immersion"}},
      {"Cutting carbs, eating less salt", {"low_carb_diet", "salt_intake"}},
      {"A mouthguard, insoles and support stockings", {"occlusal_splint", "orthosis", "compression_stockings"}},
      {"Slimming jabs and sleeping tablets", {"glp1_agonist", "sedative_hypnotic"}},
  };
  for (const auto& [text, named] : cases) EXPECT_THAT(ids_in(text), IsSupersetOf(named)) << text;
}

TEST(EverydayWords, AreNotReadIntoAbstracts) {
  const std::vector<std::pair<std::string_view, std::string>> cases{
      {"In this double-blind trial the 95% confidence interval was wide.", "vision_loss"},
      {"In this double-blind trial the 95% confidence interval was wide.", "self_esteem"},
      {"They feel that it works well.", "mood"},
      {"They feel that it works well.", "wellbeing"},
      {"The soil was tested.", "faecal_incontinence"},
      {"Volunteers read the journal.", "volunteering"},
      {"Volunteers read the journal.", "journaling"},
      {"The biological pathway is vital.", "biologic"},
      {"The biological pathway is vital.", "vitality"},
      {"A green and sweet leaf", "sugar"},
      {"Inactivated virus was given.", "sedentary_behaviour"},
      {"5 g of FISH probe", "fish_intake"},
      {"Even so, it was given evenly in the evening.", "romosozumab"},
      {"The immune response was strong.", "vaccine"},
      {"Detachment of the retina followed.", "dissociation"},
      {"The uptake of glucose rose.", "acceptability"},
  };
  for (const auto& [text, id] : cases) EXPECT_FALSE(ids_in(text).contains(id)) << id << " in: " << text;
}

}  // namespace
}  // namespace claimcheck
