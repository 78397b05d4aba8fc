#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// The evidence of the whole run by year, design and stance: a picture, and its numbers as a table; empty when nothing
/// was weighed.
Html write_picture_html(const Run& run);

}  // namespace claimcheck
