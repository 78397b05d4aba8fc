#pragma once

#include <string>

#include "core/report.h"
#include "report/writers.h"

namespace claimcheck {

/// Every finding of a report in plain words, side by side: the quote and its place, what it reports, the cues and the
/// rules that read them, and whether it is weighed. One line when there are none.
std::string explain_findings(const Report& report, const TextStyle& style);

}  // namespace claimcheck
