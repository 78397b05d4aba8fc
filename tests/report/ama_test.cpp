#include "report/ama.h"

#include <gtest/gtest.h>

#include "report/sample_run.h"

namespace claimcheck {
namespace {

Author person(std::string last_name, std::string initials, std::string suffix = "") {
  Author author;
  author.last_name = std::move(last_name);
  author.initials = std::move(initials);
  author.suffix = std::move(suffix);
  return author;
}

Author group(std::string name) {
  Author author;
  author.collective_name = std::move(name);
  return author;
}

Citation article() {
  Citation citation;
  citation.pmid = 1;
  citation.title = "On nothing.";
  citation.authors = {person("Roe", "AB")};
  citation.journal.abbreviation = "J Void";
  citation.journal.volume = "4";
  citation.journal.issue = "2";
  citation.journal.pages = "10-20";
  citation.date = {2020, 2, 3, ""};
  citation.doi = "10.5555/1";
  return citation;
}

TEST(FormatAma, WritesAJournalArticle) {
  EXPECT_EQ(format_ama(article()).text(), "Roe AB. On nothing. J Void. 2020;4(2):10-20. doi:10.5555/1");
}

TEST(FormatAma, SetsTheJournalApart) {
  const AmaReference reference = format_ama(article());
  EXPECT_EQ(reference.before, "Roe AB. On nothing. ");
  EXPECT_EQ(reference.journal, "J Void");
}

TEST(FormatAma, NamesUpToSixAuthorsElseThree) {
  Citation citation = article();
  citation.authors.clear();
  for (const char* name : {"A", "B", "C", "D", "E", "F"}) citation.authors.push_back(person(name, "X"));
  EXPECT_EQ(format_ama(citation).before, "A X, B X, C X, D X, E X, F X. On nothing. ");
  citation.authors.push_back(person("G", "X"));
  EXPECT_EQ(format_ama(citation).before, "A X, B X, C X, et al. On nothing. ");
}

TEST(FormatAma, WritesNamesAndGroupsAsThatStyleDoes) {
  Citation citation = article();
  citation.authors = {person("Doe", "J", "Jr"), group("NIL Study Group")};
  EXPECT_EQ(format_ama(citation).before, "Doe J Jr; NIL Study Group. On nothing. ");
  citation.authors = {group("NIL Study Group")};
  EXPECT_EQ(format_ama(citation).before, "NIL Study Group. On nothing. ");
  citation.authors = {person("Platon", "")};
  EXPECT_EQ(format_ama(citation).before, "Platon. On nothing. ");
  citation.authors = {};
  EXPECT_EQ(format_ama(citation).before, "On nothing. ");
}

TEST(FormatAma, WritesLastPagesInFull) {
  const std::pair<const char*, const char*> cases[]{
      {"1123-45", "1123-1145"},     {"S12-9", "S12-S19"}, {"10-20", "10-20"}, {"e5", "e5"},   {"e10-e12", "e10-e12"},
      {"101-9, 115", "101-9, 115"}, {"9-10", "9-10"},     {"12-", "12-"},     {"-12", "-12"}, {"iv-9", "iv-9"}};
  for (const auto& [pages, expected] : cases) {
    Citation citation = article();
    citation.journal.pages = pages;
    EXPECT_EQ(format_ama(citation).after, std::string(". 2020;4(2):") + expected + ". doi:10.5555/1");
  }
}

TEST(FormatAma, KeepsTheEndOfATitleThatIsAQuestion) {
  Citation citation = article();
  citation.title = "Why not?";
  EXPECT_EQ(format_ama(citation).before, "Roe AB. Why not? ");
}

TEST(FormatAma, PutsTranslatedTitlesInBrackets) {
  Citation citation = article();
  citation.title_translated = true;
  EXPECT_EQ(format_ama(citation).before, "Roe AB. [On nothing]. ");
  citation.vernacular_title = "Über nichts";
  EXPECT_EQ(format_ama(citation).before, "Roe AB. Über nichts. [On nothing]. ");
}

TEST(FormatAma, SaysPublishedOnlineBeforeThereIsAnIssue) {
  Citation citation = article();
  citation.journal.volume = citation.journal.issue = citation.journal.pages = "";
  EXPECT_EQ(format_ama(citation).after, ". Published online February 3, 2020. doi:10.5555/1");
  citation.date = {2020, 2, 0, ""};
  EXPECT_EQ(format_ama(citation).after, ". 2020. doi:10.5555/1");
  citation.date = {0, 0, 0, "1998 Dec-1999 Jan"};
  EXPECT_EQ(format_ama(citation).after, ". 1998 Dec-1999 Jan. doi:10.5555/1");
}

TEST(FormatAma, TellsRetractions) {
  Citation citation = article();
  citation.publication_types = {{"D016441", "Retracted Publication"}};
  EXPECT_EQ(format_ama(citation).after, ". 2020;4(2):10-20. doi:10.5555/1 Retracted.");
  citation.notices = {{NoticeKind::retraction_in, 9, "J Void. 2021;5:1", ""}};
  EXPECT_EQ(format_ama(citation).after, ". 2020;4(2):10-20. doi:10.5555/1 Retracted in: J Void. 2021;5:1.");
}

TEST(FormatAma, LeavesOutWhatIsMissing) {
  EXPECT_EQ(format_ama(Citation{}).text(), "");
  Citation citation;
  citation.title = "Alone";
  EXPECT_EQ(format_ama(citation).text(), "Alone. ");
}

}  // namespace
}  // namespace claimcheck
