#include "verify/rated_certainty.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "text/word_at.h"

namespace claimcheck {
namespace {

struct Rating {
  std::size_t at = 0;
  Certainty certainty = Certainty::none;
};

std::optional<Certainty> level_at(const std::vector<Token>& tokens, std::size_t at) {
  const std::string_view word = word_at(tokens, at);
  if (word == "high") return Certainty::high;
  if (word == "moderate") return Certainty::moderate;
  if (word != "low") return std::nullopt;
  const std::size_t before = at > 1 && tokens[at - 1].norm == "-" ? at - 2 : at - std::min<std::size_t>(at, 1);
  return before < at && tokens[before].norm == "very" ? Certainty::very_low : Certainty::low;
}

bool names_evidence(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  static constexpr std::array<std::string_view, 2> words{"evidence", "grade"};
  for (std::size_t i = first; i < std::min(last, tokens.size()); ++i) {
    if (is_one_of(words, tokens[i].norm)) return true;
  }
  return false;
}

// "Certainty", or "quality" where it is that of the evidence and not of life: beside the word, or where nothing
// follows.
bool is_rated(const std::vector<Token>& tokens, std::size_t at) {
  constexpr std::size_t reach = 4;
  if (word_at(tokens, at) == "certainty") return true;
  if (word_at(tokens, at) != "quality") return false;
  if (word_at(tokens, at + 1) == "of" && word_at(tokens, at + 2) == "life") return false;
  const bool ends = word_at(tokens, at + 1) == ")" || word_at(tokens, at + 1) == ";";
  return ends || names_evidence(tokens, at - std::min(at, reach), at + reach);
}

// "Low certainty", "low-quality evidence", "low to moderate certainty".
bool is_before_noun(const std::vector<Token>& tokens, std::size_t level) {
  std::size_t next = level + 1;
  if (word_at(tokens, next) == "-") ++next;
  return is_rated(tokens, next);
}

// "The certainty was graded as low", "quality of the evidence was judged moderate", "GRADE: low".
bool is_behind_noun(const Sentence& sentence, std::size_t level) {
  const std::vector<Token>& tokens = sentence.tokens;
  static constexpr std::array<std::string_view, 15> links{"was",    "were",     "is",   "graded",   "rated",
                                                          "judged", "assessed", "as",   "be",       "being",
                                                          "the",    "of",       "very", "evidence", ":"};
  constexpr std::size_t reach = 8;
  for (std::size_t back = 1; back <= reach && back <= level; ++back) {
    const std::size_t at = level - back;
    if (slice(sentence.text, tokens[at].span) == "GRADE" || is_rated(tokens, at)) return true;
    if (!is_one_of(links, tokens[at].norm)) return false;
  }
  return false;
}

// Where a range from `level` ends: "very low to low".
std::size_t end_of_range(const std::vector<Token>& tokens, std::size_t level) {
  static constexpr std::array<std::string_view, 2> links{"to", "or"};
  if (!is_one_of(links, word_at(tokens, level + 1))) return level;
  const std::size_t next = word_at(tokens, level + 2) == "very" ? level + 3 : level + 2;
  return level_at(tokens, next) ? next : level;
}

// "Rated as high, moderate, low or very low": the scale, with nothing named between its levels.
bool lists_scale(const std::vector<Token>& tokens) {
  static constexpr std::array<std::string_view, 8> links{",", "or", "and", "-", "/", "very", "certainty", "quality"};
  constexpr std::size_t scale = 3;
  std::size_t levels = 0;
  for (std::size_t i = 0; i < tokens.size() && levels < scale; ++i) {
    if (level_at(tokens, i)) {
      ++levels;
    } else if (!is_one_of(links, tokens[i].norm)) {
      levels = 0;
    }
  }
  return levels >= scale;
}

std::vector<Rating> list_ratings(const Sentence& sentence) {
  const std::vector<Token>& tokens = sentence.tokens;
  std::vector<Rating> ratings;
  if (lists_scale(tokens)) return ratings;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::optional<Certainty> level = level_at(tokens, i);
    if (!level) continue;
    const std::size_t end = end_of_range(tokens, i);
    if (!is_before_noun(tokens, end) && !is_behind_noun(sentence, i)) continue;
    ratings.push_back({i, std::max(*level, *level_at(tokens, end))});
    i = end;
  }
  return ratings;
}

}  // namespace

Certainty rated_certainty(const Sentence& sentence, std::size_t at, std::span<const Sentence> sentences) {
  const std::vector<Rating> own = list_ratings(sentence);
  const auto apart = [at](const Rating& rating) { return rating.at < at ? at - rating.at : rating.at - at; };
  const auto nearest = std::min_element(own.begin(), own.end(),
                                        [&](const Rating& one, const Rating& two) { return apart(one) < apart(two); });
  if (nearest != own.end()) return nearest->certainty;
  Certainty all = Certainty::none;
  for (const Sentence& other : sentences) {
    for (const Rating& rating : list_ratings(other)) {
      if (all != Certainty::none && all != rating.certainty) return Certainty::none;
      all = rating.certainty;
    }
  }
  return all;
}

}  // namespace claimcheck
