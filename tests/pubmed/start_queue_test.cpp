#include "pubmed/start_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <random>
#include <string>
#include <vector>

#include "pubmed/limiter.h"

namespace claimcheck {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::ElementsAre;
using TimePoint = StartLedger::TimePoint;

constexpr milliseconds kSpacing{370};
const TimePoint kNow{std::chrono::hours(1000)};

TEST(SpacedStarts, RoundsUpAndNeverStartsEarly) {
  const Limiter limiter = spaced_starts(kSpacing);
  EXPECT_EQ(limiter.wait(kNow), milliseconds(0));
  const TimePoint later = kNow + std::chrono::microseconds(100'500);
  EXPECT_EQ(limiter.wait(later), milliseconds(270));
  EXPECT_EQ(limiter.wait(later + milliseconds(269)), milliseconds(1)) << "asking again takes no second start";
  EXPECT_EQ(limiter.wait(later + milliseconds(270)), milliseconds(0));
  EXPECT_GT(limiter.wait(later + milliseconds(270)), milliseconds(0));
  EXPECT_EQ(limiter.wait(later + seconds(60)), milliseconds(0));
}

TEST(SpacedStarts, WaitsAsLongAsTheServerAsked) {
  const Limiter limiter = spaced_starts(kSpacing);
  EXPECT_EQ(limiter.wait(kNow), milliseconds(0));
  limiter.hold_back(kNow, std::chrono::hours(2));
  EXPECT_EQ(limiter.wait(kNow + minutes(90)), minutes(30));
  EXPECT_EQ(limiter.wait(kNow + minutes(120)), milliseconds(0));
}

/// Several requesters with one ledger and one clock.
struct Crowd {
  explicit Crowd(std::size_t size) : queues(size, StartQueue(kSpacing)) {}

  milliseconds wait(std::size_t who) { return queues[who].wait(ledger, now); }

  StartLedger ledger;
  std::vector<StartQueue> queues;
  TimePoint now = kNow;
};

TEST(StartQueue, ServesThoseWhoComeFirstFirst) {
  Crowd crowd(3);
  EXPECT_EQ(crowd.wait(0), milliseconds(0));
  EXPECT_EQ(crowd.wait(2), milliseconds(370));
  EXPECT_EQ(crowd.wait(1), milliseconds(740));
  EXPECT_EQ(crowd.wait(0), milliseconds(1110));
  crowd.now += milliseconds(370);
  EXPECT_EQ(crowd.wait(1), milliseconds(370));
  EXPECT_EQ(crowd.wait(2), milliseconds(0));
}

TEST(StartQueue, PutsOffAStartThatIsHeldBack) {
  Crowd crowd(3);
  EXPECT_EQ(crowd.wait(0), milliseconds(0));
  EXPECT_EQ(crowd.wait(1), milliseconds(370));
  crowd.queues[0].hold_back(crowd.ledger, crowd.now, seconds(2));
  EXPECT_EQ(crowd.wait(2), seconds(2)) << "a newcomer waits for the end of the pause";
  crowd.now += milliseconds(370);
  EXPECT_EQ(crowd.wait(1), milliseconds(2000)) << "one who had a start before it goes behind";
  crowd.now = kNow + seconds(2);
  EXPECT_EQ(crowd.wait(2), milliseconds(0));
  crowd.now += milliseconds(370);
  EXPECT_EQ(crowd.wait(1), milliseconds(0));
}

TEST(StartQueue, HoldsBackOthersForNoLongerThanAMinute) {
  Crowd crowd(2);
  crowd.queues[0].hold_back(crowd.ledger, crowd.now, std::chrono::hours(24));
  EXPECT_EQ(crowd.wait(1), minutes(1));
  EXPECT_EQ(crowd.wait(0), std::chrono::hours(24));
  EXPECT_EQ(crowd.wait(0), std::chrono::hours(24)) << "asking makes it no longer";
  crowd.now += minutes(1);
  EXPECT_EQ(crowd.wait(1), milliseconds(0));
}

TEST(StartQueue, TakesAMissedStartAgainOnce) {
  Crowd crowd(3);
  crowd.wait(0);
  EXPECT_EQ(crowd.wait(1), milliseconds(370));
  EXPECT_EQ(crowd.wait(2), milliseconds(740));
  crowd.now += milliseconds(370 + 200);
  EXPECT_EQ(crowd.wait(1), milliseconds(540)) << "170 ms before the next one would be too close";
  crowd.now += milliseconds(170);
  EXPECT_EQ(crowd.wait(2), milliseconds(0));
  EXPECT_EQ(crowd.wait(0), milliseconds(740));
  crowd.now += milliseconds(700);
  EXPECT_EQ(crowd.wait(1), milliseconds(0)) << "nobody is put off for ever";
}

TEST(StartQueue, StartsLateWhenNobodyFollows) {
  Crowd crowd(2);
  crowd.wait(0);
  EXPECT_EQ(crowd.wait(1), milliseconds(370));
  crowd.now += seconds(5);
  EXPECT_EQ(crowd.wait(1), milliseconds(0));
  EXPECT_EQ(crowd.wait(0), milliseconds(370)) << "the spacing counts from when it did start";
}

/// Requesters that wake up late by chance and are held back now and then: in any second no more
/// than three start, and the longest wait is that of a full queue.
TEST(StartQueue, StarvesNobodyInALongRun) {
  std::mt19937 random(5);
  Crowd crowd(12);
  std::vector<TimePoint> due(12, kNow);
  std::vector<TimePoint> asked(12, kNow);
  std::vector<TimePoint> starts;
  while (starts.size() < 3000) {
    const std::size_t who = static_cast<std::size_t>(std::min_element(due.begin(), due.end()) - due.begin());
    crowd.now = std::max(crowd.now, due[who]);
    const milliseconds left = crowd.wait(who);
    if (left.count() > 0) {
      due[who] = crowd.now + left + milliseconds(random() % 10);
      continue;
    }
    EXPECT_LE(crowd.now - asked[who], seconds(12));
    starts.push_back(crowd.now);
    if (random() % 100 == 0) crowd.queues[who].hold_back(crowd.ledger, crowd.now, seconds(1));
    due[who] = asked[who] = crowd.now + milliseconds(random() % 300);
  }
  for (std::size_t i = 3; i < starts.size(); ++i) ASSERT_GT(starts[i] - starts[i - 3], seconds(1)) << i;
}

TEST(StartLedgerText, IsReadBack) {
  const StartLedger ledger{kNow + seconds(3), kNow + seconds(60)};
  const std::string text = write_start_ledger(ledger, "boot");
  EXPECT_EQ(text, "starts-1 boot 3600003000000000 3600060000000000\n");
  EXPECT_EQ(read_start_ledger(text, "boot", kNow), ledger);
  EXPECT_EQ(read_start_ledger(text + "0000\nrest of a longer line\n", "boot", kNow), ledger);
}

TEST(StartLedgerText, IsForgottenWhenItCannotBeTrue) {
  const StartLedger ledger{kNow, kNow};
  const std::string good = write_start_ledger(ledger, "boot");
  EXPECT_EQ(read_start_ledger(good, "another boot", kNow), StartLedger{});
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_EQ(read_start_ledger(good.substr(0, size), "boot", kNow), StartLedger{}) << size;
  }
  const TimePoint far = kNow + minutes(5) + std::chrono::nanoseconds(1);
  EXPECT_EQ(read_start_ledger(write_start_ledger({far, kNow}, "boot"), "boot", kNow), StartLedger{});
  EXPECT_EQ(read_start_ledger(write_start_ledger({kNow, far}, "boot"), "boot", kNow), StartLedger{});
  EXPECT_EQ(read_start_ledger(write_start_ledger({TimePoint::max(), kNow}, "boot"), "boot", kNow), StartLedger{});
  for (const char* text : {"", "\n", "starts-1 boot x 1\n", "starts-1 boot 1 x\n", "starts-1 boot 1\n",
                           "starts-1 boot 99999999999999999999 1\n", "starts-2 boot 1 1\n", "starts-1 boot  1 1\n"}) {
    EXPECT_EQ(read_start_ledger(text, "boot", kNow), StartLedger{}) << text;
  }
}

TEST(StartLedgerText, OfTheDistantPastDelaysNothing) {
  StartLedger ledger = read_start_ledger("starts-1 boot -9223372036854775808 -1\n", "boot", kNow);
  EXPECT_EQ(StartQueue(kSpacing).wait(ledger, kNow), milliseconds(0));
}

}  // namespace
}  // namespace claimcheck
