#include "review/import_decisions.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/ask_name.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/input_file.h"
#include "cli/project_file.h"
#include "cli/utc_time.h"
#include "core/error.h"
#include "intake/sha256.h"
#include "library/project.h"
#include "report/text_layout.h"
#include "report/words.h"
#include "review/reviewer_name.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLargestFile = std::size_t{256} << 20;

struct ImportOptions {
  std::string project;
  std::string file;
  std::string name;
  std::string author;
  bool replace = false;
  bool dry_run = false;
};

std::string join_names(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + in_quotes(to_line(name));
  return text;
}

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// As the project has it. Who is new under a name that is nearly another's is asked, or told of it.
std::string name_for(const std::string& said, const ReviewState& state) {
  if (const Reviewer* const known = find_person(state, said)) return known->name;
  std::string name = tidy_name(said);
  const Reviewer* const other = find_namesake(state, name);
  if (other == nullptr) return name;
  const std::optional<bool> is_same = ask_whether_same(name, other->name);
  if (is_same) return *is_same ? other->name : name;
  fmt::print(stderr,
             "claimcheck: {} is new in this review, where {} takes part: see that this is no slip of the finger\n",
             to_line(name), to_line(other->name));
  return name;
}

// A name that is not said is clear only where one person alone reviews.
std::string choose_name(const ImportOptions& options, const ReviewState& state) {
  if (!options.name.empty()) return name_for(options.name, state);
  if (state.reviewers.size() == 1) return state.reviewers.front().name;
  throw Error(ErrorKind::usage, fmt::format("say whose decisions {} holds: --as NAME", input_name(options.file)));
}

// Of several people who replied in a document, the one that is meant.
void keep_author(DecisionFile& file, const ImportOptions& options, const std::string& name) {
  const std::vector<std::string> authors = list_authors(file);
  const std::string wanted = !options.author.empty() ? options.author : name;
  if (!options.author.empty() && !has(authors, wanted)) {
    throw Error(ErrorKind::usage,
                fmt::format("nobody called {} replied in {}{}", in_quotes(to_line(wanted)), input_name(options.file),
                            authors.empty() ? "" : "; there replied " + join_names(authors)));
  }
  if (!has(authors, wanted) && authors.size() < 2) return;
  if (!has(authors, wanted)) {
    throw Error(ErrorKind::usage,
                fmt::format("several people replied in {}: say whose replies to take with --author: {}",
                            input_name(options.file), join_names(authors)));
  }
  std::erase_if(file.decisions, [&](const FileDecision& each) { return each.author != wanted; });
}

/// Names in Word are what somebody typed there: that they are another's here must not go unsaid.
void print_author(const DecisionFile& file, const std::string& name) {
  for (const std::string& author : list_authors(file)) {
    if (author != name)
      fmt::print("The replies are those of {}, taken as {}.\n", in_quotes(to_line(author)), to_line(name));
  }
}

void print_outcome(const ImportOptions& options, const ImportPlan& plan, const std::string& name) {
  for (const std::string& line : plan.left) fmt::print("not taken: {}\n", line);
  if (plan.joins) fmt::print("{} joins the review.\n", to_line(name));
  std::string summary = count_words(plan.judged, "judgement", "judgements");
  if (plan.replaced > 0) summary += fmt::format(", {} replaced", plan.replaced);
  summary += ", " + count_words(plan.commented, "comment", "comments");
  if (plan.same > 0) summary += fmt::format(", {} as before", count_words(plan.same, "claim", "claims"));
  if (!plan.left.empty()) summary += fmt::format(", {} not taken", plan.left.size());
  fmt::print("{} as {}: {}.{}\n", to_line(input_name(options.file)), to_line(name), summary,
             options.dry_run ? " Nothing was written (--dry-run)." : "");
}

int run_import(const ImportOptions& options) {
  DecisionFile file =
      read_decisions(read_input_file(options.file, kLargestFile, "a file of decisions"), input_name(options.file));
  Project project =
      Project::open(options.project, options.dry_run ? Project::Access::read : Project::Access::write, sha256_hex);
  check_log_of(project, options.project);
  Run run = project.run();
  std::vector<LogEntry> log = project.log();
  run.review = read_review(log);
  const std::string name = choose_name(options, *run.review);
  if (file.is_document) keep_author(file, options, name);
  const ImportSeat seat{name, std::filesystem::path(options.file).filename().string(), utc_now(), options.replace};
  ImportPlan plan = plan_import(run, log, file, seat);
  // Another program may write meanwhile: then its entries are looked at as well.
  while (!options.dry_run && !plan.entries.empty() && !project.append_all(plan.entries, plan.last)) {
    log = project.log();
    run.review = read_review(log);
    plan = plan_import(run, log, file, seat);
  }
  print_author(file, name);
  print_outcome(options, plan, name);
  return to_int(plan.left.empty() ? ExitCode::ok : ExitCode::incomplete);
}

}  // namespace

void add_import_decisions_command(CommandLine& line) {
  const auto options = std::make_shared<ImportOptions>();
  CLI::App& command =
      line.add({"import-decisions",
                "Take back decisions that were entered in the exported workbook or CSV, or as replies in Word",
                "claimcheck import-decisions march.project claims.xlsx --as \"Ada Byron\"\n"
                "claimcheck import-decisions march.project claims.xlsx --as \"Ada Byron\" --dry-run\n"
                "claimcheck import-decisions march.project commented.docx --as \"Ada Byron\" --author ada"});
  command.add_option("PROJECT", options->project, "The project under review")->required();
  command
      .add_option(
          "FILE", options->file,
          "The claims matrix with the columns Decision, Reason and Comment filled in (XLSX or CSV), or the Word "
          "document with replies to the comments on claims")
      ->required();
  command
      .add_option("--as", options->name, "Whose decisions they are; may be left out where one person alone takes part")
      ->type_name("NAME")
      ->group("Review");
  command
      .add_option("--author", options->author, "Whose replies to take, where several people replied in the document")
      ->type_name("NAME")
      ->group("Review");
  command
      .add_flag("--replace", options->replace,
                "Replace judgements that this person gave before; without it they stay, and are listed")
      ->group("Review");
  command.add_flag("--dry-run", options->dry_run, "Say what would be taken, and write nothing")->group("Review");
  line.on(command, [options] { return run_import(*options); });
}

}  // namespace claimcheck
