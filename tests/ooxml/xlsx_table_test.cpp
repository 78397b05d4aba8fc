#include "ooxml/xlsx_table.h"

#include <gmock/gmock.h>

#include <string>
#include <utility>
#include <vector>

#include "core/error.h"
#include "support/xlsx_builder.h"

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

XlsxRow row(std::size_t number, std::vector<XlsxCell> cells) {
  return {number, std::move(cells)};
}

std::vector<XlsxRow> read(const XlsxSketch& sketch, const std::string& sheet = "Claims") {
  return read_xlsx_sheet(make_xlsx(sketch), "matrix.xlsx", sheet);
}

std::string refusal(const std::string& bytes, const std::string& sheet = "Claims") {
  try {
    read_xlsx_sheet(bytes, "matrix.xlsx", sheet);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "taken";
}

TEST(ReadXlsxSheet, ReadsStringsNumbersAndTruthAsTheyAreStored) {
  const auto rows = read({.rows = R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1"><v>0.25</v></c>)"
                                  R"(<c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c></row>)"
                                  R"(<row r="4"><c r="B4" t="inlineStr"><is><t>in line</t></is></c>)"
                                  R"(<c r="C4" t="str"><f>A1&amp;"x"</f><v>last x</v></c></row>)",
                          .strings = "<si><t>zero</t></si><si><t xml:space=\"preserve\"> one &amp; a half </t></si>"});
  EXPECT_THAT(rows, ElementsAre(row(1, {{0, " one & a half "}, {2, "0.25"}, {3, "TRUE"}, {4, "FALSE"}}),
                                row(4, {{1, "in line"}, {2, "last x"}})));
  EXPECT_EQ(rows[0].text(2), "0.25");
  EXPECT_EQ(rows[0].text(1), "");
  EXPECT_EQ(rows[0].text(99), "");
}

TEST(ReadXlsxSheet, JoinsRichTextAndLeavesPhoneticGuidesOut) {
  const auto rows = read({.rows = R"(<row><c t="s"><v>0</v></c></row>)",
                          .strings = "<si><r><rPr><b/></rPr><t>Cont</t></r><r><t>ested</t></r>"
                                     "<rPh sb=\"0\" eb=\"1\"><t>guide</t></rPh><phoneticPr fontId=\"1\"/></si>"});
  EXPECT_THAT(rows, ElementsAre(row(1, {{0, "Contested"}})));
}

TEST(ReadXlsxSheet, ReadsEscapedCharactersAndLineBreaks) {
  const auto rows = read({.rows = R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>)",
                          .strings = "<si><t>a_x000D_\nb_x000D_c\nd</t></si><si><t>_x005F_x0041_ _x0041_ _x41_</t></si>"
                                     "<si><t>_xD83D__x0001_</t></si>"});
  EXPECT_THAT(rows, ElementsAre(row(1, {{0, "a\nb\nc\nd"}, {1, "_x0041_ A _x41_"}, {2, "\uFFFD\uFFFD"}})));
}

TEST(ReadXlsxSheet, TakesPlacesThatAreNotWrittenFromTheOrder) {
  EXPECT_THAT(read({.rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"7\"><c r=\"AB7\"><v>3</v></c>"
                            "<c><v>4</v></c></row><row><c r=\"A8\"><v>5</v></c><c r=\"A8\"><v>6</v></c></row>"}),
              ElementsAre(row(1, {{0, "1"}, {1, "2"}}), row(7, {{27, "3"}, {28, "4"}}), row(8, {{0, "5"}})));
  EXPECT_THAT(read({.rows = "<row r=\"3\"><c r=\"B3\"><v>b</v></c><c r=\"A3\"><v>a</v></c></row>"
                            "<row r=\"2\"><c r=\"XFE2\"><v>beyond</v></c></row><row><c/><c><v></v></c></row>"}),
              ElementsAre(row(2, {{0, "beyond"}}), row(3, {{0, "a"}, {1, "b"}})));
}

TEST(ReadXlsxSheet, FindsTheSheetByItsNameAndSaysWhichThereAre) {
  XlsxSketch sketch{.rows = "<row><c><v>1</v></c></row>"};
  sketch.sheet_target = "/xl/worksheets/sheet1.xml";
  EXPECT_THAT(read(sketch), ElementsAre(row(1, {{0, "1"}})));
  sketch.strict = true;
  EXPECT_THAT(read(sketch), ElementsAre(row(1, {{0, "1"}})));
  EXPECT_THAT(refusal(make_xlsx(sketch), "Decisions"),
              HasSubstr("matrix.xlsx: it has no sheet \"Decisions\", only \"Claims\""));
  sketch.sheet_target = "worksheets/other.xml";
  EXPECT_THAT(refusal(make_xlsx(sketch)), HasSubstr("is not there"));
  EXPECT_THAT(read({}), IsEmpty());
}

TEST(ReadXlsxSheet, RefusesWhatIsNoWorkbook) {
  EXPECT_THAT(refusal("PK"), HasSubstr("matrix.xlsx: "));
  EXPECT_THAT(refusal(make_zip({{"a.txt", "a"}})), HasSubstr("it is no Excel workbook"));
  XlsxSketch sketch{.rows = R"(<row><c t="s"><v>3</v></c></row>)"};
  EXPECT_THAT(refusal(make_xlsx(sketch)), HasSubstr("names a string that is not there"));
  sketch.rows = "<row><c><v>1</v></row>";
  EXPECT_THAT(refusal(make_xlsx(sketch)), HasSubstr("sheet1.xml: it is no well-formed XML"));
}

TEST(ReadXlsxSheet, RefusesAStringThatStandsInTooManyCells) {
  XlsxSketch sketch{.strings = "<si><t>" + std::string(std::size_t{1} << 20U, 'a') + "</t></si>"};
  for (int i = 0; i < 200; ++i) sketch.rows += R"(<row><c t="s"><v>0</v></c></row>)";
  EXPECT_THAT(refusal(make_xlsx(sketch)), HasSubstr("MB of text"));
}

}  // namespace
}  // namespace claimcheck
