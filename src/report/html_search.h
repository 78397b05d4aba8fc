#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// The attempt to break the claim in one line, and folded the search in full: every query as it was run, what it
/// brought, and what was not found.
Html write_search_html(const Report& report);

/// The records that were read and say nothing on the claim, folded, by the reason, newest first.
Html write_silent_html(const Report& report);

}  // namespace claimcheck
