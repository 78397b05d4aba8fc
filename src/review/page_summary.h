#pragma once

#include <string_view>

#include "report/html.h"
#include "review/session.h"

namespace claimcheck {

/// How far the review is, who takes part, how far two agree once they may see each other's judgements, what went wrong
/// when the claims were checked, the finish and the reports that can be had. `project`: the name of its file.
Html write_summary_page_html(ReviewSession& session, std::string_view project);

}  // namespace claimcheck
