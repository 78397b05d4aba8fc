#pragma once

#include "report/html.h"
#include "review/session.h"

namespace claimcheck {

/// How far the review is, who takes part, how far two agree once they may see each other's judgements, what went wrong
/// when the claims were checked, and the finish.
Html write_summary_page_html(ReviewSession& session);

}  // namespace claimcheck
