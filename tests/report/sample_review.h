#pragma once

#include "core/report.h"

namespace claimcheck {

/// sample_run() under review by two people and an adjudicator: claims on which they agree, differ, are decided between,
/// are open, put off and only commented; reasons, comments over several lines, a judgement from a file, one carried.
Run reviewed_sample();

}  // namespace claimcheck
