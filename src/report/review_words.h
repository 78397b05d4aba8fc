#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/review.h"

namespace claimcheck {

/// "supported", "cannot be checked": as people write and read it.
std::string_view word_for(Judgement judgement);
/// "evidence misread".
std::string_view word_for(OverrideReason reason);
/// The same reason as a sentence, for who chooses among them: "The same evidence leads me to another conclusion".
std::string_view phrase_for(OverrideReason reason);
/// "reviewer", "adjudicator".
std::string_view word_for(ReviewRole role);

/// The CSS class of a judgement, as of a tag (ClaimMark::style), and its icon.
std::string_view style_of(Judgement judgement);
std::string_view icon_of(Judgement judgement);

/// Reason and text on one line: "evidence misread: see table 2", "other: house style", or either alone.
std::string describe_reason(const std::optional<OverrideReason>& reason, std::string_view text);

/// The judgement that the words are; white space around them, letter case and a mark at the end do not matter.
/// "not checkable" is read as "cannot be checked".
std::optional<Judgement> read_judgement(std::string_view words);

struct JudgementStart {
  Judgement judgement = Judgement::supported;
  std::string rest;  ///< what follows the mark, on one line; may be empty
};
/// The judgement that a text begins with, when a mark or a new line ends it: "Contested: see table 2". nullopt for
/// other words, and for "Supported by three trials", which may be a sentence of any meaning.
std::optional<JudgementStart> read_judgement_start(std::string_view text);

struct ReasonText {
  std::optional<OverrideReason> reason;
  std::string text;
  bool operator==(const ReasonText&) const = default;
};
/// What describe_reason wrote, or phrase_for in the place of the short word; any case. Words that begin with no reason
/// of the list and a mark are text without one.
ReasonText read_reason(std::string_view words);

/// "29 Nov 2026, 23:31 UTC" for "2026-11-29T23:31:05Z"; what is no such date stays as it is.
std::string describe_moment(std::string_view date);

}  // namespace claimcheck
