#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/help_topics.h"
#include "cli/suggestion.h"
#include "core/error.h"

namespace claimcheck {
namespace {

std::vector<std::string> topic_names() {
  std::vector<std::string> names;
  for (const HelpTopic& topic : help_topics()) names.emplace_back(topic.name);
  return names;
}

int run_help(const CommandLine& line, const std::vector<std::string>& words) {
  const std::string asked = fmt::format("{}", fmt::join(words, " "));
  for (const HelpTopic& topic : help_topics()) {
    if (topic.name != asked) continue;
    fmt::print("{}", topic.text);
    return to_int(ExitCode::ok);
  }
  if (const std::string help = line.help_of(asked); !help.empty()) {
    fmt::print("{}", help);
    if (asked.empty()) fmt::print("\nTopics (claimcheck help TOPIC): {}\n", fmt::join(topic_names(), ", "));
    return to_int(ExitCode::ok);
  }
  throw Error(ErrorKind::usage, fmt::format("there is no help on '{}'{} (topics: {})", asked,
                                            did_you_mean(asked, topic_names()), fmt::join(topic_names(), ", ")));
}

}  // namespace

void add_help_command(CommandLine& line) {
  const auto words = std::make_shared<std::vector<std::string>>();
  CLI::App& command =
      line.add({"help", "Help on a topic or a command", "claimcheck help verdicts\nclaimcheck help library import"});
  command.add_option("TOPIC", *words, fmt::format("A command, or one of: {}", fmt::join(topic_names(), ", ")));
  line.on(command, [&line, words] { return run_help(line, *words); });
}

}  // namespace claimcheck
