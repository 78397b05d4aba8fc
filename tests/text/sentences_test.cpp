#include "text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> sentences;
  for (const Span span : split_sentences(text)) sentences.emplace_back(slice(text, span));
  return sentences;
}

/// A "|" shows where the text must be cut; it stands for nothing, the space before it stays.
class SplitSentences : public testing::TestWithParam<std::string_view> {};

TEST_P(SplitSentences, CutsWhereSentencesEndAndNowhereElse) {
  std::string text;
  std::vector<std::string> expected{""};
  for (const char c : GetParam()) {
    if (c == '|') {
      expected.emplace_back();
      continue;
    }
    text += c;
    expected.back() += c;
  }
  for (std::string& sentence : expected) sentence.erase(sentence.find_last_not_of(' ') + 1);
  EXPECT_EQ(split(text), expected);
}

INSTANTIATE_TEST_SUITE_P(Stops, SplitSentences,
                         testing::Values("One arm got tea. |The other got water.",
                                         "Did it help? |It did! |Nobody asked again.",
                                         "Scores fell by 0.5 points. |Sleep did not change.",
                                         "The mean was 19·45. |It rose later.", "P = .02 for tea. |P = .7 for water.",
                                         "There were n = 12. |All stayed.", "It ended (after a week). |Then it began.",
                                         "She said \"stop.\" |They stopped.", "He called it “safe.” |It was not.",
                                         "Effects were small … but real. |Nobody minded.",
                                         "Effects were small... but real.", "We waited... |Nothing came.",
                                         "It lasted 8 wk. |Tea lasted longer.", "Given for 10 min. |Then stopped.",
                                         "The arm had HR. |Tea lowered it.", "One version was 2.1.4. |It failed."));

INSTANTIATE_TEST_SUITE_P(
    ShortForms, SplitSentences,
    testing::Values("Tea vs. water was tried.", "Tea vs. Water Trial results came.", "Miller et al. found none.",
                    "Miller et al. (2011) found none. |We did.", "Hot drinks, e.g. tea, were free.",
                    "One drink (i.e. Tea) was free.", "Tea was given i.v. over an hour.",
                    "Tea was given i.v. |The dose was low.", "Tea p.o. Twice daily was usual.",
                    "It was given p.o. |After that, nobody slept.", "We asked Dr. Brewer. |He agreed.",
                    "It came at 5 p.m. and left.", "It came at 5 p.m. |No one saw it.",
                    "J. B. Miller wrote it. |S. aureus did not.", "The U.S. Army drank it.",
                    "They live in the U.S. |They drink tea.", "See Fig. 2 and Ref. 3. |Both are dull.",
                    "It was tin no. 5. |That was full.", "No. 5 was full.", "The answer was no. |That was all.",
                    "It cost approx. 5 cents.", "They took vitamin D. |Bones did not change.",
                    "They had hepatitis C. |Few drank tea.", "Teas etc. were free.", "Tea from Cup Inc. was used."));

INSTANTIATE_TEST_SUITE_P(Asides, SplitSentences,
                         testing::Values("Tea (see above. Also below.) was free. |So was milk.",
                                         "Tea [cf. Miller. 1990] was free.", "A bracket ( never closed. |It goes on.",
                                         "A smile :) ends. |It goes on.", "1. Tea was free. |2. Milk was not.",
                                         "(a) Tea was free. |(b) Milk was not.", "iv. Tea was free."));

INSTANTIATE_TEST_SUITE_P(
    Joints, SplitSentences,
    testing::Values("Both arms improved.|None got worse.", "Both arms improved.|The rest got worse.",
                    "The trial ended.|Patients went home.", "See www.Tea.Org for more.", "It was pH.The same.",
                    "This is known.1,2 |Tea is hot.", "This is known.[3] |Tea is hot.",
                    "This is known.^{4,5} |Tea is hot.", "This is known.³ |Tea is hot.", "It was 2.5 Then it was 3.",
                    "Tea was hot. |p53 was not.", "Tea was hot. |mTOR was not.", "Tea was hot. |β-carotene was not.",
                    "Tea was hot. and wet.", "Tea was hot . |It cooled."));

TEST(SplitSentencesOf, FindsNothingInWhiteSpace) {
  EXPECT_THAT(split(""), IsEmpty());
  EXPECT_THAT(split(" \n\t\u00A0\u2003"), IsEmpty());
}

TEST(SplitSentencesOf, TrimsEveryKindOfSpace) {
  EXPECT_THAT(split("\u00A0Tea.\u2003\u00A0Milk.\u3000"), ElementsAre("Tea.", "Milk."));
}

TEST(SplitSentencesOf, EndsASentenceAtABlankLineOnly) {
  EXPECT_THAT(split("A heading\n\nTea was\nhot. Milk\r\n\r\nwas cold"),
              ElementsAre("A heading", "Tea was\nhot.", "Milk", "was cold"));
}

TEST(SplitSentencesOf, KeepsATextWithoutStopWhole) {
  EXPECT_THAT(split("no stop here"), ElementsAre("no stop here"));
}

TEST(SplitSentencesOf, PartsWhatNeverEnds) {
  const auto longest = [](const std::string& text) {
    std::size_t most = 0;
    for (const Span span : split_sentences(text)) most = std::max(most, span.size());
    return most;
  };
  std::string spaced;
  std::string unbroken;
  for (int i = 0; i < 20000; ++i) {
    spaced += "tea ";
    unbroken += i % 2 == 0 ? "\u00E9" : ",(t";
  }
  EXPECT_LE(longest(spaced), 4004U);
  EXPECT_LE(longest(unbroken), 8004U);
  for (const Span span : split_sentences(unbroken)) EXPECT_TRUE(is_valid_utf8(slice(unbroken, span)));
}

TEST(SplitSentencesOf, KeepsMarksWithTheirSentence) {
  EXPECT_THAT(split("... ?! Tea."), ElementsAre("... ?!", "Tea."));
  EXPECT_THAT(split("."), ElementsAre("."));
}

TEST(SplitSentencesOf, ReadsIllFormedBytesAsMarks) {
  EXPECT_THAT(split("Tea\xFF was hot. \xC3 Milk."), ElementsAre("Tea\xFF was hot.", "\xC3 Milk."));
}

}  // namespace
}  // namespace claimcheck
