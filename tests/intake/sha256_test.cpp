#include "intake/sha256.h"

#include <string>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

TEST(Sha256Hex, GivesThePublishedExampleValues) {
  // NIST, "Secure Hash Standard" example values: "abc" and the 448-bit message; the empty message.
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Sha256Hex, HashesAMillionLetters) {
  EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256Hex, CountsNulBytes) {
  EXPECT_NE(sha256_hex(std::string(1, '\0')), sha256_hex(""));
}

TEST(Sha256, OfPiecesIsThatOfTheWhole) {
  const std::string whole = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
  for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
    Sha256 hash;
    hash.update(whole.substr(0, cut));
    hash.update("");
    hash.update(whole.substr(cut));
    EXPECT_EQ(hash.hex(), sha256_hex(whole)) << cut;
  }
  EXPECT_EQ(Sha256().hex(), sha256_hex(""));
}

}  // namespace
}  // namespace claimcheck
