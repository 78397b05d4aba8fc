#include "intake/article_parts.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "intake/read_document.h"

namespace claimcheck {
namespace {

TEST(IsBusinessHeading, KnowsPartsThatAreNoMedicine) {
  for (const std::string_view heading :
       {"Insurance and billing", "Staff Training", "Building a Yoga Practice: A Guide", "Model 2: A Standalone Clinic",
        "State-by-State Variations", "Referral Network"}) {
    EXPECT_TRUE(is_business_heading(heading)) << heading;
  }
  for (const std::string_view heading :
       {"", "Mindfulness Practice", "Statins in clinical practice", "The default mode network", "Exercise program",
        "Safety and legal considerations", "How clinics manage side effects", "Approval"}) {
    EXPECT_FALSE(is_business_heading(heading)) << heading;
  }
}

PlaceInArticle last_place(const std::string& markdown) {
  return find_places(read_document(markdown, "a.md")).back();
}

TEST(FindPlaces, TellsBusinessByHeadingAndByTitle) {
  EXPECT_TRUE(last_place("# Statins\n\n## Insurance\n\nText.\n").business);
  EXPECT_FALSE(last_place("# Statins\n\n## Insurance\n\nText.\n\n## Safety\n\nText.\n").business);
  const PlaceInArticle place = last_place("# Insurance for statins\n\n## Safety\n\nText.\n");
  EXPECT_FALSE(place.business);
  EXPECT_TRUE(place.business_article);
}

TEST(FindPlaces, TellsAStoryByItsPronounsOrItsHeading) {
  EXPECT_TRUE(
      last_place("# A year on statins\n\nShe was tired. Her knees hurt. Pills came. The doctor saw her.\n").story);
  EXPECT_FALSE(last_place("# Statins\n\nStatins work. They are safe. Pain is rare. Ask her.\n\n## B\n\nText.\n").story);
  EXPECT_TRUE(last_place("# Statins\n\n## Case 1: A change of dose\n\nPain decreased.\n").story);
  EXPECT_FALSE(last_place("# Statins\n\n## In case of pain\n\nPain decreased.\n").story);
}

}  // namespace
}  // namespace claimcheck
