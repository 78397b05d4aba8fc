#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// The flow of records as an SVG element of fixed size: the steps down the left, what was lost beside each. `style`
/// goes into it; the classes are those of assets/flow.css.
Html write_flow_svg(const Run& run, const Html& style);

}  // namespace claimcheck
