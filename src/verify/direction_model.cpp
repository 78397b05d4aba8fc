#include "verify/direction_model.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

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

void add_cues(const MarkedPassage& text, const ComparisonWords& words, const std::string& significance,
              Features& features) {
  const Stems measure = content_stems(words.outcome);
  const std::string valence(to_string(words.valence));
  for (const Cue& cue : text.cues()) features.push_back("cue " + std::string(to_string(cue.kind)));
  // "Reduction of pain" as the outcome: what lessens pain is more of it.
  static constexpr std::string_view falls[] = {"reduc", "reduct", "decreas", "declin", "relief", "protect", "prevent"};
  const bool fall = std::any_of(std::begin(falls), std::end(falls),
                                [&](std::string_view stem) { return measure.contains(std::string(stem)); });
  int tally = 0;
  for (const Change& change : find_changes(text)) {
    const Referent referent = find_referent(text, change);
    const bool negated = is_negated(text.tokens(), text.cues(), change.first);
    const std::string kind(referent.arm == kArmMark ? std::string_view(change.kind) : turned(change.kind));
    const std::string suffix = negated ? " negated" : "";
    if (const int sign = sign_of(kind, words.valence); sign != 0 && !negated) {
      tally += sign * (text.is_near_outcome(change.first) ? 2 : 1);
    }
    if (text.is_near_outcome(change.first)) {
      features.push_back("near " + kind + suffix);
      features.push_back("near " + kind + suffix + significance);
    }
    features.push_back("vote " + kind + suffix);
    features.push_back("vote " + kind + " by " + std::string(referent.how) + suffix);
    features.push_back("vote " + kind + suffix + significance);
    features.push_back("vote " + kind + " " + text.tokens()[change.first].stem);
    if (kind == "good" || kind == "bad") {
      for (const std::string& stem : measure) features.push_back(kind + "|" + stem);
      features.push_back(kind + "|" + valence + suffix);
      features.push_back(kind + "|" + valence + suffix + significance);
    }
  }
  if (fall) tally = -tally;
  const std::string sum = std::string("tally ") + (tally > 0 ? "up" : tally < 0 ? "down" : "even");
  features.push_back(sum);
  features.push_back(sum + significance);
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

/// What the numbers are of: the first change named ("the reduction was …"), "" when none is.
std::string measured_change(const MarkedPassage& text) {
  const std::vector<Change> changes = find_changes(text);
  return changes.empty() ? std::string() : changes.front().kind;
}

/// Each arm's first number: that behind its name, or before it where a number comes first ("# in I and # in C"); where
/// two numbers stand together, they follow the order of the arms.
void add_numbers(const MarkedPassage& text, const std::string& order, const std::string& significance,
                 Features& features) {
  const std::vector<MarkedWord>& items = text.words();
  const std::vector<std::size_t> places = comparable_numbers(items);
  const auto compare = [](double a, double b) { return a > b ? ">" : a < b ? "<" : "="; };
  if (places.size() >= 2) {
    const std::string relation = compare(items[places[0]].value, items[places[1]].value);
    features.push_back("first" + relation + "second order " + order);
    features.push_back("first" + relation + "second order " + order + significance);
  }
  const auto first_arm =
      std::find_if(items.begin(), items.end(), [](const MarkedWord& item) { return is_arm_mark(item.word); });
  const bool number_first = !places.empty() && first_arm - items.begin() > static_cast<std::ptrdiff_t>(places[0]);
  std::optional<double> first_of[2];
  for (const std::size_t place : places) {
    std::string arm;
    for (std::size_t i = place; number_first && i < items.size() && arm.empty(); ++i) {
      if (is_arm_mark(items[i].word)) arm = items[i].word;
    }
    for (std::size_t i = place; !number_first && i > 0 && arm.empty(); --i) {
      if (is_arm_mark(items[i - 1].word)) arm = items[i - 1].word;
    }
    if (arm.empty()) continue;
    auto& slot = first_of[arm == kArmMark ? 0 : 1];
    if (!slot) slot = items[place].value;
  }
  if (first_of[0] && first_of[1]) {
    const std::string relation = compare(*first_of[0], *first_of[1]);
    features.push_back("I" + relation + "C");
    features.push_back("I" + relation + "C" + significance);
    features.push_back("I" + relation + "C order " + order + (number_first ? " number first" : ""));
    features.push_back("I" + relation + "C of " + measured_change(text));
  }
}

std::string significance_of(const MarkedPassage& text) {
  bool significant = false;
  bool null = false;
  for (const MarkedWord& item : text.words()) {
    significant = significant || item.word == "<p sig>";
    null = null || item.word == "<p ns>";
  }
  for (const Cue& cue : text.cues()) null = null || cue.kind == CueKind::null_result;
  return std::string(significant ? " sig" : "") + (null ? " null" : "");
}

void add_estimates(const MarkedPassage& text, Features& features) {
  for (const NumberMention& number : text.numbers()) {
    if (number.kind == NumberKind::ratio) features.push_back(number.value > 1 ? "ratio up" : "ratio down");
    if (number.kind == NumberKind::difference)
      features.push_back(number.value > 0 ? "difference up" : "difference down");
  }
}

}  // namespace

Features direction_features(std::string_view passage, const ComparisonWords& words) {
  const MarkedPassage text(passage, words);
  Features features{"^"};
  const std::vector<MarkedWord>& items = text.words();
  for (std::size_t i = 0; i < items.size(); ++i) {
    features.push_back(items[i].word);
    const std::string next = i + 1 < items.size() ? items[i + 1].word : "$";
    features.push_back(items[i].word + ' ' + next);
  }
  const std::string order = text.arm_order();
  const std::string significance = significance_of(text);
  features.push_back("order " + order);
  features.push_back("significance" + significance);
  add_cues(text, words, significance, features);
  add_numbers(text, order, significance, features);
  add_estimates(text, features);
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

DirectionReading read_direction(std::string_view passage, const ComparisonWords& words) {
  static const LinearModel model(direction_data(), kDirections.size());
  const LinearModel::Prediction prediction = model.predict(direction_features(passage, words));
  return {kDirections[prediction.winner], prediction.probability};
}

}  // namespace claimcheck
