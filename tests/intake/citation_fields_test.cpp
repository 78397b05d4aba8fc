#include "intake/citation_fields.h"

#include <gmock/gmock.h>

#include <map>
#include <string>
#include <vector>

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ReadCitationField, ReadsTheFieldsOfReferenceManagers) {
  struct Case {
    std::string what;
    std::string instruction;
    std::string data;
    CitedSource source;
  };
  const std::string item = R"({"itemData":{"DOI":"https://doi.org/10.1000/ABC.1","title":"Zinc","PMID":"123"}})";
  const std::string endnote =
      R"(<EndNote><Cite><record><titles><title><style face="normal">A &amp; B</style></title></titles>)"
      R"(<accession-num>77</accession-num><electronic-resource-num>10.1000/x</electronic-resource-num>)"
      R"(<remote-database-name>Medline</remote-database-name></record></Cite></EndNote>)";
  const std::string base64 =
      "PEVuZE5vdGU+PENpdGU+PHJlY29yZD48YWNjZXNzaW9uLW51bT44ODwvYWNjZXNzaW9uLW51bT48L3JlY29yZD48"
      "L0NpdGU+PC9FbmROb3RlPgA=";
  const std::vector<Case> cases{
      {"Zotero",
       " ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\":[" + item + "]} ",
       "",
       {"", 123, "10.1000/abc.1", "Zinc"}},
      {"Mendeley", "ADDIN CSL_CITATION {\"citationItems\":[" + item + "]}", "", {"", 123, "10.1000/abc.1", "Zinc"}},
      {"a PMID in Zotero's note",
       R"(ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems":[{"itemData":{"note":"PMCID: PMC5\nPMID: 42","title":"T"}}]})",
       "",
       {"", 42, "", "T"}},
      {"Mendeley Cite: {\"citationItems\":[{\"itemData\":{\"title\":\"T\",\"PMID\":9}}]}",
       "MENDELEY_CITATION_v3_eyJjaXRhdGlvbkl0ZW1zIjpbeyJpdGVtRGF0YSI6eyJ0aXRsZSI6IlQiLCJQTUlEIjo5fX1dfQ==",
       "",
       {"", 9, "", "T"}},
      {"EndNote", "ADDIN EN.CITE " + endnote, "", {"", 77, "10.1000/x", "A & B"}},
      {"EndNote's long form", "ADDIN EN.CITE ", base64, {"", 88, "", ""}},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(read_citation_field(c.instruction, c.data), ElementsAre(c.source)) << c.what;
  }
}

TEST(ReadCitationField, TakesNothingFromWhatItDoesNotUnderstand) {
  for (const std::string instruction :
       {"", "PAGE", "ADDIN ZOTERO_ITEM CSL_CITATION", "ADDIN ZOTERO_ITEM CSL_CITATION {broken",
        R"(ADDIN CSL_CITATION {"citationItems":[1,{"itemData":{"PMID":"12 of 3"}}]})", "MENDELEY_CITATION_v3_%%%",
        "ADDIN EN.CITE <Cite><accession-num>WOS:0001</accession-num></Cite>",
        "ADDIN EN.CITE "
        "<Cite><accession-num>5</accession-num><remote-database-name>Embase</remote-database-name></Cite>",
        R"(ADDIN CSL_CITATION {"citationItems":{"itemData":7}})"}) {
    EXPECT_THAT(read_citation_field(instruction, ""), IsEmpty()) << instruction;
  }
  EXPECT_THAT(read_citation_field("ADDIN CSL_CITATION " + std::string(100000, '['), ""), IsEmpty());
}

TEST(ReadWordCitation, LooksTheTagsUpInTheDocumentsList) {
  const std::map<std::string, DocxSource> list{
      {"Doe20", {"Zinc for colds", "https://doi.org/10.1000/ABC.1", "", "", ""}},
      {"Roe19", {"Zinc at night", "", "https://pubmed.ncbi.nlm.nih.gov/77/", "0000-0000", ""}},
      {"Poe18", {"Zinc again", "", "https://doi.org/10.1000/x.2", "", "PMID: 88"}},
      {"Moe17", {"", "", "https://example.org/", "", ""}},
  };
  const CitedSource doe{"", std::nullopt, "10.1000/abc.1", "Zinc for colds"};
  const CitedSource roe{"", 77, "", "Zinc at night"};
  const CitedSource poe{"", 88, "10.1000/x.2", "Zinc again"};
  EXPECT_THAT(read_word_citation(" CITATION Doe20 \\l 1033 ", list), ElementsAre(doe));
  EXPECT_THAT(read_word_citation("CITATION Roe19 \\p \"12 \\m Doe20\" \\l 1033 \\m Poe18 \\m Lost", list),
              ElementsAre(roe, poe));
  EXPECT_THAT(read_word_citation("CITATION Moe17 \\l 1033", list), IsEmpty());
  EXPECT_THAT(read_word_citation("CITATION", list), IsEmpty());
  EXPECT_THAT(read_word_citation("REF Doe20 \\m Roe19", list), IsEmpty());
}

}  // namespace
}  // namespace claimcheck
