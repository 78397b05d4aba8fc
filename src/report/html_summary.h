#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// What stands above everything else: the digest banner and the problems; empty when there is nothing of the kind.
Html write_banners_html(const Run& run);

/// The six counts with a bar of the tags (SVG with a text alternative).
Html write_summary_html(const Run& run);

/// The table of claims, one for each document, each row linked to the card of the claim.
Html write_index_html(const Run& run);

/// What the run can be repeated from, and the terms of the evidence.
Html write_provenance_html(const Run& run);

}  // namespace claimcheck
