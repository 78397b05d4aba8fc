#include <fmt/core.h>

#include <string>
#include <string_view>
#include <vector>

#include "report/counts.h"
#include "report/flow.h"
#include "report/markdown.h"
#include "report/methods.h"
#include "report/strategy_blocks.h"
#include "report/words.h"
#include "report/writers.h"

namespace claimcheck {
namespace {

std::string write_items(const Run& run) {
  std::string text = "## PRISMA-S\n\n| item | | this run |\n| ---: | --- | --- |\n";
  for (const SearchItem& item : search_items(run)) {
    text += fmt::format("| {} | {} | {} |\n", item.number, item.name, escape_markdown(item.text));
  }
  return text + '\n';
}

// A short strategy in the line, a long one on lines of its own.
std::string write_strategy(const std::string& strategy) {
  constexpr std::size_t kLongestInLine = 90;  // bytes
  const bool in_line = strategy.size() <= kLongestInLine && strategy.find_first_of("`\r\n") == std::string::npos;
  return in_line ? fmt::format(" `{}`\n", strategy) : '\n' + fence_markdown(strategy, "  ");
}

std::string write_query(const QueryRecord& query, const std::string& strategy) {
  return fmt::format("- {}, {}{}, {} read, {}, {}:{}", word_for(query.aim), query.complete ? "" : "NOT ANSWERED, ",
                     describe_found(query), query.read, escape_markdown(query.source), escape_markdown(query.date),
                     write_strategy(strategy));
}

std::string write_names(const StrategyBlocks& factored) {
  std::string text;
  if (factored.blocks.empty()) return text;
  text += "### Blocks of the queries\n\n";
  for (std::size_t i = 0; i < factored.blocks.size(); ++i) {
    text += fmt::format("- #{}:\n{}", i + 1, fence_markdown(factored.blocks[i], "  "));
  }
  for (std::size_t i = 0; i < factored.fields.size(); ++i) {
    text += fmt::format("- {{F{}}}: `{}`\n", i + 1, factored.fields[i]);
  }
  return text + '\n';
}

std::string write_strategies(const Run& run) {
  std::vector<std::string_view> strategies;
  for (const Report& report : run.reports) {
    for (const QueryRecord& query : report.queries) strategies.push_back(query.text);
  }
  std::string text = "## Appendix: full search strategies\n\n";
  if (strategies.empty()) return text + "No search was run.\n\n";
  const StrategyBlocks factored = factor_strategies(strategies);
  if (!factored.blocks.empty()) {
    text += "What queries have in common is written once: #1, #2 and so on stand for the blocks below, and {F1} for a ";
    text += "list of fields. With these put in their places, each query is what was run, to the letter.\n\n";
  }
  auto strategy = factored.strategies.begin();
  for (const Report& report : run.reports) {
    if (report.queries.empty()) continue;
    text += fmt::format("**{}** {}\n\n", escape_markdown(report.claim.id), escape_markdown(report.claim.text));
    for (const QueryRecord& query : report.queries) text += write_query(query, *strategy++);
    text += '\n';
  }
  return text + write_names(factored);
}

}  // namespace

std::string write_methods(const Run& run) {
  std::string text = "# Methods\n\n" + banner_markdown(run);
  for (const std::string& paragraph : methods_paragraphs(run)) text += escape_markdown(paragraph) + "\n\n";
  return text + "## Flow of records\n\n" + flow_markdown(run) + '\n' + write_items(run) +
         "References: PRISMA 2020, BMJ 2021;372:n71; PRISMA-S, Syst Rev 2021;10:39.\n\n" + write_strategies(run);
}

}  // namespace claimcheck
