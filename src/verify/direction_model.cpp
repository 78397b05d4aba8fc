#include "verify/direction_model.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/core.h>

#include "verify/comparison_signs.h"
#include "verify/plain_reading.h"

namespace claimcheck {

std::string_view difference_data();
std::string_view orientation_data();

namespace {

class DifferenceWriter {
 public:
  explicit DifferenceWriter(const ReadPassage& passage) : passage_(passage), text_(passage.text) {}

  Features write() {
    add("^");
    add_words();
    add_marks();
    add_changes();
    std::sort(features_.begin(), features_.end());
    features_.erase(std::unique(features_.begin(), features_.end()), features_.end());
    return std::move(features_);
  }

 private:
  void add(std::string feature) { features_.push_back(std::move(feature)); }

  [[nodiscard]] static const char* near(Nearness nearness) {
    return nearness == Nearness::clause ? "near" : nearness == Nearness::sentence ? "by" : "far";
  }

  void add_words() {
    const std::vector<std::string>& words = text_.words();
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool near = text_.nearness(text_.word_tokens()[i]) == Nearness::clause;
      add(words[i]);
      add(fmt::format("{} {}", words[i], i + 1 < words.size() ? words[i + 1] : "$"));
      if (near) add(fmt::format("near {}", words[i]));
      if (near) add(fmt::format("near {} {}", words[i], i + 1 < words.size() ? words[i + 1] : "$"));
    }
  }

  /// P-values, intervals and cues.
  void add_marks() {
    const std::string near_marks = add_number_marks();
    const bool null = add_cues();
    const char* cue = null ? "null" : "";
    add_clean(near_marks, null);
    add(fmt::format("near {} marks {}", cue, near_marks));
    add(fmt::format("near {} marks {} order {}", cue, near_marks, text_.arm_order()));
  }

  /// P-values and intervals, and the first that stands behind the outcome. Returns those beside the outcome.
  std::string add_number_marks() {
    bool outcome = false;
    bool first = true;
    std::string marks;
    std::string near_marks;
    for (std::size_t i = 0; i < text_.tokens().size(); ++i) {
      outcome = outcome || text_.is_outcome_at(i);
      if (!text_.begins_number(i)) continue;
      const std::string mark(text_.number_mark(text_.number_at(i)));
      if (mark == "#" || mark == "<time>") continue;
      add_once(mark, marks);
      if (text_.nearness(i) == Nearness::clause) add_once(mark, near_marks);
      if (outcome && first) add("next " + mark);
      first = first && !outcome;
      add("last");
    }
    add("marks " + marks);
    add("near marks " + near_marks);
    return near_marks;
  }

  static void add_once(const std::string& mark, std::string& marks) {
    if (marks.find(mark) == std::string::npos) marks += mark;
  }

  /// Returns whether the clause of the outcome tells of no difference.
  bool add_cues() {
    bool null = false;
    for (const Cue& cue : text_.cues()) {
      const Nearness nearness = text_.nearness(cue.first);
      add(fmt::format("cue {}", to_string(cue.kind)));
      add(fmt::format("cue {} {}", to_string(cue.kind), near(nearness)));
      null = null || (cue.kind == CueKind::null_result && nearness == Nearness::clause);
    }
    return null;
  }

  /// What the clause of the outcome says by itself: a change that nothing there denies, or a denial and no change.
  void add_clean(const std::string& marks, bool null) {
    const bool open = marks.find("ns") != std::string::npos || marks.find("0>") != std::string::npos;
    const bool sure = marks.find("sig") != std::string::npos || marks.find("<ci>") != std::string::npos;
    if (passage_.closest != nullptr && !null && !open)
      add(fmt::format("clean {} {}", passage_.referent(*passage_.closest).how, sure ? "sure" : ""));
    if (passage_.closest == nullptr && !null && sure && !open) add("clean sure");
    if (null && !sure) add("clean null");
    if (open && !sure) add("clean open");
    if (passage_.is_denied()) add("denied outcome");
  }

  void add_changes() {
    bool told = false;
    for (const Change& change : passage_.changes) {
      const Referent& referent = passage_.referent(change);
      const char* where = near(passage_.nearness(change));
      add(fmt::format("change {}{}", change.negated ? "not " : "", where));
      add(fmt::format("change {}{} {}", change.negated ? "not " : "", where, referent.how));
      told = told || (!change.negated && text_.nearness(change.first) == Nearness::clause);
    }
    if (!told) add("untold");
    add(passage_.pairs.empty() ? "no pairs" : "pairs");
  }

  const ReadPassage& passage_;
  const MarkedPassage& text_;
  Features features_;
};

}  // namespace

Features difference_features(const ReadPassage& passage) {
  return DifferenceWriter(passage).write();
}

namespace {

DirectionReading decide_direction(double difference, double more) {
  // A reversed reading misleads; it costs as much as two and a half that miss a difference or see one too many.
  constexpr double reversal = 2.5;
  const double up = difference * more;
  const double down = difference * (1 - more);
  const double none = 1 - difference;
  const double up_cost = none + reversal * down;
  const double down_cost = none + reversal * up;
  if (up + down <= up_cost && up + down <= down_cost) return {Reported::no_difference, none};
  if (up_cost <= down_cost) return {Reported::increase, up};
  return {Reported::decrease, down};
}

}  // namespace

DirectionReading decide_direction(const ReadPassage& passage, double difference, double more) {
  const auto plain = read_plainly(passage);
  if (!plain) return decide_direction(difference, more);
  // Where the models doubt what is plain, something else speaks against it.
  constexpr double least = 0.6;
  const double models = *plain == Reported::no_difference ? 1 - difference
                        : *plain == Reported::increase    ? difference * more
                                                          : difference * (1 - more);
  return {*plain, std::max(models, least)};
}

DirectionReading read_direction(std::string_view passage, const ComparisonWords& words) {
  static const LinearModel difference(difference_data(), 2);
  static const LinearModel orientation(orientation_data(), 2);
  const ReadPassage read(passage, words);
  return decide_direction(read, difference.probability(difference_features(read), 0),
                          orientation.probability(comparison_signs(read), 0));
}

}  // namespace claimcheck
