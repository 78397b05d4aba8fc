#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/review.h"
#include "report/html.h"

namespace claimcheck {

// What reviewers meet on the page, in plain words.

/// Icon, word and CSS class of a judgement; those of the tags are the tags' own.
struct JudgementMark {
  std::string_view icon;
  std::string_view word;
  std::string_view style;
};

JudgementMark mark_of(Judgement judgement);
std::string_view phrase_for(OutcomeKind kind);  ///< one or a few words without a full stop

/// "29 Nov 2026, 23:31 UTC" for "2026-11-29T23:31:05Z"; what is no such date stays as it is.
std::string describe_moment(std::string_view date);

Html write_judgement_html(Judgement judgement);

}  // namespace claimcheck
