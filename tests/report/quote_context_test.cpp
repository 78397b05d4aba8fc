#include "report/quote_context.h"

#include <gtest/gtest.h>

#include "report/sample_run.h"

namespace claimcheck {
namespace {

TEST(ShownSpan, CountsCodePoints) {
  EXPECT_EQ(shown_span("aµb", {1, 3}), (Span{1, 2}));
  EXPECT_EQ(shown_span("日本語", {3, 9}), (Span{1, 3}));
  EXPECT_EQ(shown_span("😀x", {4, 5}), (Span{1, 2}));
  EXPECT_EQ(shown_span("abc", {}), (Span{0, 0}));
  EXPECT_EQ(shown_span("abc", {1, 99}), (Span{1, 3}));
  EXPECT_EQ(shown_span("abc", {50, 99}), (Span{3, 3}));
}

TEST(ShownSpan, CountsIllFormedBytesAsTheyAreShown) {
  EXPECT_EQ(shown_span("a\xFF\xFEz", {3, 4}), (Span{3, 4}));
  EXPECT_EQ(shown_span("\xC3", {0, 1}), (Span{0, 1}));
}

TEST(QuoteContext, HoldsUpToThirtyTwoCodePointsOnEachSide) {
  std::string before;
  for (int i = 0; i < 40; ++i) before += "µ";
  const std::string after(40, 'z');
  const Citation citation = make_citation(1, "", before + "QUOTE" + after);
  const QuoteContext context = quote_context(&citation, make_quote(citation, 0, "QUOTE"));
  EXPECT_EQ(context.span, (Span{40, 45}));
  EXPECT_EQ(context.prefix, before.substr(0, 64));
  EXPECT_EQ(context.suffix, std::string(32, 'z'));
}

TEST(QuoteContext, IsEmptyAtTheEdgesAndWithoutTheAbstract) {
  const Citation citation = make_citation(1, "", "QUOTE");
  const QuoteContext context = quote_context(&citation, make_quote(citation, 0, "QUOTE"));
  EXPECT_EQ(context.prefix, "");
  EXPECT_EQ(context.suffix, "");
  EXPECT_EQ(context.span, (Span{0, 5}));
  EXPECT_EQ(quote_context(nullptr, {}).span, Span{});
  EXPECT_EQ(quote_context(&citation, {7, {0, 5}, "QUOTE"}).span, Span{});
}

TEST(WordsAround, CutAtWords) {
  const Citation citation = make_citation(
      1, "", "One sentence that is rather long stands here. QUOTE And another that is rather long stands after it.");
  const QuoteContext context = quote_context(&citation, make_quote(citation, 0, "QUOTE"));
  EXPECT_EQ(words_before(context), "… is rather long stands here. ");
  EXPECT_EQ(words_after(context), " And another that is rather …");
}

TEST(WordsAround, ShowAllThatIsShort) {
  const Citation citation = make_citation(1, "", "Before. QUOTE After.");
  const QuoteContext context = quote_context(&citation, make_quote(citation, 0, "QUOTE"));
  EXPECT_EQ(words_before(context), "Before. ");
  EXPECT_EQ(words_after(context), " After.");
}

}  // namespace
}  // namespace claimcheck
