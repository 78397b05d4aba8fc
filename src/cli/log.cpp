#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/output_file.h"
#include "cli/project_file.h"
#include "core/error.h"

namespace claimcheck {
namespace {

struct VerifyOptions {
  std::string project;
  std::string noted;
};

struct ExportOptions {
  std::string project;
  std::string out = "-";
};

/// The hash of the run is behind the first line, and so counts as one.
bool has_hash(const std::vector<LogEntry>& log, const LogCheck& check, const std::string& hash) {
  return check.last_hash == hash || std::any_of(log.begin(), log.end(), [&](const LogEntry& entry) {
           return entry.hash == hash || entry.previous == hash;
         });
}

/// In lower case. Less than all of a hash proves nothing, and must not look like lines that are gone.
std::string read_hash(const std::string& text) {
  constexpr std::size_t kHexDigits = 64;
  std::string hash;
  for (const char c : text) hash += c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
  if (hash.size() == kHexDigits && hash.find_first_not_of("0123456789abcdef") == std::string::npos) return hash;
  throw Error(ErrorKind::usage, fmt::format("--noted takes a whole hash, {} digits and letters from a to f, as verify "
                                            "prints it: this is none",
                                            kHexDigits));
}

int run_verify(const VerifyOptions& options) {
  const std::string noted = options.noted.empty() ? "" : read_hash(options.noted);
  const Project project = open_project(options.project);
  const LogCheck check = check_log_of(project, options.project);
  const std::vector<LogEntry> log = project.log();
  if (!noted.empty() && !has_hash(log, check, noted)) {
    throw Error(ErrorKind::storage, fmt::format("{}: no line of the log has the hash {}: since it was noted, lines "
                                                "were taken off the end or the log was written anew",
                                                options.project, noted));
  }
  fmt::print("{}: the log holds. Entries: {}", options.project, check.entries);
  if (!log.empty()) fmt::print(", the last on {} by {}", log.back().date, log.back().reviewer);
  fmt::print("\nlast hash: {}\n", check.last_hash);
  return to_int(ExitCode::ok);
}

int run_export(const ExportOptions& options) {
  check_outputs({options.out}, {options.project});
  const Project project = open_project(options.project);
  std::string lines;
  for (const LogEntry& entry : project.log()) lines += write_log_entry(entry) + "\n";
  write_output(options.out, lines);
  check_log_of(project, options.project);
  return to_int(ExitCode::ok);
}

void add_verify_command(CommandLine& line, CLI::App& log) {
  const auto options = std::make_shared<VerifyOptions>();
  CLI::App& command = CommandLine::add(
      log, {"verify", "Check that no line of a project's log was changed, moved or taken out, and the reports neither",
            "claimcheck log verify march.project\n"
            "claimcheck log verify march.project --noted 5f0c…   # the last hash of an earlier day"});
  add_project_argument(command, options->project);
  command
      .add_option("--noted", options->noted,
                  "A hash that an earlier verify printed: one of the lines must still have it")
      ->type_name("HASH");
  line.on(command, [options] { return run_verify(*options); });
}

void add_export_command(CommandLine& line, CLI::App& log) {
  const auto options = std::make_shared<ExportOptions>();
  CLI::App& command = CommandLine::add(log, {"export", "Write the log of a project, one entry a line (JSON Lines)",
                                             "claimcheck log export march.project\n"
                                             "claimcheck log export march.project --out march-log.jsonl"});
  add_project_argument(command, options->project);
  command.add_option("--out", options->out, "Where to write it; - is standard output")
      ->type_name("FILE")
      ->capture_default_str();
  line.on(command, [options] { return run_export(*options); });
}

}  // namespace

void add_log_commands(CommandLine& line) {
  CLI::App& log = line.add({"log", "Who decided what: the log of a project",
                            "claimcheck log verify march.project\n"
                            "claimcheck log export march.project --out march-log.jsonl"});
  add_verify_command(line, log);
  add_export_command(line, log);
}

}  // namespace claimcheck
