#pragma once

#include <string>

#include "core/report.h"

namespace claimcheck {

/// The "review" of the JSON report, one object: who takes part, what each holds of every claim, outcomes, agreement.
/// `run.review` must be set.
std::string write_review_json(const Run& run);

}  // namespace claimcheck
