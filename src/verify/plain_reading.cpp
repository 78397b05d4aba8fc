#include "verify/plain_reading.h"

#include <algorithm>
#include <string_view>

#include "text/word_set.h"

namespace claimcheck {
namespace {

struct Evidence {
  bool null = false;  ///< a null result, a p-value or an interval that leaves it open
  bool sure = false;  ///< a p-value or an interval that does not
};

bool is_trend(const Token& token) {
  static const WordSet words{"tend", "trend", "numer", "slight", "nonsignific", "margin", "border", "although"};
  return words.contains(token.stem);
}

/// What the clause of the outcome, or the whole passage, says of significance.
Evidence find_evidence(const MarkedPassage& text, bool whole) {
  Evidence evidence;
  const auto counts = [&](std::size_t at) { return whole || text.nearness(at) == Nearness::clause; };
  for (const Cue& cue : text.cues()) evidence.null |= cue.kind == CueKind::null_result && counts(cue.first);
  for (std::size_t i = 0; i < text.tokens().size(); ++i) {
    if (!counts(i)) continue;
    evidence.null |= is_trend(text.tokens()[i]);
    if (text.number_at(i) == text.numbers().size()) continue;
    const std::string_view mark = text.number_mark(text.number_at(i));
    evidence.null |= mark == "<p ns>" || mark == "<ci 0>";
    evidence.sure |= mark == "<p sig>" || mark == "<ci>";
  }
  return evidence;
}

std::optional<Reported> reported(int sign) {
  if (sign == 0) return std::nullopt;
  return sign > 0 ? Reported::increase : Reported::decrease;
}

std::optional<Reported> read_numbers(const ReadPassage& passage) {
  if (passage.pairs.size() != 1) return std::nullopt;
  const NumberPair& pair = passage.pairs.front();
  if (pair.arms != "beside" && pair.arms != "ahead" && pair.arms != "behind") return std::nullopt;
  return reported(worth(pair, passage));
}

std::optional<Reported> read_change(const ReadPassage& passage) {
  const Change& change = *passage.closest;
  // "Fell by 3 with X and by 5 with Y": both fell, and the numbers tell which fell more.
  if (passage.pairs.size() == 1 && passage.pairs.front().change) return read_numbers(passage);
  const Referent& referent = passage.referent(change);
  if (referent.how == "none" || referent.how == "twice" || referent.how == "in") return std::nullopt;
  return reported((referent.arm == kArmMark ? 1 : -1) * worth(change, passage.outcome));
}

/// "OR 1.63 (95% CI 1.17 to 2.25)": of the intervention against the comparator.
std::optional<Reported> read_estimate(const MarkedPassage& text, const OutcomeSort& outcome) {
  std::optional<Reported> found;
  for (std::size_t i = 0; i < text.tokens().size(); ++i) {
    if (text.number_at(i) == text.numbers().size() || text.nearness(i) != Nearness::clause) continue;
    const NumberMention& number = text.numbers()[text.number_at(i)];
    const bool ratio = number.kind == NumberKind::ratio;
    if (!ratio && number.kind != NumberKind::difference) continue;
    const double size = ratio ? number.value - 1 : number.value;
    const double effect = is_of_event(text, i, outcome) ? -size : size;
    const auto said = reported(effect > 0 ? 1 : effect < 0 ? -1 : 0);
    if (found && said != found) return std::nullopt;
    found = said;
  }
  return text.arm_order().starts_with(kOtherMark) ? std::nullopt : found;
}

}  // namespace

std::optional<Reported> read_plainly(const ReadPassage& passage) {
  const MarkedPassage& text = passage.text;
  if (passage.is_denied()) return Reported::no_difference;
  const Evidence whole = find_evidence(text, true);
  const Evidence near = find_evidence(text, false);
  if (near.null) return std::nullopt;
  if (passage.closest != nullptr) return near.sure || !whole.null ? read_change(passage) : std::nullopt;
  if (!near.sure || !passage.changes.empty()) return std::nullopt;
  if (const auto numbers = read_numbers(passage)) return numbers;
  return read_estimate(text, passage.outcome);
}

}  // namespace claimcheck
