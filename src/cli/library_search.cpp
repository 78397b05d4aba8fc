#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/json_lines.h"
#include "cli/json_request.h"
#include "cli/library_commands.h"
#include "core/error.h"
#include "library/library.h"

namespace claimcheck {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kDefaultLimit = 20;
constexpr std::size_t kLargestLimit = 10'000;

struct SearchOptions {
  std::string library;
  std::size_t limit = kDefaultLimit;
  bool jsonl = false;
  std::vector<std::string> words;
};

std::string answer(const Library& library, const std::string& line, std::size_t limit) {
  const JsonRequest request = JsonRequest::parse(line);
  Json hits = Json::array();
  for (const SearchHit& hit : library.search_text(request.text("text"), limit)) {
    hits.push_back({{"pmid", hit.pmid}, {"score", hit.score}});
  }
  return fmt::format(R"({{"id":{},"hits":{}}})", request.id(), hits.dump());
}

ExitCode print_hits(const Library& library, const SearchOptions& options) {
  const std::string text = fmt::format("{}", fmt::join(options.words, " "));
  const std::vector<SearchHit> hits = library.search_text(text, options.limit);
  for (const SearchHit& hit : hits) {
    const std::optional<Citation> citation = library.find(hit.pmid);
    if (citation) fmt::print("{:>8}  {:7.3f}  {} ({})\n", hit.pmid, hit.score, citation->title, citation->date.year);
  }
  if (hits.empty()) fmt::print(stderr, "nothing found for: {}\n", text);
  if (hits.size() == options.limit) fmt::print(stderr, "showing the best {} (--limit for more)\n", options.limit);
  return ExitCode::ok;
}

int run_search(const SearchOptions& options) {
  if (options.jsonl != options.words.empty()) {
    throw Error(ErrorKind::usage, options.jsonl ? "with --jsonl the queries come from standard input, not as words"
                                                : "nothing to search for: give words, or --jsonl with JSON Lines on "
                                                  "standard input");
  }
  const Library library = open_existing_library(library_path(options.library));
  if (!options.jsonl) return to_int(print_hits(library, options));
  return to_int(answer_lines(std::cin, [&](const std::string& line) { return answer(library, line, options.limit); }));
}

}  // namespace

void add_library_search_command(CommandLine& line, CLI::App& library) {
  const auto options = std::make_shared<SearchOptions>();
  CLI::App& command = CommandLine::add(
      library, {"search", "Search titles and abstracts, best match first",
                "claimcheck library search --library pubmed.db --limit 5 ketamine cystitis\n"
                "claimcheck library search --library pubmed.db --jsonl < queries.jsonl > hits.jsonl\n"
                "    # lines {\"id\", \"text\"} in, {\"id\", \"hits\": [{\"pmid\", \"score\"}]} out;\n"
                "    # a bad line is answered by {\"error\", \"line\"} and leads to exit code 2 at the end"});
  command.add_option("QUERY", options->words, "Words to look for");
  add_library_option(command, options->library);
  command.add_option("--limit", options->limit, "How many to show for each query")
      ->type_name("N")
      ->capture_default_str()
      ->check(CLI::Range(std::size_t{1}, kLargestLimit))
      ->group("Reports");
  command.add_flag("--jsonl", options->jsonl, "Queries from standard input and answers as JSON Lines")
      ->group("Reports");
  line.on(command, [options] { return run_search(*options); });
}

}  // namespace claimcheck
