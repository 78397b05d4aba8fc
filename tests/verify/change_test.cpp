#include "verify/change.h"

#include <gtest/gtest.h>

#include <string_view>

namespace claimcheck {
namespace {

constexpr ComparisonWords kPain{"almorin", "placebo", "pain", Valence::bad};

struct Said {
  std::string_view passage;
  ChangeKind kind;
  std::string_view arm;
};

TEST(FindChanges, JoinsAnAmountAndItsChangeAndTellsWhoseItIs) {
  constexpr Said kSaid[] = {
      {"Pain was lower with almorin than with placebo.", ChangeKind::down, kArmMark},
      {"The reduction in pain was smaller with almorin than with placebo.", ChangeKind::up, kArmMark},
      {"Compared with almorin, placebo reduced pain.", ChangeKind::down, kOtherMark},
      {"Pain improved less in the placebo group.", ChangeKind::bad, kOtherMark},
      {"Controls had more pain.", ChangeKind::up, kOtherMark},
  };
  const OutcomeSort outcome = sort_outcome(kPain);
  for (const Said& said : kSaid) {
    const MarkedPassage text(said.passage, kPain);
    const std::vector<Change> changes = find_changes(text, outcome);
    ASSERT_EQ(changes.size(), 1U) << said.passage;
    EXPECT_EQ(changes.front().kind, said.kind) << said.passage;
    EXPECT_EQ(find_referent(text, changes.front()).arm, said.arm) << said.passage;
  }
}

TEST(FindChanges, LeavesOutWhatComparesNoArms) {
  for (const char* passage :
       {"More than 20% had pain.", "Less than half had pain.", "The delayed-treatment group had pain."}) {
    EXPECT_TRUE(find_changes(MarkedPassage(passage, kPain), sort_outcome(kPain)).empty()) << passage;
  }
}

TEST(SortOutcome, TellsWhetherMoreIsBetter) {
  const auto valence = [](std::string_view outcome) {
    return sort_outcome({"almorin", "placebo", outcome, Valence::neutral}).valence;
  };
  EXPECT_EQ(valence("pain"), Valence::bad);
  EXPECT_EQ(valence("reduction in pain"), Valence::good);
  EXPECT_EQ(valence("pain relief"), Valence::good);
  EXPECT_EQ(valence("quality of life"), Valence::good);
  EXPECT_EQ(valence("time to relapse"), Valence::good);
  EXPECT_EQ(valence("time to healing"), Valence::bad);
  EXPECT_EQ(valence("improvement in symptoms"), Valence::good);
  EXPECT_EQ(valence("serum resistin"), Valence::neutral);
}

TEST(SortOutcome, TellsAFallThatIsMeasured) {
  EXPECT_TRUE(sort_outcome({"a", "b", "reduction in pain", Valence::bad}).fall);
  EXPECT_FALSE(sort_outcome({"a", "b", "pain", Valence::bad}).fall);
}

}  // namespace
}  // namespace claimcheck
