#include "library/capsule.h"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/error.h"
#include "intake/sha256.h"
#include "library/sample_capsule.h"

namespace claimcheck {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

/// What read_capsule says of bytes that are no good capsule; "" when it takes them.
std::string refusal(const std::string& bytes, Digest digest = sha256_hex) {
  try {
    read_capsule(bytes, "march.capsule", digest);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "";
}

std::string no_digest(std::string_view) {
  return std::string(64, '0');
}

/// The sample as a file whose seal fits whatever stands in it, with `from` replaced by `to` (of the same length).
std::string forged(const std::string& from, const std::string& to) {
  std::string bytes = write_capsule(sample_capsule(), no_digest);
  const std::size_t at = bytes.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  EXPECT_EQ(from.size(), to.size());
  return bytes.replace(at, from.size(), to);
}

TEST(Capsule, ComesBackEqualAndAsTheSameBytes) {
  const std::string bytes = write_capsule(sample_capsule(), sha256_hex);
  const Capsule capsule = read_capsule(bytes, "march.capsule", sha256_hex);
  EXPECT_EQ(capsule, sample_capsule());
  EXPECT_EQ(write_capsule(capsule, sha256_hex), bytes);
  EXPECT_EQ(read_capsule(write_capsule({}, sha256_hex), "empty", sha256_hex), Capsule{});
}

TEST(Capsule, HoldsTheReportAsTheFileItWouldBe) {
  const std::string bytes = write_capsule(sample_capsule(), sha256_hex);
  EXPECT_THAT(bytes, HasSubstr(sample_capsule().report));
  EXPECT_THAT(bytes, HasSubstr("\"sha256\":\"" + sha256_hex(sample_capsule().report)));
  EXPECT_THAT(bytes, HasSubstr("\n\"seal\":\"" + std::string(seal_of_capsule(bytes)) + "\",\n"));
}

TEST(Capsule, WithAnyByteChangedIsRefused) {
  const std::string good = write_capsule(sample_capsule(), sha256_hex);
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (const int bit : {1, 32}) {
      std::string bytes = good;
      bytes[i] = static_cast<char>(bytes[i] ^ bit);
      const std::string message = refusal(bytes);
      ASSERT_THAT(message, AllOf(StartsWith("march.capsule: "), Not(HasSubstr("\n")))) << i << " of " << good.size();
      ASSERT_LT(message.size(), 300U);
    }
  }
}

TEST(Capsule, NamesThePartThatWasChanged) {
  const std::string good = write_capsule(sample_capsule(), sha256_hex);
  const std::vector<std::pair<std::string, std::string>> changes{{"0.9.1", "facts"},
                                                                 {"a.md", "claims"},
                                                                 {"Juglans", "mesh"},
                                                                 {"did not change", "citations"},
                                                                 {"did not answer", "answers"},
                                                                 {"\"claims\": []", "report"}};
  for (const auto& [words, part] : changes) {
    std::string bytes = good;
    bytes[bytes.find(words) + 1] = 'X';
    EXPECT_THAT(refusal(bytes), HasSubstr("the part '" + part + "' was changed after it was sealed")) << words;
  }
}

TEST(Capsule, CutAnywhereOrGoingOnIsRefused) {
  const std::string good = write_capsule(sample_capsule(), sha256_hex);
  for (std::size_t size = 0; size < good.size(); ++size) {
    ASSERT_THAT(refusal(good.substr(0, size)), StartsWith("march.capsule: ")) << size;
  }
  EXPECT_THAT(refusal(good.substr(0, good.size() / 2)), HasSubstr("was not copied whole"));
  EXPECT_THAT(refusal(good + " "), HasSubstr("goes on behind its end"));
}

TEST(Capsule, OfAnotherVersionOrWrittenAnewIsRefusedWithTheWayOut) {
  EXPECT_THAT(refusal("{\"claimcheck_capsule\":3,\n"),
              HasSubstr("capsule of version 3, and this program reads version 2; use the claimcheck that made it"));
  EXPECT_THAT(refusal("{ \"claimcheck_capsule\": 1 }"), HasSubstr("layout was changed"));
  EXPECT_THAT(refusal("{\"claims\": []}"), HasSubstr("no capsule; make one with claimcheck check"));
  EXPECT_THAT(refusal("\x1f\x8b rubbish"), HasSubstr("no capsule"));
}

TEST(Capsule, WithAWholeSealAndWrongContentsIsRefused) {
  EXPECT_THAT(refusal(forged("\"rules_version\":7", "\"rules_version\":-"), no_digest), HasSubstr("facts"));
  EXPECT_THAT(refusal(forged("\"pmid\":12,", "\"pmid\":-2,"), no_digest),
              HasSubstr("citations[1].pmid is out of range"));
  EXPECT_THAT(refusal(forged("\"citations\":[0,1]", "\"citations\":[0,9]"), no_digest),
              HasSubstr("names a citation that is not there"));
  EXPECT_THAT(refusal(forged("\"hits\":[{", "\"hits\":{{"), no_digest), HasSubstr("is not JSON"));
  EXPECT_THAT(refusal(forged("\"complete\":true", "\"completf\":true"), no_digest), HasSubstr("unknown field"));
  EXPECT_THAT(refusal(forged("},\n{\"id\":\"B\"", "}, {\"id\":\"B\""), no_digest), HasSubstr("claims"));
  const std::string words = "\"Walnuts improve sleep.\"";
  EXPECT_THAT(refusal(forged(words, std::string(words.size(), '[')), no_digest),
              HasSubstr("claims[0] is nested too deep"));
}

TEST(Capsule, IsToldFromAClaimsFileByItsBeginning) {
  EXPECT_TRUE(looks_like_capsule(write_capsule(sample_capsule(), sha256_hex)));
  EXPECT_TRUE(looks_like_capsule(" {\n  \"claimcheck_capsule\": 99"));
  EXPECT_FALSE(looks_like_capsule(R"({"schema_version": 1, "claims": []})"));
  EXPECT_FALSE(looks_like_capsule(""));
  EXPECT_FALSE(looks_like_capsule("{"));
}

}  // namespace
}  // namespace claimcheck
