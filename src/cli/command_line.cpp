#include "cli/command_line.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <sstream>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/exit_code.h"
#include "cli/project_file.h"
#include "cli/suggestion.h"
#include "core/error.h"

namespace claimcheck {
namespace {

constexpr const char* kPurpose =
    "Checks health claims against PubMed: supported, contested or unsupported, with quotes.";
constexpr const char* kExamples =
    "claimcheck check claims.json --html report.html\n"
    "claimcheck library import --library pubmed.db pubmed26n0001.xml.gz";

constexpr const char* kEnvironment =
    "\nEnvironment:\n"
    "  NCBI_API_KEY                    Your NCBI API key (claimcheck help ncbi-key)\n"
    "  XDG_DATA_HOME, XDG_CONFIG_HOME  Where the library and the key file are looked for\n"
    "  XDG_CACHE_HOME                  Where programs share their waits (claimcheck help network)\n"
    "  NO_COLOR, TERM=dumb, CI         No colours; no moving progress line\n";

/// Help with the examples first (CLI11's footer holds them), and defaults in words.
class ExamplesFirst : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    const bool top = app->get_parent() == nullptr;
    const std::string help = make_description(app) + "\n" + make_footer(app) + make_usage(app, std::move(name)) +
                             make_positionals(app) + make_groups(app, mode) + make_subcommands(app, mode) +
                             (top ? kEnvironment : "");
    return CLI::detail::find_and_replace(help, "\n\n\n", "\n\n");
  }

  std::string make_footer(const CLI::App* app) const override {
    std::string block = "Examples:\n";
    std::istringstream lines(app->get_footer());
    for (std::string line; std::getline(lines, line);) block += "  " + line + "\n";
    return block + "\n";
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    if (option->get_positional()) return option->get_expected_max() > 1 ? "..." : "";
    const std::string type = option->get_type_name();
    return option->get_type_size() == 0 ? "" : " " + type.substr(0, type.find(':'));
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    const std::string normal = option->get_default_str();
    return option->get_description() + (normal.empty() ? "" : " [default: " + normal + "]");
  }
};

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options({})) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// The innermost command that the command line names.
const CLI::App& innermost(const CLI::App& app) {
  const std::vector<CLI::App*> parsed = app.get_subcommands();
  return parsed.empty() ? app : innermost(*parsed.back());
}

std::string full_name(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name() : full_name(*app.get_parent()) + " " + app.get_name();
}

std::string help_text(const CLI::App& app) {
  return app.help(app.get_parent() == nullptr ? "" : full_name(*app.get_parent()));
}

/// True when `name` is an option of the command, or of one below it.
bool knows_option(const CLI::App& app, const std::string& name) {
  const std::vector<std::string> names = option_names(app);
  if (std::find(names.begin(), names.end(), name) != names.end()) return true;
  const std::vector<const CLI::App*> commands = app.get_subcommands([](const CLI::App*) { return true; });
  return std::any_of(commands.begin(), commands.end(),
                     [&](const CLI::App* command) { return knows_option(*command, name); });
}

/// What somebody means who gives a file in the place of a command; empty for what is no file.
std::string suggest_for_file(const std::string& path) {
  std::error_code code;
  if (!std::filesystem::is_regular_file(path, code)) return {};
  return is_project_file(path) ? fmt::format(", but a project: claimcheck review {}", path)
                               : fmt::format(", but a file: claimcheck check {}", path);
}

Error unknown_word(const CLI::App& command, const std::string& word) {
  const std::string see = fmt::format(" (see {} --help)", full_name(command));
  const std::string name = word.substr(0, word.find('='));
  if (!word.starts_with("-")) {
    const std::string file = suggest_for_file(word);
    return {ErrorKind::usage, fmt::format("there is no command '{}'{}{}", name,
                                          file.empty() ? did_you_mean(name, command_names(command)) : file, see)};
  }
  if (knows_option(command, name)) {
    return {ErrorKind::usage, fmt::format("options go after the command: claimcheck {} … {} …{}",
                                          command.get_parent() == nullptr ? "COMMAND" : command.get_name(), name, see)};
  }
  return {ErrorKind::usage,
          fmt::format("there is no option '{}'{}{}", name, did_you_mean(name, option_names(command)), see)};
}

/// What to say about a command line that CLI11 does not take.
Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  const CLI::App& command = innermost(app);
  for (const std::string& word : app.remaining(true)) {
    const bool may_be_command = !word.starts_with("-") && !command_names(command).empty();
    if (word != "--" && (word.starts_with("-") || may_be_command)) return unknown_word(command, word);
  }
  return {ErrorKind::usage, fmt::format("{} (see {} --help)", error.what(), full_name(command))};
}

}  // namespace

CommandLine::CommandLine() : app_(std::make_unique<CLI::App>(kPurpose, "claimcheck")) {
  app_->formatter(std::make_shared<ExamplesFirst>());
  app_->get_formatter()->column_width(34);
  app_->get_formatter()->label("SUBCOMMAND", "COMMAND");
  app_->get_formatter()->label("Positionals", "Arguments");
  app_->set_help_flag("-h,--help", "Show this help");
  app_->set_version_flag("--version", "claimcheck " CLAIMCHECK_VERSION, "Show the version");
  app_->footer(kExamples);
  app_->require_subcommand(0, 1);
}

CommandLine::~CommandLine() = default;

CLI::App& CommandLine::add(const Introduction& introduction) {
  return add(*app_, introduction);
}

CLI::App& CommandLine::add(CLI::App& parent, const Introduction& introduction) {
  CLI::App& command = *parent.add_subcommand(introduction.name, introduction.purpose);
  command.group("Commands");
  command.footer(introduction.examples);
  command.require_subcommand(0, 1);
  return command;
}

void CommandLine::on(CLI::App& command, std::function<int()> action) {
  command.callback([this, action = std::move(action)] { chosen_ = action; });
}

std::string CommandLine::help_of(const std::string& command) const {
  const CLI::App* found = app_.get();
  std::istringstream words(command);
  for (std::string word; words >> word;) {
    const std::vector<const CLI::App*> named =
        found->get_subcommands([&word](const CLI::App* app) { return app->get_name() == word; });
    if (named.empty()) return "";
    found = named.front();
  }
  return help_text(*found);
}

int CommandLine::run(int argc, const char* const* argv) {
  try {
    app_->parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    fmt::print("{}", help_text(innermost(*app_)));
    return to_int(ExitCode::ok);
  } catch (const CLI::CallForVersion& version) {
    fmt::print("{}\n", version.what());
    return to_int(ExitCode::ok);
  } catch (const CLI::ParseError& error) {
    throw usage_error(*app_, error);
  }
  if (chosen_) return chosen_();
  const CLI::App& command = innermost(*app_);
  if (&command != app_.get()) throw Error(ErrorKind::usage, "which command?\n\n" + help_text(command));
  fmt::print(stderr, "{}\n\n", kPurpose);
  fmt::print(stderr, "Examples:\n  claimcheck check claims.json --html report.html\n  claimcheck help verdicts\n\n");
  fmt::print(stderr, "Commands: {} (claimcheck --help)\n", fmt::join(command_names(command), ", "));
  return to_int(ExitCode::unusable);
}

}  // namespace claimcheck
