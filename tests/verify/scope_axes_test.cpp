#include "verify/scope_axes.h"

#include <gtest/gtest.h>

#include "verify/findings.h"

namespace claimcheck {
namespace {

using Side = std::vector<const Finding*>;

TEST(FindModerator, IsWhatOneSideHasInCommonAndTheOtherTellsOtherwise) {
  Finding a = make_finding(1, Stance::supports, Design::rct);
  Finding b = make_finding(2, Stance::opposes, Design::rct);
  EXPECT_FALSE(find_moderator(Side{&a}, Side{&b}).has_value());
  a.scope.routes = {"intravenous"};
  EXPECT_FALSE(find_moderator(Side{&a}, Side{&b}).has_value()) << "the other side does not tell its route";
  b.scope.routes = {"intravenous", "oral"};
  EXPECT_FALSE(find_moderator(Side{&a}, Side{&b}).has_value()) << "the other side used both";
  b.scope.routes = {"oral"};
  EXPECT_EQ(find_moderator(Side{&a}, Side{&b}), (Moderator{"route", "intravenous", "oral", true}));
}

TEST(FindModerator, TellsShortFromLongFollowUpAndUseFromMisuse) {
  Finding a = make_finding(1, Stance::supports, Design::rct);
  Finding b = make_finding(2, Stance::opposes, Design::rct);
  a.scope.follow_up_days = 28;
  b.scope.follow_up_days = 730;
  EXPECT_EQ(find_moderator(Side{&a}, Side{&b}), (Moderator{"follow_up", "up to a month", "a year or more", true}));
  a.setting = Setting::medical;
  b.setting = Setting::recreational;
  EXPECT_EQ(find_moderator(Side{&a}, Side{&b}), (Moderator{"setting", "medical_use", "recreational_use", true}));
}

TEST(FindModerator, FallsBackOnTheEndPoint) {
  Finding a = make_finding(1, Stance::supports, Design::rct);
  Finding b = make_finding(2, Stance::opposes, Design::rct);
  a.outcome = "pain";
  b.outcome = "disability";
  EXPECT_EQ(find_moderator(Side{&a}, Side{&b}), (Moderator{"end_point", "pain", "disability", true}));
  EXPECT_FALSE(find_moderator(Side{}, Side{&b}).has_value());
}

}  // namespace
}  // namespace claimcheck
