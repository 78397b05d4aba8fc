#include "verify/comparison_signs.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/core.h>

namespace claimcheck {
namespace {

std::string_view to_string(Nearness nearness) {
  switch (nearness) {
    case Nearness::clause:
      return "near";
    case Nearness::sentence:
      return "by";
    case Nearness::elsewhere:
      break;
  }
  return "far";
}

std::string_view to_string(ChangeKind kind) {
  return kind == ChangeKind::up ? "up" : kind == ChangeKind::down ? "down" : kind == ChangeKind::good ? "good" : "bad";
}

int sign_of(double difference) {
  return difference > 0 ? 1 : difference < 0 ? -1 : 0;
}

class SignWriter {
 public:
  explicit SignWriter(const ReadPassage& passage) : passage_(passage), text_(passage.text) {}

  Features write() {
    add_changes();
    add_pairs();
    add_estimates();
    add_valence();
    Features features;
    for (const auto& [name, value] : signs_) {
      if (value != 0) features.emplace_back(name, value > 0 ? 1 : -1);
    }
    return features;
  }

 private:
  void add(const std::string& name, int value) { signs_[name] += value; }

  void add_changes() {
    add_closest();
    const Change* best = nullptr;
    int best_score = -1;
    int tally = 0;
    for (const Change& change : passage_.changes) {
      const Referent& referent = passage_.referent(change);
      const Nearness nearness = passage_.nearness(change);
      add_change(change, referent, nearness);
      if (change.negated) continue;
      tally += value_of(change, referent) * (nearness == Nearness::clause ? 2 : 1);
      const int score = score_of(change, referent, nearness);
      if (score <= best_score) continue;
      best = &change;
      best_score = score;
    }
    add("tally", tally);
    if (best != nullptr) add_best(*best);
  }

  void add_closest() {
    if (passage_.closest == nullptr) return;
    const Referent& referent = passage_.referent(*passage_.closest);
    const int value = value_of(*passage_.closest, referent);
    add("closest", value);
    add(fmt::format("closest by {}", referent.how), value);
  }

  void add_best(const Change& change) {
    told_ = true;
    const Referent& referent = passage_.referent(change);
    const int value = value_of(change, referent);
    add("best", value);
    add(fmt::format("best by {} {}", referent.how, to_string(passage_.nearness(change))), value);
  }

  /// 1 for a change said of the intervention, -1 for one said of the comparator.
  [[nodiscard]] static int side_of(const Referent& referent) { return referent.arm == kArmMark ? 1 : -1; }

  /// Whether a change is more (1) or less (-1) of the outcome with the intervention; 0 when it is neither.
  [[nodiscard]] int value_of(const Change& change, const Referent& referent) const {
    return side_of(referent) * worth(change, passage_.outcome);
  }

  /// How likely a change is what the passage says of the outcome.
  [[nodiscard]] static int score_of(const Change& change, const Referent& referent, Nearness nearness) {
    const int near = nearness == Nearness::clause ? 4 : nearness == Nearness::sentence ? 1 : 0;
    return near + (change.amount || change.joined ? 3 : 0) + (referent.how.starts_with("than") ? 1 : 0);
  }

  void add_change(const Change& change, const Referent& referent, Nearness nearness) {
    const std::string denial = change.negated ? "not " : "";
    const int side = side_of(referent);
    const int value = value_of(change, referent);
    const std::string_view near = to_string(nearness);
    const char* sort = change.named ? "named" : change.joined ? "joined" : change.amount ? "amount" : "change";
    if (value != 0) {
      add(fmt::format("{}{} {} {}", denial, sort, near, referent.how), value);
      add(fmt::format("{}{} {}", denial, sort, near), value);
      add(fmt::format("{}{}", denial, near), value);
    }
    const int own = change.kind == ChangeKind::up || change.kind == ChangeKind::good ? side : -side;
    add(fmt::format("{}{} {}", denial, to_string(change.kind), near), side);
    add(fmt::format("{}word {}", denial, text_.tokens()[change.last - 1].stem), own);
    if (change.kind == ChangeKind::up || change.kind == ChangeKind::down) return;
    add(fmt::format("{}better {} {}", denial, claimcheck::to_string(passage_.outcome.valence), near), own);
    for (const std::string& stem : passage_.outcome_stems) add(fmt::format("{}better|{}", denial, stem), own);
  }

  void add_pairs() {
    bool first = true;
    for (const NumberPair& pair : passage_.pairs) {
      const int value = worth(pair, passage_);
      if (value == 0) continue;
      const std::string near(to_string(text_.nearness(pair.token)));
      const std::string fall = is_of_fall(pair, passage_) ? " of fall" : "";
      add(fmt::format("pair {} {}{}", pair.arms, near, fall), value);
      add(fmt::format("pair {}{}", near, fall), value);
      if (first) add("first pair", value);
      if (first && !told_) add(fmt::format("only pair {}", pair.arms), value);
      first = false;
      paired_ = true;
    }
  }

  void add_estimates() {
    for (std::size_t i = 0; i < text_.tokens().size(); ++i) {
      if (!text_.begins_number(i)) continue;
      const NumberMention& mention = text_.numbers()[text_.number_at(i)];
      const bool ratio = mention.kind == NumberKind::ratio;
      if (!ratio && mention.kind != NumberKind::difference) continue;
      const int effect = sign_of(ratio ? mention.value - 1 : mention.value);
      const int value = ratio && is_of_event(text_, i, passage_.outcome) ? -effect : effect;
      const std::string_view near = to_string(text_.nearness(i));
      add(fmt::format("{} {}", ratio ? "ratio" : "difference", near), value);
      if (!told_ && !paired_) add(ratio ? "only ratio" : "only difference", value);
      paired_ = true;
    }
  }

  /// What the intervention is meant to do, where the passage says nothing else.
  void add_valence() {
    const Valence valence = passage_.outcome.valence;
    const char* told = told_ ? "told" : paired_ ? "numbers" : "untold";
    if (valence != Valence::neutral) add(fmt::format("hope {}", told), valence == Valence::good ? 1 : -1);
    for (const std::string& stem : passage_.outcome_stems) {
      add(fmt::format("hope|{}", stem), 1);
      if (!told_ && !paired_) add(fmt::format("hope untold|{}", stem), 1);
    }
    add(fmt::format("hope {} any", told), 1);
  }

  const ReadPassage& passage_;
  const MarkedPassage& text_;
  std::map<std::string, int> signs_;
  bool told_ = false;    ///< a change says what happened
  bool paired_ = false;  ///< numbers say what happened
};

}  // namespace

namespace {

/// Tells how far changes stand from the places where the outcome is named, in tokens. What follows a change is its
/// object: "reduced pain and increased sleep"; "and" begins something else.
class Distances {
 public:
  explicit Distances(const MarkedPassage& text) : text_(text), ands_{0} {
    for (const Token& token : text.tokens()) ands_.push_back(ands_.back() + (token.norm == "and" ? 1 : 0));
  }

  /// The change nearest to a place, the first of equals, and how far it is; nullptr when none stands in its clause.
  [[nodiscard]] std::pair<const Change*, std::size_t> closest_to(std::size_t place,
                                                                 const std::vector<Change>& changes) const {
    std::pair<const Change*, std::size_t> found{nullptr, 0};
    for (const Change& change : changes) {
      if (text_.clause_of(place) != text_.clause_of(change.first)) continue;
      const std::size_t tokens = between(change, place);
      if (found.first == nullptr || tokens < found.second) found = {&change, tokens};
    }
    return found;
  }

 private:
  [[nodiscard]] std::size_t between(const Change& change, std::size_t place) const {
    constexpr std::size_t further = 6;
    const bool object = place >= change.last;
    const std::size_t from = object ? change.last : place;
    const std::size_t to = object ? place : std::max(change.first, place);
    return (object ? 1 : 2) * (to - from) + further * (ands_[to] - ands_[from]);
  }

  const MarkedPassage& text_;
  std::vector<std::size_t> ands_;  ///< how many "and" stand ahead of each token
};

}  // namespace

void ReadPassage::find_closest() {
  for (const Change& change : changes) nearness_.push_back(text.nearness(change.first));
  if (text.outcome_places().empty()) return;
  const Distances distances(text);
  std::vector<bool> is_closest(changes.size());
  bool alone = false;  // the outcome is named in a clause without a change
  std::size_t least = 0;
  for (const std::size_t place : text.outcome_places()) {
    const auto [change, tokens] = distances.closest_to(place, changes);
    alone = alone || change == nullptr;
    if (change == nullptr) continue;
    is_closest[index_of(*change)] = true;
    if (change->negated || (closest != nullptr && tokens >= least)) continue;
    closest = change;
    least = tokens;
  }
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (nearness_[i] == Nearness::clause && !alone && !is_closest[i]) nearness_[i] = Nearness::sentence;
  }
}

bool ReadPassage::is_denied() const {
  if (closest != nullptr) return false;
  for (const std::size_t place : text.outcome_places()) {
    for (std::size_t i = place; i > 0 && i + 3 > place; --i) {
      const std::string& norm = text.tokens()[i - 1].norm;
      if (norm == "not" || norm == "nor") return true;
    }
  }
  return false;
}

int worth(const Change& change, const OutcomeSort& outcome) {
  if (change.kind == ChangeKind::up) return 1;
  if (change.kind == ChangeKind::down) return -1;
  const int better = change.kind == ChangeKind::good ? 1 : -1;
  return outcome.valence == Valence::good ? better : outcome.valence == Valence::bad ? -better : 0;
}

bool is_of_fall(const NumberPair& pair, const ReadPassage& passage) {
  if (!pair.change || passage.outcome.fall) return false;
  return std::any_of(passage.changes.begin(), passage.changes.end(), [&](const Change& change) {
    const bool down =
        change.said == ChangeKind::down || (change.said == ChangeKind::good && passage.outcome.valence == Valence::bad);
    return (!change.amount || change.joined) && down && !change.named && change.first <= pair.token &&
           passage.text.sentence_of(change.first) == passage.text.sentence_of(pair.token);
  });
}

int worth(const NumberPair& pair, const ReadPassage& passage) {
  const int value = sign_of(pair.first - pair.second);
  if (pair.first <= 0 && pair.second <= 0)  // how much it fell by
    return passage.outcome.fall || passage.outcome.rise ? -value : value;
  return pair.first >= 0 && pair.second >= 0 && is_of_fall(pair, passage) ? -value : value;
}

bool is_of_event(const MarkedPassage& text, std::size_t at, const OutcomeSort& outcome) {
  const bool hazard = text.tokens()[at].norm.starts_with("h") || (at > 0 && text.tokens()[at - 1].norm == "hazard");
  return hazard && (outcome.time || outcome.valence == Valence::good);
}

ReadPassage::ReadPassage(std::string_view passage, const ComparisonWords& words)
    : text(passage, words),
      outcome(sort_outcome(words)),
      outcome_stems(content_stems(words.outcome)),
      changes(find_changes(text, outcome)),
      pairs(find_number_pairs(text)) {
  for (const Change& change : changes) referents_.push_back(find_referent(text, change));
  find_closest();
}

Features comparison_signs(const ReadPassage& passage) {
  return SignWriter(passage).write();
}

}  // namespace claimcheck
