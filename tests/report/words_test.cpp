#include "report/words.h"

#include <gtest/gtest.h>

#include <set>

namespace claimcheck {
namespace {

// Every value of E has a word of its own; `silent` of them, which say nothing, have none.
template <typename E>
void expect_words(std::size_t silent) {
  std::set<std::string> words;
  std::size_t empty = 0;
  for (const E value : enum_values<E>()) {
    const std::string word(word_for(value));
    if (word.empty()) {
      ++empty;
    } else {
      EXPECT_TRUE(words.insert(word).second) << word;
      EXPECT_EQ(word.find('_'), std::string::npos) << word;
    }
  }
  EXPECT_EQ(empty, silent);
}

TEST(WordFor, GivesEveryValueAWordOfItsOwn) {
  expect_words<SubTag>(1);
  expect_words<Certainty>(0);
  expect_words<Design>(0);
  expect_words<Setting>(1);
  expect_words<Directness>(0);
  expect_words<Reported>(0);
  expect_words<ClaimKind>(0);
  expect_words<Strength>(0);
  expect_words<QueryAim>(0);
  expect_words<ReasonCode>(0);
  EXPECT_EQ(word_for(NoticeKind::retraction_in), "Retracted");
  EXPECT_EQ(word_for(NoticeKind::comment_in), "Comment in");
  EXPECT_EQ(word_for(NoticeKind::cites), "") << "reference lists are no notices";
  EXPECT_FALSE(is_warning(NoticeKind::comment_in));
  EXPECT_TRUE(is_warning(NoticeKind::expression_of_concern_in));
}

TEST(MarkOf, TellsNotAssessedAndCouldNotCheckFromUnsupported) {
  Report report;
  EXPECT_EQ(mark_of(report).detail, "could not check");
  EXPECT_EQ(mark_of(report).word, "Not checked");
  report.status = ClaimStatus::not_assessed;
  EXPECT_EQ(mark_of(report).detail, "not assessed");
  report.verdict = Verdict{};
  EXPECT_EQ(mark_of(report).word, "Unsupported");
  EXPECT_EQ(mark_of(report).detail, "not shown");
  report.verdict->families_for = 1;
  EXPECT_EQ(mark_of(report).detail, "evidence too weak");
  report.verdict->families_for = 0;
  report.verdict->reasons = {{ReasonCode::comparator_missing, ""}, {ReasonCode::no_records, ""}};
  EXPECT_EQ(mark_of(report).detail, "nothing found");
  report.verdict->tag = Tag::contested;
  report.verdict->sub_tag = SubTag::contradicted;
  EXPECT_EQ(mark_of(report).icon, "≷");
  EXPECT_EQ(mark_of(report).detail, "contradicted");
}

TEST(DescribeMark, JoinsIconWordAndSubTag) {
  EXPECT_EQ(describe_mark({"✓", "Supported", "", ""}), "✓ Supported");
  EXPECT_EQ(describe_mark({"≷", "Contested", "mixed", ""}), "≷ Contested · mixed");
}

TEST(DescribeCertainty, NamesTheFamilies) {
  EXPECT_EQ(describe_certainty(Certainty::none, 0), "none");
  EXPECT_EQ(describe_certainty(Certainty::very_low, 1), "very low, from 1 study family");
  EXPECT_EQ(describe_certainty(Certainty::high, 3), "high, from 3 study families");
}

}  // namespace
}  // namespace claimcheck
