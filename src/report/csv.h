#pragma once

#include <optional>
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

/// The cell that defuse_cell was given; one that began with an apostrophe and a formula by itself loses the apostrophe.
std::string restore_cell(std::string_view cell);

/// The records of a table (RFC 4180; a bare LF or CR ends a record too), cells as they stand there; empty lines are
/// left out. nullopt when a quotation mark is never closed, so that it would swallow what follows.
std::optional<std::vector<std::vector<std::string>>> read_csv(std::string_view text, char separator);

}  // namespace claimcheck
