#include "review/page_name.h"

#include <optional>
#include <string>

namespace claimcheck {

Html write_name_question_html(ReviewSession& session) {
  const std::optional<std::string> other = session.namesake();
  if (!other) return Html("<div id=\"name-question\"></div>\n");
  return fill_line(R"(<div id="name-question"><section class="name-question" aria-labelledby="name-title">
<h2 id="name-title">Are you <bdi>{{other}}</bdi>?</h2>
<p>You opened this page as <bdi>{{name}}</bdi>, and <bdi>{{other}}</bdi> takes part already. Nothing is written before you say which of the two you are.</p>
<p class="name-buttons"><button type="button" class="main-button" data-name="{{other}}" hidden>I am <bdi>{{other}}</bdi></button>
<button type="button" data-name="{{name}}" hidden>I am another person: <bdi>{{name}}</bdi></button></p>
<p id="name-problem" class="field-problem" role="alert"></p>
</section></div>)",
                   {{"other", *other}, {"name", session.seat().name}});
}

}  // namespace claimcheck
