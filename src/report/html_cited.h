#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// What the sources that the text cites for the claim do for it; empty when it cites none.
Html write_cited_html(const Report& report);

}  // namespace claimcheck
