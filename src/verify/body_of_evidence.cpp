#include "verify/body_of_evidence.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "text/tokens.h"
#include "verify/claimed_amount.h"

namespace claimcheck {
namespace {

bool is_animal(const Finding& finding) {
  return finding.design == Design::animal || finding.design == Design::in_vitro;
}

bool is_counter_example(const Finding& finding) {
  return finding.stance == Stance::opposes && is_weighed(finding) && !is_animal(finding) &&
         finding.design != Design::narrative_review && finding.directness != Directness::off_target;
}

// No case among enough people, set aside all the same (zero_events.h).
bool is_near_miss(const Finding& finding) {
  return finding.reported == Reported::bound && finding.stance == Stance::supports && !is_weighed(finding) &&
         !finding.retracted && finding.reliability >= kWeighedReliability;
}

// A study that does not use the claim's own words may have looked for something else.
bool looked_for_claim(const Finding& finding) {
  return std::none_of(finding.mismatches.begin(), finding.mismatches.end(),
                      [](const SlotMismatch& mismatch) { return mismatch.slot == "wording"; });
}

// Files a weighed finding under what it says beside support and opposition.
void file_weighed(const Finding& finding, BodyOfEvidence& evidence) {
  const bool bound = finding.reported == Reported::bound;
  if (finding.reported == Reported::gap_stated) {
    evidence.gaps.push_back(&finding);
  } else if (finding.stance == Stance::inconclusive && bound) {
    evidence.wide_bounds.push_back(&finding);
  } else if (finding.stance == Stance::inconclusive && finding.directness >= Directness::far) {
    evidence.indirect.push_back(&finding);
  } else if (finding.stance == Stance::inconclusive && finding.reported == Reported::no_difference) {
    (looked_for_claim(finding) ? evidence.null_results : evidence.indirect).push_back(&finding);
  } else if (finding.stance == Stance::supports && (bound || finding.reported == Reported::rate)) {
    evidence.has_bound = true;
  }
}

// "Shown in X only": what a single study has is nothing that its side has in common, and the follow-up is no qualifier,
// for every study ends at some time.
std::vector<Qualifier> find_qualifiers(const ClaimFrame& frame, const SideCertainty& side) {
  std::vector<Qualifier> qualifiers;
  if (side.weighed.size() < 2) return qualifiers;
  for (const ScopeAxis& axis : scope_axes()) {
    if (axis.name == "follow_up" || !axis.claimed(frame).empty()) continue;
    std::string value = common_value(axis, side.weighed);
    // Those who have what the claim's outcome names are its own people.
    const std::vector<std::string>& own = frame.population.concepts;
    if (std::find(own.begin(), own.end(), value) != own.end()) continue;
    if (!value.empty()) qualifiers.push_back({std::string(axis.name), std::move(value)});
  }
  return qualifiers;
}

}  // namespace

BodyOfEvidence collect_evidence(const ClaimFrame& frame, std::span<const Finding> findings) {
  BodyOfEvidence evidence;
  evidence.supporting = weigh_side(frame, findings, Stance::supports);
  evidence.opposing = weigh_side(frame, findings, Stance::opposes);
  bool has_retracted_support = false;
  bool has_animal = false;
  bool has_human = false;
  for (const Finding& finding : findings) {
    has_retracted_support = has_retracted_support || (finding.retracted && finding.stance == Stance::supports);
    (is_animal(finding) ? has_animal : has_human) = true;
    if (is_counter_example(finding)) evidence.counter_examples.push_back(&finding);
    if (is_weighed(finding)) file_weighed(finding, evidence);
    if (is_near_miss(finding)) evidence.near_misses.push_back(&finding);
  }
  evidence.only_retracted = has_retracted_support && evidence.supporting.families == 0;
  evidence.only_animal = has_animal && !has_human;
  evidence.only_by_words = !findings.empty() && std::all_of(findings.begin(), findings.end(),
                                                            [](const Finding& finding) { return finding.by_words; });
  const bool rare = is_rare_or_long_term(frame);
  for (auto* group : {&evidence.counter_examples, &evidence.null_results, &evidence.gaps, &evidence.wide_bounds,
                      &evidence.near_misses, &evidence.indirect}) {
    std::sort(group->begin(), group->end(),
              [rare](const Finding* a, const Finding* b) { return is_stronger(*a, *b, rare); });
  }
  evidence.moderator = find_moderator(evidence.supporting.weighed, evidence.opposing.weighed);
  evidence.qualifiers = find_qualifiers(frame, evidence.supporting);
  return evidence;
}

bool goes_beyond_effect(const ClaimFrame& frame) {
  const bool of_effect =
      frame.kind == ClaimKind::benefit || frame.kind == ClaimKind::comparative || frame.kind == ClaimKind::mechanism;
  return of_effect && !frame.quantifier.empty() && !frame.threshold;
}

bool states_relative_change(const ClaimFrame& frame) {
  const std::optional<ClaimedAmount> amount = find_claimed_amount(frame.text, tokenize(frame.text));
  return amount && amount->sort != ClaimedAmount::Sort::units;
}

bool is_blocked_by_gap(const ClaimFrame& frame, const BodyOfEvidence& evidence) {
  if (evidence.gaps.empty()) return false;
  if (plays_harm_down(frame)) return true;
  if (!frame.long_term || evidence.supporting.weighed.empty()) return false;
  const Finding& best = *evidence.supporting.weighed.front();
  return std::any_of(evidence.gaps.begin(), evidence.gaps.end(),
                     [&](const Finding* gap) { return gap->family == best.family; });
}

}  // namespace claimcheck
