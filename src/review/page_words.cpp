#include "review/page_words.h"

#include <array>

#include "report/enum_words.h"
#include "report/review_words.h"

namespace claimcheck {

JudgementMark mark_of(Judgement judgement) {
  static constexpr EnumWords<Judgement> words{"Supported", "Contested", "Unsupported", "Cannot be checked"};
  return {icon_of(judgement), pick(words, judgement), style_of(judgement)};
}

std::string_view phrase_for(OutcomeKind kind) {
  static constexpr EnumWords<OutcomeKind> words{"Open", "Judged", "Agreed", "Disagreement",
                                                "Decided by the adjudicator"};
  return pick(words, kind);
}

Html write_judgement_html(Judgement judgement) {
  const JudgementMark mark = mark_of(judgement);
  return fill(R"(<span class="tag {{style}}"><span aria-hidden="true">{{icon}}</span> {{word}}</span>)",
              {{"style", mark.style}, {"icon", mark.icon}, {"word", mark.word}});
}

}  // namespace claimcheck
