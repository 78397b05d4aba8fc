#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/report.h"
#include "core/review.h"

namespace claimcheck {

/// The longest reason or comment, characters, and the longest name, bytes.
inline constexpr std::size_t kLongestReviewText = 4000;
inline constexpr std::size_t kLongestReviewerName = 80;

/// The judgement that agrees with the rules: their tag, or `not_checkable` for a claim that was not assessed. nullopt
/// for a claim that could not be checked: whatever a person says of it needs a reason.
std::optional<Judgement> judgement_of(const Report& report);

/// Why nobody can begin with `action`, one sentence; empty for a judgement and a comment. Whoever opens the page, puts
/// a claim aside or finishes without a word on any claim takes no reviewer's seat.
std::string refuse_beginning(ReviewAction action);

/// Why `entry` may not be added to the log, one sentence with the way out; empty when it may. `report` is that of the
/// claim it names; nullptr when it names none. A name that takes part for the first time must join before all else, be
/// UTF-8 of one line, and differ from every other in more than case and spaces; two reviewers at most, and an
/// adjudicator only once both have finished; a judgement other than that of the rules needs a reason, the reason
/// `other` words, and no other action has either; who has finished changes nothing more until they reopen, which two
/// reviewers who have both finished no longer can.
std::string refuse_entry(const ReviewState& state, const LogEntry& entry, const Report* report);

}  // namespace claimcheck
