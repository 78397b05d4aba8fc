#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/review.h"
#include "review/session.h"

namespace claimcheck {

/// Where this seat stands on a claim. `open` claims wait for it; `settled` ones never did: for an adjudicator those on
/// which the reviewers agree, and for who reads alone those that are decided.
enum class ClaimProgress { open, deferred, judged, settled };

ClaimProgress progress_on(const ReviewState& seen, const Seat& seat, std::string_view claim);

/// `claims` counts those that this seat has to judge, which the other three add up to.
struct ProgressCounts {
  std::size_t claims = 0;
  std::size_t judged = 0;
  std::size_t deferred = 0;
  std::size_t open = 0;
  bool operator==(const ProgressCounts&) const = default;
};

ProgressCounts count_progress(const ReviewState& seen, const ReviewSession& session);

/// "12 of 50 judged, 3 deferred".
std::string describe_progress(const ProgressCounts& counts);

/// True when a person judged otherwise than the rules.
bool differs_from_rules(const Report& report, const Opinion* opinion);

/// How many take part as reviewers; adjudicators are none.
std::size_t count_reviewers(const ReviewState& seen);

/// True where two reviewers judged differently, whether or not it was decided since.
bool reviewers_differ(const ReviewState& seen, std::string_view claim);
/// The number of claims on which they do.
std::size_t count_differing(const ReviewState& seen, const Run& run);

template <>
struct EnumNames<ClaimProgress> {
  static constexpr std::array<std::string_view, 4> values{"open", "deferred", "judged", "settled"};
};

}  // namespace claimcheck
