#include "verify/direction_model.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "verify/change.h"

namespace claimcheck {

std::string_view direction_data();

namespace {

/// Whether a change is more (1) or less (-1) of an outcome; 0 when that cannot be told.
int sign_of(std::string_view kind, Valence valence) {
  if (kind == "up") return 1;
  if (kind == "down") return -1;
  if (valence == Valence::neutral) return 0;
  return (kind == "good") == (valence == Valence::good) ? 1 : -1;
}

bool is_spread(const std::string& word) {
  static const Stems words{"sd", "se", "sem", "±",  "+/-", "iqr",  "rang", "n",
                           "f",  "t",  "χ2",  "ci", "day", "week", "month"};
  return words.contains(word);
}

/// The numbers that may be results: not spreads, sizes and test statistics.
std::vector<std::size_t> comparable_numbers(const std::vector<MarkedWord>& items) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].is_number) continue;
    const std::string before = i > 0 ? items[i - 1].word : "";
    const std::string before_that = i > 1 ? items[i - 2].word : "";
    const bool range = (before == "-" || before == "–" || before == "to") && i > 1 && items[i - 2].is_number;
    const bool spread = is_spread(before) ||
                        ((before == "=" || before == ":" || before == "of") && is_spread(before_that)) ||
                        (before == "(" && is_spread(before_that));
    if (!range && !spread) places.push_back(i);
  }
  return places;
}

const char* relation_of(double a, double b) {
  return a > b ? ">" : a < b ? "<" : "=";
}

/// " sig", " null", both or neither: what p-values and null results in the passage say.
std::string significance_of(const MarkedPassage& text) {
  const auto has = [&text](std::string_view mark) {
    return std::any_of(text.words().begin(), text.words().end(),
                       [mark](const MarkedWord& word) { return word.word == mark; });
  };
  const bool null = has("<p ns>") || std::any_of(text.cues().begin(), text.cues().end(),
                                                 [](const Cue& cue) { return cue.kind == CueKind::null_result; });
  return std::string(has("<p sig>") ? " sig" : "") + (null ? " null" : "");
}

/// The arm whose number stands at `place`: that named last before it, or, where a number comes before the first arm ("#
/// in I and # in C"), first after it; "" when there is none.
std::string arm_of_number(const std::vector<MarkedWord>& words, std::size_t place, bool number_first) {
  if (number_first) {
    const auto from = words.begin() + static_cast<std::ptrdiff_t>(place);
    const auto arm = std::find_if(from, words.end(), [](const MarkedWord& word) { return is_arm_mark(word.word); });
    return arm == words.end() ? std::string() : arm->word;
  }
  while (place > 0 && !is_arm_mark(words[place - 1].word)) --place;
  return place == 0 ? std::string() : words[place - 1].word;
}

/// Gathers the features of one passage.
class FeatureWriter {
 public:
  FeatureWriter(const MarkedPassage& text, const ComparisonWords& words)
      : text_(text),
        words_(words),
        outcome_(content_stems(words.outcome)),
        changes_(find_changes(text)),
        order_(text.arm_order()),
        significance_(significance_of(text)) {}

  Features write() {
    add("^");
    add_words();
    add("order " + order_);
    add("significance" + significance_);
    for (const Cue& cue : text_.cues()) add(fmt::format("cue {}", to_string(cue.kind)));
    for (const Change& change : changes_) add_change(change);
    add_tally();
    add_first_numbers();
    add_numbers_of_arms();
    add_estimates();
    std::sort(features_.begin(), features_.end());
    features_.erase(std::unique(features_.begin(), features_.end()), features_.end());
    return std::move(features_);
  }

 private:
  void add(std::string feature) { features_.push_back(std::move(feature)); }
  /// By itself, and with what p-values say.
  void add_both(const std::string& feature) {
    add(feature);
    add(feature + significance_);
  }

  void add_words() {
    const std::vector<MarkedWord>& words = text_.words();
    for (std::size_t i = 0; i < words.size(); ++i) {
      add(words[i].word);
      add(fmt::format("{} {}", words[i].word, i + 1 < words.size() ? words[i + 1].word : "$"));
    }
  }

  void add_change(const Change& change) {
    const Referent referent = find_referent(text_, change);
    const bool negated = is_negated(text_.tokens(), text_.cues(), change.first);
    const bool near = text_.is_near_outcome(change.first);
    const std::string kind(referent.arm == kArmMark ? std::string_view(change.kind) : turned(change.kind));
    const std::string said = kind + (negated ? " negated" : "");
    if (!negated) tally_ += sign_of(kind, words_.valence) * (near ? 2 : 1);
    if (near) add_both("near " + said);
    add_both("vote " + said);
    add(fmt::format("vote {} by {}{}", kind, referent.how, negated ? " negated" : ""));
    add(fmt::format("vote {} {}", kind, text_.tokens()[change.first].stem));
    if (kind != "good" && kind != "bad") return;
    for (const std::string& stem : outcome_) add(fmt::format("{}|{}", kind, stem));
    add_both(fmt::format("{}|{}{}", kind, to_string(words_.valence), negated ? " negated" : ""));
  }

  /// All changes together. "Reduction of pain" as the outcome: what lessens pain is more of it.
  void add_tally() {
    static constexpr std::array<std::string_view, 7> falls{"reduc",  "reduct",  "decreas", "declin",
                                                           "relief", "protect", "prevent"};
    const bool fall = std::any_of(falls.begin(), falls.end(),
                                  [&](std::string_view stem) { return outcome_.contains(std::string(stem)); });
    const int tally = fall ? -tally_ : tally_;
    add_both(tally > 0 ? "tally up" : tally < 0 ? "tally down" : "tally even");
  }

  /// The first two numbers, which mostly follow the order of the arms.
  void add_first_numbers() {
    numbers_ = comparable_numbers(text_.words());
    if (numbers_.size() < 2) return;
    const char* relation = relation_of(value_at(0), value_at(1));
    add_both(fmt::format("first{}second order {}", relation, order_));
  }

  void add_numbers_of_arms() {
    const std::vector<MarkedWord>& words = text_.words();
    const auto arm =
        std::find_if(words.begin(), words.end(), [](const MarkedWord& word) { return is_arm_mark(word.word); });
    const bool number_first = !numbers_.empty() && arm - words.begin() > static_cast<std::ptrdiff_t>(numbers_.front());
    std::array<std::optional<double>, 2> first;
    for (std::size_t i = 0; i < numbers_.size(); ++i) {
      const std::string named = arm_of_number(words, numbers_[i], number_first);
      if (named.empty()) continue;
      std::optional<double>& slot = first.at(named == kArmMark ? 0 : 1);
      if (!slot) slot = value_at(i);
    }
    if (!first[0] || !first[1]) return;
    const char* relation = relation_of(*first[0], *first[1]);
    add_both(fmt::format("I{}C", relation));
    add(fmt::format("I{}C order {}{}", relation, order_, number_first ? " number first" : ""));
    // Of what: "the reduction was #".
    add(fmt::format("I{}C of {}", relation, changes_.empty() ? "" : changes_.front().kind));
  }

  void add_estimates() {
    for (const NumberMention& number : text_.numbers()) {
      if (number.kind == NumberKind::ratio) add(number.value > 1 ? "ratio up" : "ratio down");
      if (number.kind == NumberKind::difference) add(number.value > 0 ? "difference up" : "difference down");
    }
  }

  [[nodiscard]] double value_at(std::size_t number) const { return text_.words()[numbers_[number]].value; }

  const MarkedPassage& text_;
  const ComparisonWords& words_;
  Stems outcome_;
  std::vector<Change> changes_;
  std::string order_;
  std::string significance_;
  std::vector<std::size_t> numbers_;  ///< places of comparable numbers among the words
  int tally_ = 0;
  Features features_;
};

}  // namespace

Features direction_features(std::string_view passage, const ComparisonWords& words) {
  const MarkedPassage text(passage, words);
  return FeatureWriter(text, words).write();
}

DirectionReading read_direction(std::string_view passage, const ComparisonWords& words) {
  static const LinearModel model(direction_data(), kDirections.size());
  const LinearModel::Prediction prediction = model.predict(direction_features(passage, words));
  return {kDirections[prediction.winner], prediction.probability};
}

}  // namespace claimcheck
