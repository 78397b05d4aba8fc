#include "intake/layout_words.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

TEST(RoleOfName, KnowsThePartsOfAPage) {
  EXPECT_EQ(role_of_name("cookie-banner", false), LayoutRole::boilerplate);
  EXPECT_EQ(role_of_name("siteFooter", false), LayoutRole::boilerplate);
  EXPECT_EQ(role_of_name("Social_Share", false), LayoutRole::boilerplate);
  EXPECT_EQ(role_of_name("doc-endnotes", false), LayoutRole::reference);
  EXPECT_EQ(role_of_name("mw-references", false), LayoutRole::reference);
  EXPECT_EQ(role_of_name("callout-warning", false), LayoutRole::callout);
  EXPECT_EQ(role_of_name("sr-only", false), LayoutRole::hidden);
}

TEST(RoleOfName, SaysNothingOfOtherNames) {
  for (const char* name :
       {"", "-", "entry", "has-sidebar", "content-sidebar-wrap", "tooltip", "navy", "footer-content"}) {
    EXPECT_EQ(role_of_name(name, false), LayoutRole::unsaid) << name;
  }
  EXPECT_EQ(role_of_name("related-disorders", true), LayoutRole::unsaid);
  EXPECT_EQ(role_of_name("comments", true), LayoutRole::boilerplate);
}

TEST(IsReferenceHeading, KnowsWhatStandsAboveAReferenceList) {
  for (const char* heading :
       {"References", "7. Works Cited:", "SOURCES & FURTHER READING", "Bibliography", "III. References"}) {
    EXPECT_EQ(is_reference_heading(heading), heading[0] != 'I') << heading;
  }
  for (const char* heading : {"Literaturverzeichnis", "RÉFÉRENCES", "References and notes", "参考文献"}) {
    EXPECT_TRUE(is_reference_heading(heading)) << heading;
  }
  EXPECT_FALSE(is_reference_heading("Sources of protein"));
  EXPECT_FALSE(is_reference_heading("123."));
  EXPECT_FALSE(is_reference_heading(""));
}

}  // namespace
}  // namespace claimcheck
