#include "verify/ages.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "text/number_units.h"
#include "text/one_of.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

// No age.
constexpr double kNobody = 120;

// How far before a number the word that makes it an age may stand ("age of the patients" is too far).
constexpr std::size_t kReach = 7;

std::optional<double> number_at(std::span<const Token> tokens, std::size_t at) {
  if (at >= tokens.size() || tokens[at].kind != TokenKind::number) return std::nullopt;
  const std::string& norm = tokens[at].norm;
  double value = 0;
  const auto read = std::from_chars(norm.data(), norm.data() + norm.size(), value);
  if (read.ec != std::errc() || read.ptr != norm.data() + norm.size()) return std::nullopt;
  return value;
}

class AgeFinder {
 public:
  explicit AgeFinder(std::span<const Token> tokens) : tokens_(tokens) {}

  std::vector<AgeMention> find() {
    std::size_t at = 0;
    while (at < tokens_.size()) at = read_at(at);
    return std::move(mentions_);
  }

 private:
  [[nodiscard]] std::string_view norm(std::size_t at) const {
    return at < tokens_.size() ? std::string_view(tokens_[at].norm) : std::string_view();
  }

  // Reads the number or range at `at`, if it is an age, and says where to go on.
  std::size_t read_at(std::size_t at) {
    const auto low = number_at(tokens_, at);
    if (!low) return at + 1;
    AgeMention mention{{*low, *low}, {at, at + 1}};
    const bool between = at > 0 && norm(at - 1) == "between";
    if (is_range_link(norm(at + 1)) || (between && norm(at + 1) == "and")) {
      if (const auto high = number_at(tokens_, at + 2); high && *high > *low) {
        mention.ages.high = *high;
        mention.tokens.last = at + 3;
      }
    }
    const std::size_t go_on = mention.tokens.last;
    double years = 1;
    const bool told_behind = read_behind(mention, years);
    const bool told_before = read_before(mention, go_on);
    mention.ages.low *= years;
    mention.ages.high = std::max(mention.ages.low, std::min(kOldest, mention.ages.high * years));
    if ((told_behind || told_before) && mention.ages.low < kNobody) mentions_.push_back(mention);
    return std::max(go_on, told_behind || told_before ? mention.tokens.last : go_on);
  }

  static bool is_range_link(std::string_view word) {
    static constexpr std::array<std::string_view, 4> links{"to", "-", "\u2013", "through"};
    return is_one_of(links, word);
  }

  // "years old", "-year-old", "years of age", "years or older", "and over": true if that tells an age.
  static constexpr std::array<std::string_view, 4> kUpward{"older", "over", "above", "up"};
  static constexpr std::array<std::string_view, 3> kDownward{"younger", "under", "below"};

  bool read_behind(AgeMention& mention, double& years) const {
    std::size_t next = mention.tokens.last;
    if (norm(next) == "-") ++next;
    bool told = false;
    const std::string unit = duration_unit(norm(next));
    if (!unit.empty()) {
      years = years_in(unit);
      ++next;
      if (norm(next) == "-") ++next;
      if (norm(next) == "old" || norm(next) == "olds") {
        told = true;
        ++next;
      } else if (norm(next) == "of" && norm(next + 1) == "age") {
        told = true;
        next += 2;
      }
    }
    const bool joined = norm(next) == "or" || norm(next) == "and";
    if (joined && is_one_of(kUpward, norm(next + 1))) {
      mention.ages.high = kOldest;
      told = told || norm(next + 1) == "older" || unit == "year" || is_of_people(mention.tokens.first);
      next += 2;
    } else if (joined && is_one_of(kDownward, norm(next + 1))) {
      mention.ages.low = 0;
      told = told || norm(next + 1) == "younger" || unit == "year";
      next += 2;
    }
    if (told || !unit.empty()) mention.tokens.last = next;
    return told;
  }

  static double years_in(std::string_view unit) {
    if (unit == "month") return 1.0 / 12;
    if (unit == "week") return 7.0 / 365;
    return unit == "day" ? 1.0 / 365 : 1;
  }

  // "Women of 65 and over".
  [[nodiscard]] bool is_of_people(std::size_t first) const {
    return first >= 2 && norm(first - 1) == "of" && is_people(first - 2);
  }

  // "aged", "mean age was", "aged over", "adults over": true if that tells an age.
  bool read_before(AgeMention& mention, std::size_t behind) const {
    static constexpr std::array<std::string_view, 3> ages{"age", "aged", "ages"};
    static constexpr std::array<std::string_view, 26> links{
        "of",    "was",  "were",    "is",    "between", "from", "range", "ranging", "ranged",
        "mean",  "over", "above",   "under", "below",   "than", "older", "younger", "median",
        "least", "at",   "average", "(",     ":",       "=",    ",",     "years"};
    bool upward = false;
    bool downward = false;
    for (std::size_t back = 1; back <= kReach && back <= mention.tokens.first; ++back) {
      const std::size_t at = mention.tokens.first - back;
      const std::string_view word = norm(at);
      const bool is_age = is_one_of(ages, word);
      if (is_age || ((upward || downward) && is_people(at) && !has_other_unit(mention, behind, upward))) {
        if (mention.ages.low == mention.ages.high && upward) mention.ages.high = kOldest;
        if (mention.ages.low == mention.ages.high && downward) mention.ages.low = 0;
        mention.tokens.first = at;
        return true;
      }
      upward = upward || is_upward(word);
      downward = downward || is_downward(word);
      if (!is_one_of(links, word) && !is_upward(word) && !is_downward(word)) return false;
    }
    return false;
  }

  static bool is_upward(std::string_view word) {
    static constexpr std::array<std::string_view, 6> words{"over", "above", "older", "least", ">", "\u2265"};
    return is_one_of(words, word);
  }

  static bool is_downward(std::string_view word) {
    static constexpr std::array<std::string_view, 5> words{"under", "below", "younger", "<", "\u2264"};
    return is_one_of(words, word);
  }

  [[nodiscard]] bool is_people(std::size_t at) const {
    return study_words().contains(tokens_.subspan(at, 1), "people") || norm(at) == "those" || norm(at) == "anyone";
  }

  // "Adults over 65 mg", "patients over 2 years": no age.
  [[nodiscard]] bool has_other_unit(const AgeMention& mention, std::size_t behind, bool upward) const {
    constexpr double grown = 15;
    const std::string_view next = norm(behind);
    if (next == "%" || next == "percent" || is_dose_unit(next)) return true;
    const std::string unit = duration_unit(next);
    return unit == "year" ? upward && mention.ages.low < grown : !unit.empty();
  }

  std::span<const Token> tokens_;
  std::vector<AgeMention> mentions_;
};

}  // namespace

std::vector<AgeMention> find_ages(std::span<const Token> tokens) {
  return AgeFinder(tokens).find();
}

}  // namespace claimcheck
