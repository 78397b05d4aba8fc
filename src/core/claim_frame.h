#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/enum_names.h"
#include "core/span.h"

namespace claimcheck {

/// What sort of statement a claim is (verdict-method, section 1).
enum class ClaimKind {
  benefit,
  harm_exists,
  harm_absent,
  harm_magnitude,
  comparative,
  numeric,
  mechanism,
  regulatory,
  opinion,
};

/// How strongly a claim is worded, weakest first; order matters.
enum class Strength { none, reported, associated, may, causal, absolute };

enum class Polarity { affirmed, negated };

/// What the claim says happens to the outcome.
enum class Direction { unspecified, increase, decrease, no_change };

/// Is more of an outcome good or bad for the patient?
enum class Valence { neutral, good, bad };

/// One slot of a frame: the words, where they stand in the claim (empty span: set by a person or inferred), and
/// the ids of the vocabulary concepts that they name (empty when the vocabulary knows none: then the words
/// themselves are searched and matched).
struct Slot {
  std::string text;
  Span span;
  std::vector<std::string> concepts;
  [[nodiscard]] bool empty() const { return text.empty() && concepts.empty(); }
  bool operator==(const Slot&) const = default;
};

/// A claim taken apart. Slots that the claim leaves open are empty and read broadly: they cover everything.
struct ClaimFrame {
  std::string claim_id;
  std::string text;
  ClaimKind kind = ClaimKind::opinion;
  Strength strength = Strength::none;  ///< of the wording, as a reader hears it (verify/wording.h)
  /// The strength that the verdict holds the claim to: the most that its words may mean. Decides the certainty that is
  /// demanded. "Low risk" words no cause and is held to one; "not associated with harm" and "safe" are held to the
  /// absence that a reader takes from them.
  Strength demand = Strength::none;
  Polarity polarity = Polarity::affirmed;
  Direction direction = Direction::unspecified;
  Slot subject;  ///< the intervention or exposure
  /// The exposure is a lack of what the subject names ("low vitamin D levels"), or the end of it ("stopping lithium").
  bool subject_is_lack = false;
  Slot comparator;
  /// The claim compares and names nothing to compare with ("works faster", "is safer"): no plain effect supports it.
  bool lacks_comparator = false;
  Slot outcome;
  Valence valence = Valence::neutral;  ///< of the outcome
  Slot population;
  Slot route;
  Slot dose;
  Slot duration;                         ///< time horizon; "long-term"
  bool long_term = false;                ///< the duration means beyond the longest follow-up quoted
  Slot setting;                          ///< medical or recreational use, where the claim says so
  Slot quantifier;                       ///< "low", "rare", "30 %", "most", "highly"
  std::optional<double> threshold;       ///< the rate, 0..1, that the quantifier allows, where it states or implies one
  std::optional<double> threshold_high;  ///< the upper end, where the claim gives a range ("one to two per million")
  Slot strength_cue;                     ///< the words that set `strength`
  Slot demand_cue;                       ///< the words that set `demand`
  /// Content words that no slot and no rule took up ("self-administered", "temporary"): evidence that names none of
  /// them cannot support the claim. Folded stems, in order.
  std::vector<std::string> unread;
  /// Words that change what the claim says and that no finding is held against ("without nausea", "doubles", "by
  /// raising BDNF"), verbatim: nothing can support the claim as it is worded.
  std::vector<std::string> unmatched;
  std::string unresolved;  ///< why the claim cannot be checked as worded; empty when it can
  bool operator==(const ClaimFrame&) const = default;
};

template <>
struct EnumNames<ClaimKind> {
  static constexpr std::array<std::string_view, 9> values{"benefit",        "harm_exists", "harm_absent",
                                                          "harm_magnitude", "comparative", "numeric",
                                                          "mechanism",      "regulatory",  "opinion"};
};
template <>
struct EnumNames<Strength> {
  static constexpr std::array<std::string_view, 6> values{"none", "reported", "associated",
                                                          "may",  "causal",   "absolute"};
};
template <>
struct EnumNames<Polarity> {
  static constexpr std::array<std::string_view, 2> values{"affirmed", "negated"};
};
template <>
struct EnumNames<Direction> {
  static constexpr std::array<std::string_view, 4> values{"unspecified", "increase", "decrease", "no_change"};
};
template <>
struct EnumNames<Valence> {
  static constexpr std::array<std::string_view, 3> values{"neutral", "good", "bad"};
};

}  // namespace claimcheck
