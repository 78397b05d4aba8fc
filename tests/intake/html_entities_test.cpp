#include "intake/html_entities.h"

#include <string>

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

TEST(DecodeReferences, ReadsNamesAndNumbersAsBrowsersDo) {
  EXPECT_EQ(decode_references("&amp;&lt;&nbsp;&alpha;&mdash;&hellip;"), "&<\xC2\xA0α—…");
  EXPECT_EQ(decode_references("&#945;&#x3B1;&#X3b1;&#945"), "αααα");
  EXPECT_EQ(decode_references("&#150;&#x92;&#129;"), "–’\xC2\x81");
  EXPECT_EQ(decode_references("&#0;&#xD800;&#x110000;&#99999999999;"),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(decode_references("&notit; &notin; &copy2020 &NotEqualTilde;"), "¬it; ∉ ©2020 ≂̸");
  EXPECT_EQ(decode_references("a & b &; &#; &#x; &unknown; &"), "a & b &; &#; &#x; &unknown; &");
}

TEST(DecodeReferences, LeavesTheParametersOfAnAddressAlone) {
  EXPECT_EQ(decode_references("?a=1&copy=2&lt=3&amp;b&reg", true), "?a=1&copy=2&lt=3&b®");
}

}  // namespace
}  // namespace claimcheck
