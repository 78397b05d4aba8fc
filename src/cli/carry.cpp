#include "review/carry.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/project_file.h"
#include "cli/utc_time.h"
#include "core/error.h"
#include "intake/sha256.h"
#include "library/project.h"
#include "report/text_layout.h"
#include "report/words.h"
#include "text/word_diff.h"

namespace claimcheck {
namespace {

struct CarryOptions {
  std::string before;
  std::string after;
  std::vector<std::string> people;
  bool dry_run = false;
};

/// A project as it is read for carrying.
struct ReadDraft {
  Run run;
  std::vector<LogEntry> log;
};

ReadDraft read_draft(const Project& project, const std::string& path) {
  check_log_of(project, path);
  ReadDraft draft{project.run(), project.log()};
  draft.run.review = read_review(draft.log);
  return draft;
}

void check_people(const CarryOptions& options, const ReviewState& state) {
  for (const std::string& name : options.people) {
    if (state.find(name) != nullptr) continue;
    std::string known;
    for (const Reviewer& each : state.reviewers)
      known += (known.empty() ? "; there are " : ", ") + in_quotes(to_line(each.name));
    throw Error(ErrorKind::usage,
                fmt::format("nobody called {} takes part in {}{}", in_quotes(to_line(name)), options.before, known));
  }
}

// "Ketamine [-0.5-]{+0.6+} mg/kg", as word diffs are commonly written; both texts where little is left of the old one.
void print_diff(const std::string& before, const std::string& after) {
  const std::vector<DiffPiece> pieces = diff_words(before, after);
  if (!is_small_change(pieces)) {
    fmt::print("      was: {}\n      is:  {}\n", to_line(before), to_line(after));
    return;
  }
  std::string line;
  for (const DiffPiece& piece : pieces) {
    if (piece.kind == DiffKind::kept) line += piece.text;
    if (piece.kind == DiffKind::removed) line += "[-" + piece.text + "-]";
    if (piece.kind == DiffKind::added) line += "{+" + piece.text + "+}";
  }
  fmt::print("      {}\n", to_line(line));
}

std::string name_claim(const CarryLine& line) {
  const std::string id = to_line((line.after != nullptr ? line.after : line.before)->claim.id);
  const bool renamed = line.after != nullptr && line.before != nullptr && line.after->claim.id != line.before->claim.id;
  return renamed ? fmt::format("{} (was {})", id, to_line(line.before->claim.id)) : id;
}

void print_line(const CarryLine& line) {
  const std::string name = name_claim(line);
  switch (line.kind) {
    case CarryKind::same:
      return;
    case CarryKind::reconfirm:
      fmt::print("{:<11} {}: {}\n", line.decided ? "re-confirm" : "changed", name, fmt::join(line.why, ", "));
      if (line.before->claim.text != line.after->claim.text)
        print_diff(line.before->claim.text, line.after->claim.text);
      return;
    case CarryKind::added:
      fmt::print("{:<11} {}: {}\n", "new", name, in_quotes(to_line(line.after->claim.text)));
      return;
    case CarryKind::gone:
      fmt::print("{:<11} {}: {}{}\n", "gone", name, in_quotes(to_line(line.before->claim.text)),
                 line.decided ? "" : ", which nobody had decided");
      return;
  }
}

std::size_t count_lines(const CarryPlan& plan, CarryKind kind, bool decided_only) {
  return static_cast<std::size_t>(std::count_if(plan.lines.begin(), plan.lines.end(), [&](const CarryLine& line) {
    return line.kind == kind && (line.decided || !decided_only);
  }));
}

void print_outcome(const CarryOptions& options, const CarryPlan& plan) {
  for (const CarryLine& line : plan.lines) print_line(line);
  for (const CarryCount& person : plan.people) {
    fmt::print("{}: {} carried", to_line(person.name), person.carried);
    if (person.there > 0) fmt::print(", {} there already", person.there);
    fmt::print(".{}{}\n", person.refused.empty() ? "" : " Not all: ", person.refused);
  }
  const std::size_t changed = count_lines(plan, CarryKind::reconfirm, false);
  const std::size_t reconfirm = count_lines(plan, CarryKind::reconfirm, true);
  fmt::print("{} the same ({} decided), {} to re-confirm, {} changed that nobody had decided, {} new, {} gone.{}\n",
             count_words(count_lines(plan, CarryKind::same, false), "claim", "claims"),
             count_lines(plan, CarryKind::same, true), reconfirm, changed - reconfirm,
             count_lines(plan, CarryKind::added, false), count_lines(plan, CarryKind::gone, false),
             options.dry_run ? " Nothing was written (--dry-run)." : "");
}

int run_carry(const CarryOptions& options) {
  std::error_code error;
  if (std::filesystem::equivalent(options.before, options.after, error)) {
    throw Error(ErrorKind::usage, fmt::format("{} is both the old and the new draft", options.before));
  }
  const ReadDraft before = read_draft(Project::open(options.before, Project::Access::read, sha256_hex), options.before);
  check_people(options, *before.run.review);
  Project project =
      Project::open(options.after, options.dry_run ? Project::Access::read : Project::Access::write, sha256_hex);
  ReadDraft after = read_draft(project, options.after);
  const CarryLabel label{std::filesystem::path(options.before).filename().string(), utc_now(), options.people};
  const auto plan_now = [&] { return plan_carry({before.run, before.log}, {after.run, after.log}, label); };
  CarryPlan plan = plan_now();
  // Another program may write meanwhile: then its entries are looked at as well.
  while (!options.dry_run && !plan.entries.empty() && !project.append_all(plan.entries, plan.last)) {
    after.log = project.log();
    after.run.review = read_review(after.log);
    plan = plan_now();
  }
  print_outcome(options, plan);
  const bool refused = std::any_of(plan.people.begin(), plan.people.end(),
                                   [](const CarryCount& person) { return !person.refused.empty(); });
  return to_int(refused ? ExitCode::incomplete : ExitCode::ok);
}

}  // namespace

void add_carry_command(CommandLine& line) {
  const auto options = std::make_shared<CarryOptions>();
  CLI::App& command = line.add({"carry", "Move decisions to a new draft where the claim is word for word the same",
                                "claimcheck check new.docx --project june.project\n"
                                "claimcheck carry may.project june.project\n"
                                "claimcheck carry may.project june.project --as \"Ada Byron\" --dry-run"});
  command.add_option("OLD", options->before, "The project of the old draft")->required();
  command.add_option("NEW", options->after, "The project of the new draft")->required();
  command.add_option("--as", options->people, "Carry only what this person decided; may be given several times")
      ->type_name("NAME")
      ->allow_extra_args(false)
      ->group("Review");
  command.add_flag("--dry-run", options->dry_run, "Say what would be carried, and write nothing")->group("Review");
  line.on(command, [options] { return run_carry(*options); });
}

}  // namespace claimcheck
