#pragma once

#include <string>

#include "report/writers.h"

namespace claimcheck {

/// Sections of the explanation on what surrounds the verdict; each ends with an empty line and is empty where there is
/// nothing to say.

/// What it would take to bear out a claim that a harm is absent or rare.
std::string explain_requirement(const Report& report, const TextStyle& style);

/// Which single studies the tag hangs on.
std::string explain_flips(const Report& report, const TextStyle& style);

/// Where the evidence lies on each axis of scope, as a table.
std::string explain_scope(const Report& report, const TextStyle& style);

/// The search in full: every query as it was run, with what it brought, and what was not found.
std::string explain_search(const Report& report, const TextStyle& style);

/// The records that were read and say nothing.
std::string explain_silent(const Report& report, const TextStyle& style);

}  // namespace claimcheck
