#include "report/html_decision.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/decision_mark.h"

namespace claimcheck {
namespace {

Html write_icon(std::string_view icon) {
  return icon.empty() ? Html() : fill(R"(<span aria-hidden="true">{{icon}}</span> )", {{"icon", icon}});
}

bool says_something(const std::optional<DecisionMark>& mark) {
  return mark && mark->word != kOpenWord;
}

}  // namespace

Html write_people_mark_html(const Run& run, const Report& report) {
  const std::optional<DecisionMark> mark = decision_mark(run, report);
  if (!says_something(mark)) return {};
  return fill(R"( <span class="by-people {{style}}">people: {{icon}}{{word}}</span>)",
              {{"style", mark->style}, {"icon", write_icon(mark->icon)}, {"word", mark->word}});
}

Html write_people_sign_html(const Run& run, const Report& report) {
  const std::optional<DecisionMark> mark = decision_mark(run, report);
  if (!says_something(mark)) return {};
  const bool has_icon = !mark->icon.empty();
  return fill(R"( <span class="by-people {{style}}">people: {{icon}}<span class="{{seen}}">{{word}}</span></span>)",
              {{"style", mark->style},
               {"icon", write_icon(mark->icon)},
               {"seen", has_icon ? "unseen" : "word"},
               {"word", has_icon ? mark->word : "differ"}});
}

Html write_decision_cell_html(const Run& run, const Report& report) {
  const std::optional<DecisionMark> mark = decision_mark(run, report);
  if (!mark) return {};
  const Html word = mark->icon.empty()
                        ? fill(R"(<span class="undecided">{{word}}</span>)", {{"word", mark->word}})
                        : fill(R"(<span class="tag {{style}}">{{icon}}{{word}}</span>)",
                               {{"style", mark->style}, {"icon", write_icon(mark->icon)}, {"word", mark->word}});
  return fill_line(R"(<td role="cell" class="tag-cell" data-label="Decision">{{word}}{{detail}}</td>)",
                   {{"word", word},
                    {"detail", mark->overrides ? Html(R"( <span class="detail">overrides the tag</span>)") : Html()}});
}

Html write_decision_counts_html(const Run& run) {
  Html items;
  for (const DecisionCount& entry : count_decisions(run)) {
    const Html name = entry.icon.empty()
                          ? fill(R"(<span class="plain">{{name}}</span>)", {{"name", entry.name}})
                          : fill(R"(<span class="tag {{style}}">{{icon}}{{name}}</span>)",
                                 {{"style", entry.style}, {"icon", write_icon(entry.icon)}, {"name", entry.name}});
    items += fill_line(R"(<li class="{{style}}"><span class="figure">{{count}}</span> {{name}}</li>)",
                       {{"style", entry.style}, {"count", std::to_string(entry.count)}, {"name", name}});
  }
  if (items.empty()) return items;
  return fill_line(R"(<h3 class="counts-name">{{title}}</h3>
<ul class="counts">
{{items}}</ul>)",
                   {{"title", kDecidedByPeople}, {"items", items}});
}

}  // namespace claimcheck
