#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// "-" as the name of an output stands for standard output.
bool is_standard_output(std::string_view path);

/// Checks, before a long run, that each output (empty names are skipped) can be written, and that no two are the same.
/// Throws Error(usage) naming the path: a folder that is not there, a folder in place of a file, no permission, one
/// output named twice, and one of `inputs`, which a report must not replace.
void check_outputs(const std::vector<std::string>& paths, const std::vector<std::string>& inputs);

/// Writes `bytes` to the file `path`, which appears whole or not at all; "-" is standard output. Throws Error(storage).
void write_output(const std::string& path, std::string_view bytes);

/// Throws Error(storage) when what was printed could not be written (a full disk).
void flush_standard_output();

}  // namespace claimcheck
