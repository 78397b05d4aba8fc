#include "review/page_words.h"

#include <array>

#include "report/review_words.h"

namespace claimcheck {
namespace {

template <typename E>
using Words = std::array<std::string_view, EnumNames<E>::values.size()>;

template <typename E>
std::string_view pick(const Words<E>& words, E value) {
  return words[static_cast<std::size_t>(value)];
}

}  // namespace

JudgementMark mark_of(Judgement judgement) {
  static constexpr Words<Judgement> words{"Supported", "Contested", "Unsupported", "Cannot be checked"};
  return {icon_of(judgement), pick(words, judgement), style_of(judgement)};
}

std::string_view phrase_for(OutcomeKind kind) {
  static constexpr Words<OutcomeKind> words{"Open", "Judged", "Agreed", "Disagreement", "Decided by the adjudicator"};
  return pick(words, kind);
}

Html write_judgement_html(Judgement judgement) {
  const JudgementMark mark = mark_of(judgement);
  return fill(R"(<span class="tag {{style}}"><span aria-hidden="true">{{icon}}</span> {{word}}</span>)",
              {{"style", mark.style}, {"icon", mark.icon}, {"word", mark.word}});
}

}  // namespace claimcheck
