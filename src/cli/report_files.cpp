#include "cli/report_files.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "cli/output_file.h"
#include "core/error.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

/// One format: its option, and who writes it.
struct Format {
  const char* option;
  std::string ReportFiles::*path;
  const char* what;
  std::string (*write)(const Run& run, const ReportFiles& files);
};

constexpr std::array<Format, 11> kFormats{
    {{"--json", &ReportFiles::json, "Write the JSON report; - is standard output",
      [](const Run& run, const ReportFiles&) { return write_json(run); }},
     {"--html", &ReportFiles::html, "Write the HTML report, one file",
      [](const Run& run, const ReportFiles&) { return write_html(run); }},
     {"--md", &ReportFiles::md, "Write the report as Markdown",
      [](const Run& run, const ReportFiles&) { return write_markdown(run); }},
     {"--xlsx", &ReportFiles::xlsx, "Write the claims matrix as an Excel workbook",
      [](const Run& run, const ReportFiles&) { return write_xlsx(run); }},
     {"--csv", &ReportFiles::csv, "Write the claims matrix as CSV, one row a claim",
      [](const Run& run, const ReportFiles& files) { return write_csv(run, files.csv_bom); }},
     {"--sarif", &ReportFiles::sarif, "Write SARIF 2.1.0, for editors and code review",
      [](const Run& run, const ReportFiles&) { return write_sarif(run); }},
     {"--ris", &ReportFiles::ris, "Write the references that were weighed as RIS, tagged with the claims",
      [](const Run& run, const ReportFiles&) { return write_ris(run); }},
     {"--nbib", &ReportFiles::nbib, "Write them in the PubMed format",
      [](const Run& run, const ReportFiles&) { return write_nbib(run); }},
     {"--csl", &ReportFiles::csl, "Write them as CSL-JSON",
      [](const Run& run, const ReportFiles&) { return write_csl(run); }},
     {"--methods", &ReportFiles::methods, "Write text for a methods section, with PRISMA-S and every query (Markdown)",
      [](const Run& run, const ReportFiles&) { return write_methods(run); }},
     {"--flow", &ReportFiles::flow, "Write the flow of records as a picture (SVG)",
      [](const Run& run, const ReportFiles&) { return write_flow(run); }}}};

}  // namespace

void add_report_file_options(CLI::App& command, ReportFiles& files) {
  for (const Format& format : kFormats) {
    command.add_option(format.option, files.*format.path, format.what)->type_name("FILE")->group("Reports");
    if (format.path == &ReportFiles::csv) {
      command.add_flag("--csv-bom", files.csv_bom, "Begin the CSV with a byte-order mark, for Excel on Windows")
          ->needs(command.get_option("--csv"))
          ->group("Reports");
    }
  }
}

std::vector<std::string> output_paths(const ReportFiles& files) {
  if (is_standard_output(files.xlsx) && isatty(STDOUT_FILENO) == 1) {
    throw Error(ErrorKind::usage, "a workbook is not shown at a terminal; name a file for --xlsx, or pipe it");
  }
  std::vector<std::string> paths;
  paths.reserve(kFormats.size());
  for (const Format& format : kFormats) paths.push_back(files.*format.path);
  return paths;
}

bool takes_standard_output(const ReportFiles& files) {
  return std::any_of(kFormats.begin(), kFormats.end(),
                     [&](const Format& format) { return is_standard_output(files.*format.path); });
}

void write_report_files(const Run& run, const ReportFiles& files) {
  for (const Format& format : kFormats) {
    const std::string& path = files.*format.path;
    if (!path.empty()) write_output(path, format.write(run, files));
  }
}

}  // namespace claimcheck
