#include "verify/wording.h"

#include <string>

#include <gtest/gtest.h>

#include "text/tokens.h"

namespace claimcheck {
namespace {

struct Case {
  const char* text;
  const char* cue;  ///< the words that tell; "" when nothing does
};

void expect_all(Strength strength, std::initializer_list<Case> cases) {
  for (const Case& row : cases) {
    const std::string text = row.text;
    const Wording wording = grade_wording(tokenize(text));
    EXPECT_EQ(to_string(wording.strength), to_string(strength)) << text;
    EXPECT_EQ(text.substr(wording.cue.begin, wording.cue.end - wording.cue.begin), row.cue) << text;
  }
}

TEST(ReadWording, CallsAnActiveVerbOfChangeCausal) {
  expect_all(Strength::causal, {
                                   {"Walking lowered the pulse of nurses.", "lowered"},
                                   {"Night shifts worsen sleep.", "worsen"},
                                   {"The syrup significantly reduced coughing.", "reduced"},
                                   {"Yoga eases back pain in gardeners.", "eases"},
                                   {"Long naps led to headaches.", "led to"},
                                   {"The new bandage resulted in fewer blisters than the old one.", "resulted in"},
                                   {"Smoke contributes to asthma.", "contributes"},
                                   {"Drinking tea increased alertness and reduced errors.", "increased"},
                                   {"Statins reduce cholesterol.", "reduce"},
                                   {"Two courses of tablets cured the infection.", "cured"},
                                   {"Noise that impairs sleep is a nuisance.", "impairs"},
                                   {"The diet has improved the mood of the volunteers.", "improved"},
                                   {"Mint oil was found to reduce nausea.", "reduce"},
                                   {"Singing can improve breathing.", "improve"},
                                   {"Tapes mitigate swelling.", "mitigate"},
                                   {"Larger doses of caffeine raise the pulse.", "raise"},
                                   {"The cream works best at night.", "works best"},
                                   {"The brace was cheap and reduced falls.", "reduced"},
                                   {"The club has promoted walking among widowers.", "promoted"},
                                   {"The drug down-regulates the receptor.", "down-regulates"},
                                   {"The survey shows the role of noise in raising the pulse.", "raising"},
                                   {"Drains reduced the need for surgery.", "reduced"},
                               });
}

TEST(ReadWording, CallsAWordOfEffectCausal) {
  expect_all(Strength::causal, {
                                   {"The brace is effective against knee pain.", "effective"},
                                   {"Fasting had a small effect on weight.", "effect on"},
                                   {"The lamp had beneficial effects.", "beneficial"},
                                   {"Olive oil is protective in older men.", "protective"},
                                   {"Bacteria play a role in gastric ulcers.", "role in"},
                                   {"The programme was cost-effective.", "effective"},
                                   {"Solvents are dangerous.", "dangerous"},
                                   {"Salt is a cause of high pressure.", "cause of"},
                                   {"Early rest is critical for healing.", "is critical for"},
                                   {"Nickel is involved in hand eczema.", "is involved in"},
                               });
}

TEST(ReadWording, GradesADenialAsWhatItDenies) {
  expect_all(Strength::causal, {
                                   {"The pill did not influence survival.", "influence"},
                                   {"Tea does not increase the risk of fractures.", "increase"},
                                   {"Humming had no effect on snoring.", "effect on"},
                                   {"We saw no benefit of bed rest.", "benefit"},
                                   {"The vaccine cannot cause influenza.", "cause"},
                                   {"Appetite was not affected.", "affected"},
                               });
  expect_all(Strength::associated, {
                                       {"Coffee was not associated with arrhythmia.", "associated with"},
                                       {"There were no differences between the villages.", "differences"},
                                   });
}

TEST(ReadWording, CallsAPassiveCausalOnlyWhenItsCauseIsNamed) {
  expect_all(Strength::causal, {
                                   {"Recovery was delayed by smoking.", "delayed"},
                                   {"The swelling was reduced by cold packs.", "reduced"},
                                   {"Mood is influenced by daylight.", "influenced"},
                               });
  expect_all(Strength::associated, {
                                       {"The rate was reduced by one third.", "reduced"},
                                       {"Blood pressure was increased in pilots.", "increased"},
                                   });
}

TEST(ReadWording, CallsAPossibleCauseMay) {
  expect_all(Strength::may, {
                                {"Walking may lower the pulse.", "may"},
                                {"Cold water might reduce soreness.", "might"},
                                {"Bright light could improve mood.", "could"},
                                {"Cranberries appear to prevent cystitis.", "appear"},
                                {"The splint seems effective.", "seems"},
                                {"The patch appeared to be more helpful at night.", "appeared"},
                                {"Licorice possibly contributes to headaches.", "possibly"},
                                {"Ginger is likely to relieve nausea.", "likely"},
                                {"Garlic may have an effect on clotting.", "may"},
                                {"The effect may be small.", "may"},
                                {"Older divers may benefit from longer breaks.", "may"},
                                {"The rash may be due to nickel.", "may"},
                                {"Silent reflux could be responsible for the cough.", "could"},
                                {"Honey might be useful in reducing cough.", "might"},
                                {"These findings suggest that zinc may shorten colds.", "may"},
                                {"Longer breaks would improve recovery.", "would"},
                                {"Menthol is believed to ease breathing.", "believed to"},
                                {"The fever appeared mediated by poor sleep.", "appeared"},
                                {"Clove oil may be a promising treatment of toothache.", "may"},
                                {"Damp rooms might be the result of poor heating.", "might"},
                            });
}

TEST(ReadWording, CallsABondAssociatedHoweverHedged) {
  expect_all(Strength::associated, {
                                       {"Coffee is associated with longer life.", "associated with"},
                                       {"Sleep correlated with mood.", "correlated"},
                                       {"Gout is related to diet.", "related to"},
                                       {"Grip strength predicts survival.", "predicts"},
                                       {"Age was an independent predictor of falls.", "predictor"},
                                       {"Smoking is a risk factor for hip fracture.", "a risk factor"},
                                       {"Loneliness may be associated with colds.", "associated with"},
                                       {"Iron stores might be related to fatigue.", "related to"},
                                       {"Ferritin could be a marker of inflammation.", "marker of"},
                                       {"A link between noise and deafness was seen.", "link between"},
                                       {"Pain was inversely related to sleep.", "inversely"},
                                       {"Night work was associated with reduced fertility.", "associated with"},
                                       {"Increased appetite is associated with improved mood.", "associated with"},
                                       {"Taller men were more likely to fall.", "more likely"},
                                       {"Meeting the recommendation was associated with less pain.", "associated with"},
                                       {"The reverse association was seen.", "association"},
                                   });
}

TEST(ReadWording, CallsADifferenceBetweenGroupsAssociated) {
  expect_all(Strength::associated, {
                                       {"Pulse was higher in runners than in swimmers.", "than in"},
                                       {"Scores differed between the two schools.", "differed"},
                                       {"Miners had lower vitamin D.", "lower"},
                                       {"Farmers are at increased risk of skin cancer.", "at increased risk"},
                                       {"Twins had worse outcomes.", "worse outcomes"},
                                       {"Weight increased over the winter.", "increased"},
                                       {"Risk of gout increases steadily with age.", "Risk of"},
                                       {"Recovery was better in swimmers.", "better in"},
                                       {"Women showed reduced levels.", "reduced"},
                                       {"Cough was more common among bakers.", "more common"},
                                       {"Patients with gout have increased mortality.", "increased"},
                                   });
}

TEST(ReadWording, FindsNoStatementInAdviceAndNeeds) {
  expect_all(Strength::none, {
                                 {"Nurses should screen for weight loss.", ""},
                                 {"Further studies are needed to test whether tea reduces pain.", ""},
                                 {"Larger trials are warranted.", ""},
                                 {"We recommend daily walks to improve balance.", ""},
                                 {"It is unclear whether zinc prevents colds.", ""},
                                 {"Better devices are required to reduce falls.", ""},
                                 {"Swimming must be considered in all patients at risk.", ""},
                                 {"The association of tea with sleep should be studied in larger groups.", ""},
                                 {"These findings may help to reduce the cost of beds.", ""},
                                 {"It remains unknown whether zinc prevents colds.", ""},
                             });
}

TEST(ReadWording, FindsNoStatementInDescriptions) {
  expect_all(Strength::none, {
                                 {"", ""},
                                 {"Asthma is common.", ""},
                                 {"Half of the nurses were trained.", ""},
                                 {"The questionnaire is valid.", ""},
                                 {"Headache and nausea were the side effects.", ""},
                                 {"Trial registration: none, a comparison of two effective braces.", ""},
                                 {"This is the first study to describe drug-induced hiccups.", ""},
                                 {"Drug-induced hiccups are rare.", ""},
                                 {"Exercise to reduce pain was taught in schools.", ""},
                                 {"The score could identify men at risk.", ""},
                                 {"It may provide a cheaper test.", ""},
                                 {"The test may help to identify older drivers.", ""},
                             });
}

TEST(ReadWording, TellsVerbsFromNounsAndAdjectives) {
  expect_all(Strength::none, {
                                 {"The aid of volunteers was welcome.", ""},
                                 {"Delays in the mail were long.", ""},
                                 {"A delayed start is usual.", ""},
                                 {"Patients with impaired hearing were interviewed.", ""},
                                 {"The noise produced by fans was recorded.", ""},
                                 {"Half of the patients required rescue tablets.", ""},
                                 {"The module was taught in schools.", ""},
                                 {"Opinions were in favour of the plan.", ""},
                             });
}

TEST(ReadWording, LetsTheStrongestClauseTell) {
  expect_all(Strength::causal, {
                                   {"Tea may calm, but coffee increases tension.", "increases"},
                                   {"Although more work is needed, the cream reduced itching.", "reduced"},
                                   {"Age was associated with falls, whereas training reduced them.", "reduced"},
                               });
  expect_all(Strength::may, {
                                {"Older men may benefit from the course, but supervision is required.", "may"},
                                {"Because noise may impair sleep, ear plugs should be offered.", "may"},
                            });
  expect_all(Strength::associated, {
                                       {"Gout was linked to beer; further research is needed.", "linked to"},
                                   });
}

TEST(ReadWording, KeepsARelativeClauseInTheAdviceThatHoldsIt) {
  expect_all(Strength::none, {{"Research is needed to find out which men may benefit from training.", ""}});
}

}  // namespace
}  // namespace claimcheck
