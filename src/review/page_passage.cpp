#include "review/page_passage.h"

#include <algorithm>
#include <string>

#include "report/text_place.h"
#include "report/words.h"

namespace claimcheck {
namespace {

Html write_marked(const std::string& text, Span words, std::string_view style) {
  const Span cut{std::min(words.begin, text.size()), std::min(words.end, text.size())};
  return fill(
      R"({{before}}<span class="unseen">[the claim: </span><span class="claimed {{style}}">{{words}}</span><span class="unseen">]</span>{{after}})",
      {{"before", text.substr(0, cut.begin)},
       {"style", style},
       {"words", slice(text, cut)},
       {"after", text.substr(std::max(cut.begin, cut.end))}});
}

Html write_neighbour(const Document& article, std::size_t from, bool forward) {
  for (std::size_t at = from; forward ? at + 1 < article.blocks.size() : at > 0;) {
    at = forward ? at + 1 : at - 1;
    const Block& block = article.blocks[at];
    if (block.kind == BlockKind::heading) return {};
    if (block.kind == BlockKind::boilerplate || block.kind == BlockKind::reference || block.text.empty()) continue;
    return fill_line(R"(<p class="neighbour">{{text}}</p>)", {{"text", block.text}});
  }
  return {};
}

Html write_place(const Document& article, const Passage& passage, std::string_view style) {
  const Block& block = article.blocks[passage.block];
  Html html;
  if (!block.section.empty() && block.kind != BlockKind::heading) {
    html += fill_line(R"(<p class="heading">{{section}}</p>)", {{"section", block.section}});
  }
  html += write_neighbour(article, passage.block, false);
  html += fill_line("<p>{{words}}</p>", {{"words", write_marked(block.text, passage.words, style)}});
  html += write_neighbour(article, passage.block, true);
  return html;
}

}  // namespace

Html write_passage_html(const Run& run, const Report& report) {
  if (!report.claim.passage) return {};
  const Passage& passage = *report.claim.passage;
  const Document* const article = article_of(run, report.claim);
  const bool has_place = article != nullptr && passage.block < article->blocks.size();
  const std::string_view style = mark_of(report).style;
  return fill_line(R"(<section class="article" aria-labelledby="passage-title">
<h3 id="passage-title">What the article says{{name}}</h3>
<div class="text">
{{text}}</div>
</section>)",
                   {{"name", has_place ? ": " + article->name : std::string()},
                    {"text", has_place ? write_place(*article, passage, style)
                                       : fill_line("<p>{{text}}</p>", {{"text", passage.text}})}});
}

}  // namespace claimcheck
