#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

// What stands in the card of a claim before its evidence; each is empty where there is nothing of the kind.

/// The document and the place in it that the claim comes from.
Html write_origin_html(const Claim& claim);

Html write_problems_html(const Report& report);

/// Lead first, each with its code.
Html write_reasons_html(const Report& report);

/// The suggested wording, with its changes marked where the claim changes by little.
Html write_suggestion_html(const Report& report);

}  // namespace claimcheck
