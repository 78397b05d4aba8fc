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

Html write_judgement_html(Judgement judgement);

}  // namespace claimcheck
