#include "core/citation.h"

#include <gtest/gtest.h>

namespace claimcheck {
namespace {

TEST(IsRetracted, GoesByTheIdentifierAndNotByTheName) {
  Citation citation;
  citation.publication_types = {{"D016428", "Retracted Publication"}};
  EXPECT_FALSE(is_retracted(citation));
  citation.publication_types = {{"D016441", "Some later name"}};
  EXPECT_TRUE(is_retracted(citation));
}

TEST(IsRetracted, UsesTheNameWhereThereIsNoIdentifier) {
  Citation citation;
  citation.publication_types = {{"", "Retracted Publication"}};
  EXPECT_TRUE(is_retracted(citation));
}

TEST(IsRetracted, AnErratumIsNoRetraction) {
  Citation citation;
  citation.notices = {{NoticeKind::erratum_in, 1, "", ""}};
  EXPECT_FALSE(is_retracted(citation));
  EXPECT_FALSE(is_retraction_notice(citation));
}

TEST(IsRetractionNotice, TellsTheNoticeFromTheRetractedRecord) {
  Citation notice;
  notice.notices = {{NoticeKind::retraction_of, 2, "", ""}};
  EXPECT_TRUE(is_retraction_notice(notice));
  EXPECT_FALSE(is_retracted(notice));
}

TEST(EnumNames, EveryNoticeKindRoundTrips) {
  for (NoticeKind kind : enum_values<NoticeKind>()) EXPECT_EQ(parse_enum<NoticeKind>(to_string(kind)), kind);
  EXPECT_EQ(parse_enum<NoticeKind>("retraction"), std::nullopt);
}

}  // namespace
}  // namespace claimcheck
