#include "verify/number_pairs.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "text/word_set.h"
#include "verify/change.h"

namespace claimcheck {
namespace {

struct Result {
  std::size_t first = 0;  ///< token
  std::size_t last = 0;
  double value = 0;
  NumberKind kind = NumberKind::plain;
};

bool is_spread_word(const std::string& norm) {
  static const WordSet words{
      "sd",     "se",      "sem",   "±",      "+/-",    "iqr",       "range",      "ranged", "ranging", "n",    "f",
      "t",      "χ",       "χ2",    "z",      "ci",     "day",       "week",       "month",  "year",    "days", "weeks",
      "r",      "df",      "table", "fig",    "figure", "figs",      "phase",      "grade",  "stage",   "type", "visit",
      "cycle",  "age",     "group", "groups", "u",      "maximum",   "minimum",    "q1",     "pod",     "hour", "hours",
      "cohort", "between", "s.d",   "ref",    "item",   "statement", "statements", "min",    "mins"};
  return words.contains(norm) || norm.starts_with("ci9");
}

/// What stands before the number of a spread, a size or a test, also with a sign between.
bool is_statistic_word(const std::string& norm) {
  static const WordSet words{"sd", "se", "sem", "iqr", "range", "n", "f", "t", "χ", "χ2", "z", "r", "df", "u", "s.d"};
  return words.contains(norm) || norm.starts_with("ci");
}

bool is_time_point(const std::string& norm) {
  static const WordSet words{"after", "for",   "during", "within", "over",    "from",
                             "until", "every", "first",  "last",   "baseline"};
  return words.contains(norm);
}

bool opens_bracket(const std::string& norm) {
  return norm == "(" || norm == "[";
}

bool closes_bracket(const std::string& norm) {
  return norm == ")" || norm == "]";
}

/// True if a bracket that opens before token `at` closes behind it.
bool is_in_brackets(const MarkedPassage& text, std::size_t at) {
  constexpr std::size_t reach = 8;
  for (std::size_t i = at; i > 0 && i + reach > at; --i) {
    const std::string& norm = text.tokens()[i - 1].norm;
    if (opens_bracket(norm)) return true;
    if (closes_bracket(norm)) return false;
  }
  return false;
}

bool is_glued(const MarkedPassage& text, std::size_t at) {
  return at > 0 && text.tokens()[at - 1].span.end == text.tokens()[at].span.begin;
}

bool is_ordinal(const MarkedPassage& text, std::size_t last) {
  static const WordSet endings{"st", "nd", "rd", "th"};
  return last < text.tokens().size() && endings.contains(text.tokens()[last].norm) && is_glued(text, last);
}

/// Tells results from the other numbers of a passage.
class ResultReader {
 public:
  explicit ResultReader(const MarkedPassage& text) : text_(text) {}

  std::vector<Result> read() {
    std::vector<Result> results;
    bool timed = false;      // the number before was a time point
    std::size_t behind = 0;  // where it ended
    for (std::size_t i = 0; i < text_.tokens().size(); ++i) {
      if (is_none_of_arm(i) && !results.empty() && text_.sentence_of(results.back().first) == text_.sentence_of(i))
        results.push_back({i, i + 1, 0, results.back().kind});
      if (!text_.begins_number(i)) continue;
      std::size_t last = i + 1;
      while (last < text_.tokens().size() && text_.number_at(last) == text_.number_at(i)) ++last;
      // One time point after another: "at 4, 8 and 12 weeks".
      timed = is_time(i) || is_ordinal(text_, last) || (timed && is_listed(behind, i));
      behind = last;
      if (timed || is_idle(i)) continue;
      add(i, last, results);
    }
    return results;
  }

 private:
  [[nodiscard]] bool has_number(std::size_t at) const { return text_.number_at(at) != text_.numbers().size(); }
  [[nodiscard]] std::string norm(std::size_t at, std::size_t back) const {
    return at >= back ? text_.tokens()[at - back].norm : std::string();
  }
  /// "And none in the control group": none is a number too.
  [[nodiscard]] bool is_none_of_arm(std::size_t at) const {
    const std::string word = norm(at, 0);
    const std::size_t reach = word == "none" ? 5 : word == "no" ? 4 : 0;
    for (std::size_t i = at + 1; i < std::min(at + reach, text_.tokens().size()); ++i) {
      if (!text_.arm_at(i).empty()) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_listed(std::size_t behind, std::size_t at) const {
    if (behind == at) return false;
    static const WordSet joints{",", "and", "or", "&", "to", "-", "–", ";"};
    for (std::size_t i = behind; i < at; ++i) {
      if (!joints.contains(text_.tokens()[i].norm)) return false;
    }
    return true;
  }

  /// "At 4", "day 2", "week 12", "after 6 months".
  [[nodiscard]] bool is_time(std::size_t at) const {
    static const WordSet units{"at",     "day",  "days",  "week", "weeks", "month",
                               "months", "year", "visit", "pod",  "hour",  "min"};
    const NumberMention& number = text_.numbers()[text_.number_at(at)];
    const bool duration = number.kind == NumberKind::duration;
    if (duration && ((number.low && number.high) || text_.tokens()[at].kind == TokenKind::word)) return true;
    return units.contains(norm(at, 1)) || (duration && is_time_point(norm(at, 1)));
  }

  [[nodiscard]] bool is_idle(std::size_t at) const {
    return is_of_other_kind(at) || is_in_name(at) || is_statistic(at) || is_beside_number(at);
  }
  /// A p-value, an interval, an estimate; the label of an arm, a number of the slots.
  [[nodiscard]] bool is_of_other_kind(std::size_t at) const {
    const NumberKind kind = text_.numbers()[text_.number_at(at)].kind;
    const std::string_view mark = text_.number_mark(text_.number_at(at));
    return (mark != "#" && mark != "<time>") || kind == NumberKind::ratio || kind == NumberKind::difference ||
           !text_.arm_at(at).empty() || text_.is_of_slot(at);
  }
  /// "MMP-8", "min-1", "FEV1".
  [[nodiscard]] bool is_in_name(std::size_t at) const {
    const auto word_at = [this](std::size_t i) { return text_.tokens()[i].kind == TokenKind::word; };
    if (!is_glued(text_, at)) return false;
    if (norm(at, 0) == "-" && word_at(at - 1)) return true;
    return norm(at, 1) == "-" && at > 1 && word_at(at - 2) && is_glued(text_, at - 1);
  }
  /// "n = 12", "SD of 4.1", "at least 20".
  [[nodiscard]] bool is_statistic(std::size_t at) const {
    static const WordSet joints{"=", ":", "of", "(", ".", "%", "-", ","};
    static const WordSet limits{"<", ">", "≥", "≤", "least", "most", "than"};
    static const WordSet means{"mean", "median", "average"};
    const std::string before = norm(at, 1);
    const std::string second = norm(at, 2);
    if (is_spread_word(before) || limits.contains(before)) return true;
    if (before == "=" && !means.contains(second)) return true;
    if (joints.contains(before) && (is_statistic_word(second) || norm(at, 3).starts_with("ci"))) return true;
    return (before == "of" || before == ".") && is_spread_word(second);
  }
  /// "12.3 (4.1)", "12-20", "(12, 20)": a spread, a share, the end of a range.
  [[nodiscard]] bool is_beside_number(std::size_t at) const {
    static const WordSet joints{"-", "–", "to", "/", "(", "["};
    if (at < 2 || !has_number(at - 2)) return false;
    const std::string before = norm(at, 1);
    return joints.contains(before) || ((before == "," || before == ";") && is_in_brackets(text_, at));
  }

  void add(std::size_t first, std::size_t last, std::vector<Result>& results) const {
    const NumberMention& mention = text_.numbers()[text_.number_at(first)];
    const std::size_t behind = last + 1;
    const auto is_share = [this](std::size_t at) {
      return at < text_.tokens().size() && has_number(at) &&
             text_.numbers()[text_.number_at(at)].kind == NumberKind::percent;
    };
    // "86 (28.1%)", "13/39, 33%": the share.
    static const WordSet joints{"(", "[", ",", ";"};
    if (mention.kind != NumberKind::percent && last < text_.tokens().size() && is_share(behind) &&
        joints.contains(text_.tokens()[last].norm)) {
      const std::size_t share = text_.number_at(behind);
      results.push_back({first, behind + 1, text_.numbers()[share].value, NumberKind::percent});
      return;
    }
    const bool share = mention.kind == NumberKind::fraction && mention.high && *mention.high > 0;
    // "33% of patients (25/75)" gives one share twice, "12/40, 30%" too.
    if (share && !results.empty() && results.back().kind == NumberKind::percent && first - results.back().last < 6 &&
        is_in_brackets(text_, first))
      return;
    if (mention.kind == NumberKind::percent && !results.empty() && results.back().last > first) return;
    // "– 3.4 kg"
    const std::string before = norm(first, 1);
    static const WordSet openings{"(", "was", "were", "of", "by", "vs", "versus", "and", "with", "=", ",", ".", "["};
    const bool minus = (before == "-" || before == "–") && mention.value > 0 && openings.contains(norm(first, 2));
    const double value = share ? 100 * mention.value / *mention.high : minus ? -mention.value : mention.value;
    results.push_back({first, last, value, mention.kind});
  }

  const MarkedPassage& text_;
};

/// "Fell by 12", "the reduction was 12", "a fall of 12": how much, not how high.
bool is_change_by(const MarkedPassage& text, std::size_t at) {
  constexpr std::size_t reach = 16;
  static const WordSet nouns{"reduction",   "reductions",   "decrease", "decreases", "decline", "fall", "drop",  "loss",
                             "improvement", "improvements", "increase", "increases", "rise",    "gain", "relief"};
  if (at == 0) return false;
  const auto norm = [&text](std::size_t i) -> const std::string& { return text.tokens()[i].norm; };
  if (norm(at - 1) == "by") return true;
  if (norm(at - 1) != "was" && norm(at - 1) != "were" && norm(at - 1) != "of") return false;
  for (std::size_t i = at - 1; i > 0 && i + reach > at && norm(i - 1) != "."; --i) {
    if (nouns.contains(norm(i - 1))) return true;
  }
  return false;
}

/// Finds whose numbers two results are.
class PairReader {
 public:
  PairReader(const MarkedPassage& text, const Result& first, const Result& second, bool versus)
      : text_(text), first_(first), second_(second), versus_(versus) {
    std::tie(begin_, end_) = text.sentence_range(text.sentence_of(first.first));
    end_ = std::max(end_, text.sentence_range(text.sentence_of(second.first)).second);
  }

  [[nodiscard]] NumberPair read() const {
    const std::string_view between = arm_between(first_.last, second_.first);
    const std::string_view before = arm_before(first_.first);
    const std::string_view behind = arm_between(second_.last, std::min(end_, second_.last + 14));
    if (!between.empty()) return read_beside(before, between, behind);
    if (text_.arm_order(begin_, first_.first).size() == 2) return pair(first_ahead(), "ahead");
    if (const std::string order = text_.arm_order(second_.last, end_); order.size() == 2)
      return pair(order.front() == kArmMark.front() ? kArmMark : kOtherMark, "behind");
    if (before.empty() && behind.empty()) return pair(kArmMark, "rows");
    if (!versus_) return none();
    if (!before.empty()) return pair(subject_ahead(), "one ahead");
    return pair(opposite(behind), "one behind");
  }

 private:
  /// The pair, the first number being that of `arm`.
  [[nodiscard]] NumberPair pair(std::string_view arm, std::string_view how) const {
    const bool own = arm == kArmMark;
    return {first_.first, own ? first_.value : second_.value, own ? second_.value : first_.value,
            is_change_by(text_, first_.first), how};
  }
  [[nodiscard]] std::string_view arm_between(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      if (const auto arm = text_.arm_at(i); !arm.empty()) return arm;
    }
    return {};
  }
  [[nodiscard]] std::string_view arm_before(std::size_t at) const {
    for (std::size_t i = at; i > begin_; --i) {
      if (const auto arm = text_.arm_at(i - 1); !arm.empty()) return arm;
    }
    return {};
  }
  /// "12 in …", "12% of … ", "(5.4 A and …": the arm follows its number, in the same bracket.
  [[nodiscard]] bool in_phrase(std::size_t at) const {
    static const WordSet openings{"in", "with", "for", "of", "among", "on", "after", "by", "during", "under"};
    static const WordSet ends{"than", "compared", "and", ",", ";", "versus", "vs"};
    std::size_t depth = 0;
    std::size_t words = 0;
    for (std::size_t i = at; i < second_.first && words < 5; ++i) {
      const std::string& norm = text_.tokens()[i].norm;
      if (opens_bracket(norm)) ++depth;
      if (closes_bracket(norm)) {
        if (depth == 0) return false;
        --depth;
        continue;
      }
      if (depth > 0) continue;
      if (ends.contains(norm)) return false;
      if (openings.contains(norm) || !text_.arm_at(i).empty()) return true;
      if (text_.tokens()[i].kind == TokenKind::word) ++words;
    }
    return false;
  }
  [[nodiscard]] NumberPair none() const { return {first_.first, first_.value, second_.value, false, "none"}; }
  /// An arm stands between the numbers: it is that of the first ("12 in I") or of the second ("I (12), C (20)").
  [[nodiscard]] NumberPair read_beside(std::string_view before, std::string_view between,
                                       std::string_view behind) const {
    const bool follows = in_phrase(first_.last);
    if (!behind.empty() && behind != between && (before.empty() || follows)) return pair(between, "beside");
    if (!before.empty() && before != between && !follows) return pair(before, "beside");
    if (!behind.empty() && behind != between) return pair(between, "beside");
    if (before.empty() && follows) return pair(between, "beside");
    return none();
  }
  /// The arm that is spoken of ahead of the numbers: not that which it is compared with, else the earlier of the last
  /// two.
  [[nodiscard]] std::string_view first_ahead() const {
    const std::string_view compared = compared_arm(text_, begin_, first_.first);
    return opposite(compared.empty() ? arm_before(first_.first) : compared);
  }
  [[nodiscard]] std::string_view subject_ahead() const {
    const std::string_view compared = compared_arm(text_, begin_, first_.first);
    return compared.empty() ? arm_before(first_.first) : opposite(compared);
  }

  const MarkedPassage& text_;
  const Result& first_;
  const Result& second_;
  bool versus_ = false;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

/// How two results are joined: "12 vs 20", "12 and 20", cells of a table.
enum class Joint { none, versus, also, cells };

Joint joint_of(const MarkedPassage& text, const Result& first, const Result& second) {
  static const WordSet versus{"versus", "vs", "compared", "against", "than", "comparison", "relative"};
  constexpr std::size_t near = 5;
  std::size_t words = 0;
  std::size_t brackets = 0;
  Joint joint = Joint::none;
  for (std::size_t i = first.last; i < second.first; ++i) {
    const std::string& norm = text.tokens()[i].norm;
    if (opens_bracket(norm)) ++brackets;
    if (closes_bracket(norm) && brackets > 0) --brackets;
    if (brackets > 0) continue;
    if (versus.contains(norm)) return Joint::versus;
    if (norm == "and" || norm == "/") joint = Joint::also;
    if (text.tokens()[i].kind == TokenKind::word) ++words;
  }
  if (joint == Joint::also && words <= near) return joint;
  return words == 0 ? Joint::cells : Joint::none;
}

/// Whether two results may stand for the arms: near each other, of one kind, and no change of one arm ("from 40 to
/// 20").
bool is_pair(const MarkedPassage& text, const Result& first, const Result& second) {
  constexpr std::size_t reach = 30;
  if (second.first - first.last > reach) return false;
  if (text.sentence_of(second.first) > text.sentence_of(first.first) + 1) return false;
  const auto is_share = [](const Result& result) {
    return result.kind == NumberKind::percent || result.kind == NumberKind::fraction;
  };
  if (is_share(first) != is_share(second)) return false;
  // "40 patients" tells a size, save beside "none".
  if (first.kind == NumberKind::count && second.value > 0) return false;
  const auto norm = [&text](std::size_t at) -> const std::string& { return text.tokens()[at].norm; };
  for (std::size_t i = first.last; i < second.first; ++i) {
    if (norm(i) == "to" && i + 3 > second.first && first.first > 0 && norm(first.first - 1) == "from") return false;
    if (norm(i) == "after" || norm(i) == "before") return false;
  }
  return true;
}

}  // namespace

std::vector<NumberPair> find_number_pairs(const MarkedPassage& text) {
  std::vector<NumberPair> pairs;
  const std::vector<Result> results = ResultReader(text).read();
  for (std::size_t i = 1; i < results.size(); ++i) {
    if (!is_pair(text, results[i - 1], results[i])) continue;
    const Joint joint = joint_of(text, results[i - 1], results[i]);
    const NumberPair pair = PairReader(text, results[i - 1], results[i], joint == Joint::versus).read();
    if (pair.arms == "none" || (pair.arms != "beside" && joint == Joint::none)) continue;
    pairs.push_back(pair);
    ++i;
  }
  return pairs;
}

}  // namespace claimcheck
