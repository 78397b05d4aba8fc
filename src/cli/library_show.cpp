#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/library_commands.h"
#include "library/citation_json.h"
#include "library/library.h"

namespace claimcheck {
namespace {

struct ShowOptions {
  std::string library;
  bool json = false;
  std::vector<Pmid> pmids;
};

std::string date_text(const PartialDate& date) {
  if (date.year == 0) return date.text;
  std::string text = fmt::format("{:04}", date.year);
  if (date.month != 0) text += fmt::format("-{:02}", date.month);
  if (date.day != 0) text += fmt::format("-{:02}", date.day);
  return text;
}

void print_citation(const Citation& citation) {
  fmt::print("PMID {}  {}\n{}. {}\n", citation.pmid, citation.title, citation.journal.title, date_text(citation.date));
  fmt::print("https://pubmed.ncbi.nlm.nih.gov/{}/\n", citation.pmid);
  if (citation.digest) fmt::print("The abstract below is a digest written by claimcheck, not the published one.\n");
  if (is_retracted(citation)) fmt::print("RETRACTED\n");
  for (const Notice& notice : citation.notices) {
    fmt::print("notice: {} {}{}\n", to_string(notice.kind), notice.source,
               notice.pmid == 0 ? "" : fmt::format(" (PMID {})", notice.pmid));
  }
  for (const AbstractSection& section : citation.abstract) {
    fmt::print("\n{}{}\n", section.label.empty() ? "" : section.label + ": ", section.text);
  }
  fmt::print("\n");
}

int run_show(const ShowOptions& options) {
  const Library library = open_existing_library(library_path(options.library));
  ExitCode code = ExitCode::ok;
  for (const Pmid pmid : options.pmids) {
    const std::optional<Citation> citation = library.find(pmid);
    if (!citation) {
      fmt::print(stderr, "claimcheck: PMID {} is not in the library\n", pmid);
      code = ExitCode::unusable;
    } else if (options.json) {
      fmt::print("{}\n", citation_to_json(*citation));
    } else {
      print_citation(*citation);
    }
  }
  return to_int(code);
}

}  // namespace

void add_library_show_command(CommandLine& line, CLI::App& library) {
  const auto options = std::make_shared<ShowOptions>();
  CLI::App& command =
      CommandLine::add(library, {"show", "Print stored citations in full",
                                 "claimcheck library show --library pubmed.db 21980251\n"
                                 "claimcheck library show --library pubmed.db --json 21980251 22113462"});
  command.add_option("PMID", options->pmids, "PubMed identifiers")->required();
  add_library_option(command, options->library);
  command.add_flag("--json", options->json, "One JSON object a line, every stored field")->group("Reports");
  line.on(command, [options] { return run_show(*options); });
}

}  // namespace claimcheck
