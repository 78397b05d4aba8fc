#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

// What people decided, beside the tool's own mark, never in its place. All are empty where nobody takes part in a
// review.

/// For the card of a claim: "people: ✓ Supported"; empty while nobody decided and the reviewers do not differ.
Html write_people_mark_html(const Run& run, const Report& report);

/// The same for the text of the article, where the word is left to those who cannot see the icon.
Html write_people_sign_html(const Run& run, const Report& report);

/// The cell of a claim in the table of claims, with whether it overrides the tag.
Html write_decision_cell_html(const Run& run, const Report& report);

/// The counts as decided by people, with their heading.
Html write_decision_counts_html(const Run& run);

}  // namespace claimcheck
