#pragma once

#include <optional>

#include "core/claim_frame.h"
#include "core/finding.h"

namespace claimcheck {

/// What a sentence says of the outcome, before the claim is held against it.
struct Reading {
  Reported reported = Reported::event;
  bool significant = false;
  bool denied = false;            ///< an occurrence that the sentence denies ("no case of … was seen")
  bool authors_reject = false;    ///< the authors conclude that the treatment does not work
  bool arms_told = false;         ///< each arm has its number, and a test tells them apart
  bool noninferior = false;       ///< as good as an active treatment, within a margin
  bool partial = false;           ///< found in some of the people, the studies or the end points: no ground to support
  std::optional<bool> reassures;  ///< what it says of the way in which the claim plays the harm down
  FindingNumbers numbers;
};

/// True if it tells that the outcome became more or less.
inline bool tells_change(const Reading& reading) {
  return reading.reported == Reported::increase || reading.reported == Reported::decrease;
}

/// The stance that a reading takes on a claim: the table of verdict-method, section 3. Null results never support
/// absence (Cochrane Handbook 12.7.4); zero events support it only when 3/n (Hanley and Lippman-Hand, JAMA
/// 1983;249:1743) is at most the claim's threshold. What was found in part opposes only a claim of absence.
Stance decide_stance(const ClaimFrame& frame, const Reading& reading);

/// The share of people harmed, at most, that a claim of absence allows when it states none: 1 in 1,000, the upper end
/// of "rare" (CIOMS frequency bands, as in the EU SmPC guideline of 2009).
inline constexpr double kAbsenceThreshold = 0.001;

/// Upper end of the 95 % interval of a rate after zero events in `exposed`: the rule of three; nullopt below 30.
std::optional<double> rule_of_three(int exposed);

/// 95 % Wilson score interval of events / exposed (Wilson, J Am Stat Assoc 1927;22:209). `exposed` > 0.
struct RateInterval {
  double low = 0;
  double high = 1;
};
RateInterval wilson_interval(int events, int exposed);

}  // namespace claimcheck
