#pragma once

#include "core/report.h"
#include "report/xlsx_sheet.h"

namespace claimcheck {

/// A row a claim and person: what each holds of it. For a run with a review.
void write_review_sheet(XlsxBook& book, const Run& run);

/// A row a claim and paper: the quote and its place, the study, how it bears on the claim, whether it was weighed.
void write_evidence_sheet(XlsxBook& book, const Run& run);

/// Every quoted paper in AMA style, with the claims that weighed it.
void write_references_sheet(XlsxBook& book, const Run& run);

/// Problems first; counts, review, methods, documents, versions; every query as it was run.
void write_log_sheet(XlsxBook& book, const Run& run);

}  // namespace claimcheck
