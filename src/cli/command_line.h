#pragma once

#include <functional>
#include <memory>
#include <string>

namespace CLI {
class App;
}

namespace claimcheck {

/// The program's commands and options. Commands are added first; run() parses the command line and runs the one chosen.
class CommandLine {
 public:
  /// How a command is introduced: one line of purpose, and examples, one a line, which its help shows first.
  struct Introduction {
    std::string name;
    std::string purpose;
    std::string examples;
  };

  CommandLine();
  ~CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  /// A new command, to be given its options.
  CLI::App& add(const Introduction& introduction);
  /// A new command below another, such as `library import`.
  static CLI::App& add(CLI::App& parent, const Introduction& introduction);

  /// Runs `action` when `command` is chosen; it returns the exit code.
  void on(CLI::App& command, std::function<int()> action);

  /// The help of a command ("check", "library import"), or "" when there is no such command.
  [[nodiscard]] std::string help_of(const std::string& command) const;

  /// Parses and runs. --help and --version print to standard output; a bare call prints a short help to standard error.
  /// Throws Error(usage) with the nearest match on what is unknown, and whatever the command throws.
  int run(int argc, const char* const* argv);

 private:
  std::unique_ptr<CLI::App> app_;
  std::function<int()> chosen_;
};

}  // namespace claimcheck
