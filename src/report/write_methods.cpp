#include <fmt/core.h>

#include <string>

#include "report/counts.h"
#include "report/flow.h"
#include "report/markdown.h"
#include "report/methods.h"
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

std::string write_strategies(const Run& run) {
  std::string text = "## Full search strategies\n\n";
  bool any = false;
  for (const Report& report : run.reports) {
    if (report.queries.empty()) continue;
    any = true;
    text += fmt::format("**{}** {}\n\n", escape_markdown(report.claim.id), escape_markdown(report.claim.text));
    for (const QueryRecord& query : report.queries) {
      text += fmt::format("- {}, {}{}, {} read, {}, {}:\n{}", word_for(query.aim),
                          query.complete ? "" : "NOT ANSWERED, ", describe_found(query), query.read,
                          escape_markdown(query.source), escape_markdown(query.date), fence_markdown(query.text, "  "));
    }
    text += '\n';
  }
  return any ? text : text + "No search was run.\n";
}

}  // namespace

std::string write_methods(const Run& run) {
  std::string text = "# Methods\n\n" + banner_markdown(run);
  for (const std::string& paragraph : methods_paragraphs(run)) text += escape_markdown(paragraph) + "\n\n";
  return text + "## Flow of records\n\n" + flow_markdown(run) + '\n' + write_items(run) + write_strategies(run) + '\n' +
         std::string("References: PRISMA 2020, BMJ 2021;372:n71; PRISMA-S, Syst Rev 2021;10:39.\n");
}

}  // namespace claimcheck
