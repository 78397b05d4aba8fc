#include "intake/decode_text.h"

#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"

namespace claimcheck {
namespace {

using namespace std::string_literals;
using ::testing::HasSubstr;

std::string refusal(std::string_view bytes, bool is_html = false) {
  try {
    decode_text(bytes, "tea", is_html);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return {};
}

struct Case {
  std::string bytes;
  bool is_html = false;
  std::string text;
  std::string problem;  ///< what the only one contains; empty for none
};

void expect_decoded(const Case& c) {
  const DecodedText decoded = decode_text(c.bytes, "tea", c.is_html);
  EXPECT_EQ(decoded.text, c.text);
  ASSERT_EQ(decoded.problems.size(), c.problem.empty() ? 0U : 1U) << c.text;
  for (const std::string& problem : decoded.problems) EXPECT_THAT(problem, HasSubstr(c.problem));
}

TEST(DecodeText, ReadsEachEncoding) {
  const std::vector<Case> cases{
      {"Té", false, "Té", ""},
      {"\xEF\xBB\xBFTé", false, "Té", ""},
      {"\xFF\xFET\0\xE9\0"s, false, "Té", ""},
      {"\xFE\xFF\0T\0\xE9"s, false, "Té", ""},
      {"T\0e\0a\0 \0\x3D\xD8\x00\xDE"s, false, "Tea \xF0\x9F\x98\x80", "says no encoding; read as UTF-16LE"},
      {"\0T\0e\0a\0s"s, false, "Teas", "says no encoding; read as UTF-16BE"},
      {"T\xE9 \x93x\x94 \x96 \x80", false, "Té “x” – €", "not in UTF-8; read as Windows-1252"},
      {"<meta charset=utf-8>Té", true, "<meta charset=utf-8>Té", ""},
      {"<meta charset='ISO-8859-1'>T\xE9\x92", true, "<meta charset='ISO-8859-1'>Té’", ""},
      {"<META http-equiv=content-type content='text/html; CharSet=koi8-r'>\xD4", true,
       "<META http-equiv=content-type content='text/html; CharSet=koi8-r'>т", ""},
      {"<?xml version='1.0' encoding='windows-1251'?>\xF2", true, "<?xml version='1.0' encoding='windows-1251'?>т", ""},
      {"<meta charset=shift_jis>\x82\xA0", true, "<meta charset=shift_jis>あ", ""},
      {"<meta charset=latin1>Té", true, "<meta charset=latin1>Té", "says that it is in latin1, but is in UTF-8"},
      {"<meta charset=klingon>Té", true, "<meta charset=klingon>Té", "\"klingon\", which is not known here"},
      {"<meta charset=utf-16>Té", true, "<meta charset=utf-16>Té", ""},
      {"<meta charset=latin1>T\xE9", false, "<meta charset=latin1>Té", "not in UTF-8"},
  };
  for (const Case& c : cases) expect_decoded(c);
}

TEST(DecodeText, RefusesWhatIsBrokenAndNamesTheByte) {
  EXPECT_EQ(refusal("<meta charset=utf-8>T\xE9", true), "tea: broken UTF-8 after 21 bytes; save it as UTF-8");
  EXPECT_EQ(refusal("\xEF\xBB\xBFT\xE9"), "tea: broken UTF-8 after 4 bytes; save it as UTF-8");
  EXPECT_EQ(refusal("é è \xE9 à \xE9."), "tea: broken UTF-8 after 6 bytes, and in 1 more places; save it as UTF-8");
  EXPECT_EQ(refusal("T\x81"), "tea: byte 0x81 after 1 bytes is neither UTF-8 nor Windows-1252; save it as UTF-8");
  EXPECT_EQ(refusal("a\0b"s), "tea: a NUL after 1 bytes of its text, which no text has; save it as UTF-8");
  EXPECT_EQ(refusal("\xFF\xFET\0\0\xD8"s),
            "tea: what stands after 2 bytes is not in its encoding, UTF-16LE; save it as UTF-8");
  EXPECT_EQ(refusal("\xFF\xFET\0\x41"s),
            "tea: what stands after 2 bytes is not in its encoding, UTF-16LE; save it as UTF-8");
}

}  // namespace
}  // namespace claimcheck
