#include "intake/word_shape.h"

#include <algorithm>
#include <array>

#include "text/one_of.h"

namespace claimcheck {

namespace {

constexpr std::array<std::string_view, 13> kAdjectiveEndings{"ive", "ous", "able", "ible", "ful", "less", "ical",
                                                             "ic",  "ary", "al",   "ent",  "ant", "ular"};
/// Of words with a hyphen: "long-term", "first-line".
constexpr std::array<std::string_view, 9> kJoinedEndings{"term", "line", "rate",    "free", "based",
                                                         "like", "wide", "related", "dose"};

template <std::size_t N>
bool ends_in_one_of(const std::array<std::string_view, N>& endings, std::string_view word) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view end) { return word.ends_with(end); });
}

constexpr std::array<std::string_view, 12> kSingularInS{"diabetes", "series", "herpes",   "rabies", "news", "measles",
                                                        "this",     "mumps",  "shingles", "lens",   "gas",  "species"};
constexpr std::array<std::string_view, 13> kPluralWithoutS{"people", "children", "men",   "women", "criteria",
                                                           "data",   "feet",     "teeth", "mice",  "bacteria",
                                                           "those",  "these",    "others"};

}  // namespace

bool looks_adjective(std::string_view folded) {
  const bool joined = folded.find_first_of("-/") != std::string_view::npos;
  if (joined && ends_in_one_of(kJoinedEndings, folded)) return true;
  return folded.size() > 4 && !folded.ends_with("ment") && ends_in_one_of(kAdjectiveEndings, folded);
}

bool looks_plural(std::string_view folded) {
  if (is_one_of(kPluralWithoutS, folded)) return true;
  if (folded.size() < 4 || !folded.ends_with('s') || folded.ends_with("'s") || is_one_of(kSingularInS, folded))
    return false;
  return !folded.ends_with("ss") && !folded.ends_with("us") && !folded.ends_with("is");
}

bool is_short_plural(std::string_view written) {
  if (written.size() < 3 || !written.ends_with('s')) return false;
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return std::all_of(written.begin(), written.end() - 1, is_capital);
}

std::string_view last_part(std::string_view word) {
  return word.substr(word.find_last_of("-/") + 1);
}

}  // namespace claimcheck
