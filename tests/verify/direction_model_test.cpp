#include "verify/direction_model.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

struct Pair {
  std::string_view passage;
  Reported reported;
};

constexpr ComparisonWords kPain{"almorin", "placebo", "pain", Valence::bad};

TEST(ReadDirection, TellsWhatHappenedToTheOutcome) {
  constexpr Pair kPairs[] = {
      {"Pain was lower with almorin than with placebo.", Reported::decrease},
      {"Pain was higher with almorin than with placebo.", Reported::increase},
      {"Pain did not differ between almorin and placebo.", Reported::no_difference},
      {"Almorin reduced pain compared with placebo (P = 0.003).", Reported::decrease},
      {"Almorin increased pain compared with placebo (P = 0.003).", Reported::increase},
      {"Compared with placebo, almorin reduced pain.", Reported::decrease},
      {"Compared with almorin, placebo reduced pain.", Reported::increase},
      {"Placebo patients had more pain than almorin patients.", Reported::decrease},
      {"Pain scores were 2.1 with almorin and 4.3 with placebo (P < 0.001).", Reported::decrease},
      {"Pain scores were 4.3 with almorin and 2.1 with placebo (P < 0.001).", Reported::increase},
      {"Pain scores were 2.1 with almorin and 2.2 with placebo (P = 0.72).", Reported::no_difference},
      {"There was no significant difference in pain between the groups (P = 0.4).", Reported::no_difference},
      {"Pain worsened in the almorin group compared with the placebo group.", Reported::increase},
      {"Almorin did not reduce pain.", Reported::no_difference},
  };
  for (const Pair& pair : kPairs)
    EXPECT_EQ(read_direction(pair.passage, kPain).reported, pair.reported) << pair.passage;
}

TEST(ReadDirection, GivesAProbability) {
  const DirectionReading clear = read_direction("There was no significant difference in pain (P = 0.4).", kPain);
  EXPECT_GT(clear.probability, 0.7);
  EXPECT_LE(clear.probability, 1.0);
  EXPECT_GT(read_direction("", kPain).probability, 0.3);
}

}  // namespace
}  // namespace claimcheck
