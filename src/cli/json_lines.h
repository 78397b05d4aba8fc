#pragma once

#include <functional>
#include <istream>
#include <string>
#include <vector>

#include "cli/exit_code.h"

namespace claimcheck {

/// One line in, one line out: the JSON object that answers `line`. Throws Error(input) on a line that is no request.
using LineFunction = std::function<std::string(const std::string& line)>;

/// Answers every line of `in` on standard output, in order and as soon as it is read; blank lines are skipped. A line
/// that is no request is answered by {"error", "line"} with its number, counted from 1, and makes the exit code 2.
ExitCode answer_lines(std::istream& in, const LineFunction& answer);

/// The same over each of `paths` in turn; "-", or no path at all, is standard input. Throws Error(input) on a file that
/// cannot be read, before anything is answered.
ExitCode answer_files(const std::vector<std::string>& paths, const LineFunction& answer);

}  // namespace claimcheck
