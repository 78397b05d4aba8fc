#include "review/page_abstract.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/sides.h"

namespace claimcheck {
namespace {

struct SideStyle {
  std::string_view style;
  std::string_view word;
};

SideStyle style_of(Stance stance) {
  if (stance == Stance::supports) return {"for", "For"};
  return stance == Stance::opposes ? SideStyle{"against", "Against"} : SideStyle{"neither", "Neither way"};
}

using Findings = std::vector<const Finding*>;

/// The quotes from one section, the quote of `first` before the others.
Findings quotes_from(const Report& report, const Finding& first, std::size_t section) {
  Findings quotes;
  if (first.quote.section == section) quotes.push_back(&first);
  for (const Finding& each : report.findings) {
    if (&each != &first && each.pmid == first.pmid && each.quote.section == section) quotes.push_back(&each);
  }
  return quotes;
}

/// A stretch that lies in the same quotes from end to end; where several overlap the first has it.
Html write_stretch(std::string_view text, Span stretch, const Findings& quotes) {
  const auto over = std::find_if(quotes.begin(), quotes.end(),
                                 [&](const Finding* each) { return each->quote.span.overlaps(stretch); });
  const std::string_view words = slice(text, stretch);
  if (over == quotes.end()) return escape_html(words);
  const SideStyle side = style_of((*over)->stance);
  const bool begins = (*over)->quote.span.begin >= stretch.begin;
  const Html label = begins ? fill(R"(<span class="mark-label {{style}}">{{word}}:</span> )",
                                   {{"style", side.style}, {"word", side.word}})
                            : Html();
  return fill(R"({{label}}<mark class="{{style}}">{{words}}</mark>)",
              {{"label", label},
               {"style", side.style},
               {"words", (*over)->retracted ? fill("<s>{{words}}</s>", {{"words", words}}) : escape_html(words)}});
}

Html write_marked(const std::string& text, const Findings& quotes) {
  std::set<std::size_t> cuts{0, text.size()};
  for (const Finding* each : quotes) {
    cuts.insert(std::min(each->quote.span.begin, text.size()));
    cuts.insert(std::min(each->quote.span.end, text.size()));
  }
  Html html;
  for (auto begin = cuts.begin(); std::next(begin) != cuts.end(); ++begin) {
    html += write_stretch(text, {*begin, *std::next(begin)}, quotes);
  }
  return html;
}

}  // namespace

Html write_abstract_html(const Report& report, const Finding& finding) {
  const Citation* const citation = cited_by(report, finding);
  if (citation == nullptr) return {};
  Html sections;
  for (std::size_t i = 0; i < citation->abstract.size(); ++i) {
    const AbstractSection& section = citation->abstract[i];
    sections += fill_line("<p>{{label}}{{text}}</p>",
                          {{"label", section.label.empty() ? Html()
                                                           : fill(R"(<span class="section">{{label}}</span> )",
                                                                  {{"label", section.label}})},
                           {"text", write_marked(section.text, quotes_from(report, finding, i))}});
  }
  const std::string of = "PMID " + std::to_string(finding.pmid);
  return fill_line(
      R"(<details class="abstract"><summary>{{name}}<span class="unseen"> of {{of}}</span></summary>
<div class="abstract-text">
{{sections}}</div>
</details>)",
      {{"name", citation->digest ? "Whole digest" : "Whole abstract"}, {"of", of}, {"sections", sections}});
}

}  // namespace claimcheck
