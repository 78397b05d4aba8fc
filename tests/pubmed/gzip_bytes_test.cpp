#include "pubmed/gzip.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <isa-l/igzip_lib.h>

#include "core/error.h"

namespace claimcheck {
namespace {

using testing::HasSubstr;

std::string gzip(std::string text) {
  std::string packed(text.size() + 400, '\0');
  isal_zstream stream;
  isal_deflate_stateless_init(&stream);
  stream.gzip_flag = IGZIP_GZIP;
  stream.next_in = reinterpret_cast<std::uint8_t*>(text.data());
  stream.avail_in = static_cast<std::uint32_t>(text.size());
  stream.next_out = reinterpret_cast<std::uint8_t*>(packed.data());
  stream.avail_out = static_cast<std::uint32_t>(packed.size());
  EXPECT_EQ(isal_deflate_stateless(&stream), COMP_OK);
  packed.resize(stream.total_out);
  return packed;
}

std::string read_all(const ByteReader& bytes, std::size_t room = 4096) {
  std::string all;
  std::string buffer(room, '\0');
  while (const std::size_t count = bytes(buffer.data(), room)) all.append(buffer, 0, count);
  return all;
}

/// What comes out of `packed` when it comes in pieces of `chunk` bytes.
std::string unpack(std::string_view packed, std::size_t chunk = 1 << 20, std::size_t room = 4096) {
  const ByteReader small = [whole = bytes_of(packed), chunk](char* buffer, std::size_t size) {
    return whole(buffer, std::min(size, chunk));
  };
  return read_all(inflate_gzip(small, "test.gz"), room);
}

std::string error_of(std::string_view packed) {
  try {
    unpack(packed);
  } catch (const Error& error) {
    EXPECT_EQ(error.kind(), ErrorKind::input);
    return error.what();
  }
  return "no error";
}

std::string long_text() {
  std::string text;
  for (int i = 0; text.size() < 300000; ++i) text += std::to_string(i * i) + (i % 7 == 0 ? "\n" : " words ");
  return text;
}

TEST(InflateGzip, GivesTheTextBackWhateverTheChunks) {
  const std::string text = long_text();
  const std::string packed = gzip(text);
  for (const std::size_t chunk : {1U, 2U, 7U, 1000U, 65536U, 1000000U}) EXPECT_EQ(unpack(packed, chunk), text) << chunk;
  for (const std::size_t room : {1U, 3U, 100U, 1000000U}) EXPECT_EQ(unpack(packed, 999, room), text) << room;
}

TEST(InflateGzip, JoinsMembers) {
  const std::string packed = gzip("one,") + gzip("") + gzip("two,") + gzip("three");
  for (const std::size_t chunk : {1U, 5U, 1000U}) EXPECT_EQ(unpack(packed, chunk), "one,two,three") << chunk;
  EXPECT_EQ(unpack(gzip("one") + std::string(5000, '\0') + gzip("two") + std::string(3, '\0'), 16), "onetwo");
}

TEST(InflateGzip, SkipsEveryOptionalPartOfAHeader) {
  const std::string packed = gzip("some words");
  std::string header = packed.substr(0, 10);
  header[3] = 2 + 4 + 8 + 16;
  const std::string optional = std::string("\x03\0abc", 5) + std::string("name\0", 5) + std::string("note\0", 5) + "cc";
  for (const std::size_t chunk : {1U, 3U, 11U, 1000U}) {
    EXPECT_EQ(unpack(header + optional + packed.substr(10), chunk), "some words") << chunk;
  }
}

TEST(InflateGzip, PassesOtherBytesThrough) {
  EXPECT_EQ(unpack(""), "");
  EXPECT_EQ(unpack("\x1f"), "\x1f");
  EXPECT_EQ(unpack("\x1fx"), "\x1fx");
  const std::string text = long_text();
  EXPECT_EQ(unpack(text, 1), text);
  EXPECT_EQ(unpack(text, 70000, 13), text);
}

TEST(InflateGzip, RefusesAMemberThatWasCutShort) {
  const std::string packed = gzip("some words, some words, some more words");
  for (std::size_t size = 2; size < packed.size(); ++size) {
    EXPECT_THAT(error_of(packed.substr(0, size)), testing::AllOf(HasSubstr("test.gz"), HasSubstr("cut short"))) << size;
  }
  EXPECT_THAT(error_of(packed + packed.substr(0, 12)), HasSubstr("cut short"));
}

TEST(InflateGzip, RefusesDamage) {
  const std::string packed = gzip("some words, some words, some more words");
  std::string damaged = packed;
  damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 1);
  EXPECT_THAT(error_of(damaged), HasSubstr("damaged")) << "checksum";
  damaged = packed;
  damaged[2] = 7;
  EXPECT_THAT(error_of(damaged), HasSubstr("damaged")) << "method";
  damaged = packed;
  damaged[3] = static_cast<char>(0x80);
  EXPECT_THAT(error_of(damaged), HasSubstr("damaged")) << "reserved flag";
  EXPECT_THAT(error_of(packed + "more"), HasSubstr("no gzip"));
}

class OpenBytes : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& content) const {
    const std::string path = (folder_ / name).string();
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  static std::string error_of_path(const std::string& path) {
    try {
      read_all(open_bytes(path));
    } catch (const Error& error) {
      EXPECT_EQ(error.kind(), ErrorKind::input);
      return error.what();
    }
    return "no error";
  }
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      ("open_bytes_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

TEST_F(OpenBytes, ReadsPlainAndPackedFilesWhateverTheirNames) {
  const std::string text = long_text();
  EXPECT_EQ(read_all(open_bytes(write("plain.gz", text))), text);
  EXPECT_EQ(read_all(open_bytes(write("packed.xml", gzip(text)))), text);
}

TEST_F(OpenBytes, NamesThePathThatCannotBeRead) {
  EXPECT_THAT(error_of_path((folder_ / "missing.xml").string()),
              HasSubstr("missing.xml: cannot be read: No such file"));
  EXPECT_THAT(error_of_path(folder_.string()), testing::AllOf(HasSubstr(folder_.string()), HasSubstr("directory")));
  EXPECT_THAT(error_of_path(write("half.gz", gzip(long_text()).substr(0, 900))), HasSubstr("half.gz"));
}

}  // namespace
}  // namespace claimcheck
