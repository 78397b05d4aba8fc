#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// How the run was done, folded: paragraphs for a methods section, the flow of records as a picture and as a table,
/// PRISMA-S. The queries stand with their claims.
/// Empty for a run without claims.
Html write_methods_html(const Run& run);

}  // namespace claimcheck
