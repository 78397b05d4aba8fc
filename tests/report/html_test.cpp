#include "report/html.h"

#include <gtest/gtest.h>

#include <set>

namespace claimcheck {
namespace {

TEST(EscapeHtml, MakesMarkupHarmlessInTextAndAttributes) {
  EXPECT_EQ(escape_html("<script>alert('x')</script>").markup(), "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  EXPECT_EQ(escape_html("\" onload=\"x").markup(), "&quot; onload=&quot;x");
  EXPECT_EQ(escape_html("&amp;").markup(), "&amp;amp;");
}

TEST(EscapeHtml, KeepsOtherText) {
  EXPECT_EQ(escape_html("χ² ≥ 3\n\tµ 😀").markup(), "χ² ≥ 3\n\tµ 😀");
  EXPECT_EQ(escape_html("").markup(), "");
}

TEST(EscapeHtml, ReplacesWhatNoBrowserShouldSee) {
  EXPECT_EQ(escape_html(std::string_view("a\0b", 3)).markup(), "a\uFFFDb");
  EXPECT_EQ(escape_html("\xC0\xAF").markup(), "\uFFFD\uFFFD");
  EXPECT_EQ(escape_html("\x1b\u0085\u202E").markup(), "\uFFFD\uFFFD\uFFFD");
}

TEST(Fill, EscapesTextAndKeepsMarkup) {
  EXPECT_EQ(fill("<b>{{a}}</b>{{b}}", {{"a", "<i>"}, {"b", Html("<i>")}}).markup(), "<b>&lt;i&gt;</b><i>");
}

TEST(Fill, DoesNotLookAtWhatItPutIn) {
  EXPECT_EQ(fill("{{a}}{{b}}", {{"a", "{{b}}"}, {"b", Html("{{a}}")}}).markup(), "{{b}}{{a}}");
}

TEST(Fill, UsesAFieldAsOftenAsItIsNamed) {
  EXPECT_EQ(fill("{{x}} {{x}}", {{"x", "1"}}).markup(), "1 1");
  EXPECT_EQ(fill("none", {}).markup(), "none");
}

TEST(AnchorOf, IsSafeAndDiffersWheneverTheTextDoes) {
  EXPECT_EQ(anchor_of("C-07"), "claim-C-07");
  EXPECT_EQ(anchor_of("C 7"), "claim-C_207");
  std::set<std::string> anchors;
  const std::set<std::string> ids{"a", "A", "a ", "a_20", "a\"", "a<", "ä", "\xE4", "", "_", "5f"};
  for (const std::string& id : ids) {
    const std::string anchor = anchor_of(id);
    EXPECT_EQ(anchor.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_"),
              std::string::npos);
    anchors.insert(anchor);
  }
  EXPECT_EQ(anchors.size(), ids.size());
}

}  // namespace
}  // namespace claimcheck
