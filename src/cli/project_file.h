#pragma once

#include <string>

#include "cli/claims_input.h"
#include "core/report.h"
#include "library/project.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace claimcheck {

/// Adds the argument PROJECT.
CLI::Option* add_project_argument(CLI::App& command, std::string& path);

/// True for a file that begins as a project does; false for "-", and for what is no plain file. Not to be asked of a
/// project that this program has open.
bool is_project_file(const std::string& path);

/// Opens a project to be read. Throws Error(usage) for "-", and as Project::open does.
Project open_project(const std::string& path);

/// Throws Error(storage) that names the first line of the log which does not hold: what was changed behind the back of
/// claimcheck is not gone on with, nor handed over, as if nothing had happened. `path`: as the user gave it.
LogCheck check_log_of(const Project& project, const std::string& path);

/// The same as a warning to standard error, for who only reads.
void warn_of_log(const Project& project, const std::string& path);

/// Throws Error(usage), with the way out, when no project can be made at `path`, be it because there is one already.
void check_new_project(const std::string& path);

/// Throws Error(usage) that names the files when two claims have the same id: a project needs one for each.
void check_ids_differ(const ClaimsInput& input);

}  // namespace claimcheck
