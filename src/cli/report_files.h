#pragma once

#include <string>
#include <vector>

#include "core/report.h"

namespace CLI {
class App;
}

namespace claimcheck {

/// Where the reports of a run go: a path each, empty for none; "-" is standard output.
struct ReportFiles {
  std::string json;
  std::string html;
  std::string xlsx;
  std::string csv;
  bool csv_bom = false;
  std::string ris;
  std::string nbib;
  std::string csl;
  std::string sarif;
  std::string md;
  std::string methods;
  std::string flow;
};

/// Adds --json, --html, --xlsx and the other formats.
void add_report_file_options(CLI::App& command, ReportFiles& files);

/// Every path that was asked for, for check_outputs. Throws Error(usage) for a workbook that would go to a terminal.
std::vector<std::string> output_paths(const ReportFiles& files);

/// True when a report goes to standard output, which then carries nothing else.
bool takes_standard_output(const ReportFiles& files);

/// Writes every report that was asked for. Throws Error(storage).
void write_report_files(const Run& run, const ReportFiles& files);

}  // namespace claimcheck
