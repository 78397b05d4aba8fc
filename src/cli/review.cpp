#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cli/ask_name.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/open_browser.h"
#include "cli/project_file.h"
#include "cli/utc_time.h"
#include "core/error.h"
#include "intake/sha256.h"
#include "library/project.h"
#include "review/claim_progress.h"
#include "review/page_api.h"
#include "review/page_routes.h"
#include "review/server.h"
#include "review/session.h"

namespace claimcheck {
namespace {

struct ReviewOptions {
  std::string project;
  std::string name;
  bool adjudicate = false;
  bool read_only = false;
  std::optional<std::uint16_t> port;
  bool no_open = false;
  std::string assets_folder;
};

/// Empty when the system does not say.
std::string login_name() {
  for (const char* const variable : {"LOGNAME", "USER"}) {
    const char* const name = std::getenv(variable);
    if (name != nullptr && *name != '\0') return name;
  }
  return "";
}

Seat seat_for(const ReviewOptions& options) {
  Seat seat;
  seat.name = options.name.empty() ? login_name() : options.name;
  seat.role = options.adjudicate ? ReviewRole::adjudicator : ReviewRole::reviewer;
  seat.read_only = options.read_only;
  if (seat.name.empty() && !seat.read_only) {
    throw Error(ErrorKind::usage, "your login name is not known here: say who you are with --as NAME");
  }
  return seat;
}

std::string check_folder(const std::string& folder) {
  if (!folder.empty() && !std::filesystem::is_directory(folder)) {
    throw Error(ErrorKind::usage, fmt::format("{}: there is no such folder", folder));
  }
  return folder;
}

// A signal handler reaches nothing but what is global.
std::atomic<LoopbackServer*> running = nullptr;

void stop_running() noexcept {
  if (LoopbackServer* const server = running.load()) server->stop();
}

/// Serves until Ctrl-C.
void serve(LoopbackServer& server) {
  running = &server;
  {
    const GracefulStop graceful(stop_running);
    if (!GracefulStop::requested()) server.run();
  }
  running = nullptr;
}

void say_how_to_open(const LoopbackServer& server, const ReviewOptions& options, const std::string& project) {
  fmt::print(
      "Review of {}: open this link in a browser on this computer\n\n  {}\n\n"
      "The link is yours alone: whoever has it can decide in your name. Press Ctrl-C here to stop.\n",
      project, server.launch_url());
  std::fflush(stdout);
  if (options.no_open) return;
  // Whoever is on this computer can read the arguments of a program that is being started.
  if (!open_browser(server.one_time_url()))
    fmt::print(stderr, "claimcheck: no browser could be opened; use the link\n");
}

void say_how_far(ReviewSession& session, const std::string& project) {
  const Seat& seat = session.seat();
  const ReviewState seen = session.visible();
  const ProgressCounts counts = count_progress(seen, session);
  if (seat.read_only) {
    fmt::print("\nStopped. {} was open for reading alone.\n", project);
    return;
  }
  const Reviewer* const own = seen.find(seat.name);
  const bool finished = own != nullptr && own->finished;
  fmt::print("\nStopped. {}: {}, {} open{}. All of it is in {}; run the same command to {}.\n", seat.name,
             describe_progress(counts), counts.open, finished ? " (finished)" : "", project,
             finished ? "look at it again" : "go on");
}

/// Where this person's page of this project is served each time, so that a window left open from the last time goes on.
/// A copy of the project elsewhere has another one: both may be open. Below 32768, where Linux begins to give out ports
/// of its own choice.
std::uint16_t usual_port(const std::string& project, const std::string& seat) {
  constexpr unsigned kFirst = 20'000;
  constexpr unsigned kPorts = 12'000;
  constexpr std::size_t kDigits = 8;
  const std::string key = sha256_hex(std::filesystem::weakly_canonical(project).string() + '\n' + seat);
  unsigned number = 0;
  std::from_chars(key.data(), key.data() + std::min(kDigits, key.size()), number, 16);
  return static_cast<std::uint16_t>(kFirst + number % kPorts);
}

ServerOptions server_options(const ReviewOptions& options, const std::string& key, std::string start) {
  ServerOptions server;
  server.port = options.port.value_or(usual_port(options.project, key));
  server.or_any_port = !options.port;
  server.start = std::move(start);
  server.handed_on = {std::string(kSeatHeader)};
  server.log = [](std::string_view line) { fmt::print(stderr, "claimcheck: {}\n", line); };
  return server;
}

/// A name that is nearly another's may be a slip of the finger. Where there is no terminal the page asks.
void settle_name(ReviewSession& session) {
  const std::optional<std::string> other = session.namesake();
  if (!other) return;
  const std::string name = session.seat().name;
  if (const auto is_same = ask_whether_same(name, *other)) session.say_name(*is_same ? *other : name);
}

Project open_for(const Seat& seat, const std::string& path) {
  Project project = Project::open(path, seat.read_only ? Project::Access::read : Project::Access::write, sha256_hex);
  if (seat.read_only) {
    warn_of_log(project, path);
  } else {
    check_log_of(project, path);
  }
  return project;
}

int run_review(const ReviewOptions& options) {
  const std::string folder = check_folder(options.assets_folder);
  static_cast<void>(open_project(options.project));  // what is wrong with the file matters before who it is that asks
  const Seat seat = seat_for(options);
  Project project = open_for(seat, options.project);
  ReviewSession session(project, seat, utc_now);
  settle_name(session);
  const std::string name = std::filesystem::path(options.project).filename().string();
  const ReviewPage page(session, {name, folder});
  LoopbackServer server(server_options(options, session.key(), page.start()),
                        [&page](const HttpQuestion& question) { return page.answer(question); });
  say_how_to_open(server, options, name);
  serve(server);
  say_how_far(session, name);
  return to_int(ExitCode::ok);
}

}  // namespace

void add_review_command(CommandLine& line) {
  const auto options = std::make_shared<ReviewOptions>();
  CLI::App& command = line.add(
      {"review", "Open the page on which people check, override and sign off what a project found (help reviewing)",
       "claimcheck check article.docx --project may.project\n"
       "claimcheck review may.project\n"
       "claimcheck review may.project --as \"Anna Ito\"   # a second reviewer: blinded until both have finished\n"
       "claimcheck review may.project --as \"Ben Okoro\" --adjudicate   # decides where the two differ\n"
       "claimcheck review may.project --read-only --no-open"});
  command.add_option("PROJECT", options->project, "The project file (check --project)")->required();
  command.add_option("--as", options->name, "Your name, as the log keeps it; default: your login name")
      ->type_name("NAME")
      ->group("Who");
  command.add_flag("--adjudicate", options->adjudicate, "Decide between two reviewers who have both finished")
      ->group("Who");
  command.add_flag("--read-only", options->read_only, "Only look: nothing is written")
      ->excludes("--adjudicate")
      ->group("Who");
  command
      .add_option(
          "--port", options->port,
          "Port on 127.0.0.1, 0 for any free one; default: the same each time for you and the project, where free")
      ->type_name("N")
      ->group("Page");
  command.add_flag("--no-open", options->no_open, "Print the link and open no browser")->group("Page");
  command
      .add_option("--assets-dir", options->assets_folder,
                  "Take style sheets and scripts from this folder first, while they are being worked on")
      ->type_name("DIR")
      ->group("Page");
  line.on(command, [options] { return run_review(*options); });
}

}  // namespace claimcheck
