#include "verify/frame.h"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/json_lines.h"
#include "cli/json_request.h"
#include "concepts/vocabulary.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

std::string answer(const std::string& line) {
  const JsonRequest request = JsonRequest::parse(line);
  Claim claim;
  claim.id = request.id();
  claim.text = request.text("text");
  const std::string frame = write_frame(read_frame(claim, builtin_vocabulary()));
  return fmt::format(R"({{"id":{},{})", request.id(), std::string_view(frame).substr(1));
}

}  // namespace

void add_frame_command(CommandLine& line) {
  const auto files = std::make_shared<std::vector<std::string>>();
  CLI::App& command = line.add({"frame", R"(Take claims apart: JSON Lines {"id", "text"} in, their frames out)",
                                R"(claimcheck frame claims.jsonl > frames.jsonl
echo '{"id": 1, "text": "Esketamine causes cystitis."}' | claimcheck frame
    # a bad line is answered by {"error", "line"} and leads to exit code 2)"});
  command.add_option("FILE", *files, "Files of JSON Lines; - or none is standard input");
  line.on(command, [files] { return to_int(answer_files(*files, answer)); });
}

}  // namespace claimcheck
