#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// The advertising rules that the wording of a claim may fall under, as a block of its own; empty when there are none.
Html write_compliance_html(const Report& report);

}  // namespace claimcheck
