// Minimal pairs: two sentences that differ in a word or two, of which the first holds a cue of a kind and the second
// does not.
#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "text/cues.h"

namespace claimcheck {
namespace {

struct Pair {
  CueKind kind;
  std::string_view with;
  std::string_view without;
};

bool has_kind(std::string_view text, CueKind kind) {
  const std::vector<Cue> cues = find_cues(tokenize(text));
  return std::any_of(cues.begin(), cues.end(), [kind](const Cue& cue) { return cue.kind == kind; });
}

class CuePairs : public testing::TestWithParam<Pair> {};

TEST_P(CuePairs, AreToldApart) {
  const auto& [kind, with, without] = GetParam();
  EXPECT_TRUE(has_kind(with, kind)) << to_string(kind) << " in: " << with;
  EXPECT_FALSE(has_kind(without, kind)) << to_string(kind) << " in: " << without;
}

constexpr CueKind kNull = CueKind::null_result;

INSTANTIATE_TEST_SUITE_P(
    NullResults, CuePairs,
    testing::Values(
        Pair{kNull, "Sleep did not differ.", "Sleep differed."},
        Pair{kNull, "Sleep did not significantly differ between arms.", "Sleep differed significantly between arms."},
        Pair{kNull, "Sleep was not significantly different.", "Sleep was significantly different."},
        Pair{kNull, "We saw no difference in sleep.", "We saw a difference in sleep."},
        Pair{kNull, "No statistically significant between-group difference was seen.",
             "A statistically significant between-group difference was seen."},
        Pair{kNull, "There were no clinically relevant changes.", "There were clinically relevant changes."},
        Pair{kNull, "Tea was not associated with gout.", "Tea was associated with gout."},
        Pair{kNull, "There was no association with gout.", "There was an association with gout."},
        Pair{kNull, "Tea failed to show a gain.", "Tea went on to show a gain."},
        Pair{kNull, "Sleep was similar between arms.", "Sleep was better between naps."},
        Pair{kNull, "Rates were comparable.", "Rates were compared."},
        Pair{kNull, "Tea was no better than water.", "Tea was better than water."},
        Pair{kNull, "Tea was not more effective than water.", "Tea was more effective than water."},
        Pair{kNull, "The effect was non-significant.", "The effect was significant."},
        Pair{kNull, "The gain was nonsignificant.", "The gain was significant."},
        Pair{kNull, "The primary endpoint was not met.", "The primary endpoint was met."},
        Pair{kNull, "Tea was not superior to water.", "Tea was superior to water."},
        Pair{kNull, "Tea had no effect on sleep.", "Tea had an effect on sleep."},
        Pair{kNull, "Weight was unchanged.", "Weight was changed."},
        Pair{kNull, "Weight remained stable.", "Weight became stable."},
        Pair{kNull, "Weight did not change significantly.", "Weight did change significantly."},
        Pair{kNull, "Weight did not rise.", "Weight did rise."},
        Pair{kNull, "There was no evidence of gout.", "There was evidence of gout."},
        Pair{kNull, "There was no sign of gout.", "There was a sign of gout."},
        Pair{kNull, "Tea showed little effect on gout.", "Tea showed an effect on gout."},
        Pair{kNull, "Tea was as effective as water.", "Tea was effective in water."},
        Pair{kNull, "Tea was noninferior to water.", "Tea was inferior to water."},
        Pair{kNull, "Tea was non-inferior to water.", "Tea was inferior to water."},
        Pair{kNull, "Neither sleep nor mood improved.", "Both sleep and mood improved."},
        Pair{kNull, "Tea did not lead to improvements in mood.", "Tea led to improvements in mood."},
        Pair{kNull, "We did not find a difference.", "We did find a difference."},
        Pair{kNull, "The change did not reach statistical significance.",
             "The change reached statistical significance."},
        Pair{kNull, "Tea was ineffective.", "Tea was effective."},
        Pair{kNull, "The link was not significant.", "The link was significant."},
        Pair{kNull, "A gain could not be shown.", "A gain could be shown."},
        Pair{kNull, "Sleep improved, but not significantly.", "Sleep improved, and significantly."},
        Pair{kNull, "Lack of efficacy was clear.", "They withdrew due to lack of efficacy."},
        Pair{kNull, "Tea failed to cure gout.", "We asked those who had failed to respond."},
        Pair{kNull, "Tea had no added analgesic effect.", "Tea had an added analgesic effect."},
        Pair{kNull, "We were unable to show a gain.", "We were able to show a gain."},
        Pair{kNull, "There was no increase in gout.", "There was an increase in gout."},
        Pair{kNull, "It had no adverse effect on sleep.", "It had no adverse effects."},
        Pair{kNull, "Gout rates were the same.", "Gout rates rose the same day."}));

INSTANTIATE_TEST_SUITE_P(
    Gaps, CuePairs,
    testing::Values(
        Pair{CueKind::gap, "Long-term data are lacking.", "Long-term data are reassuring."},
        Pair{CueKind::gap, "Its safety remains unknown.", "Its safety remains good."},
        Pair{CueKind::gap, "Whether tea helps is unclear.", "That tea helps is clear."},
        Pair{CueKind::gap, "Further studies are needed.", "Further cups are needed."},
        Pair{CueKind::gap, "Larger randomised trials are warranted.", "Larger randomised trials were run."},
        Pair{CueKind::gap, "More research on tea is required.", "More water for tea is required."},
        Pair{CueKind::gap, "Harms were poorly assessed.", "Harms were carefully assessed."},
        Pair{CueKind::gap, "Few studies asked about gout.", "Few people asked about gout."},
        Pair{CueKind::gap, "There is insufficient evidence.", "There is sufficient evidence."},
        Pair{CueKind::gap, "Limited data exist.", "Solid data exist."},
        Pair{CueKind::gap, "Tea has an unknown long-term safety profile.", "Tea has a good long-term safety profile."},
        Pair{CueKind::gap, "Tea has not been studied in gout.", "Tea has been studied in gout."},
        Pair{CueKind::gap, "The mechanism is not fully understood.", "The mechanism is fully understood."},
        Pair{CueKind::gap, "Little is known about gout; little known at all.", "Much is known about gout."},
        Pair{CueKind::gap, "No firm conclusions can be drawn.", "Firm conclusions can be drawn."},
        Pair{CueKind::gap, "The evidence remains inconclusive.", "The evidence remains convincing."},
        Pair{CueKind::gap, "There is a lack of long-term data.", "There is a lack of milk."},
        Pair{CueKind::gap, "This needs to be confirmed.", "This was confirmed."},
        Pair{CueKind::gap, "The trial was underpowered.", "The trial was well powered."},
        Pair{CueKind::gap, "Gaps in our knowledge remain.", "Gaps in our fence remain."},
        Pair{CueKind::gap, "Additional follow-up studies should be done.", "Additional cups should be drunk."}));

INSTANTIATE_TEST_SUITE_P(
    Directions, CuePairs,
    testing::Values(Pair{CueKind::increase, "Gout rose.", "Gout fell."},
                    Pair{CueKind::increase, "Higher scores came.", "Lower scores came."},
                    Pair{CueKind::increase, "Gout was more frequent.", "Gout was less frequent."},
                    Pair{CueKind::increase, "Gout did increase.", "Gout did not increase."},
                    Pair{CueKind::increase, "More users slept.", "More than 20 users slept."},
                    Pair{CueKind::increase, "It left more marks than water.", "It left more to the mind."},
                    Pair{CueKind::increase, "Colds went up.", "Colds went home."},
                    Pair{CueKind::increase, "The risk was 3-fold.", "The towel was folded."},
                    Pair{CueKind::decrease, "Tea relieves gout.", "Tea worsens gout."},
                    Pair{CueKind::decrease, "Tea alleviated gout.", "Tea followed gout."},
                    Pair{CueKind::decrease, "Fewer cups broke.", "Green cups broke."},
                    Pair{CueKind::decrease, "Scores were lower.", "Lower limbs were sore."},
                    Pair{CueKind::decrease, "There was a reduction in gout.", "There was no reduction in gout."},
                    Pair{CueKind::decrease, "Gout fell.", "Cups fall."},
                    Pair{CueKind::decrease, "Gout was minimized.", "Gout was minimal."},
                    Pair{CueKind::decrease, "It eases gout.", "The ease of use won."},
                    Pair{CueKind::improve, "Sleep was better.", "Sleep was worse."},
                    Pair{CueKind::improve, "Tea was effective.", "Tea was less effective."},
                    Pair{CueKind::improve, "Tea was effective.", "Tea was cost-effective."},
                    Pair{CueKind::improve, "Sleep improved.", "Sleep did not improve."},
                    Pair{CueKind::improve, "Tea is superior.", "The superior vena cava is wide."},
                    Pair{CueKind::worsen, "Sleep deteriorated.", "Sleep improved."},
                    Pair{CueKind::worsen, "Recall was impaired.", "Recall was intact."},
                    Pair{CueKind::worsen, "Tea was less effective.", "Tea was more effective."},
                    Pair{CueKind::low_magnitude, "The rate was very low.", "The rate was very high."},
                    Pair{CueKind::low_magnitude, "Gout was rare.", "Gout was common."},
                    Pair{CueKind::low_magnitude, "The risk is low.", "The low back hurts."},
                    Pair{CueKind::high_magnitude, "Gout is common.", "The common cold is dull."},
                    Pair{CueKind::high_magnitude, "The risk was high.", "High-risk patients came."},
                    Pair{CueKind::high_magnitude, "Highly prized tea.", "Prized tea."}));

INSTANTIATE_TEST_SUITE_P(
    Statements, CuePairs,
    testing::Values(Pair{CueKind::negation, "Tea is not hot.", "Tea is not only hot."},
                    Pair{CueKind::negation, "No cups broke.", "Cup no. 5 broke."},
                    Pair{CueKind::negation, "They came without milk.", "They came with or without milk."},
                    Pair{CueKind::pseudo_negation, "Gout cannot be ruled out.", "Gout can be ruled out."},
                    Pair{CueKind::pseudo_negation, "Gout is not uncommon.", "Gout is not common."},
                    Pair{CueKind::scope_end, "Tea, however, helped.", "Tea, again, helped."},
                    Pair{CueKind::hedge, "Tea may help.", "They met in May."},
                    Pair{CueKind::hedge, "Tea suggests calm.", "Tea brings calm."},
                    Pair{CueKind::hedge, "It is possible.", "It is certain."},
                    Pair{CueKind::hedge, "There was a trend towards gain.", "There was a gain."},
                    Pair{CueKind::cause, "Tea causes gout.", "Tea precedes gout."},
                    Pair{CueKind::cause, "It leads to gout.", "It leads the way."},
                    Pair{CueKind::cause, "It results in gout.", "The results came."},
                    Pair{CueKind::associate, "Tea is linked to gout.", "Tea is poured on gout."},
                    Pair{CueKind::associate, "Tea was related to gout.", "Tea was good for gout."},
                    Pair{CueKind::occurrence, "Two users developed gout.", "Two users feared gout."},
                    Pair{CueKind::occurrence, "Three had gout.", "Three had been there."},
                    Pair{CueKind::occurrence, "Gout is common among users.", "Gout is bad for users."},
                    Pair{CueKind::significance, "It fell significantly.", "It fell."},
                    Pair{CueKind::significance, "A significant fall came.", "No significant difference came."},
                    Pair{CueKind::absolute, "Tea never harms.", "Tea seldom harms."},
                    Pair{CueKind::absolute, "Tea does not cause gout.", "Tea may cause gout."},
                    Pair{CueKind::absolute, "There is no long-term harm.", "There is some long-term harm."},
                    Pair{CueKind::absolute, "It works 100 % of the time.", "It works 10 % of the time."},
                    Pair{CueKind::absolute, "It did not leave any mark.", "It did leave any mark."},
                    Pair{CueKind::comparison, "Tea versus water.", "Tea and water."},
                    Pair{CueKind::comparison, "Compared with water, tea won.", "Like water, tea won."},
                    Pair{CueKind::comparison, "It was hotter than water.", "It was more than 50 degrees."},
                    Pair{CueKind::aim, "We set out to test tea.", "We set the tea down."},
                    Pair{CueKind::aim, "The aim was rest.", "The end was rest."},
                    Pair{CueKind::aim, "To investigate tea, we met.", "To drink tea, we met."},
                    Pair{CueKind::aim, "The objective was rest.", "The objective response was rest."},
                    Pair{CueKind::safe, "Tea was well tolerated.", "Tea was well brewed."},
                    Pair{CueKind::safe, "The safety profile was good.", "The safety officer was good."},
                    Pair{CueKind::study_report, "Gout has been reported.", "Gout has been a nuisance."},
                    Pair{CueKind::study_report, "Tea is being studied.", "Tea is being poured."},
                    Pair{CueKind::study_report, "Researchers are exploring tea.", "Guests are drinking tea."}));

}  // namespace
}  // namespace claimcheck
