#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// Icon, word and sub-tag of a claim.
Html write_mark_html(const Report& report);

/// The card of one claim of the run: tag, reasons, what people decided (html_review.h), suggested wording, both sides,
/// what was searched.
Html write_claim_html(const Run& run, const Report& report);

}  // namespace claimcheck
