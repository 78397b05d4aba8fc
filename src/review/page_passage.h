#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// What the article says at the place of the claim: its heading, the paragraph before, the one it stands in with the
/// claim's words marked, and the one behind; or, where the run does not hold the article, the passage alone. Empty for
/// a claim that no article says.
Html write_passage_html(const Run& run, const Report& report);

}  // namespace claimcheck
