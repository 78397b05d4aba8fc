#include "intake/read_markdown.h"

#include <string>

#include <gtest/gtest.h>

#include "intake/read_support.h"

namespace claimcheck {
namespace {

TEST(ReadMarkdown, ReadsHeadingsParagraphsAndLists) {
  expect_blocks(
      "tea.md",
      {
          {"# All *about* tea\n\nTea **calms**\nthe `mind`.\n\n## Uses\n- hot\n- sweet\n  1. sugar\n\n     More "
           "sugar.\n  "
           "2. honey\n",
           "heading1: All about tea\nparagraph: Tea calms the mind.\nheading2: Uses\nlist_item1: hot\nlist_item1: "
           "sweet\nlist_item2: sugar\nlist_item2: More sugar.\nlist_item2: honey\n"},
          {"Tea is\n• *hot*\n• [sweet](s)\n  and good\n",
           "paragraph: Tea is\nlist_item1: hot\nlist_item1: sweet and good <sweet|s>\n"},
          {"Tea\n===\n- [x] hot\n- [ ] cold\n\n***\n\n    Indented text is text.\n",
           "heading1: Tea\nlist_item1: hot\nlist_item1: cold\nparagraph: Indented text is text.\n"},
          {"A &amp; B &mdash; 5&nbsp;mg &lt; 6, &unknown; \\*so\\*\n", "paragraph: A & B — 5 mg < 6, &unknown; *so*\n"},
      });
}

TEST(ReadMarkdown, LeavesOutWhatIsNoText) {
  expect_blocks(
      "tea.md",
      {
          {"Tea.\n\n```\ncode\n```\n\n~~~py\nmore\n~~~\n", "paragraph: Tea.\n"},
          {"Tea ~~cures all~~ is hot. ![a picture](p.png) <!-- a remark --> So.\n", "paragraph: Tea is hot. So.\n"},
          {"<!-- one\n\nremark -->\n\n<div hidden>no</div>\n\n<script>no()</script>\n\nTea.\n", "paragraph: Tea.\n"},
          {":::note\n\nTea is hot.\n\n:::\n", "paragraph: Tea is hot.\n"},
      });
}

TEST(ReadMarkdown, ReadsTheTitleOfTheFrontMatter) {
  expect_blocks(
      "tea.md",
      {
          {"---\ntitle: \"All about tea\"\ntags: [a]\n---\nTea.\n", "heading1: All about tea\nparagraph: Tea.\n"},
          {"---\ntitle: Tea\n---\n\n# Tea at home\n\nTea.\n", "heading1: Tea at home\nparagraph: Tea.\n"},
          {"+++\ntitle = 'Tea'\n+++\nTea.\n", "heading1: Tea\nparagraph: Tea.\n"},
          {"---\nNo front matter, a line.\n\n---\nTea.\n", "paragraph: No front matter, a line.\nparagraph: Tea.\n"},
          {"---\nkey: never closed\n", "paragraph: key: never closed\n"},
      });
}

TEST(ReadMarkdown, ReadsTablesWithTheirHeaders) {
  expect_blocks("tea.md", {
                              {"| Tea | Effect |\n|---|:-:|\n| green | *calms* |\n| black |\n",
                               "table_cell: Tea\ntable_cell: Effect\ntable_cell: green {Tea}\ntable_cell: calms "
                               "{Effect} {green}\ntable_cell: "
                               "black {Tea}\n"},
                          });
}

TEST(ReadMarkdown, ReadsQuotationsAndBoxes) {
  expect_blocks(
      "tea.md",
      {
          {"> Tea is hot.\n>\n> - and sweet\n\nSo.\n",
           "quotation: Tea is hot.\nlist_item1: and sweet\nparagraph: So.\n"},
          {"> [!NOTE]\n> Tea is hot.\n\n> [!tip]- Cold tea\n> Drink it.\n",
           "callout: Tea is hot.\ncallout: Cold tea\ncallout: Drink it.\n"},
          {"<div class=\"callout\">\n\nTea is hot.\n\n</div>\n\nSo.\n", "callout: Tea is hot.\nparagraph: So.\n"},
          {"<div class=\"cta-box\">\n\n### Buy tea\n\nToday.\n\n</div>\n\nTea is hot and good for all.\n",
           "boilerplate: Buy tea\nboilerplate: Today.\nparagraph: Tea is hot and good for all.\n"},
      });
}

TEST(ReadMarkdown, ReadsMarksOfSources) {
  expect_blocks(
      "tea.md",
      {
          {"Tea [calms](https://a.example/x?a=1&amp;b=2) people <sup>1,2</sup> and <https://b.example>.\n",
           "paragraph: Tea calms people 1,2 and https://b.example. <calms|https://a.example/x?a=1&b=2> <^1,2|> "
           "<https://b.example|https://b.example>\n"},
          {"Tea calms<sup>[3](#ref-3)</sup> and wakes [[4]](#ref-4).\n",
           "paragraph: Tea calms3 and wakes [4]. <^3|#ref-3> <[4]|#ref-4>\n"},
          {"Tea calms.[^a_b] So [^2].\n\n[^a_b]: Doe J. Tea.\n[^2]: https://tea.example\n\nEnd.\n",
           "paragraph: Tea calms.a_b So 2. <^a_b|#^a_b> <^2|#^2>\nreference: Doe J. Tea. #^a_b\nreference: "
           "https://tea.example #^2\nparagraph: End.\n"},
          {"Tea [1].\n\n[1]: https://tea.example\n", "paragraph: Tea 1. <1|https://tea.example>\n"},
      });
}

TEST(ReadMarkdown, ReadsReferenceLists) {
  expect_blocks(
      "tea.md",
      {
          {"Tea.\n\n## References\n\n3. Doe J. Tea.\n4. <a id=\"r4\"></a>Roe R.\n\n### Books\n\n[5] Poe P.\n[6] Moe "
           "M.\n\n## End\n\nTea.\n",
           "paragraph: Tea.\nheading2: References\nreference: 3. Doe J. Tea.\nreference: 4. Roe R. #r4\nheading3: "
           "Books\nreference: [5] Poe P.\nreference: [6] Moe M.\nheading2: End\nparagraph: Tea.\n"},
          {"# Notes & References\n- Doe J.\n", "heading1: Notes & References\nreference: Doe J.\n"},
      });
}

TEST(ReadMarkdown, TakesABoldLineForAHeading) {
  expect_blocks("tea.md", {
                              {"**Hot tea**\n\nIt is hot.\n\n**Tea is bad for:**\n- cats\n\n**Tea cures colds.**\n",
                               "heading6: Hot tea\nparagraph: It is hot.\nparagraph: Tea is bad for:\nlist_item1: "
                               "cats\nparagraph: Tea cures "
                               "colds.\n"},
                              {"**Green tea**  \nIt calms.  \nIt is\\\nhot.\n",
                               "heading6: Green tea\nparagraph: It calms.\nparagraph: It is hot.\n"},
                          });
}

TEST(ReadMarkdown, LeavesUncheckedWhatItsAuthorAsksFor) {
  const Document document = read_checked(
      "One.\n\n<!-- claimcheck off reason=\"quoted from the label\" -->\n\nTwo.\n\n- Three.\n\n<!-- claimcheck on "
      "-->\n\n"
      "Four. <!-- claimcheck off reason='own data' -->Five.<!-- claimcheck on --> Six.\n\n<!--claimcheck "
      "off-->\nSeven.\n"
      "<!-- claimcheck stop -->\n<!-- claimcheck on -->\n\n<!-- claimchecks off -->\n<!-- claimcheck off reason=\"x\" "
      "-->\nEight.\n",
      "tea.md");
  EXPECT_EQ(
      outline(document),
      "paragraph: One.\nparagraph: Two. (quoted from the label)\nlist_item1: Three. (quoted from the "
      "label)\nparagraph: Four.\nparagraph: Five. (own data)\nparagraph: Six.\nparagraph: Seven.\nparagraph: Eight. "
      "(x)\n");
  EXPECT_EQ(document.problems,
            (std::vector<std::string>{
                R"(line 13: "claimcheck off" without a reason does nothing; write <!-- claimcheck off reason="…" -->)",
                R"(line 15: a comment to claimcheck that it does not know; it knows off reason="…" and on)",
                R"(line 16: "claimcheck on" where nothing was off)"}));
}

TEST(ReadMarkdown, RefusesATableWithoutEnd) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "|a";
  text += "|\n";
  for (int i = 0; i < 2000; ++i) text += "|---";
  text += "|\n";
  for (int i = 0; i < 4000; ++i) text += "|a|\n";
  EXPECT_EQ(refusal_of(text, "tea.md"), "tea.md: a table with too many empty cells; make it smaller");
}

}  // namespace
}  // namespace claimcheck
