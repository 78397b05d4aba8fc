#include "cli/project_file.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <string_view>
#include <system_error>
#include <vector>

#include "cli/output_file.h"
#include "core/error.h"
#include "intake/sha256.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

/// The name of the file that a claim of `input` was read from, for each claim in order.
std::vector<std::string> files_of_claims(const ClaimsInput& input) {
  std::vector<std::string> names;
  for (const InputDocument& document : input.documents) names.insert(names.end(), document.claims, document.name);
  return names;
}

}  // namespace

CLI::Option* add_project_argument(CLI::App& command, std::string& path) {
  return command.add_option("PROJECT", path, "The project file (check --project)")->required();
}

bool is_project_file(const std::string& path) {
  std::error_code code;
  if (path == "-" || !fs::is_regular_file(path, code)) return false;
  constexpr std::size_t kEnough = 100;
  std::string bytes(kEnough, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return looks_like_project(bytes);
}

Project open_project(const std::string& path) {
  if (path == "-") throw Error(ErrorKind::usage, "a project is read from its file, not from standard input: name it");
  return Project::open(path, Project::Access::read, sha256_hex);
}

LogCheck check_log_of(const Project& project, const std::string& path) {
  LogCheck check = project.check_log();
  if (check.problem.empty()) return check;
  throw Error(ErrorKind::storage,
              fmt::format("{}: {}. {} of the log's lines hold before it; compare with a copy from before", path,
                          check.problem, check.entries));
}

void warn_of_log(const Project& project, const std::string& path) {
  const LogCheck check = project.check_log();
  if (check.problem.empty()) return;
  fmt::print(stderr, "claimcheck: warning: the log of {} does not hold: {}. Do not rely on its decisions.\n", path,
             check.problem);
}

void check_new_project(const std::string& path) {
  if (is_standard_output(path)) throw Error(ErrorKind::usage, "a project is a file: name one for --project");
  std::error_code code;
  if (!fs::exists(fs::symlink_status(path, code))) return;
  throw Error(ErrorKind::usage,
              fmt::format("{} is there already, and a project never replaces a file: choose another name for "
                          "--project, then take the decisions over with claimcheck carry {} NEW",
                          path, path));
}

void check_ids_differ(const ClaimsInput& input) {
  const std::vector<std::string> files = files_of_claims(input);
  std::map<std::string_view, std::string_view> known;
  for (std::size_t i = 0; i < input.claims.size(); ++i) {
    const auto [found, is_new] = known.emplace(input.claims[i].id, files[i]);
    if (is_new) continue;
    throw Error(
        ErrorKind::usage,
        fmt::format("{} and {} both have a claim {}, and in a project each claim needs an id of its own: change "
                    "one of them, or make a project of each file",
                    found->second, files[i], input.claims[i].id));
  }
}

}  // namespace claimcheck
