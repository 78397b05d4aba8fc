#include "report/markdown.h"

#include <fmt/core.h>

#include <algorithm>

#include "report/counts.h"
#include "report/flow.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace claimcheck {
namespace {

// Punctuation that may begin mark-up inside a line (CommonMark 0.30, section 2.4), "$" and "~" on GitHub too. Lists,
// headings and thematic breaks begin a line, where text of others never stands.
bool may_mark_up(char c) {
  return std::string_view(R"(\`*_[]|~$#!)").find(c) != std::string_view::npos;
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  std::string escaped;
  for (const char c : to_line(text)) {
    if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '&') {
      escaped += "&amp;";
    } else {
      if (may_mark_up(c)) escaped += '\\';
      escaped += c;
    }
  }
  return escaped;
}

std::string fence_markdown(std::string_view text, std::string_view indent) {
  const std::string line = to_line(text);
  std::size_t longest = 2;
  std::size_t run = 0;
  for (const char c : line) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return fmt::format("\n{0}{1}text\n{0}{2}\n{0}{1}\n\n", indent, fence, line);
}

std::string link_pmid_markdown(Pmid pmid) {
  return fmt::format("[{}]({})", pmid, pubmed_address(pmid));
}

std::string banner_markdown(const Run& run) {
  const std::string banner = digest_banner(run);
  return banner.empty() ? "" : fmt::format("> **Demonstration only.** {}\n\n", banner);
}

std::string flow_markdown(const Run& run) {
  std::string text = "| step | records | lost before the next step |\n| --- | ---: | --- |\n";
  for (const FlowStep& step : count_flow(run)) {
    std::string lost;
    for (const FlowLoss& loss : step.lost) {
      if (!lost.empty()) lost += "; ";
      lost += fmt::format("{} {}", loss.count, escape_markdown(loss.why));
    }
    text += fmt::format("| {} ({}) | {} | {} |\n", step.name, step.note, step.count, lost);
  }
  return text;
}

}  // namespace claimcheck
