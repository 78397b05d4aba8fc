#pragma once

#include "core/report.h"
#include "core/review.h"
#include "report/html.h"

namespace claimcheck {

/// Percent, Cohen's kappa with its interval, n and the table; empty where there are not two reviewers. `seen` must hold
/// what both judged.
Html write_agreement_html(const Run& run, const ReviewState& seen);

}  // namespace claimcheck
