#include "pubmed/xml_text.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "pubmed/xml_support.h"

namespace claimcheck {
namespace {

struct TextCase {
  const char* name;
  std::string xml;
  std::string text;
};

void PrintTo(const TextCase& c, std::ostream* out) {
  *out << c.name;
}

class TextOf : public testing::TestWithParam<TextCase> {};

TEST_P(TextOf, WalksTheWholeElement) {
  const Citation citation = test::parse_article("<ArticleTitle>" + GetParam().xml + "</ArticleTitle>");
  EXPECT_EQ(citation.title, GetParam().text);
}

std::string case_name(const testing::TestParamInfo<TextCase>& info) {
  return info.param.name;
}

const TextCase kMixed[] = {
    {"Nested", "<b>Safety of <i>R<sup>2</sup></i></b> models", "Safety of R² models"},
    {"StartsWithMarkup", "<i>Candida</i> in mice", "Candida in mice"},
    {"GapBetweenTags", "<i>Vitis</i> <b>vinifera</b>", "Vitis vinifera"},
    {"NewlineBetweenTags", "<i>Vitis</i>\n   <b>vinifera</b>", "Vitis vinifera"},
    {"NoGapBetweenTags", "<b>pro</b><i>drug</i>", "prodrug"},
    {"Collapsed", "  one\n\t two \r\n three ", "one two three"},
    {"Cdata", "a <![CDATA[<b> & ]]>c", "a <b> & c"},
    {"Comment", "be<!-- not text -->fore", "before"},
    {"Entities", "p &lt; 0.05 &amp; q&#8201;&gt;&#x3b1;", "p < 0.05 & q\xe2\x80\x89>α"},
    {"DoubleEscaped", "p &amp;lt; 0.05", "p &lt; 0.05"},
    {"UnknownEntity", "caf&eacute; &bomb;", "caf&eacute; &bomb;"},
    {"UnknownElement", "one <strong>two</strong> three", "one two three"},
    {"Control", "a&#1;b&#x7;c", "a b c"},
    {"SurrogateReference", "a&#xD800;b",
     "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
     "b"},
    {"InvalidByte", "caf\xe9 noir", "caf\xef\xbf\xbd noir"},
    {"Overlong", "a\xc0\xaf", "a\xef\xbf\xbd\xef\xbf\xbd"},
};
INSTANTIATE_TEST_SUITE_P(Mixed, TextOf, testing::ValuesIn(kMixed), case_name);

const TextCase kScripts[] = {
    {"Exponent", "1.8×10<sup>14</sup> copies", "1.8×10¹⁴ copies"},
    {"NegativeExponent", "10<sup>-3</sup> and 10<sup>−12</sup>", "10⁻³ and 10⁻¹²"},
    {"Formula", "H<sub>2</sub>O and CO<sub>2</sub>", "H₂O and CO₂"},
    {"Letters", "C<sub>max</sub>, 5<sup>th</sup>", "Cₘₐₓ, 5ᵗʰ"},
    {"Ion", "Ca<sup>2+</sup>", "Ca²⁺"},
    {"NoUnicodeForm", "T<sub>1/2</sub> of note<sup>1,2</sup>", "T_{1/2} of note^{1,2}"},
    {"OneWithoutForm", "k<sub>cat</sub>", "k_{cat}"},
    {"MarkupInside", "V<sub><i>max</i></sub>", "Vₘₐₓ"},
    {"SignKept", "Brandol<sup>®</sup> 5 mg", "Brandol® 5 mg"},
    {"TrailingGapMovesOut", "CO<sub>2 </sub>levels", "CO₂ levels"},
    {"LeadingGapMovesOut", "word<sup> a</sup>", "word ᵃ"},
    {"OnlyGap", "one<sup> </sup>two", "one two"},
    {"Empty", "one<sup/>two<sub></sub>", "onetwo"},
    {"Nested", "x<sup>2<sup>n</sup></sup>", "x^{2ⁿ}"},
    {"Isotope", "<sup>18</sup>F-tracer", "¹⁸F-tracer"},
    {"CdataInside", "10<sup><![CDATA[6]]></sup>", "10⁶"},
};
INSTANTIATE_TEST_SUITE_P(Scripts, TextOf, testing::ValuesIn(kScripts), case_name);

std::string math(const std::string& content) {
  return "<mml:math>" + content + "</mml:math>";
}

const TextCase kMath[] = {
    {"Power", "5×" + math("<mml:msup>\n <mml:mn>10</mml:mn>\n <mml:mn>14</mml:mn>\n</mml:msup>") + " cells",
     "5×10¹⁴ cells"},
    {"IndentedTokens", math("\n <mml:mrow>\n  <mml:mi>V</mml:mi>\n  <mml:mi>E</mml:mi>\n </mml:mrow>\n"), "VE"},
    {"SubAndSuper", math("<mml:msubsup><mml:mi>η</mml:mi><mml:mi>p</mml:mi><mml:mn>2</mml:mn></mml:msubsup>"), "ηₚ²"},
    {"Fraction", math("<mml:mfrac><mml:mn>1</mml:mn><mml:mn>2</mml:mn></mml:mfrac>"), "1/2"},
    {"FractionOfSums",
     math("<mml:mfrac><mml:mrow><mml:mi>a</mml:mi><mml:mo>+</mml:mo><mml:mi>b</mml:mi></mml:mrow><mml:mi>c</mml:mi>"
          "</mml:mfrac>"),
     "(a+b)/c"},
    {"Prescript",
     math("<mml:mmultiscripts><mml:mi>He</mml:mi><mml:mprescripts/><mml:none/><mml:mn>3</mml:mn></mml:mmultiscripts>"),
     "³He"},
    {"TextKeepsGaps", math("<mml:mi>x</mml:mi><mml:mtext> for </mml:mtext><mml:mi>y</mml:mi>"), "x for y"},
    {"Root", math("<mml:msqrt><mml:mn>2</mml:mn></mml:msqrt>"), "√2"},
    {"AnnotationLeftOut",
     math("<mml:semantics><mml:mi>x</mml:mi><mml:annotation>\\mathit{x}</mml:annotation></mml:semantics>"), "x"},
    {"CellsOfATable",
     math("<mml:mtr>\n<mml:mtd><mml:mn>0</mml:mn></mml:mtd><mml:mtd><mml:mn>1</mml:mn></mml:mtd></mml:mtr>"), "0 1"},
    {"WithoutPrefix", "<math><msup><mi>x</mi><mn>2</mn></msup></math>", "x²"},
    {"MissingPart", math("<mml:msup><mml:mn>10</mml:mn></mml:msup>"), "10"},
    {"Displayed", "so<DispFormula>" + math("<mml:mi>x</mml:mi>") + "</DispFormula>holds", "so x holds"},
};
INSTANTIATE_TEST_SUITE_P(Math, TextOf, testing::ValuesIn(kMath), case_name);

std::string repeat(std::string_view piece, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += piece;
  return all;
}

TEST(TextOf, KeepsTheTextOfMarkupNestedWithoutEnd) {
  for (const char* tag : {"b", "sup", "mml:mrow", "mml:math"}) {
    const std::string open = std::string("<") + tag + ">q";
    const std::string close = std::string("</") + tag + ">";
    const std::string title = "<ArticleTitle>a" + repeat(open, 20000) + repeat(close, 20000) + " z</ArticleTitle>";
    const std::string text = test::parse_article(title).title;
    EXPECT_EQ(std::count(text.begin(), text.end(), 'q'), 20000) << tag;
    EXPECT_TRUE(text.ends_with(" z"));
  }
}

TEST(TextOf, KeepsWhiteSpaceOfUnicode) {
  EXPECT_EQ(test::parse_article("<ArticleTitle>10\xc2\xa0"
                                "000</ArticleTitle>")
                .title,
            "10\xc2\xa0"
            "000");
}

}  // namespace
}  // namespace claimcheck
