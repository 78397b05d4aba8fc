#include "intake/read_plain_text.h"

#include <string>

#include <gtest/gtest.h>

#include "intake/read_support.h"

namespace claimcheck {
namespace {

TEST(ReadPlainText, TakesALineForAParagraph) {
  expect_blocks(
      "tea.txt",
      {
          {"Tea calms the mind. It is hot.\nCoffee wakes people up before work begins.\n",
           "paragraph: Tea calms the mind. It is hot.\nparagraph: Coffee wakes people up before work begins.\n"},
          {"Tea   calms\tthe mind.\r\n\r\n\r\nCoffee wakes.",
           "paragraph: Tea calms the mind.\nparagraph: Coffee wakes.\n"},
          {"Tea calms.\n* * *\nCoffee wakes.\n", "paragraph: Tea calms.\nparagraph: Coffee wakes.\n"},
          {"Tea\xC2\xA0"
           "calms\xC2\xAD the\xE2\x80\x8B mind.",
           "paragraph: Tea calms the mind.\n"},
      });
}

TEST(ReadPlainText, JoinsLinesThatWereBrokenAtAWidth) {
  expect_blocks("tea.txt", {
                               {"Green tea has been drunk for a very long time, and many people say\nthat it calms the "
                                "mind. In one small trial "
                                "it did no such thing, but\n"
                                "the trial was short.\n\nBlack tea is stronger than green tea, and has more caffeine "
                                "in it than\nmost people "
                                "think.\n",
                                "paragraph: Green tea has been drunk for a very long time, and many people say that it "
                                "calms the mind. In one "
                                "small trial it did no such thing, but the trial was short.\nparagraph: Black tea is "
                                "stronger than green tea, "
                                "and "
                                "has more caffeine in it than most people think.\n"},
                               {"Tea was given in a randomised, double-blind, placebo-controlled, long-\nterm trial, "
                                "and the people who drank "
                                "it did as well as those who did\nnot.\n",
                                "paragraph: Tea was given in a randomised, double-blind, placebo-controlled, long-term "
                                "trial, and the people "
                                "who "
                                "drank it did as well as those who did not.\n"},
                               {"The clinic gives tea to all of its guests in the morning, and it\nis glad to.\n- hot "
                                "tea for those who feel "
                                "cold, with milk or without it, as\n  they like\n- iced tea\n",
                                "paragraph: The clinic gives tea to all of its guests in the morning, and it is glad "
                                "to.\nlist_item1: hot tea "
                                "for "
                                "those who feel cold, with milk or without it, as they like\nlist_item1: iced tea\n"},
                           });
}

TEST(ReadPlainText, JoinsLinesBesideATableThatIsWider) {
  expect_blocks(
      "tea.txt",
      {{"Green tea has been drunk for a long time, and many people say that\nit calms the mind. In one small trial, "
        "which took place in London\nand Leeds (Doe et al.), it did no such thing. It was in any event\nvery short. "
        "A second trial is under way. Nobody knows its result.\nPeople drink it anyway.\n\nTea            Dose       "
        "     What it does to the mind of people            Year\nGreen Tea      5 g             Calms It              "
        "                      2001\n\nSo it goes.\n",
        "paragraph: Green tea has been drunk for a long time, and many people say that it calms the mind. In one "
        "small trial, which took place in London and Leeds (Doe et al.), it did no such thing. It was in any event "
        "very short. A second trial is under way. Nobody knows its result. People drink it anyway.\nparagraph: Tea "
        "Dose What it does to the mind of people Year\nparagraph: Green Tea 5 g Calms It 2001\nparagraph: So it "
        "goes.\n"}});
}

TEST(ReadPlainText, KnowsHeadingsByTheirShape) {
  expect_blocks(
      "tea.txt",
      {
          {"All About Tea\nWhat Tea Does\nTea calms the mind of people who drink it.\nWhat Tea Does Not Do\nIt cures "
           "nothing.\n",
           "heading1: All About Tea\nheading2: What Tea Does\nparagraph: Tea calms the mind of people who drink it.\n"
           "heading2: What Tea Does Not Do\nparagraph: It cures nothing.\n"},
          {"Uses of tea in the home\n\nTea warms the hands.\n\nIs it safe?\n\nIt is safe.\n",
           "heading1: Uses of tea in the home\nparagraph: Tea warms the hands.\nheading2: Is it safe?\nparagraph: It "
           "is "
           "safe.\n"},
          {"Tea is hot.\n1. Brewing Tea\nPour water on the leaves.\n2. Drinking Tea\nDrink it while hot.\n",
           "paragraph: Tea is hot.\nheading3: Brewing Tea\nparagraph: Pour water on the leaves.\nheading3: Drinking "
           "Tea\nparagraph: Drink it while hot.\n"},
          {"TEA\n===\nTea is hot.\n\n## Cold tea\nIt is cold.\n",
           "heading1: TEA\nparagraph: Tea is hot.\nheading2: Cold tea\nparagraph: It is cold.\n"},
          // No headings: a list without marks, an address, what announces a list, the last line.
          {"Tea is bad for:\nDizzy people\nTired people\nSad people\nThat is all.\n",
           "paragraph: Tea is bad for:\nparagraph: Dizzy people\nparagraph: Tired people\nparagraph: Sad "
           "people\nparagraph: "
           "That is all.\n"},
          {"Tea is hot.\nCall Now: +1 555 010 1234\nVisit Teahouse.example\nBuy your tea today from us.\nGood Tea\n",
           "paragraph: Tea is hot.\nparagraph: Call Now: +1 555 010 1234\nparagraph: Visit "
           "Teahouse.example\nparagraph: "
           "Buy "
           "your tea today from us.\nparagraph: Good Tea\n"},
      });
}

TEST(ReadPlainText, ReadsListsWithTheirLevels) {
  expect_blocks(
      "tea.txt",
      {
          {"Tea is:\n• hot\n•sweet\n  – with sugar\n  – with honey\n* good\n",
           "paragraph: Tea is:\nlist_item1: hot\nlist_item1: sweet\nlist_item2: with sugar\nlist_item2: with "
           "honey\nlist_item1: good\n"},
          {"1. Precise Dosing\n2. Fast Effects\n3) Third One\n(4) fourth\nb) fifth\nThat is all.\n",
           "list_item1: Precise Dosing\nlist_item1: Fast Effects\nlist_item1: Third One\nlist_item1: "
           "fourth\nlist_item1: "
           "fifth\nparagraph: That is all.\n"},
          {"-5 degrees is cold.\n2.5 mg is little.\n1998 was a good year.\n",
           "paragraph: -5 degrees is cold.\nparagraph: 2.5 mg is little.\nparagraph: 1998 was a good year.\n"},
      });
}

TEST(ReadPlainText, ReadsTables) {
  expect_blocks("tea.txt", {
                               {"| Tea | Effect |\n|---|---|\n| green | calms |\n| black | wakes |\nAfter it.\n",
                                "table_cell: Tea\ntable_cell: Effect\ntable_cell: green {Tea}\ntable_cell: calms "
                                "{Effect} {green}\ntable_cell: "
                                "black {Tea}\ntable_cell: wakes {Effect} {black}\nparagraph: After it.\n"},
                               {"Before it.\nTea\tEffect\ngreen\t5 of 10 calm\n",
                                "paragraph: Before it.\ntable_cell: Tea\ntable_cell: Effect\ntable_cell: green "
                                "{Tea}\ntable_cell: 5 of 10 calm "
                                "{Effect} {green}\n"},
                               {"| only one |\n", "table_cell: only one\n"},
                               {"One\ttab is no table.\n", "paragraph: One tab is no table.\n"},
                           });
}

TEST(ReadPlainText, ReadsReferenceLists) {
  expect_blocks(
      "tea.txt",
      {
          {"Tea calms.\nReferences:\n1. Doe J. Tea. J Tea. 2001.\n2. Roe R. More Tea\n[3] Poe P. Tea again.\n• Loe L. "
           "Leaves.\n\nAbout the Author\nShe drinks tea.\n",
           "paragraph: Tea calms.\nheading2: References:\nreference: 1. Doe J. Tea. J Tea. 2001.\nreference: 2. Roe R. "
           "More "
           "Tea\nreference: [3] Poe P. Tea again.\nreference: Loe L. Leaves.\nheading2: About the Author\nparagraph: "
           "She "
           "drinks tea.\n"},
          {"Sources\nhttps://tea.example/a\nhttps://tea.example/b\n",
           "heading2: Sources\nreference: https://tea.example/a\nreference: https://tea.example/b\n"},
      });
}

TEST(ReadPlainText, PutsBlocksUnderTheNearestHeading) {
  const Document document = read_checked("All About Tea\nIt is hot.\nCold Tea\nIt is cold.\n", "folder/tea.txt");
  ASSERT_EQ(document.blocks.size(), 4U);
  EXPECT_EQ(document.blocks[1].section, "All About Tea");
  EXPECT_EQ(document.blocks[3].section, "Cold Tea");
  EXPECT_EQ(document.name, "tea.txt");
  EXPECT_EQ(document.format, DocumentFormat::text);
  EXPECT_EQ(document.sha256.size(), 64U);
}

TEST(ReadPlainText, KeepsWhereEachWordStands) {
  const Document document = read_checked(
      "• Tea   calms\xC2\xA0"
      "people.\n",
      "tea.txt");
  ASSERT_EQ(document.blocks.size(), 1U);
  const Block& block = document.blocks.front();
  EXPECT_EQ(block.text, "Tea calms people.");
  EXPECT_EQ(find_in_document(block, {0, 3}), (Span{4, 7}));
  EXPECT_EQ(find_in_document(block, {4, 17}), (Span{10, 24}));
  EXPECT_EQ(find_in_document(block, {9, 10}), std::nullopt);  // the space in place of one that does not break
}

}  // namespace
}  // namespace claimcheck
