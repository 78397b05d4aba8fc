#include "review/request_target.h"

#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(ParseRequestTarget, SplitsAndDecodesPathAndQuery) {
  const auto target = parse_request_target("/claims/C-07?tag=contested&q=low+dose%2B&tag=unsupported&all&&x=");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/claims/C-07");
  EXPECT_THAT(target->query, ElementsAre(Pair("tag", "contested"), Pair("q", "low dose+"), Pair("tag", "unsupported"),
                                         Pair("all", ""), Pair("x", "")));
}

TEST(ParseRequestTarget, TakesPlainPathsAsTheyStand) {
  for (const std::string path : {"/", "/a", "/a/", "/a.b/..c/d..", "/...", "/a;b@c:d,e=f&g+h~'()*!$"}) {
    const auto target = parse_request_target(path);
    ASSERT_TRUE(target) << path;
    EXPECT_EQ(target->path, path);
    EXPECT_THAT(target->query, IsEmpty());
  }
}

TEST(ParseRequestTarget, DecodesOnceAndKeepsWholeCharacters) {
  EXPECT_EQ(parse_request_target("/%C3%A9tude%20%252e%252e")->path, "/\xC3\xA9tude %2e%2e");
  EXPECT_THAT(parse_request_target("/?q=%CE%B1%c2%a0%5C%2F..")->query, ElementsAre(Pair("q", "\xCE\xB1\xC2\xA0\\/..")));
  EXPECT_THAT(parse_request_target("/?a=b=c?d/e")->query, ElementsAre(Pair("a", "b=c?d/e")));
}

TEST(ParseRequestTarget, RefusesWhatCouldBeReadInTwoWays) {
  using namespace std::string_view_literals;
  const std::vector<std::string_view> targets{
      "",
      "*",
      "a",
      "?a=b",
      "http://127.0.0.1/",
      "127.0.0.1:80",
      "//",
      "//evil.example/",
      "/a//b",
      "/..",
      "/.",
      "/../etc/passwd",
      "/a/../b",
      "/a/./b",
      "/%2e%2e/etc/passwd",
      "/%2E./etc/passwd",
      "/.%2e",
      "/a%2fb",
      "/a%2F..%2Fb",
      "/a%5Cb",
      "/..\\a",
      "/a\\b",
      "/a%00",
      "/a\0b"sv,
      "/a%0D%0AX:%20y",
      "/a%7F",
      "/a%C2%85",
      "/a\tb",
      "/a b",
      "/a#b",
      "/\xC3\xA9",
      "/%C3",
      "/%C0%AE%C0%AE/",
      "/%ED%A0%80",
      "/%",
      "/%4",
      "/%4g",
      "/%u0041",
      "/?a=%",
      "/?a=%zz",
      "/?a=%00",
      "/?%0A=b",
      "/?a=%FF",
      "/?a=\x80",
      "/?a=b#c",
  };
  for (const std::string_view target : targets) EXPECT_FALSE(parse_request_target(target)) << target;
}

}  // namespace
}  // namespace claimcheck
