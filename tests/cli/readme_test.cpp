#include <gmock/gmock.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "cli/child_process.h"

namespace claimcheck {
namespace {

using ::testing::HasSubstr;

using Words = std::vector<std::string>;

const std::string& readme() {
  static const std::string text = read_whole_file(CLAIMCHECK_SOURCE_DIR "/README.md");
  return text;
}

std::string help_of(Words command) {
  command.emplace_back("--help");
  return run_claimcheck(command).out;
}

/// The commands that a help text lists, each with the command above it.
std::vector<Words> commands_below(const Words& command) {
  std::vector<Words> found{command};
  const std::string help = help_of(command);
  const std::size_t list = help.find("\nCommands:\n");
  if (list == std::string::npos) return found;
  const std::regex name("\n  ([a-z-]+) ");
  for (std::sregex_iterator it(help.begin() + static_cast<std::ptrdiff_t>(list), help.end(), name), end; it != end;
       ++it) {
    Words below = command;
    below.push_back((*it)[1]);
    for (Words& deeper : commands_below(below)) found.push_back(std::move(deeper));
  }
  return found;
}

TEST(Readme, TellsOfEveryCommandAndOption) {
  const std::vector<Words> commands = commands_below({});
  EXPECT_GE(commands.size(), 10U);
  std::set<std::string> options;
  for (const Words& command : commands) {
    std::string name;
    for (const std::string& word : command) name += " " + word;
    EXPECT_THAT(readme(), HasSubstr("claimcheck" + name));
    const std::string help = help_of(command);
    const std::regex option("--[a-z][a-z-]+");
    const std::size_t usage = help.find("Usage:");
    for (std::sregex_iterator it(help.begin() + static_cast<std::ptrdiff_t>(usage), help.end(), option), end; it != end;
         ++it) {
      options.insert(it->str());
    }
  }
  EXPECT_GE(options.size(), 15U);
  for (const std::string& option : options) EXPECT_THAT(readme(), HasSubstr("`" + option)) << option;
}

TEST(Readme, TellsOfEveryExitCode) {
  const std::string help = run_claimcheck({"help", "exit-codes"}).out;
  const std::regex code("\n +([0-9]+)   ");
  int codes = 0;
  for (std::sregex_iterator it(help.begin(), help.end(), code), end; it != end; ++it, ++codes) {
    EXPECT_THAT(readme(), HasSubstr("| " + (*it)[1].str() + " |"));
  }
  EXPECT_EQ(codes, 6);
}

}  // namespace
}  // namespace claimcheck
