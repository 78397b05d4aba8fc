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

/// The claims matrix as a table of RFC 4180 (UTF-8, CRLF): a header, then one row a claim with its tag, lead reason,
/// best quotes, passage and place. No cell is taken for a formula. `byte_order_mark`: for programs that need one to see
/// UTF-8.
std::string write_csv(const Run& run, bool byte_order_mark);

/// The claims matrix as an Excel workbook: sheets Claims (with empty columns Decision, Reason and Comment), Evidence (a
/// row a claim and paper), References, Method & log. Only strings and numbers, never a formula. Throws Error(storage)
/// when no temporary file can be written.
std::string write_xlsx(const Run& run);

// Every reference that the evidence of a claim rests on (references.h), once, by PMID, with the claims as tags.

/// RIS: CRLF, TY first, ER last, one line a value, the PMID in AN and UR, tags in KW.
std::string write_ris(const Run& run);
/// The PubMed format (.nbib): PMID first, long values on lines that begin with six spaces, tags in OT.
std::string write_nbib(const Run& run);
/// CSL-JSON: `id`, `type`, `PMID` as a string; what is ours stands in `custom`, and the tags in `keyword`.
std::string write_csl(const Run& run);

/// SARIF 2.1.0: one result a claim, at its passage where it was extracted from a text, Markdown or HTML article.
/// Columns and character offsets count code points.
std::string write_sarif(const Run& run);

/// The report as GitHub Flavored Markdown: problems first, a table of claims, then each claim with its best quotes.
std::string write_markdown(const Run& run);

/// For a methods section, as Markdown: paragraphs, the flow of records, PRISMA-S, every query as it was run.
std::string write_methods(const Run& run);

/// The flow of records as a picture: one SVG that needs nothing else, light and dark, with a title and a description.
std::string write_flow(const Run& run);

/// One claim in full, in plain words: frame, queries as run, every finding with the rule that used or refused it,
/// the steps of the verdict.
std::string write_explanation(const Report& report, const TextStyle& style);

}  // namespace claimcheck
