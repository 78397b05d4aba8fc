#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pubmed/xml_support.h"

namespace claimcheck {
namespace {

using test::parse_article;
using test::parse_medline;
using testing::ElementsAre;

using Sections = std::vector<AbstractSection>;

TEST(ReadArticle, TakesThePmidOfTheRecordAndNoOther) {
  const Citation citation = parse_medline(
      "<CommentsCorrectionsList><CommentsCorrections RefType=\"Cites\"><PMID>99</PMID></CommentsCorrections>"
      "</CommentsCorrectionsList><PMID Version=\"3\">97</PMID>",
      "<ArticleIdList><ArticleId IdType=\"pubmed\">98</ArticleId></ArticleIdList>");
  EXPECT_EQ(citation.pmid, 1U);
  EXPECT_EQ(citation.version, 2);
  EXPECT_EQ(citation.status, "In-Process");
  EXPECT_FALSE(citation.book);
}

TEST(ReadArticle, KeepsSectionsWithLabelAndRole) {
  const Citation citation = parse_article(
      "<Abstract>\n<AbstractText Label=\"Why\" NlmCategory=\"OBJECTIVE\">a</AbstractText>"
      "<AbstractText Label=\"Methods &amp;  materials\">b</AbstractText>"
      "<AbstractText Label=\"FINDINGS\" NlmCategory=\"UNASSIGNED\">c <i>d</i></AbstractText>"
      "<AbstractText Label=\"FINDINGS\" NlmCategory=\"METHODS\">e</AbstractText>"
      "<AbstractText Label=\"RESULTS\"/>"
      "<AbstractText NlmCategory=\"CONCLUSIONS\">f</AbstractText>\n"
      "<AbstractText>g</AbstractText><CopyrightInformation>Copyright 2031 Nobody.</CopyrightInformation></Abstract>");
  EXPECT_EQ(citation.abstract, (Sections{{"Why", SectionRole::objective, "a"},
                                         {"Methods & materials", SectionRole::methods, "b"},
                                         {"FINDINGS", SectionRole::results, "c d"},
                                         {"FINDINGS", SectionRole::methods, "e"},
                                         {"", SectionRole::conclusions, "f"},
                                         {"", SectionRole::unassigned, "g"}}));
  EXPECT_EQ(citation.copyright, "Copyright 2031 Nobody.");
  EXPECT_FALSE(citation.digest);
}

TEST(ReadArticle, KnowsADigestByItsMark) {
  const Citation citation =
      parse_article("<Abstract><AbstractText>a</AbstractText><CopyrightInformation> " + std::string(kDigestMark) +
                    ": written by us</CopyrightInformation></Abstract>");
  EXPECT_TRUE(citation.digest);
}

TEST(ReadArticle, KeepsOtherAbstractsApart) {
  const Citation citation = parse_medline(
      "<Article><Abstract><AbstractText>main</AbstractText></Abstract></Article>"
      "<OtherAbstract Type=\"plain-language-summary\" Language=\"eng\"><AbstractText>simple</AbstractText>"
      "<CopyrightInformation>nobody</CopyrightInformation></OtherAbstract>"
      "<OtherAbstract Type=\"Publisher\" Language=\"spa\"><AbstractText Label=\"RESULTS\">otro</AbstractText>"
      "</OtherAbstract>");
  EXPECT_EQ(citation.abstract, (Sections{{"", SectionRole::unassigned, "main"}}));
  EXPECT_THAT(citation.other_abstracts,
              ElementsAre(OtherAbstract{"plain-language-summary", "eng", {{"", SectionRole::unassigned, "simple"}}},
                          OtherAbstract{"Publisher", "spa", {{"RESULTS", SectionRole::results, "otro"}}}));
  EXPECT_EQ(citation.copyright, "");
}

struct TitleCase {
  std::string title;
  std::string vernacular;
  std::string shown;
  bool translated;
};

TEST(ReadArticle, SettlesTheTitle) {
  const TitleCase cases[] = {
      {"Plain title.", "", "Plain title.", false},
      {"[Effect of sleep].", "Effet du sommeil.", "Effect of sleep.", true},
      {"[Is it so?].", "", "Is it so?", true},
      {"[No stop]", "", "No stop", true},
      {"[A [nested] title].", "", "A [nested] title.", true},
      {"[18F]tracer uptake [part 2].", "", "[18F]tracer uptake [part 2].", false},
      {"[Not Available].", "Norsk tittel.", "Norsk tittel.", false},
      {"[Not Available].", "", "[Not Available].", false},
      {"", "Norsk tittel.", "Norsk tittel.", false},
      {"", "", "", false},
      {"[", "", "[", false},
      {"].", "", "].", false},
  };
  for (const TitleCase& c : cases) {
    const Citation citation = parse_article("<ArticleTitle>" + c.title + "</ArticleTitle><VernacularTitle>" +
                                            c.vernacular + "</VernacularTitle>");
    EXPECT_EQ(citation.title, c.shown) << c.title;
    EXPECT_EQ(citation.title_translated, c.translated) << c.title;
    EXPECT_EQ(citation.vernacular_title, c.vernacular);
  }
}

PartialDate date_of(const std::string& parts) {
  return parse_article("<Journal><JournalIssue><PubDate>" + parts + "</PubDate></JournalIssue></Journal>").date;
}

TEST(ReadArticle, ReadsDatesAsFarAsGiven) {
  EXPECT_EQ(date_of("<Year>2031</Year><Month>Feb</Month><Day>09</Day>"), (PartialDate{2031, 2, 9, ""}));
  EXPECT_EQ(date_of("<Year>2031</Year><Month>02</Month>"), (PartialDate{2031, 2, 0, ""}));
  EXPECT_EQ(date_of("\n<Year> 2031 </Year>\n<Month>december</Month>"), (PartialDate{2031, 12, 0, ""}));
  EXPECT_EQ(date_of("<Year>2031</Year>"), (PartialDate{2031, 0, 0, ""}));
  EXPECT_EQ(date_of("<Year>2031</Year><Season>Summer</Season>"), (PartialDate{2031, 0, 0, "2031 Summer"}));
  EXPECT_EQ(date_of("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>"), (PartialDate{1998, 0, 0, "1998 Dec-1999 Jan"}));
  EXPECT_EQ(date_of("<MedlineDate>Spring 1998</MedlineDate>"), (PartialDate{1998, 0, 0, "Spring 1998"}));
  EXPECT_EQ(date_of("<MedlineDate>undated 12345</MedlineDate>"), (PartialDate{0, 0, 0, "undated 12345"}));
  EXPECT_EQ(date_of("<Year>2031</Year><Month>13</Month><Day>9</Day>"), (PartialDate{2031, 0, 0, ""}));
  EXPECT_EQ(date_of("<Year>2031</Year><Month>3</Month><Day>32</Day>"), (PartialDate{2031, 3, 0, ""}));
  EXPECT_EQ(date_of("<Year>soon</Year><Month>3</Month>"), PartialDate{});
}

TEST(ReadArticle, NeverMixesPartsOfTwoDates) {
  const std::string electronic = "<ArticleDate><Year>2030</Year><Month>11</Month><Day>5</Day></ArticleDate>";
  const auto with = [&](const std::string& printed) {
    return parse_article("<Journal><JournalIssue><PubDate>" + printed + "</PubDate></JournalIssue></Journal>" +
                         electronic)
        .date;
  };
  EXPECT_EQ(with("<Year>2031</Year>"), (PartialDate{2031, 0, 0, ""}));
  EXPECT_EQ(with("<MedlineDate>Winter</MedlineDate>"), (PartialDate{0, 0, 0, "Winter"}));
  EXPECT_EQ(with(""), (PartialDate{2030, 11, 5, ""}));
  EXPECT_EQ(parse_article(electronic).date, (PartialDate{2030, 11, 5, ""}));
}

TEST(ReadArticle, ReadsTheJournal) {
  const std::string journal =
      "<Article><Journal><ISSN>1234-5678</ISSN><JournalIssue><Volume>3 Suppl</Volume><Issue>Pt 2</Issue></JournalIssue>"
      "<Title>Journal of Examples</Title><ISOAbbreviation>J. Ex.</ISOAbbreviation></Journal>"
      "<Pagination><StartPage>17</StartPage><EndPage>21</EndPage></Pagination></Article>";
  EXPECT_EQ(parse_medline(journal + "<MedlineJournalInfo><MedlineTA>J Ex</MedlineTA></MedlineJournalInfo>").journal,
            (Journal{"Journal of Examples", "J Ex", "1234-5678", "3 Suppl", "Pt 2", "17-21"}));
  EXPECT_EQ(parse_medline(journal).journal.abbreviation, "J. Ex.");
  EXPECT_EQ(parse_article("<Pagination><StartPage>17</StartPage><EndPage>21</EndPage><MedlinePgn>17-21; discussion 22"
                          "</MedlinePgn></Pagination>")
                .journal.pages,
            "17-21; discussion 22");
  EXPECT_EQ(parse_medline("<MedlineJournalInfo><MedlineTA>J Ex</MedlineTA></MedlineJournalInfo>").journal.title,
            "J Ex");
}

TEST(ReadArticle, ReadsAuthors) {
  const Citation citation = parse_article(
      "<AuthorList><Author ValidYN=\"Y\"><LastName>Ömer</LastName><ForeName>Ada B</ForeName><Initials>AB</Initials>"
      "<Suffix>Jr</Suffix><Identifier Source=\"ORCID\">https://orcid.org/0000-0001-0002-003x</Identifier>"
      "<AffiliationInfo><Affiliation>Here <sup>1</sup></Affiliation></AffiliationInfo>"
      "<AffiliationInfo><Affiliation>There</Affiliation></AffiliationInfo></Author>"
      "<Author ValidYN=\"N\"><LastName>Wrong</LastName></Author>"
      "<Author><CollectiveName>The <i>Example</i> Group</CollectiveName></Author>"
      "<Author><LastName>Solo</LastName><Identifier Source=\"GRID\">1</Identifier>"
      "<Identifier Source=\"ORCID\">12345</Identifier></Author></AuthorList>");
  ASSERT_EQ(citation.authors.size(), 3U);
  EXPECT_EQ(citation.authors[0], (Author{"Ömer", "Ada B", "AB", "Jr", "", "0000-0001-0002-003X", {"Here ¹", "There"}}));
  EXPECT_EQ(citation.authors[1].collective_name, "The Example Group");
  EXPECT_EQ(citation.authors[1].last_name, "");
  EXPECT_EQ(citation.authors[2].orcid, "");
}

TEST(ReadArticle, GivesTheOldSingleAffiliationToTheFirstAuthor) {
  const Citation citation = parse_article(
      "<Affiliation>Old place</Affiliation><AuthorList><Author><LastName>A</LastName></Author>"
      "<Author><LastName>B</LastName></Author></AuthorList>");
  ASSERT_EQ(citation.authors.size(), 2U);
  EXPECT_THAT(citation.authors[0].affiliations, ElementsAre("Old place"));
  EXPECT_TRUE(citation.authors[1].affiliations.empty());
}

TEST(ReadArticle, TakesItsOwnDoiOnly) {
  const std::string cited =
      "<ReferenceList><Reference><ArticleIdList><ArticleId IdType=\"doi\">10.1/cited</ArticleId><ArticleId "
      "IdType=\"pmc\">PMC7</ArticleId></ArticleIdList></Reference></ReferenceList>";
  const std::string own =
      "<ArticleIdList><ArticleId IdType=\"doi\">10.1/own</ArticleId><ArticleId IdType=\"pmc\">PMC8</ArticleId>"
      "</ArticleIdList>";
  const auto electronic = [](const std::string& valid) {
    return "<Article><ELocationID EIdType=\"pii\" ValidYN=\"Y\">S1</ELocationID><ELocationID EIdType=\"doi\"" + valid +
           ">10.1/electronic</ELocationID></Article>";
  };
  EXPECT_EQ(parse_medline("", cited).doi, "");
  EXPECT_EQ(parse_medline("", cited + own).doi, "10.1/own");
  EXPECT_EQ(parse_medline("", own + cited).pmcid, "PMC8");
  EXPECT_EQ(parse_medline(electronic(" ValidYN=\"Y\""), cited).doi, "10.1/electronic");
  EXPECT_EQ(parse_medline(electronic(""), cited).doi, "10.1/electronic");
  EXPECT_EQ(parse_medline(electronic(" ValidYN=\"N\""), cited).doi, "");
  EXPECT_EQ(parse_medline(electronic(" ValidYN=\"Y\""), own).doi, "10.1/own");
}

TEST(ReadArticle, ReadsControlledTermsKeywordsAndRegistrations) {
  const Citation citation = parse_medline(
      "<Article><Language>eng</Language><Language>fre</Language><PublicationTypeList><PublicationType UI=\"D016428\">"
      "Journal Article</PublicationType><PublicationType UI=\"\">Review</PublicationType></PublicationTypeList>"
      "<DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList><AccessionNumber>"
      "NCT00000001</AccessionNumber><AccessionNumber>NCT00000002</AccessionNumber></AccessionNumberList></DataBank>"
      "<DataBank><DataBankName>Dryad</DataBankName></DataBank><DataBank><AccessionNumberList><AccessionNumber>X3"
      "</AccessionNumber></AccessionNumberList></DataBank></DataBankList></Article>"
      "<ChemicalList><Chemical><RegistryNumber>0</RegistryNumber><NameOfSubstance UI=\"D000001\">Example acid"
      "</NameOfSubstance></Chemical></ChemicalList><MeshHeadingList><MeshHeading><DescriptorName UI=\"D000002\" "
      "MajorTopicYN=\"N\">Liver</DescriptorName><QualifierName UI=\"Q000003\" MajorTopicYN=\"Y\">drug effects"
      "</QualifierName><QualifierName UI=\"Q4\" MajorTopicYN=\"N\">injuries</QualifierName></MeshHeading>"
      "<MeshHeading><DescriptorName UI=\"D5\" MajorTopicYN=\"Y\">Humans</DescriptorName></MeshHeading>"
      "</MeshHeadingList><KeywordList Owner=\"NOTNLM\"><Keyword>one <i>two</i></Keyword><Keyword/></KeywordList>"
      "<KeywordList Owner=\"NASA\"><Keyword>three</Keyword></KeywordList>"
      "<DateRevised><Year>2031</Year><Month>05</Month><Day>06</Day></DateRevised>");
  EXPECT_THAT(citation.languages, ElementsAre("eng", "fre"));
  EXPECT_THAT(citation.publication_types,
              ElementsAre(ControlledTerm{"D016428", "Journal Article"}, ControlledTerm{"", "Review"}));
  EXPECT_THAT(citation.registrations, ElementsAre("NCT00000001", "NCT00000002", "X3"));
  EXPECT_THAT(citation.substances, ElementsAre(ControlledTerm{"D000001", "Example acid"}));
  EXPECT_THAT(
      citation.mesh,
      ElementsAre(
          MeshHeading{"D000002", "Liver", false, {{"Q000003", "drug effects", true}, {"Q4", "injuries", false}}},
          MeshHeading{"D5", "Humans", true, {}}));
  EXPECT_THAT(citation.keywords, ElementsAre("one two", "three"));
  EXPECT_EQ(citation.revised, (PartialDate{2031, 5, 6, ""}));
}

NoticeKind kind_of(const std::string& ref_type) {
  const Citation citation = parse_medline("<CommentsCorrectionsList><CommentsCorrections RefType=\"" + ref_type +
                                          "\"/></CommentsCorrectionsList>");
  return citation.notices.at(0).kind;
}

TEST(ReadArticle, TypesNoticesByRefType) {
  const std::pair<const char*, NoticeKind> kinds[] = {
      {"RetractionIn", NoticeKind::retraction_in},
      {"RetractionOf", NoticeKind::retraction_of},
      {"RetractedandRepublishedIn", NoticeKind::retracted_and_republished_in},
      {"RetractedandRepublishedFrom", NoticeKind::retracted_and_republished_from},
      {"ExpressionOfConcernIn", NoticeKind::expression_of_concern_in},
      {"ExpressionOfConcernFor", NoticeKind::expression_of_concern_for},
      {"ErratumIn", NoticeKind::erratum_in},
      {"ErratumFor", NoticeKind::erratum_for},
      {"CorrectedandRepublishedIn", NoticeKind::corrected_and_republished_in},
      {"CorrectedandRepublishedFrom", NoticeKind::corrected_and_republished_from},
      {"UpdateIn", NoticeKind::update_in},
      {"UpdateOf", NoticeKind::update_of},
      {"CommentIn", NoticeKind::comment_in},
      {"CommentOn", NoticeKind::comment_on},
      {"RepublishedIn", NoticeKind::republished_in},
      {"RepublishedFrom", NoticeKind::republished_from},
      {"OriginalReportIn", NoticeKind::original_report_in},
      {"ReprintIn", NoticeKind::reprint_in},
      {"ReprintOf", NoticeKind::reprint_of},
      {"SummaryForPatientsIn", NoticeKind::summary_for_patients_in},
      {"Cites", NoticeKind::cites},
      {"AssociatedDataset", NoticeKind::associated_dataset},
      {"AssociatedPublication", NoticeKind::associated_publication},
      {"PartialRetractionIn", NoticeKind::erratum_in},
      {"PartialRetractionOf", NoticeKind::erratum_for},
      {"SomethingNew", NoticeKind::other},
      {"Retraction", NoticeKind::other},
      {"", NoticeKind::other},
  };
  for (const auto& [ref_type, kind] : kinds) EXPECT_EQ(kind_of(ref_type), kind) << ref_type;
}

TEST(ReadArticle, KeepsWhatANoticeSays) {
  const Citation citation = parse_medline(
      "<CommentsCorrectionsList><CommentsCorrections RefType=\"RetractionIn\"><RefSource>J Ex. 2031;1:2</RefSource>"
      "<PMID Version=\"1\">77</PMID><Note>in part</Note></CommentsCorrections><CommentsCorrections "
      "RefType=\"ErratumIn\">"
      "<RefSource>J Ex. 2032;2:3</RefSource></CommentsCorrections></CommentsCorrectionsList>");
  EXPECT_THAT(citation.notices, ElementsAre(Notice{NoticeKind::retraction_in, 77, "J Ex. 2031;1:2", "in part"},
                                            Notice{NoticeKind::erratum_in, 0, "J Ex. 2032;2:3", ""}));
  EXPECT_TRUE(is_retracted(citation));
}

}  // namespace
}  // namespace claimcheck
