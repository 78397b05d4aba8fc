#include "library/citation_json.h"

#include <string>

#include <gtest/gtest.h>

#include "library/random_citations.h"

namespace claimcheck {
namespace {

/// Every field differs from its default.
Citation full_citation() {
  Citation c;
  c.pmid = 90000001;
  c.version = 3;
  c.title = "Knees at 10¹⁴ steps";
  c.title_translated = true;
  c.vernacular_title = "Knie";
  c.abstract = {{"AIMS", SectionRole::objective, "To count."}, {"", SectionRole::results, "Counted V_{max}."}};
  c.other_abstracts = {{"plain-language-summary", "ger", {{"L", SectionRole::background, "Kurz."}}}};
  c.copyright = "claimcheck digest";
  c.journal = {"Journal of Knees", "J Knees", "0000-0001", "7", "2", "10-12"};
  c.date = {2031, 2, 3, "Spring"};
  c.revised = {2032, 4, 5, "x"};
  c.publication_types = {{"D016428", "Journal Article"}};
  c.mesh = {{"D007717", "Knee", true, {{"Q000009", "adverse effects", true}, {"", "injuries", false}}}};
  c.substances = {{"D000", "Stepine"}};
  c.keywords = {"knees", ""};
  c.languages = {"eng", "ger"};
  c.authors = {{"Doe", "Jo", "J", "Jr", "", "0000-0002-0000-0003", {"A", "B"}}, {"", "", "", "", "Knee Group", "", {}}};
  c.doi = "10.1/x";
  c.pmcid = "PMC1";
  c.registrations = {"NCT00000000"};
  c.notices = {{NoticeKind::retraction_in, 90000002, "J Knees. 2033", "withdrawn"}, {}};
  c.status = "MEDLINE";
  c.book = true;
  c.digest = true;
  return c;
}

TEST(CitationJson, ComesBackEqualWithEveryFieldFilled) {
  const Citation citation = full_citation();
  EXPECT_EQ(citation_from_json(citation_to_json(citation)), citation);
}

TEST(CitationJson, ComesBackEqualForAnyBytesThatAreUtf8) {
  RandomCitations random(1);
  for (Pmid pmid = 0; pmid < 500; ++pmid) {
    const Citation citation = random.any_citation(pmid);
    const std::string json = citation_to_json(citation);
    ASSERT_EQ(citation_from_json(json), citation) << json;
    ASSERT_EQ(citation_to_json(citation_from_json(json)), json);
  }
}

TEST(CitationJson, LeavesDefaultFieldsOut) {
  Citation citation;
  EXPECT_EQ(citation_to_json(citation), "{}");
  citation.pmid = 12;
  citation.mesh = {{"", "Knee", false, {}}};
  EXPECT_EQ(citation_to_json(citation), R"({"pmid":12,"mesh":[{"name":"Knee"}]})");
  EXPECT_EQ(citation_from_json("{}"), Citation{});
}

TEST(CitationJson, EscapesWhatJsonCannotHold) {
  Citation citation;
  citation.title = std::string("a\"b\\c\nd\te\x01") + '\0' + "\x7f" + "é";
  EXPECT_EQ(citation_to_json(citation), "{\"title\":\"a\\\"b\\\\c\\nd\\te\\u0001\\u0000\\u007fé\"}");
}

TEST(CitationJson, ReplacesIllFormedUtf8) {
  Citation citation;
  citation.title =
      "a\"\xff"
      "b\xc3";
  EXPECT_EQ(citation_from_json(citation_to_json(citation)).title, "a\"\uFFFDb\uFFFD");
}

struct Refused {
  const char* json;
  const char* message;
};

TEST(CitationFromJson, NamesWhatItRefuses) {
  const Refused cases[] = {
      {"", "citation is not JSON"},
      {"{", "citation is not JSON"},
      {"{\"title\":\"\xff\"}", "citation is not JSON"},
      {"[]", "citation must be an object"},
      {R"({"titel":""})", "citation has an unknown field \"titel\""},
      {R"({"title":1})", "citation.title must be a string"},
      {R"({"pmid":"1"})", "citation.pmid must be a whole number"},
      {R"({"pmid":1.5})", "citation.pmid must be a whole number"},
      {R"({"pmid":-1})", "citation.pmid is out of range"},
      {R"({"pmid":4294967296})", "citation.pmid is out of range"},
      {R"({"version":9999999999})", "citation.version is out of range"},
      {R"({"book":0})", "citation.book must be true or false"},
      {R"({"authors":{}})", "citation.authors must be a list"},
      {R"({"authors":[{},{"affiliations":[1]}]})", "citation.authors[1].affiliations[0] must be a string"},
      {R"({"notices":[{"kind":"rumour"}]})", "citation.notices[0].kind has an unknown value"},
      {R"({"mesh":[{"qualifiers":[{"x\n":1}]}]})", "citation.mesh[0].qualifiers[0] has an unknown field \"x\\n\""},
  };
  for (const Refused& refused : cases) {
    try {
      citation_from_json(refused.json);
      ADD_FAILURE() << refused.json;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      EXPECT_STREQ(error.what(), refused.message);
    }
  }
}

TEST(CitationFromJson, SurvivesDeepNesting) {
  const std::string deep = R"({"title":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  EXPECT_THROW(citation_from_json(deep), Error);
}

}  // namespace
}  // namespace claimcheck
