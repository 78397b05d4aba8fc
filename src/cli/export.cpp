#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/annotated_docx.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/input_file.h"
#include "cli/output_file.h"
#include "cli/project_file.h"
#include "cli/report_files.h"
#include "cli/shared_options.h"
#include "cli/terminal.h"
#include "core/error.h"
#include "intake/sha256.h"
#include "report/write_docx.h"
#include "report/writers.h"
#include "review/session.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLargestFile = std::size_t{64} << 20;  // as check reads

struct ExportOptions {
  std::string project;
  ReportFiles reports;
  std::string docx;
  std::string article;
  std::string color = "auto";
};

std::string read_article(const Document& article, const std::string& path) {
  std::string bytes = read_input_file(path, kLargestFile, "an article");
  if (sha256_hex(bytes) == article.sha256) return bytes;
  throw Error(ErrorKind::input,
              fmt::format("{}: it is not {} as it was checked (SHA-256 {}); give that file, or check this one", path,
                          article.name, article.sha256));
}

/// The author's file, as it was when it was checked.
std::string find_original(const Project& project, const Document& article, const ExportOptions& options) {
  if (!options.article.empty()) return read_article(article, options.article);
  std::optional<std::string> kept = project.original(article.sha256);
  if (kept) return *std::move(kept);
  throw Error(ErrorKind::usage,
              fmt::format("{} was made by an older claimcheck and keeps no copy of {}; give the file: claimcheck "
                          "export {} --docx {} --article FILE",
                          options.project, article.name, options.project, options.docx));
}

int run_export(const ExportOptions& options) {
  std::vector<std::string> outputs = output_paths(options.reports);
  outputs.push_back(options.docx);
  check_docx_output(options.docx);
  check_outputs(outputs, {options.project, options.article});
  const Project project = open_project(options.project);
  warn_of_log(project, options.project);
  const Run run = run_to_report(project);
  if (!options.docx.empty()) {
    const Document& article = only_docx(run.articles);
    write_output(options.docx, write_docx(run, article, find_original(project, article, options)));
  }
  write_report_files(run, options.reports);
  const bool any = std::any_of(outputs.begin(), outputs.end(), [](const std::string& path) { return !path.empty(); });
  if (!any) fmt::print("{}", write_text(run, terminal_style(options.color)));
  return to_int(ExitCode::ok);
}

}  // namespace

void add_export_command(CommandLine& line) {
  const auto options = std::make_shared<ExportOptions>();
  CLI::App& command = line.add(
      {"export",
       "Write the reports of a project again, as they were made, with its decisions (of two "
       "reviewers once both have finished)",
       "claimcheck export march.project   # as text\n"
       "claimcheck export march.project --html report.html --xlsx matrix.xlsx\n"
       "claimcheck export march.project --docx commented.docx   # the author's file, with tags and decisions"});
  add_project_argument(command, options->project);
  add_report_file_options(command, options->reports);
  add_docx_option(command, options->docx,
                  "Write the Word document that was checked with a comment on each claim, and what people decided");
  command
      .add_option("--article", options->article,
                  "That document, for a project of an older claimcheck, which kept no copy")
      ->type_name("FILE")
      ->needs("--docx")
      ->group("Reports");
  add_color_option(command, options->color);
  line.on(command, [options] { return run_export(*options); });
}

}  // namespace claimcheck
