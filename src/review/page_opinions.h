#pragma once

#include "report/html.h"
#include "review/session.h"

namespace claimcheck {

/// What this seat judged of the claim, what others did as far as that may be seen, and the comments. Its attributes
/// tell scripts where this seat stands: data-judgement, data-status, data-entry (what the API calls "seen").
Html write_opinions_html(ReviewSession& session, const Report& report);

}  // namespace claimcheck
