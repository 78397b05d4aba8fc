#include "intake/claims_file.h"

#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;

/// A claims file around the given claims.
std::string file_of(std::string_view claims) {
  return fmt::format(R"({{"schema_version":1,"claims":[{}]}})", claims);
}

/// A claims file of one claim with one more field.
std::string file_with(std::string_view field) {
  return file_of(fmt::format(R"({{"id":"a","text":"Tea cures colds.",{}}})", field));
}

/// The message with which `text` is refused; empty when it is not.
std::string refusal(std::string_view text) {
  try {
    parse_claims(text, "f.json");
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return {};
}

TEST(ParseClaims, ReadsAMinimalFile) {
  const auto claims = parse_claims(file_of(R"({"id":"C-1","text":"Tea cures colds."})"), "f.json");
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(claims[0], (Claim{.id = "C-1", .text = "Tea cures colds.", .origin = {}, .frame = {}}));
}

TEST(ParseClaims, ReadsEveryField) {
  const std::string digest(64, 'e');
  const auto claims = parse_claims(fmt::format(R"({{"schema_version":1,"description":"Two.","claims":[
        {{"id":"C-1","text":"Té cures \"colds\".",
          "origin":{{"document":"tea.docx","sha256":"{}","section":"Uses","span":{{"begin":7,"end":29}}}},
          "frame":{{"kind":"benefit","strength":"absolute","polarity":"negated","direction":"decrease","subject":"tea",
            "comparator":"water","outcome":"common cold","population":"adults","route":"oral","dose":"2 cups",
            "duration":"one week","setting":"home","quantifier":"all"}}}},
        {{"id":"C-2","text":"Tea is hot.","origin":{{"document":"tea.docx"}}}}]}})",
                                               digest),
                                   "f.json");
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[0].text, "Té cures \"colds\".");
  EXPECT_EQ(claims[0].origin,
            (ClaimOrigin{.document = "tea.docx", .sha256 = digest, .section = "Uses", .span = {7, 29}}));
  EXPECT_EQ(claims[0].frame.size(), 13U);
  EXPECT_EQ(claims[0].frame.at("kind"), "benefit");
  EXPECT_EQ(claims[0].frame.at("quantifier"), "all");
  EXPECT_EQ(claims[1].origin, (ClaimOrigin{.document = "tea.docx", .sha256 = "", .section = "", .span = {}}));
}

TEST(ParseClaims, KeepsFileOrder) {
  const auto claims = parse_claims(file_of(R"({"id":"b","text":"B."},{"id":"a","text":"A."})"), "f.json");
  ASSERT_EQ(claims.size(), 2U);
  EXPECT_EQ(claims[0].id, "b");
}

TEST(ParseClaims, AcceptsAByteOrderMarkAnEmptyListAndAnEmptySection) {
  EXPECT_TRUE(parse_claims("\xEF\xBB\xBF" + file_of(""), "f.json").empty());
  EXPECT_EQ(refusal(file_with(R"("origin":{"document":"d.txt","section":""})")), "");
}

TEST(ParseClaims, CountsCodePointsAgainstTheLimit) {
  const auto text_of = [](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "é";
    return file_of(fmt::format(R"({{"id":"a","text":"{}"}})", text));
  };
  EXPECT_EQ(refusal(text_of(kMaxClaimLength)), "");
  EXPECT_THAT(refusal(text_of(kMaxClaimLength + 1)), HasSubstr("claims[0].text: 2001 characters long; shorten it to"));
}

struct Refused {
  std::string text;
  std::string place;    ///< how the message starts
  std::string way_out;  ///< what it must contain
};

void expect_refused(const std::vector<Refused>& cases) {
  for (const Refused& c : cases) {
    const std::string message = refusal(c.text);
    EXPECT_TRUE(message.starts_with(c.place)) << c.text.substr(0, 200) << "\n  gives: " << message;
    EXPECT_THAT(message, HasSubstr(c.way_out)) << c.text.substr(0, 200);
    EXPECT_EQ(message.find('\n'), std::string::npos) << message;
    EXPECT_LT(message.size(), 500U) << message;
  }
}

TEST(ParseClaims, NamesThePlaceInBrokenJson) {
  const std::string nul("\0", 1);
  expect_refused({
      {"", "f.json: empty", R"({"schema_version": 1, "claims": [)"},
      {" \n\t", "f.json: empty", R"({"schema_version": 1, "claims": [)"},
      {"\xEF\xBB\xBF", "f.json:1:", "correct it there"},
      {"Ketamine is safe.", "f.json:1:1: not JSON", "correct it there"},
      {"{\n  \"é\": tru", "f.json:2:", "see claims/README.md"},
      {"{\n \"schema_version\": 1,\n \"claims\": [],\n}", "f.json:4:1: not JSON", "correct it there"},
      {file_of("") + " x", "f.json:1:34: not JSON", "correct it there"},
      {file_of("") + nul + "x", "f.json:1:33: not JSON (NUL byte)", "remove it"},
      {file_of("// a remark\n"), "f.json:1:", "correct it there"},
      {"PK\x03\x04", "f.json:1:1: not JSON", "correct it there"},
      {"\xFF\xFE{\x01", "f.json: not UTF-8", "save it as UTF-8"},
      {file_of("{\"id\":\"a\",\"text\":\"caf\xE9\"}"), "f.json: not UTF-8", "save it as UTF-8"},
      {file_of("{\"id\":\"a\",\"text\":\"raw\nbreak\"}"), "f.json:1:", "not JSON"},
      {file_of(R"({"id":"a","text":"\ud800"})"), "f.json:1:", "not JSON"},
      {R"({"schema_version":1e999})", "f.json: schema_version: number too large", "write a smaller one"},
  });
}

TEST(ParseClaims, RefusesAWrongShape) {
  expect_refused({
      {R"({"claims":[],"provenance":{}})", "f.json: is a report of claimcheck", "give the claims file"},
      {"[]", "f.json: holds JSON of type array", R"({"schema_version": 1, "claims": [)"},
      {"null", "f.json: holds JSON of type null", "a claims file looks like"},
      {R"({"claims":[]})", "f.json: the field \"schema_version\" is missing", "add it"},
      {R"({"schema_version":1})", "f.json: the field \"claims\" is missing", "add it"},
      {R"({"schema_version":2,"claims":[]})", "f.json: schema_version: 2 is not supported", "version 1"},
      {R"({"schema_version":"1","claims":[]})", "f.json: schema_version: \"1\" is not supported", "version 1"},
      {R"({"schema_version":1,"claims":{}})", "f.json: claims: must be a list", "is of type object"},
      {R"({"schema_version":1,"claim":[]})", "f.json: unknown field \"claim\"", "did you mean \"claims\"?"},
      {R"({"schema_version":1,"zzz":[]})", "f.json: unknown field \"zzz\"; allowed: schema_version, desc", "claims"},
      {R"({"schema_version":1,"description":7,"claims":[]})", "f.json: description: must be a string", "number"},
      {file_of(R"("Tea cures colds.")"), "f.json: claims[0]: must be an object", "is of type string"},
      {file_of(R"({"id":"a","text":"A."},{"id":"b"})"), "f.json: claims[1]: the field \"text\" is missing", "add it"},
      {file_of(R"({"text":"A."})"), "f.json: claims[0]: the field \"id\" is missing", "add it"},
      {file_of(R"({"id":7,"text":"A."})"), "f.json: claims[0].id: must be a string in double quotes", "number"},
      {file_of(R"({"id":"a","text":null})"), "f.json: claims[0].text: must be a string", "is of type null"},
      {file_of(R"({"id":"a","texst":"A."})"), "f.json: claims[0]: unknown field \"texst\"", "did you mean \"text\"?"},
      {file_of(R"({"id":"a","text":"A."},{"id":"a","text":"B."})"),
       "f.json: claims[1].id: \"a\" is the id of claims[0]", "give each claim its own"},
      {file_of(R"({"id":"","text":"A."})"), "f.json: claims[0].id: empty", "fill it in"},
      {file_of(R"({"id":"a","text":"  "})"), "f.json: claims[0].text: empty", "fill it in"},
      {file_of(R"({"id":"a","text":"One.\nTwo."})"), "f.json: claims[0].text: line break", "after 4 characters"},
      {file_of(R"({"id":"a\u0000","text":"A."})"), "f.json: claims[0].id: line break or other control", "one line"},
  });
}

TEST(ParseClaims, RefusesAFieldGivenTwice) {
  expect_refused({
      {R"({"schema_version":1,"claims":[],"claims":[]})", "f.json: claims: given twice", "keep one"},
      {file_of(R"({"id":"a","text":"A."},{"id":"b","text":"B.","id":"c"})"), "f.json: claims[1].id: given twice",
       "keep one"},
      {file_with(R"("origin":{"document":"d","span":{"begin":1,"end":2,"end":3}})"),
       "f.json: claims[0].origin.span.end: given twice", "keep one"},
      {R"({"a\nb":1,"a\nb":2})", R"(f.json: a\nb: given twice)", "keep one"},
  });
}

TEST(ParseClaims, RefusesAMalformedOrigin) {
  expect_refused({
      {file_with(R"("origin":"d.txt")"), "f.json: claims[0].origin: must be an object", "is of type string"},
      {file_with(R"("origin":{})"), "f.json: claims[0].origin: the field \"document\" is missing", "add it"},
      {file_with(R"("origin":{"document":"d","file":"x"})"), "f.json: claims[0].origin: unknown field", "allowed: doc"},
      {file_with(R"("origin":{"document":"in/d.txt"})"), "f.json: claims[0].origin.document: ", "file name alone"},
      {file_with(R"("origin":{"document":"C:\\d.txt"})"), "f.json: claims[0].origin.document: ", "file name alone"},
      {file_with(R"("origin":{"document":"d","sha256":"ABC"})"), "f.json: claims[0].origin.sha256: ", "64 lower-case"},
      {file_with(R"("origin":{"document":"d","span":[1,2]})"), "f.json: claims[0].origin.span: must be an object",
       "arr"},
      {file_with(R"("origin":{"document":"d","span":{"begin":1}})"),
       "f.json: claims[0].origin.span: the field \"end\" is missing", "add it"},
      {file_with(R"("origin":{"document":"d","span":{"begin":-1,"end":2}})"),
       "f.json: claims[0].origin.span.begin: must be a whole number", "is -1"},
      {file_with(R"("origin":{"document":"d","span":{"begin":0,"end":2.5}})"),
       "f.json: claims[0].origin.span.end: must be a whole number", "is 2.5"},
      {file_with(R"("origin":{"document":"d","span":{"begin":5,"end":5}})"),
       "f.json: claims[0].origin.span: end 5 must be greater than begin 5", "greater"},
  });
}

TEST(ParseClaims, RefusesAnUnknownFrameSlotOrValue) {
  expect_refused({
      {file_with(R"("frame":[])"), "f.json: claims[0].frame: must be an object", "is of type array"},
      {file_with(R"("frame":{"rout":"oral"})"), "f.json: claims[0].frame: unknown field \"rout\"", "mean \"route\"?"},
      {file_with(R"("frame":{"kind":"harm_abscent"})"), "f.json: claims[0].frame.kind: unknown value \"harm_abscent\"",
       "did you mean \"harm_absent\"?"},
      {file_with(R"("frame":{"strength":"huge"})"), "f.json: claims[0].frame.strength: unknown value",
       "allowed: none, reported, associated, may, causal, absolute"},
      {file_with(R"("frame":{"polarity":"Negated"})"), "f.json: claims[0].frame.polarity: ", "mean \"negated\"?"},
      {file_with(R"("frame":{"direction":"up"})"), "f.json: claims[0].frame.direction: unknown value", "increase"},
      {file_with(R"("frame":{"dose":2})"), "f.json: claims[0].frame.dose: must be a string", "is of type number"},
      {file_with(R"("frame":{"dose":""})"), "f.json: claims[0].frame.dose: empty", "fill it in"},
  });
}

TEST(ParseClaims, WithstandsHostileSizes) {
  const std::string huge(100'000, 'x');
  std::string nested_objects;
  for (int i = 0; i < 10'000; ++i) nested_objects += R"({"a":)";
  expect_refused({
      {file_of(fmt::format(R"({{"id":"a","text":"{}"}})", std::string(10'000'000, 'x'))),
       "f.json: claims[0].text: 10000000 characters long", "shorten it to 2000 or fewer"},
      {file_of(fmt::format(R"({{"id":"{}","text":"A."}})", huge)), "f.json: claims[0].id: 100000 char", "shorten it"},
      {file_with(fmt::format(R"("{}":1)", huge)), "f.json: claims[0]: unknown field \"xxx", "allowed: id, text"},
      {file_with(fmt::format(R"("frame":{{"kind":"{}"}})", huge)), "f.json: claims[0].frame.kind: ", "shorten it"},
      {R"({"schema_version":)" + std::string(1'000'000, '7') + "}", "f.json: schema_version: number too",
       "smaller one"},
      {fmt::format(R"({{"{0}":1,"{0}":2}})", huge), "f.json: xxx", "given twice; keep one"},
      {'"' + huge, "f.json:1:100002: not JSON", "correct it there"},
      {std::string(10'000, '['), "f.json: [0][0]", "nested more than 8 deep; flatten it"},
      {nested_objects, "f.json: a.a", "nested more than 8 deep; flatten it"},
  });
}

}  // namespace
}  // namespace claimcheck
