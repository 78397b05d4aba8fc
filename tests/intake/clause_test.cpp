#include "intake/clause.h"

#include <gtest/gtest.h>

#include <string_view>

namespace claimcheck {
namespace {

TEST(IsCommand, KnowsWhatTellsTheReaderToDoSomething) {
  for (const std::string_view text : {"Avoid alcohol", "Use the time to rest.", "Start or strengthen a routine.",
                                      "Set goals, reduce stress", "Water, reduce salt"}) {
    EXPECT_TRUE(is_command(read_words(text))) << text;
  }
  for (const std::string_view text :
       {"Use of statins is common.", "Exercise improves mood.", "Support groups reduce relapse.", "Zinc", "",
        "In adults, statins reduce stroke.", "Statins, if tolerated, reduce stroke.",
        "By lowering LDL, statins reduce strokes that age may bring."}) {
    EXPECT_FALSE(is_command(read_words(text))) << text;
  }
}

TEST(LacksObject, TellsAVerbThatLeansOnWhatFollowed) {
  for (const std::string_view text : {"Therapy helps to sustain.", "Counselling may potentially enhance.",
                                      "Such cases typically involve.", "Case reports exist but typically involve"}) {
    EXPECT_TRUE(lacks_object(read_words(text))) << text;
  }
  for (const std::string_view text :
       {"Therapy helps people to recover.", "Symptoms may improve.", "Statins protect vessels that smoking may harm.",
        "People know what to expect.", "People ask what treatment may involve.",
        "Pain is the only discomfort involved.", "Zinc"}) {
    EXPECT_FALSE(lacks_object(read_words(text))) << text;
  }
}

TEST(IsChecklistNote, TellsNotesFromSentences) {
  for (const std::string_view text : {"Dose calculated", "Treatment administered (dose, route)",
                                      "Response rates calculated", "Services added to the practice"}) {
    EXPECT_TRUE(is_checklist_note(read_words(text))) << text;
  }
  for (const std::string_view text : {"Pain decreased", "Statins reduced strokes", "The doses were recorded",
                                      "Nausea occurred in 12% of patients", "Some patients recorded their mood."}) {
    EXPECT_FALSE(is_checklist_note(read_words(text))) << text;
  }
}

}  // namespace
}  // namespace claimcheck
