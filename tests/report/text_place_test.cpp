#include "report/text_place.h"

#include <gtest/gtest.h>

#include "report/sample_run.h"

namespace claimcheck {
namespace {

TEST(TextPlaces, CountsLinesAndCodePointsFromOne) {
  const TextPlaces places("äb\ncd\r\n\nx");
  EXPECT_EQ(places.of({0, 3}), (TextPlace{1, 1, 1, 3}));
  EXPECT_EQ(places.of({2, 6}), (TextPlace{1, 2, 2, 3}));
  EXPECT_EQ(places.of({9, 10}), (TextPlace{4, 1, 4, 2}));
  EXPECT_EQ(places.of({8, 8}), (TextPlace{3, 1, 3, 1}));
}

TEST(TextPlaces, CutsToTheEndAndSkipsAByteOrderMark) {
  EXPECT_EQ(TextPlaces("ab").of({1, 99}), (TextPlace{1, 2, 1, 3}));
  EXPECT_EQ(TextPlaces("").of({0, 0}), (TextPlace{1, 1, 1, 1}));
  EXPECT_EQ(TextPlaces("\xEF\xBB\xBF"
                       "ab")
                .of({3, 5}),
            (TextPlace{1, 1, 1, 3}));
}

TEST(TextPlaces, CountsIllFormedBytesAsTheyAreShown) {
  EXPECT_EQ(TextPlaces("\xFF\xFF"
                       "b")
                .of({2, 3}),
            (TextPlace{1, 3, 1, 4}));
}

TEST(ArticleOf, NeedsAPassageAndTheSameFile) {
  claimcheck::Run run = sample_run();
  EXPECT_EQ(article_of(run, run.reports[0].claim), &run.articles[0]);
  EXPECT_EQ(article_of(run, run.reports[2].claim), nullptr);  // has an origin only
  run.reports[0].claim.origin->sha256 = "another";
  EXPECT_EQ(article_of(run, run.reports[0].claim), nullptr);
}

}  // namespace
}  // namespace claimcheck
