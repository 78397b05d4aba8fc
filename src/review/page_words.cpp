#include "review/page_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "report/review_words.h"

namespace claimcheck {
namespace {

template <typename E>
using Words = std::array<std::string_view, EnumNames<E>::values.size()>;

template <typename E>
std::string_view pick(const Words<E>& words, E value) {
  return words[static_cast<std::size_t>(value)];
}

int number_at(std::string_view date, std::size_t at) {
  int number = 0;
  std::from_chars(date.data() + at, date.data() + at + 2, number);
  return number;
}

bool looks_like_moment(std::string_view date) {
  static constexpr std::string_view kShape = "dddd-dd-ddTdd:dd";
  if (date.size() < kShape.size()) return false;
  return std::equal(kShape.begin(), kShape.end(), date.begin(),
                    [](char shape, char c) { return shape == 'd' ? c >= '0' && c <= '9' : c == shape; });
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

std::string describe_moment(std::string_view date) {
  static constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  if (!looks_like_moment(date)) return std::string(date);
  const int month = number_at(date, 5);
  if (month < 1 || month > 12) return std::string(date);
  return fmt::format("{} {} {}, {} UTC", number_at(date, 8), kMonths[static_cast<std::size_t>(month) - 1],
                     date.substr(0, 4), date.substr(11, 5));
}

Html write_judgement_html(Judgement judgement) {
  const JudgementMark mark = mark_of(judgement);
  return fill(R"(<span class="tag {{style}}"><span aria-hidden="true">{{icon}}</span> {{word}}</span>)",
              {{"style", mark.style}, {"icon", mark.icon}, {"word", mark.word}});
}

}  // namespace claimcheck
