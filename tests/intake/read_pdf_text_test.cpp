#include "intake/read_pdf_text.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "document_properties.h"
#include "intake/read_support.h"
#include "intake/sha256.h"

namespace claimcheck {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

Document read_checked_pdf(std::string_view printed) {
  Document document = read_pdf_text(printed, "%PDF-1.7 …", "folder/tea.pdf");
  EXPECT_EQ(broken_property(document), "") << printed;
  return document;
}

TEST(ReadPdfText, JoinsTheLinesOfAParagraph) {
  const Document document = read_checked_pdf(
      "What Tea Does\nGreen tea has been drunk for thousands of years, and\nmany people who drink it say that it calms "
      "the mind.\n"
      "In one small trial of healthy people in London, the\nFrench kind of tea did not.\nNo more than that is "
      "known.\n\n"
      "Black tea has more caffeine than green tea, which\nmay be why it wakes people up: most of them\n\ndrink it.\n• "
      "it is "
      "hot\n•\nit is sweet, which many people\nlike\n");
  EXPECT_EQ(
      document.text,
      "What Tea Does\nGreen tea has been drunk for thousands of years, and many people who drink it say that it calms "
      "the mind. "
      "In one small trial of healthy people in London, the French kind of tea did not.\nNo more than that is known.\n\n"
      "Black tea has more caffeine than green tea, which may be why it wakes people up: most of them drink it.\n• "
      "it is hot\n• it is sweet, which many people like\n");
  EXPECT_THAT(outline(document), HasSubstr("heading1: What Tea Does\n"));
  EXPECT_THAT(outline(document), HasSubstr("list_item1: it is sweet, which many people like\n"));
}

TEST(ReadPdfText, DropsRunningHeadsAndPageNumbers) {
  const std::vector<std::string> words{"Green tea calms", "Black tea wakes", "White tea warms", "Mint tea cools"};
  std::string printed;
  for (std::size_t page = 0; page < words.size(); ++page) {
    const std::string number = std::to_string(page + 1);
    printed += "Journal of Tea 2020; 4: " + number + "\n\n" + words[page] + " the minds of people who\n\n" + number +
               " of 4\n\f";
    printed += "drink it without milk, as in " + words[page] +
               ".\nA short line that\nis followed by one more here, and\nends.\n\nPage " + number + "\n\f";
  }
  const Document document = read_checked_pdf(printed);
  EXPECT_EQ(document.text.find("Journal"), std::string::npos);
  EXPECT_EQ(document.text.find(" of 4"), std::string::npos);
  EXPECT_EQ(document.text.find("Page"), std::string::npos);
  EXPECT_THAT(document.text, HasSubstr("Black tea wakes the minds of people who drink it without"));
  EXPECT_EQ(read_checked_pdf("Tea is hot.\n\n- 1 -\n\fTea is sweet.\n\nii\n").text, "Tea is hot.\nTea is sweet.\n");
}

TEST(ReadPdfText, MakesPartedWordsWhole) {
  const std::string lines =
      "The treat-\nment is a long-\nterm one, and treatment-\nresistant people, for whom nothing else of the kind "
      "has\nworked "
      "so far, and self-\nreported pain.\nIt is long-term for treatment-naive and resistant peo\xC2\xAD\nple, as a "
      "double-blind-\nded trial says\xE2\x80\x94\nthat of 2-\n3 days.\n";
  EXPECT_EQ(read_checked_pdf(lines).text,
            "The treatment is a long-term one, and treatment-resistant people, for whom nothing else of the kind has "
            "worked so "
            "far, and self-reported pain. It is long-term for treatment-naive and resistant people, as a "
            "double-blind-ded trial "
            "says\xE2\x80\x94that of 2-3 days.\n");
}

TEST(ReadPdfText, SpellsOutLigatures) {
  EXPECT_EQ(read_checked_pdf("E\xEF\xAC\x83"
                             "cacy is \xEF\xAC\x81ne.\x07\n")
                .text,
            "Efficacy is fine.\n");
}

TEST(ReadPdfText, SaysThatTheLayoutIsLost) {
  const Document document = read_checked_pdf("Tea is hot.\n\f");
  EXPECT_EQ(document.name, "tea.pdf");
  EXPECT_EQ(document.format, DocumentFormat::pdf);
  EXPECT_EQ(document.sha256, sha256_hex("%PDF-1.7 …"));
  EXPECT_THAT(document.problems, ElementsAre(HasSubstr("layout lost: ")));
}

TEST(ReadPdfText, RefusesPictures) {
  try {
    read_pdf_text("\f\f\n", "%PDF", "tea.pdf");
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    EXPECT_THAT(error.what(), HasSubstr("tea.pdf: no text in the PDF"));
  }
}

}  // namespace
}  // namespace claimcheck
