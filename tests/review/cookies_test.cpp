#include "review/cookies.h"

#include <gmock/gmock.h>

namespace claimcheck {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(CookieValues, FindsTheNameAmongOthers) {
  EXPECT_THAT(cookie_values("a=1; claimcheck-80=x=y; b=2", "claimcheck-80"), ElementsAre("x=y"));
  EXPECT_THAT(cookie_values("c=1;c=2 ;\tc\t= 3; c=", "c"), ElementsAre("1", "2", "3", ""));
}

TEST(CookieValues, TakesNoOtherNameForIt) {
  for (const char* field : {"", ";", "c", "cc=1", "C=1", "b=c=1", "=c", "c;=1"}) {
    EXPECT_THAT(cookie_values(field, "c"), IsEmpty()) << field;
  }
}

}  // namespace
}  // namespace claimcheck
