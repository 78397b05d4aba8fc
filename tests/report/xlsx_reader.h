#pragma once

#include <map>
#include <string>
#include <string_view>

namespace claimcheck {

/// The parts of a workbook (a zip archive), by name. Throws std::runtime_error for what is no archive.
std::map<std::string, std::string> unzip(std::string_view archive);

/// A sheet as lines "C3 text", one a filled cell, in the order of the file; line breaks in cells as "⏎". Formulas would
/// stand as "=…". `number` counts sheets from 1.
std::string read_sheet(const std::map<std::string, std::string>& parts, int number);

}  // namespace claimcheck
