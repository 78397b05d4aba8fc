#include "report/html_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "report/html_decision.h"
#include "report/words.h"

namespace claimcheck {
namespace {

using Reports = std::vector<const Report*>;

/// The claims of one article by block, each block's in the order in which they end.
std::vector<Reports> claims_by_block(const Run& run, const Document& article) {
  std::vector<Reports> blocks(article.blocks.size());
  for (const Report& report : run.reports) {
    const auto& passage = report.claim.passage;
    const auto& origin = report.claim.origin;
    if (!passage || !origin || passage->block >= blocks.size()) continue;
    if (origin->document == article.name && origin->sha256 == article.sha256) blocks[passage->block].push_back(&report);
  }
  for (Reports& reports : blocks) {
    std::stable_sort(reports.begin(), reports.end(), [](const Report* a, const Report* b) {
      return a->claim.passage->words.end < b->claim.passage->words.end;
    });
  }
  return blocks;
}

/// The mark that asks most for attention names a stretch on which several claims lie.
std::string_view style_of(const Reports& reports) {
  for (const std::string_view style : {"unsupported", "contested", "unchecked"}) {
    for (const Report* report : reports) {
      if (mark_of(*report).style == style) return style;
    }
  }
  return "supported";
}

Html write_link(const Run& run, const Report& report) {
  const ClaimMark mark = mark_of(report);
  return fill(
      R"(<a class="ref {{style}}" href="#{{anchor}}"><span aria-hidden="true">{{icon}}</span><span class="unseen">{{word}}: </span>{{id}}{{people}}</a>)",
      {{"style", mark.style},
       {"anchor", anchor_of(report.claim.id)},
       {"icon", mark.icon},
       {"word", mark.word},
       {"id", report.claim.id},
       {"people", write_people_sign_html(run, report)}});
}

/// The text from one end of a claim to the next: all of it lies in the same claims.
Html write_stretch(std::string_view text, const Reports& over) {
  if (over.empty()) return escape_html(text);
  return fill(R"(<span class="claimed {{style}}">{{text}}</span>)", {{"style", style_of(over)}, {"text", text}});
}

// Where the mark of a claim stands: behind the full stop or comma that follows its words.
std::size_t place_of_mark(const std::string& text, const Report& report) {
  std::size_t place = std::min(report.claim.passage->words.end, text.size());
  while (place < text.size() && std::string_view(".,;:!?)").find(text[place]) != std::string_view::npos) ++place;
  return place;
}

Html write_words(const Run& run, const std::string& text, const Reports& reports) {
  std::set<std::size_t> cuts{0, text.size()};
  for (const Report* report : reports) {
    const Span words = report->claim.passage->words;
    cuts.insert(std::min(words.begin, text.size()));
    cuts.insert(std::min(words.end, text.size()));
    cuts.insert(place_of_mark(text, *report));
  }
  Html html;
  for (auto begin = cuts.begin(); std::next(begin) != cuts.end(); ++begin) {
    const Span stretch{*begin, *std::next(begin)};
    Reports over;
    std::copy_if(reports.begin(), reports.end(), std::back_inserter(over),
                 [&](const Report* report) { return report->claim.passage->words.overlaps(stretch); });
    html += write_stretch(slice(text, stretch), over);
    for (const Report* report : reports) {
      if (place_of_mark(text, *report) == stretch.end) html += write_link(run, *report);
    }
  }
  return html;
}

Html write_block(const Run& run, const Block& block, const Reports& reports) {
  const Html words = write_words(run, block.text, reports);
  switch (block.kind) {
    case BlockKind::heading:
      return fill_line(R"(<p class="heading" role="heading" aria-level="{{level}}">{{words}}</p>)",
                       {{"level", std::to_string(std::clamp(block.level, 1, 4) + 2)}, {"words", words}});
    case BlockKind::list_item:
      return fill_line(R"(<p class="item level-{{level}}">{{words}}</p>)",
                       {{"level", std::to_string(std::clamp(block.level, 1, 4))}, {"words", words}});
    case BlockKind::table_cell:
      return fill_line(R"(<p class="cell"><span class="headers">{{headers}}</span> {{words}}</p>)",
                       {{"headers", fmt::format("{}", fmt::join(block.headers, " · "))}, {"words", words}});
    case BlockKind::callout:
    case BlockKind::quotation:
    case BlockKind::caption:
    case BlockKind::reference:
      return fill_line(R"(<p class="{{kind}}">{{words}}</p>)", {{"kind", to_string(block.kind)}, {"words", words}});
    case BlockKind::paragraph:
    case BlockKind::boilerplate:
      break;
  }
  return fill_line("<p>{{words}}</p>", {{"words", words}});
}

Html write_article(const Run& run, const Document& article, std::size_t number) {
  const std::vector<Reports> claims = claims_by_block(run, article);
  Html blocks;
  for (std::size_t i = 0; i < article.blocks.size(); ++i) {
    if (article.blocks[i].kind != BlockKind::boilerplate) blocks += write_block(run, article.blocks[i], claims[i]);
  }
  return fill_line(R"(<section class="article" aria-labelledby="{{id}}">
<h2 id="{{id}}">{{name}}: the text, with its claims</h2>
<div class="text">
{{blocks}}</div>
</section>)",
                   {{"id", fmt::format("article-{}", number)}, {"name", article.name}, {"blocks", blocks}});
}

}  // namespace

Html write_articles_html(const Run& run) {
  Html html;
  for (std::size_t i = 0; i < run.articles.size(); ++i) html += write_article(run, run.articles[i], i + 1);
  return html;
}

}  // namespace claimcheck
