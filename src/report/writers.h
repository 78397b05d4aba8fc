#pragma once

#include <string>

#include "core/report.h"

namespace claimcheck {

/// How the terminal report looks.
struct TextStyle {
  bool color = false;       ///< ANSI colours; the words alone carry the meaning
  std::size_t width = 100;  ///< columns, for wrapping
};

/// The report for people at a terminal: grouped by document, one block a claim, best quote for and against, problems
/// first, and last a summary line with all six counts (supported, contested, unsupported, not assessed, could not
/// check, not reviewed).
std::string write_text(const Run& run, const TextStyle& style);

/// The JSON report: one document, `schema_version` 1, deterministic key order and bytes. Spans count code points.
std::string write_json(const Run& run);

/// A claim's frame as one JSON object of one line, as in the JSON report.
std::string write_frame(const ClaimFrame& frame);

/// The HTML report: one file, no script, nothing fetched, a Content-Security-Policy that forbids everything else, light
/// and dark, narrow and printed. All text from claims and PubMed is inserted as text.
std::string write_html(const Run& run);

/// One claim in full, in plain words: frame, queries as run, every finding with the rule that used or refused it,
/// the steps of the verdict.
std::string write_explanation(const Report& report, const TextStyle& style);

}  // namespace claimcheck
