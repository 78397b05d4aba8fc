#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// How far the review is, who takes part, how far two reviewers agree and where they differ; empty for a run without a
/// review.
Html write_review_html(const Run& run);

/// What people hold of a claim, for its card; empty where nobody takes part in a review.
Html write_decision_html(const Run& run, const Report& report);

}  // namespace claimcheck
