#include "intake/citation_marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/pair_references.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Block block_of(std::string_view text) {
  Block block;
  block.text = text;
  return block;
}

std::string cut(std::string_view text, std::size_t references = 9) {
  const Block block = block_of(text);
  return cut_citation_marks(block, find_citation_marks(block, references)).text();
}

TEST(FindCitationMarks, CutsMarksAndNothingElse) {
  EXPECT_EQ(cut("It helps [3]."), "It helps.");
  EXPECT_EQ(cut("It helps.[1, 4-6] It lasts."), "It helps. It lasts.");
  EXPECT_EQ(cut("It helps (3, 5–7) a lot."), "It helps a lot.");
  EXPECT_EQ(cut("It helps (Smith et al., 2020; Jones & Lee, 2019)."), "It helps.");
  EXPECT_EQ(cut("It helps.² It lasts"), "It helps. It lasts");
  EXPECT_EQ(cut("It helps (PMID: 123)."), "It helps.");
  EXPECT_EQ(cut("It helps https://doi.org/10.1234/x.1."), "It helps.");
  for (const std::string_view text : {"Take 10⁹ cells or 5 m².", "In (2020) it rose.", "It (the drug) works.",
                                      "It rose (n = 5).", "Depression (MDD) eases.", "Smith et al. (2020) found it."}) {
    EXPECT_EQ(cut(text), text);
  }
  EXPECT_EQ(cut("It helps (3).", 0), "It helps (3).");  // no list that has a third entry
}

TEST(FindCitationMarks, ReadsNumbersNamesAndIdentifiers) {
  const std::vector<CitationMark> marks = find_citation_marks(block_of("A [1,3-5] and (Smith et al., 2020)."), 9);
  ASSERT_EQ(marks.size(), 2U);
  EXPECT_THAT(marks[0].numbers, ElementsAre(1, 3, 4, 5));
  EXPECT_THAT(marks[1].names, ElementsAre(CitationMark::AuthorYear{"smith", "2020"}));
  EXPECT_EQ(find_pmid("https://pubmed.ncbi.nlm.nih.gov/31234567/"), 31234567U);
  EXPECT_EQ(find_pmid("PMID 12"), 12U);
  EXPECT_EQ(find_pmid("no id"), std::nullopt);
  EXPECT_EQ(find_doi("doi:10.1000/AbC.5."), "10.1000/abc.5");
  EXPECT_EQ(find_doi("version 10.5"), "");
}

TEST(FindCitationMarks, CutsTheBracketsAroundALinkedName) {
  Block block = block_of("It helps (Lee 2007).");
  block.marks.push_back({{10, 18}, "https://pubmed.ncbi.nlm.nih.gov/77/", false, {}});
  const std::vector<CitationMark> marks = find_citation_marks(block, 0);
  ASSERT_EQ(marks.size(), 1U);
  ASSERT_EQ(marks[0].sources.size(), 1U);
  EXPECT_EQ(cut_citation_marks(block, marks).text(), "It helps.");
}

TEST(FindCitationMarks, TakesLinksAndFieldsOfItsReader) {
  Block block = block_of("A study found it.");
  block.marks.push_back({{2, 7}, "https://pubmed.ncbi.nlm.nih.gov/77/", false, {}});
  block.marks.push_back({{2, 7}, "https://example.org/", false, {}});
  const std::vector<CitationMark> marks = find_citation_marks(block, 0);
  ASSERT_EQ(marks.size(), 1U);
  EXPECT_FALSE(marks[0].cut);
  ASSERT_EQ(marks[0].sources.size(), 1U);
  EXPECT_EQ(marks[0].sources[0].pmid, 77U);
}

Document with_references() {
  Document document;
  for (const std::string_view entry : {"1. Doe J, Roe K. A title of some length. J Hearts. 2018. doi:10.1/x",
                                       "2. Smith A (2020). Another long title. Heart."}) {
    Block block = block_of(entry);
    block.kind = BlockKind::reference;
    block.anchor = "ref-" + std::to_string(document.blocks.size() + 1);
    document.blocks.push_back(block);
  }
  return document;
}

TEST(ReferenceList, ResolvesNumbersNamesAndAnchors) {
  const ReferenceList list(with_references());
  CitationMark mark;
  mark.numbers = {1, 7};
  std::vector<CitedSource> sources = list.resolve(mark);
  ASSERT_EQ(sources.size(), 2U);
  EXPECT_EQ(sources[0].title, "A title of some length");
  EXPECT_EQ(sources[1].title, "");
  mark = {};
  mark.names = {{"smith", "2020"}};
  EXPECT_EQ(list.resolve(mark).at(0).title, "Another long title");
  mark = {};
  mark.anchor = "ref-2";
  EXPECT_EQ(list.resolve(mark).at(0).title, "Another long title");
}

TEST(PairReferences, TakesTheNextMarkBehindTheWords) {
  const std::string text = "X helps [1] and Y lasts [2]. Z fails.";
  const Block block = block_of(text);
  const std::vector<CitationMark> marks = find_citation_marks(block, 2);
  const ReferenceList list(with_references());
  const Span sentence{0, 28};
  EXPECT_EQ(pair_references({0, 7}, sentence, marks, list).at(0).label, "[1]");
  EXPECT_EQ(pair_references({0, 23}, sentence, marks, list).at(0).label, "[2]");
  EXPECT_THAT(pair_references({29, 36}, {29, 37}, marks, list), IsEmpty());
}

}  // namespace
}  // namespace claimcheck
