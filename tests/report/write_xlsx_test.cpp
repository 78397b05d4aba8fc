#include <gmock/gmock.h>

#include "core/error.h"
#include "report/sample_run.h"
#include "report/writers.h"
#include "report/xlsx_reader.h"
#include "report/xlsx_sheet.h"
#include "support/shell.h"
#include "support/temporary_folder.h"

namespace claimcheck {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr int kClaims = 1;
constexpr int kEvidence = 2;
constexpr int kReferences = 3;
constexpr int kLog = 4;

std::string sheet_of(const claimcheck::Run& run, int number) {
  return read_sheet(unzip(write_xlsx(run)), number);
}

TEST(WriteXlsx, GivesTheSameBytesTwiceAndTheDateOfTheEvidence) {
  const std::string book = write_xlsx(sample_run());
  EXPECT_TRUE(book == write_xlsx(sample_run()));
  EXPECT_THAT(unzip(book).at("docProps/core.xml"), HasSubstr("2026-11-21T00:00:00Z</dcterms:created>"));
}

TEST(WriteXlsx, HasFourSheetsThatFilterFreezeAndPrint) {
  const auto parts = unzip(write_xlsx(sample_run()));
  EXPECT_THAT(parts.at("xl/workbook.xml"),
              AllOf(HasSubstr("name=\"Claims\""), HasSubstr("name=\"Evidence\""), HasSubstr("name=\"References\""),
                    HasSubstr("name=\"Method &amp; log\""), HasSubstr("_xlnm.Print_Titles"),
                    HasSubstr("Claims!$A$1:$M$8</definedName>"), HasSubstr("Claims!$A:$B,Claims!$2:$2</definedName>")));
  const std::string claims = parts.at("xl/worksheets/sheet1.xml");
  EXPECT_THAT(claims, AllOf(HasSubstr("state=\"frozen\""), HasSubstr("<autoFilter ref=\"A2:AB8\"/>"),
                            HasSubstr("orientation=\"landscape\""), HasSubstr("fitToWidth=\"2\""),
                            HasSubstr("fitToHeight=\"0\"")))
      << "over two pages, so that the letters can be read";
  EXPECT_THAT(claims,
              AllOf(HasSubstr("type=\"list\""), HasSubstr("\"supported,contested,unsupported,cannot be checked\""),
                    HasSubstr("sqref=\"K3:K8\"")));
}

TEST(WriteXlsx, LeavesDecisionReasonAndCommentToPeople) {
  const std::string claims = sheet_of(sample_run(), kClaims);
  EXPECT_THAT(claims, AllOf(HasSubstr("A2 Claim ID\n"), HasSubstr("K2 Decision\n"), HasSubstr("L2 Reason\n"),
                            HasSubstr("M2 Comment\n"), HasSubstr("A3 C-01\n"), HasSubstr("B3 ≷ Contested")));
  EXPECT_THAT(claims, Not(ContainsRegex("\n[KLM][3-8] ")));
}

TEST(WriteXlsx, SaysProblemsAndDigestsFirst) {
  const std::string claims = sheet_of(sample_run(), kClaims);
  EXPECT_THAT(claims, StartsWith("A1 Demonstration only. This report quotes digests"));
  EXPECT_THAT(claims.substr(0, claims.find('\n')), HasSubstr("2 problems: see Method & log."));
  EXPECT_THAT(sheet_of(sample_run(), kLog), StartsWith("A1 Demonstration only."));
}

TEST(WriteXlsx, HasARowForEachClaimAndPaperWithWhyItWasNotWeighed) {
  const std::string evidence = sheet_of(sample_run(), kEvidence);
  EXPECT_THAT(
      evidence,
      AllOf(HasSubstr("D2 No liver injury was seen in 460 adults over eight weeks.\n"),
            HasSubstr("E2 RESULTS, characters 88–144\n"), HasSubstr("F2 randomised trial\n"), HasSubstr("G2 460\n"),
            HasSubstr("H2 2019\n"), HasSubstr("I2 abstract\n"), HasSubstr("C2 yes\n"), HasSubstr("no: retracted\n"),
            HasSubstr("no: states what is not known\n"), HasSubstr("digest, not the published abstract\n")));
  // The two findings of one trial on sleep stand in one row.
  EXPECT_THAT(evidence, HasSubstr("[✓ supports, CONCLUSIONS, characters 0–43] Veldoxine improved sleep"));
}

TEST(WriteXlsx, ListsReferencesWithTheirClaims) {
  EXPECT_THAT(sheet_of(sample_run(), kReferences),
              AllOf(HasSubstr("B2 90000001\n"), HasSubstr("C2 10.5555/jih.2021.1123\n"),
                    HasSubstr("C-01 contested (supports)⏎C-02 supported (supports)⏎C 06/ä contested (supports)"),
                    HasSubstr("not weighed")));
}

TEST(WriteXlsx, TakesNothingForAFormulaOrMarkUp) {
  claimcheck::Run run = sample_run();
  run.reports[0].claim.id = "=HYPERLINK(\"https://evil.example\")";
  run.reports[0].claim.text = "=1+1";
  run.reports[1].claim.text = "<r><t>rich</t></r>";
  run.reports[2].claim.text = "{=SUM(A1)}";
  const std::string claims = sheet_of(run, kClaims);
  EXPECT_THAT(claims,
              AllOf(HasSubstr("C3 =1+1\n"), HasSubstr("C4 <r><t>rich</t></r>\n"), HasSubstr("C5 {=SUM(A1)}\n")));
  for (const auto& [name, bytes] : unzip(write_xlsx(run))) {
    const bool is_sheet = name.starts_with("xl/worksheets/sheet");
    EXPECT_FALSE(is_sheet && bytes.find("<f>") != std::string::npos) << name;
  }
}

TEST(FitCell, CutsVisiblyAtTheLimitOfACell) {
  EXPECT_EQ(fit_cell(std::string(32'767, 'x')).size(), 32'767U);
  const std::string cut = fit_cell(std::string(32'768, 'x'));
  EXPECT_TRUE(cut.ends_with("x… (cut)"));
  EXPECT_EQ(cut.size(), 32'767U - 7 + std::string("… (cut)").size());
  // Excel counts what lies beyond the basic plane twice.
  std::string smiles;
  for (int i = 0; i < 16'384; ++i) smiles += "😀";
  EXPECT_EQ(fit_cell(smiles), smiles.substr(0, std::size_t{16'380} * 4) + "… (cut)");
}

TEST(FitCell, ShowsWhatCannotBeShownAndKeepsWhatLooksLikeAnEscape) {
  EXPECT_EQ(fit_cell("a\x01"
                     "b\xFF\r\nc"),
            "a\uFFFDb\uFFFD\nc");
  EXPECT_EQ(fit_cell("_x0041_ _x004_ __x0042_"), "_x005F_x0041_ _x004_ __x005F_x0042_");
}

TEST(XlsxSheet, WritesTextOnceLinksRunOut) {
  const TemporaryFolder folder;
  XlsxBook book(folder.file("links.xlsx"), "2026-11-21");
  XlsxSheet sheet = book.add_sheet("Links");
  for (std::size_t row = 0; row <= XlsxSheet::kMostLinks; ++row) {
    sheet.write_link(row, 0, "https://pubmed.ncbi.nlm.nih.gov/1/", "one");
  }
  book.close();
  std::ifstream file(folder.file("links.xlsx"), std::ios::binary);
  const auto parts = unzip(std::string(std::istreambuf_iterator<char>(file), {}));
  const std::string& xml = parts.at("xl/worksheets/sheet1.xml");
  std::size_t links = 0;
  for (std::size_t at = xml.find("<hyperlink "); at != std::string::npos; at = xml.find("<hyperlink ", at + 1)) ++links;
  EXPECT_EQ(links, XlsxSheet::kMostLinks);
  EXPECT_TRUE(read_sheet(parts, 1).ends_with("A65531 one\n"));
}

TEST(XlsxSheet, MakesRowsAsHighAsTheirTextNeeds) {
  const std::string sheet = unzip(write_xlsx(sample_run())).at("xl/worksheets/sheet1.xml");
  // Three lines of the claim in 32 columns, but four of the lead reason.
  EXPECT_THAT(sheet, ContainsRegex("<row r=\"3\"[^>]* ht=\"58\" customHeight=\"1\""));
  // "Studies against" does not fit into 8 columns.
  EXPECT_THAT(sheet, ContainsRegex("<row r=\"2\"[^>]* ht=\"29\" customHeight=\"1\""));
}

TEST(XlsxBook, SaysWhenItCannotBeWritten) {
  XlsxBook book("/nowhere/at/all.xlsx", "");
  book.add_sheet("One");
  EXPECT_THROW(book.close(), Error);
}

}  // namespace
}  // namespace claimcheck
