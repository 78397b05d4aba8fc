#pragma once

#include <string>

#include "cli/import_file.h"

namespace claimcheck {

/// `NAME: 3 added, 1 replaced, …`, on one line.
std::string import_summary(const std::string& name, const ImportedFile& file);

/// Prints the bad records of a file on standard error.
void tell_problems(const ImportedFile& file);

}  // namespace claimcheck
