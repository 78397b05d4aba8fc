#pragma once

#include <string>

#include "cli/claims_input.h"
#include "core/report.h"

namespace claimcheck {

/// Throws Error(usage) unless one of the inputs, and only one, is a Word document: the one that --docx writes comments
/// into.
void check_has_one_docx(const ClaimsInput& input);

/// That document with a comment on each of its claims.
std::string annotate_docx(const ClaimsInput& input, const Run& run);

}  // namespace claimcheck
