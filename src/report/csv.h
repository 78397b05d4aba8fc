#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimcheck {

/// `text` so that no spreadsheet takes it for a formula (OWASP, "CSV Injection"): an apostrophe comes before a first
/// character that begins one ("=", "+", "-", "@", their full-width forms, a tab, a line break).
std::string defuse_cell(std::string_view text);

/// One record as RFC 4180 has it, its CRLF included: every cell defused, valid UTF-8, without control characters other
/// than tab and line breaks (which become LF), and in quotation marks where it has to be.
std::string write_csv_record(const std::vector<std::string>& cells);

}  // namespace claimcheck
