#include "cli/json_lines.h"

#include <fmt/core.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/batch.h"
#include "core/error.h"

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

std::string error_line(const Error& error, std::size_t number) {
  return Json{{"error", error.what()}, {"line", number}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::ifstream open_lines(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (std::error_code code; !file || std::filesystem::is_directory(path, code)) {
    throw Error(ErrorKind::input,
                fmt::format("{}: cannot be read; name a file of JSON Lines, or - for standard input", path));
  }
  return file;
}

}  // namespace

ExitCode answer_lines(std::istream& in, const LineFunction& answer) {
  ExitCode code = ExitCode::ok;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::string reply;
    if (const auto error = attempt([&] { reply = answer(line); })) {
      if (error->kind() != ErrorKind::input) throw Error(*error);
      reply = error_line(*error, number);
      code = ExitCode::unusable;
    }
    fmt::print("{}\n", reply);
    std::fflush(stdout);
  }
  return code;
}

ExitCode answer_files(const std::vector<std::string>& paths, const LineFunction& answer) {
  if (paths.empty()) return answer_lines(std::cin, answer);
  for (const std::string& path : paths) {
    if (path != "-") open_lines(path);
  }
  ExitCode code = ExitCode::ok;
  for (const std::string& path : paths) {
    std::ifstream file;
    if (path != "-") file = open_lines(path);
    if (answer_lines(path == "-" ? std::cin : file, answer) != ExitCode::ok) code = ExitCode::unusable;
  }
  return code;
}

}  // namespace claimcheck
