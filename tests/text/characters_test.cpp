#include "text/characters.h"

#include <gtest/gtest.h>

#include <string_view>

namespace claimcheck {
namespace {

TEST(DecodeAt, ReadsOneCharacterAndItsLength) {
  const std::string_view text = "aµ日😀";
  EXPECT_EQ(decode_at(text, 0).value, U'a');
  EXPECT_EQ(decode_at(text, 1).value, U'µ');
  EXPECT_EQ(decode_at(text, 3).value, U'日');
  EXPECT_EQ(decode_at(text, 6).value, U'😀');
  EXPECT_EQ(decode_at(text, 6).size, 4U);
}

TEST(DecodeBefore, ReadsTheSameCharactersBackwards) {
  const std::string_view text = "aµ日😀";
  EXPECT_EQ(decode_before(text, 10).value, U'😀');
  EXPECT_EQ(decode_before(text, 6).value, U'日');
  EXPECT_EQ(decode_before(text, 3).value, U'µ');
  EXPECT_EQ(decode_before(text, 1).value, U'a');
}

TEST(DecodeBefore, TakesOneByteOfWhatIsIllFormed) {
  for (const std::string_view text : {"a\x80", "\x80\x80\x80\x80\x80", "\xFF"}) {
    const CodePoint last = decode_before(text, text.size());
    EXPECT_EQ(last.value, kReplacementCharacter);
    EXPECT_EQ(last.size, 1U);
  }
}

TEST(DecodeAt, TakesTheMaximalSubpartOfATruncatedCharacter) {
  EXPECT_EQ(decode_at("\xF0\x9F\x98", 0).size, 3U);
  EXPECT_EQ(decode_at("\xE2\x82 ", 0).size, 2U);
  EXPECT_EQ(decode_at("\xED\xA0\x80", 0).size, 1U);
}

struct Classed {
  char32_t character;
  CharacterClass expected;
};

class Classify : public testing::TestWithParam<Classed> {};

TEST_P(Classify, TellsWhatACharacterIsGoodFor) {
  EXPECT_EQ(classify(GetParam().character), GetParam().expected) << std::hex << std::size_t{GetParam().character};
}

INSTANTIATE_TEST_SUITE_P(
    Characters, Classify,
    testing::Values(Classed{U'a', CharacterClass::lower}, Classed{U'Z', CharacterClass::upper},
                    Classed{U'7', CharacterClass::digit}, Classed{U'\t', CharacterClass::space},
                    Classed{U'\u00A0', CharacterClass::space}, Classed{U'\u2009', CharacterClass::space},
                    Classed{U'\u3000', CharacterClass::space}, Classed{U'\u0085', CharacterClass::space},
                    Classed{U'µ', CharacterClass::lower}, Classed{U'Δ', CharacterClass::upper},
                    Classed{U'日', CharacterClass::letter}, Classed{U'\u0301', CharacterClass::letter},
                    Classed{U'²', CharacterClass::numeral}, Classed{U'½', CharacterClass::numeral},
                    Classed{U'\u00AD', CharacterClass::invisible}, Classed{U'\u200B', CharacterClass::invisible},
                    Classed{U'-', CharacterClass::mark}, Classed{U'±', CharacterClass::mark},
                    Classed{U'\0', CharacterClass::mark}, Classed{kReplacementCharacter, CharacterClass::mark}));

}  // namespace
}  // namespace claimcheck
