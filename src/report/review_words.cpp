#include "report/review_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "report/enum_words.h"
#include "report/text_layout.h"

namespace claimcheck {
namespace {

constexpr std::array<std::string_view, 7> kMarks{":", ";", ",", ".", "\n", "–", "—"};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

// `word` is lower case; "_" and "-" in the text stand for its spaces.
bool begins_with(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i] == ' ' && (text[i] == '_' || text[i] == '-') ? ' ' : lower(text[i]);
    if (c != word[i]) return false;
  }
  return true;
}

std::string_view skip_spaces(std::string_view text) {
  while (!text.empty() && (is_space(text.front()) || text.front() == '\n')) text.remove_prefix(1);
  return text;
}

// What stands behind a word and the mark after it. nullopt when the word goes on without one: "supported by", "other
// trials", "contested-looking" are a sentence's own words and decide nothing.
std::optional<std::string_view> skip_mark(std::string_view text) {
  const std::size_t size = text.size();
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  if (text.empty()) return text;
  for (const std::string_view mark : kMarks) {
    if (text.starts_with(mark)) return skip_spaces(text.substr(mark.size()));
  }
  const bool spaced = text.size() < size && text.size() > 1 && is_space(text[1]);
  return text.front() == '-' && spaced ? std::optional(skip_spaces(text.substr(1))) : std::nullopt;
}

template <typename E>
struct Start {
  E value;
  std::string rest;
};

// Every wording by which a person may name a value, in lower case: that of the reports and that of the review page.
std::string in_lower_case(std::string_view words) {
  std::string text(words);
  std::transform(text.begin(), text.end(), text.begin(), lower);
  return text;
}

std::vector<std::string> wordings_of(Judgement judgement) {
  std::vector<std::string> wordings{std::string(word_for(judgement))};
  if (judgement == Judgement::not_checkable) wordings.emplace_back("not checkable");
  return wordings;
}

std::vector<std::string> wordings_of(OverrideReason reason) {
  return {std::string(word_for(reason)), in_lower_case(phrase_for(reason))};
}

template <typename E>
std::optional<Start<E>> read_start(std::string_view text) {
  text = skip_spaces(text);
  for (const E value : enum_values<E>()) {
    for (const std::string& wording : wordings_of(value)) {
      if (!begins_with(text, wording)) continue;
      const std::optional<std::string_view> rest = skip_mark(text.substr(wording.size()));
      if (rest) return Start<E>{value, to_line(*rest)};
    }
  }
  return std::nullopt;
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

std::string_view word_for(Judgement judgement) {
  static constexpr EnumWords<Judgement> words{"supported", "contested", "unsupported", "cannot be checked"};
  return pick(words, judgement);
}

std::string_view word_for(OverrideReason reason) {
  static constexpr EnumWords<OverrideReason> words{"evidence misread",      "evidence missing",
                                                   "evidence not relevant", "evidence weighed otherwise",
                                                   "claim misread",         "other"};
  return pick(words, reason);
}

std::string_view phrase_for(OverrideReason reason) {
  static constexpr std::array<std::string_view, 6> phrases{"A quote does not say what the tool took it to say",
                                                           "There is evidence that the tool did not find",
                                                           "What the tool found is about something else",
                                                           "The same evidence leads me to another conclusion",
                                                           "The claim says something else than what the tool checked",
                                                           "Another reason, which I write down"};
  static_assert(phrases.size() == EnumNames<OverrideReason>::values.size());
  return phrases[static_cast<std::size_t>(reason)];
}

std::string_view word_for(ReviewRole role) {
  return to_string(role);
}

std::string_view style_of(Judgement judgement) {
  return judgement == Judgement::not_checkable ? "unchecked" : to_string(judgement);
}

std::string_view icon_of(Judgement judgement) {
  static constexpr EnumWords<Judgement> icons{"✓", "≷", "✕", "–"};
  return pick(icons, judgement);
}

std::string describe_reason(const std::optional<OverrideReason>& reason, std::string_view text) {
  std::string line = to_line(text);
  if (!reason) return line;
  const std::string word(word_for(*reason));
  return line.empty() ? word : word + ": " + line;
}

std::optional<Judgement> read_judgement(std::string_view words) {
  const std::optional<JudgementStart> start = read_judgement_start(words);
  return start && start->rest.empty() ? std::optional(start->judgement) : std::nullopt;
}

std::optional<JudgementStart> read_judgement_start(std::string_view text) {
  std::optional<Start<Judgement>> start = read_start<Judgement>(text);
  if (!start) return std::nullopt;
  return JudgementStart{start->value, std::move(start->rest)};
}

ReasonText read_reason(std::string_view words) {
  std::optional<Start<OverrideReason>> start = read_start<OverrideReason>(words);
  if (!start) return {std::nullopt, to_line(words)};
  return {start->value, std::move(start->rest)};
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

}  // namespace claimcheck
