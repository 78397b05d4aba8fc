#include "verify/stance.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <vector>

#include "text/cues.h"
#include "text/one_of.h"
#include "verify/concept_roots.h"
#include "verify/phrase_table.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

// The interval of a ratio lies within a quarter of no effect: what it leaves possible is not appreciable (GRADE
// Guidelines 6, J Clin Epidemiol 2011;64:1283).
bool excludes_worthwhile_effect(const FindingNumbers& numbers) {
  constexpr double appreciable = 0.25;
  return numbers.null_value == 1 && numbers.ci_low && numbers.ci_high && *numbers.ci_low >= 1 - appreciable &&
         *numbers.ci_high <= 1 + appreciable;
}

// What "does not lower it" denies; nullopt where the claim names no change ("has no effect on").
std::optional<Reported> denied_change(const ClaimFrame& frame) {
  const std::vector<Token> tokens = tokenize(frame.text);
  for (const Token& token : tokens) {
    for (const Cue& cue : find_cues({&token, 1})) {
      if (is_effect(cue.kind)) return amount_change(cue.kind, frame.valence);
    }
  }
  return std::nullopt;
}

// Within a margin as good as the other: what "as effective as" and "no worse than" claim, less than what "better than"
// does, and the contrary of "worse than".
Stance stance_on_noninferiority(const ClaimFrame& frame) {
  if (frame.direction == Direction::no_change) {
    const std::vector<Token> tokens = tokenize(frame.text);
    const bool no_worse = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
      static constexpr std::array<std::string_view, 3> words{"worse", "inferior", "noninferior"};
      return is_one_of(words, token.norm);
    });
    return frame.polarity == Polarity::affirmed || no_worse ? Stance::supports : Stance::inconclusive;
  }
  const bool worse =
      frame.valence == Valence::bad ? frame.direction == Direction::increase : frame.direction == Direction::decrease;
  return worse ? Stance::opposes : Stance::inconclusive;
}

// "Works for everyone", "every patient gains weight".
bool speaks_of_everyone(const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 4> all{"everyone", "everybody", "always", "invariably"};
  static constexpr std::array<std::string_view, 3> each{"every", "all", "each"};
  if (frame.demand != Strength::absolute) return false;
  const std::vector<Token> tokens = tokenize(frame.text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is_one_of(all, tokens[i].norm)) return true;
    const bool people = i + 1 < tokens.size() && study_words().contains({&tokens[i + 1], 1}, "people");
    if (is_one_of(each, tokens[i].norm) && people) return true;
  }
  return false;
}

// "Has fewer side effects", "the greatest safety": that it has side effects does not show that another has fewer.
bool is_safer_than_unnamed(const ClaimFrame& frame) {
  return frame.lacks_comparator &&
         std::any_of(frame.outcome.concepts.begin(), frame.outcome.concepts.end(),
                     [](const std::string& id) { return id == kSafety || id == kAdverseEffects; });
}

Stance stance_on_change(const ClaimFrame& frame, bool rises) {
  if (rises != (frame.direction == Direction::increase)) {
    return is_safer_than_unnamed(frame) ? Stance::inconclusive : Stance::opposes;
  }
  // That a treatment works does not show that it works better than an unnamed other.
  return frame.lacks_comparator ? Stance::inconclusive : Stance::supports;
}

Stance stance_on_effect(const ClaimFrame& frame, const Reading& reading) {
  if (frame.direction == Direction::unspecified) return Stance::inconclusive;
  const bool denies = frame.direction == Direction::no_change;
  if (reading.reported == Reported::no_difference) {
    // People in whom it did not work are the counter-example to "for everyone".
    if (!denies && speaks_of_everyone(frame)) return Stance::opposes;
    if (!reading.authors_reject && !excludes_worthwhile_effect(reading.numbers)) return Stance::inconclusive;
    return denies ? Stance::supports : Stance::opposes;
  }
  if (reading.reported != Reported::increase && reading.reported != Reported::decrease) return Stance::inconclusive;
  if (frame.kind == ClaimKind::comparative && reading.noninferior) return stance_on_noninferiority(frame);
  if (denies) {
    // "Does not lower it": that it rose is no counter-example.
    const std::optional<Reported> denied = denied_change(frame);
    return !denied || *denied == reading.reported ? Stance::opposes : Stance::inconclusive;
  }
  return stance_on_change(frame, reading.reported == Reported::increase);
}

Stance stance_on_harm(const ClaimFrame& frame, const Reading& reading) {
  switch (reading.reported) {
    case Reported::increase:
      return Stance::supports;
    case Reported::event:
      return reading.denied ? Stance::inconclusive : Stance::supports;
    case Reported::rate: {
      const double rate = reading.numbers.rate.value_or(0);
      if (speaks_of_everyone(frame) && rate < 1) return Stance::opposes;
      return rate > 0 ? Stance::supports : Stance::inconclusive;
    }
    case Reported::decrease:
      return reading.significant ? Stance::opposes : Stance::inconclusive;
    case Reported::no_difference:
    case Reported::bound:
    case Reported::gap_stated:
      return Stance::inconclusive;
  }
  return Stance::inconclusive;
}

// "Has no effect on the risk", "does not affect it": less of the harm is an effect as well.
bool denies_any_effect(const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 6> words{"effect",    "affect", "affects",
                                                         "influence", "impact", "bearing"};
  static constexpr std::array<std::string_view, 3> harms{"side", "adverse", "harmful"};
  const std::vector<Token> tokens = tokenize(frame.text);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (is_one_of(words, tokens[i].norm) && !is_one_of(harms, tokens[i - 1].norm)) return true;
  }
  return false;
}

Stance stance_on_absence(const ClaimFrame& frame, const Reading& reading) {
  switch (reading.reported) {
    case Reported::increase:
      return Stance::opposes;
    case Reported::event:
      return reading.denied ? Stance::inconclusive : Stance::opposes;
    case Reported::rate:
      return reading.numbers.rate.value_or(0) > 0 ? Stance::opposes : Stance::inconclusive;
    case Reported::bound: {
      const auto upper = rule_of_three(reading.numbers.exposed.value_or(0));
      return upper && *upper <= frame.threshold.value_or(kAbsenceThreshold) ? Stance::supports : Stance::inconclusive;
    }
    case Reported::decrease:
      return reading.significant && denies_any_effect(frame) ? Stance::opposes : Stance::inconclusive;
    case Reported::no_difference:
    case Reported::gap_stated:
      return Stance::inconclusive;
  }
  return Stance::inconclusive;
}

// Without a denominator only a margin can speak: a rate counts as above a threshold when it is at least three times it.
RateInterval interval_of(const FindingNumbers& numbers) {
  if (numbers.rate_low && numbers.rate_high) return {*numbers.rate_low, *numbers.rate_high};
  if (numbers.exposed && *numbers.exposed > 0 && numbers.rate) {
    return wilson_interval(static_cast<int>(std::lround(*numbers.rate * *numbers.exposed)), *numbers.exposed);
  }
  return {numbers.rate.value_or(0) / 3, 1};
}

Stance stance_on_magnitude(const ClaimFrame& frame, const Reading& reading) {
  if (!frame.threshold) {
    if (!reading.reassures) return Stance::inconclusive;
    return *reading.reassures ? Stance::supports : Stance::opposes;
  }
  const bool claims_low = frame.direction != Direction::increase;
  if (reading.reported == Reported::bound) {
    const auto upper = rule_of_three(reading.numbers.exposed.value_or(0));
    return claims_low && upper && *upper <= *frame.threshold ? Stance::supports : Stance::inconclusive;
  }
  // "64 % with the drug, 24 % with placebo": more, and how often.
  const bool counted = reading.reported == Reported::rate ||
                       (!claims_low && reading.reported == Reported::increase && reading.numbers.rate);
  if (!counted) return Stance::inconclusive;
  const RateInterval interval = interval_of(reading.numbers);
  const bool above = interval.low > *frame.threshold;
  const bool below = interval.high <= *frame.threshold;
  if (above) return claims_low ? Stance::opposes : Stance::supports;
  if (below) return claims_low ? Stance::supports : Stance::opposes;
  return Stance::inconclusive;
}

// A claimed rate agrees when it lies in the interval of the reported one, or within a tenth of it where no interval
// follows. Of a claimed range any part may lie there.
Stance stance_on_number(const ClaimFrame& frame, const Reading& reading) {
  if (!frame.threshold || !reading.numbers.rate) return Stance::inconclusive;
  constexpr double tolerance = 0.1;
  const double low = *frame.threshold;
  const double high = frame.threshold_high.value_or(low);
  const double reported = *reading.numbers.rate;
  if (low - tolerance * reported <= reported && reported <= high + tolerance * reported) return Stance::supports;
  if (!reading.numbers.exposed && !reading.numbers.rate_low) return Stance::opposes;
  const RateInterval interval = interval_of(reading.numbers);
  return interval.low <= high && low <= interval.high ? Stance::supports : Stance::opposes;
}

Stance stance_on_whole(const ClaimFrame& frame, const Reading& reading) {
  switch (frame.kind) {
    case ClaimKind::harm_exists:
      return stance_on_harm(frame, reading);
    case ClaimKind::harm_absent:
      return stance_on_absence(frame, reading);
    case ClaimKind::harm_magnitude:
      return stance_on_magnitude(frame, reading);
    case ClaimKind::benefit:
    case ClaimKind::comparative:
    case ClaimKind::mechanism:
      return stance_on_effect(frame, reading);
    case ClaimKind::numeric:
      return stance_on_number(frame, reading);
    case ClaimKind::regulatory:
    case ClaimKind::opinion:
      return Stance::inconclusive;
  }
  return Stance::inconclusive;
}

}  // namespace

std::optional<double> rule_of_three(int exposed) {
  if (exposed < 30) return std::nullopt;
  return 3.0 / exposed;
}

RateInterval wilson_interval(int events, int exposed) {
  assert(exposed > 0);
  constexpr double z = 1.959964;
  const double n = exposed;
  const double p = std::min(1.0, std::max(0.0, events / n));
  const double centre = p + z * z / (2 * n);
  const double margin = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
  const double scale = 1 + z * z / n;
  return {std::max(0.0, (centre - margin) / scale), std::min(1.0, (centre + margin) / scale)};
}

Stance decide_stance(const ClaimFrame& frame, const Reading& reading) {
  const Stance stance = stance_on_whole(frame, reading);
  const bool refutes = frame.kind == ClaimKind::harm_absent && stance == Stance::opposes;
  return reading.partial && !refutes ? Stance::inconclusive : stance;
}

}  // namespace claimcheck
