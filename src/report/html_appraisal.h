#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// Which single studies the tag hangs on, in one line; empty when on none.
Html write_flips_html(const Report& report);

/// What it would take: people and time, needed against shown; empty unless the claim says that a harm is absent or
/// rare.
Html write_requirement_html(const Report& report);

/// Where the evidence lies: a table of the values on each axis, with a mark for each study family, outlined where the
/// claim names the value.
Html write_scope_html(const Report& report);

}  // namespace claimcheck
