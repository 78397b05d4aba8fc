#include "intake/html_tokens.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

std::string describe(std::string_view text, const HtmlToken& token) {
  if (token.kind == HtmlTokenKind::text) return "text '" + std::string(slice(text, token.source)) + "'";
  if (token.kind == HtmlTokenKind::comment) return "comment '" + std::string(slice(text, token.inside)) + "'";
  if (token.kind == HtmlTokenKind::end_tag) return "/" + token.name;
  std::string tag = token.name;
  for (const HtmlAttribute& attribute : token.attributes) tag += " " + attribute.name + "='" + attribute.value + "'";
  return tag + (token.self_closing ? " closed" : "");
}

/// The tokens, one a line.
std::string tokens_of(std::string_view text) {
  std::string lines;
  HtmlToken token;
  HtmlTokens tokens(text, {0, text.size()});
  std::size_t end = 0;
  while (tokens.next(token)) {
    EXPECT_LE(end, token.source.begin);
    EXPECT_LT(token.source.begin, token.source.end);
    end = token.source.end;
    lines += describe(text, token) + "\n";
  }
  if (tokens.is_cut()) lines += "cut\n";
  return lines;
}

TEST(HtmlTokens, CutsTagsTextAndComments) {
  EXPECT_EQ(tokens_of("a<B c D=e f = \"g&amp;h\" i='j>k' c=2>l</B x>m"),
            "text 'a'\nb c='' d='e' f='g&h' i='j>k'\ntext 'l'\n/b\ntext 'm'\n");
  EXPECT_EQ(tokens_of("<br/><a href=x/y/><i / >"), "br closed\na href='x/y/'\ni\n");
  EXPECT_EQ(tokens_of("<!-- a --><!--><!---><!doctype html><?x y?></#z>b"),
            "comment ' a '\ncomment ''\ncomment ''\ncomment ''\ncomment ''\ncomment ''\ntext 'b'\n");
}

TEST(HtmlTokens, TakesABracketThatOpensNothingForText) {
  EXPECT_EQ(tokens_of("p < 0.05 <3 << <"), "text 'p < 0.05 <3 << <'\n");
  EXPECT_EQ(tokens_of("<</"), "text '<</'\n");
}

TEST(HtmlTokens, LeavesOutScriptsAndTheirLike) {
  EXPECT_EQ(tokens_of("<script>a<b</scrip></script ><p>"), "script\n/script\np\n");
  EXPECT_EQ(tokens_of("<STYLE>p{}</Style>x"), "style\n/style\ntext 'x'\n");
  EXPECT_EQ(tokens_of("<script src=x />y"), "script src='x' closed\ntext 'y'\n");
}

TEST(HtmlTokens, SaysThatTheTextEndsWithinMarkup) {
  EXPECT_EQ(tokens_of("a<b c"), "text 'a'\nb c=''\ncut\n");
  EXPECT_EQ(tokens_of("a<!-- b"), "text 'a'\ncomment ''\ncut\n");
  EXPECT_EQ(tokens_of("<script>b"), "script\ncut\n");
}

}  // namespace
}  // namespace claimcheck
