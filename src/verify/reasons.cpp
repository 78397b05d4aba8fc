#include "verify/reasons.h"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/core.h>
#include <fmt/ranges.h>

#include "verify/reason_words.h"
#include "verify/scope_axes.h"
#include "verify/stance.h"
#include "verify/study_scope.h"
#include "verify/weigh.h"

namespace claimcheck {
namespace {

// A review counts as old when evidence more than this many years newer was read beside it (verdict-method, section 4).
constexpr int kStaleYears = 5;

// The slots that the claim leaves open and by which its opposition can be told apart, with what they are there. Use
// outside medicine comes with its doses.
std::string open_scope(const ClaimFrame& frame, const std::vector<const Finding*>& opposing) {
  std::vector<std::string> slots;
  const bool has_recreational = std::any_of(opposing.begin(), opposing.end(), [](const Finding* finding) {
    return finding->setting == Setting::recreational;
  });
  if (has_recreational && frame.setting.empty()) {
    if (frame.dose.empty()) slots.emplace_back("dose");
    slots.emplace_back("setting: recreational use");
  }
  for (const ScopeAxis& axis : scope_axes()) {
    // What a single record has is nothing that its side has in common.
    if (opposing.size() < 2) break;
    const bool named = axis.name == "setting" || axis.name == "follow_up" || !axis.claimed(frame).empty();
    if (named || (axis.name == "dose" && has_recreational)) continue;
    const std::string value = common_value(axis, opposing);
    if (!value.empty()) slots.push_back(fmt::format("{}: {}", in_words(std::string(axis.name)), in_words(value)));
  }
  return fmt::format("{}", fmt::join(slots, ", "));
}

std::vector<Reason> shown(std::vector<Reason> reasons) {
  if (reasons.size() > kShownReasons) reasons.resize(kShownReasons);
  return reasons;
}

std::string describe_number_mismatch(const ClaimFrame& frame, const Finding& finding) {
  return fmt::format("The claim says {}; {} reports {:.3g} %.", frame.quantifier.text, name_source(finding),
                     finding.numbers.rate.value_or(0) * 100);
}

void add_newer_opposes(const BodyOfEvidence& evidence, std::vector<Reason>& reasons) {
  if (!is_newer_opposed(evidence)) return;
  reasons.push_back(
      {ReasonCode::newer_opposes,
       fmt::format(
           "What speaks against the claim ({}) is newer than every study that speaks for it (the latest is of {}).",
           evidence.opposing.newest_year, evidence.supporting.newest_year)});
}

void add_concern(const SideCertainty& side, std::vector<Reason>& reasons) {
  const auto found =
      std::find_if(side.weighed.begin(), side.weighed.end(), [](const Finding* f) { return f->concern; });
  if (found == side.weighed.end()) return;
  reasons.push_back({ReasonCode::concern, fmt::format("The journal has published an expression of concern about {}.",
                                                      name_source(**found))});
}

void add_spin(const SideCertainty& side, std::vector<Reason>& reasons) {
  const auto found = std::find_if(side.weighed.begin(), side.weighed.end(), [](const Finding* f) { return f->spin; });
  if (found == side.weighed.end()) return;
  reasons.push_back(
      {ReasonCode::abstract_spin, fmt::format("{} concludes more than its own results show.", name_source(**found))});
}

void add_duplicates(const SideCertainty& side, std::vector<Reason>& reasons) {
  if (side.papers <= side.families) return;
  reasons.push_back(
      {ReasonCode::duplicate_family,
       fmt::format("The {} papers that speak for the claim come from {}, and papers on the same people count once.",
                   side.papers, count_families(side.families))});
}

void add_near_miss(const ClaimFrame& frame, const BodyOfEvidence& evidence, std::vector<Reason>& reasons) {
  if (evidence.near_misses.empty()) return;
  const Finding& finding = *evidence.near_misses.front();
  if (!finding.looked_for) {
    reasons.push_back({ReasonCode::outcome_not_measured,
                       fmt::format("{} saw no case, and does not say that it looked for any.", name_source(finding))});
    return;
  }
  const std::optional<int> horizon = claimed_horizon(frame);
  if (!horizon) return;
  reasons.push_back({ReasonCode::follow_up_too_short,
                     fmt::format("{} saw no case within {} days; the claim speaks of {} days.", name_source(finding),
                                 finding.scope.follow_up_days.value_or(0), *horizon)});
}

std::string describe_gap(const BodyOfEvidence& evidence) {
  return fmt::format("{} itself says that there are too few data to tell.", name_source(*evidence.gaps.front()));
}

std::string list_slots(const Finding& finding) {
  std::vector<std::string> slots;
  for (const SlotMismatch& mismatch : finding.mismatches) slots.push_back(in_words(mismatch.slot));
  return fmt::format("{}", fmt::join(slots, ", "));
}

// What was reported too far from the claim, and in what it differs.
void add_indirect(const BodyOfEvidence& evidence, std::vector<Reason>& reasons) {
  if (evidence.indirect.empty()) return;
  const Finding& finding = *evidence.indirect.front();
  const bool surrogate = std::any_of(finding.mismatches.begin(), finding.mismatches.end(),
                                     [](const SlotMismatch& mismatch) { return mismatch.slot == "outcome"; });
  if (surrogate) {
    reasons.push_back(
        {ReasonCode::surrogate_outcome,
         fmt::format("{} measures {}, which is a stand-in for the claimed outcome and not that outcome itself.",
                     name_source(finding), in_words(finding.outcome))});
    return;
  }
  reasons.push_back({ReasonCode::only_indirect,
                     fmt::format("{} reports on this outcome, but not on quite what the claim says (different: {}).",
                                 name_source(finding), list_slots(finding))});
}

void explain_absence(const ClaimFrame& frame, const BodyOfEvidence& evidence, std::vector<Reason>& reasons) {
  reasons.push_back(
      {ReasonCode::absence_not_shown,
       "No study that was found shows that the harm is absent or rare: none says how many people were followed, long "
       "enough, without a case."});
  add_near_miss(frame, evidence, reasons);
  if (!evidence.wide_bounds.empty()) {
    const Finding& bound = *evidence.wide_bounds.front();
    const auto upper = rule_of_three(bound.numbers.exposed.value_or(0));
    const double allowed = frame.threshold.value_or(kAbsenceThreshold);
    reasons.push_back(
        {ReasonCode::upper_bound_too_wide,
         upper ? fmt::format(
                     "No case among {} people still leaves room for a rate of up to {:.2g} % (3 divided by the number "
                     "of people); the wording allows at most {:.2g} %.",
                     *bound.numbers.exposed, *upper * 100, allowed * 100)
               : std::string("No case was seen, but in fewer than 30 people, too few to say how rare it is.")});
  }
  if (!evidence.gaps.empty()) {
    const ReasonCode code =
        frame.long_term || frame.demand == Strength::absolute || frame.kind == ClaimKind::harm_magnitude
            ? ReasonCode::follow_up_too_short
            : ReasonCode::gap_stated;
    reasons.push_back({code, describe_gap(evidence)});
  }
  add_indirect(evidence, reasons);
  if (!evidence.null_results.empty()) {
    reasons.push_back({ReasonCode::null_not_equivalence,
                       fmt::format("{} found no significant difference, which is no proof that there is none.",
                                   name_source(*evidence.null_results.front()))});
  }
}

// Reports show the certainty of all that speaks for the claim. Where what is on just this claim reaches less, and so
// decides, the sentence tells both.
std::string describe_reach(const SideCertainty& side) {
  std::string reach = "what speaks for it reaches " + in_words(side.certainty);
  if (side.direct_certainty >= side.certainty) return reach;
  if (side.direct_certainty == Certainty::none) return reach + ", but none of it is on exactly what the claim says";
  return fmt::format("{} taken together, but only {} where it is on exactly what the claim says", reach,
                     in_words(side.direct_certainty));
}

// `side` is held to less than what the wording demands.
void explain_shortfall(const ClaimFrame& frame, const SideCertainty& side, std::vector<Reason>& reasons) {
  const Finding& best = *side.weighed.front();
  const std::string reach = fmt::format("The wording demands {} certainty; {}.",
                                        in_words(demanded_certainty(frame.demand)), describe_reach(side));
  if (side.direct_certainty <= Certainty::very_low) {
    reasons.push_back(
        {ReasonCode::only_weak_design,
         side.certainty > Certainty::very_low
             ? reach
             : fmt::format("What speaks for the claim is of very low certainty ({}, the strongest is {}).",
                           count_families(side.families), name_source(best))});
  } else if (frame.demand >= Strength::causal && !side.randomised) {
    reasons.push_back({ReasonCode::causal_from_observational,
                       fmt::format("The wording says that one thing causes the other; what speaks for it only observed "
                                   "that they go together ({}).",
                                   name_source(best))});
  } else {
    reasons.push_back({ReasonCode::overstated_strength, reach});
  }
}

void add_single_source(const SideCertainty& side, const Finding& best, std::vector<Reason>& reasons) {
  if (side.sound_families < 2) {
    add_duplicates(side, reasons);
    const char* as_worded = side.families > 1 ? " as it is worded" : "";
    reasons.push_back({ReasonCode::single_source,
                       fmt::format("Only one source speaks for the claim{}: {}.", as_worded, name_source(best))});
  } else if (side.carrying_families == 1) {
    reasons.push_back({ReasonCode::single_source,
                       "Of what speaks for the claim only one small study is strong enough for its wording."});
  }
}

void explain_weak_support(const ClaimFrame& frame, const BodyOfEvidence& evidence, std::vector<Reason>& reasons) {
  const SideCertainty& side = evidence.supporting;
  const Finding& best = *side.weighed.front();
  add_concern(side, reasons);
  add_spin(side, reasons);
  const bool all_indirect = std::all_of(side.weighed.begin(), side.weighed.end(),
                                        [](const Finding* f) { return f->directness != Directness::direct; });
  if (all_indirect) {
    reasons.push_back(
        {ReasonCode::only_indirect,
         fmt::format("What speaks for the claim is not on exactly what it says (different or not stated: {}).",
                     list_slots(best))});
  }
  if (side.direct_certainty < demanded_certainty(frame.demand)) explain_shortfall(frame, side, reasons);
  if (states_relative_change(frame)) {
    reasons.push_back({ReasonCode::relative_without_absolute,
                       "The claim gives a relative change, which does not tell how often it happens."});
  }
  if (goes_beyond_effect(frame)) {
    reasons.push_back({ReasonCode::overstated_strength,
                       fmt::format("Studies show an effect; none of them measures “{}”.", frame.quantifier.text)});
  }
  if (!frame.unmatched.empty()) {
    reasons.push_back(
        {ReasonCode::only_indirect,
         fmt::format("Nothing that was found is on “{}”: leave these words out, or give a source for them.",
                     frame.unmatched.front())});
  }
  if (!all_indirect && !side.has_review && !side.has_powered_trial) add_single_source(side, best, reasons);
  if (is_blocked_by_gap(frame, evidence)) {
    reasons.push_back({ReasonCode::gap_stated, describe_gap(evidence)});
  }
}

void add_comparator_missing(const ClaimFrame& frame, std::vector<Reason>& reasons) {
  if (!frame.lacks_comparator) return;
  reasons.push_back({ReasonCode::comparator_missing, "The claim compares and does not say with what."});
}

void explain_no_support(const ClaimFrame& frame, const BodyOfEvidence& evidence, bool has_findings,
                        std::vector<Reason>& reasons) {
  if (evidence.only_retracted) {
    reasons.push_back({ReasonCode::retracted_only, "All that spoke for the claim has been retracted."});
  } else if (evidence.only_animal) {
    reasons.push_back({ReasonCode::animal_to_human,
                       "Only studies in animals or in the laboratory bear on the claim, none in people."});
  } else if (evidence.opposing.families > 0) {
    reasons.push_back({ReasonCode::only_weak_design,
                       fmt::format("Nothing speaks for the claim; what speaks against it is weak, too (certainty: {}).",
                                   evidence.opposing.certainty == Certainty::very_low ? "very low" : "low")});
  } else if (!evidence.null_results.empty()) {
    reasons.push_back(
        {ReasonCode::null_not_equivalence,
         fmt::format("No study shows the claimed effect; {} looked at this outcome and found no clear difference.",
                     name_source(*evidence.null_results.front()))});
  } else if (evidence.only_by_words) {
    reasons.push_back({ReasonCode::only_indirect,
                       "The vocabulary does not know what the claim is about; read by their words alone, the abstracts "
                       "that were found say neither that it holds nor that it does not."});
  } else if (states_relative_change(frame) && has_findings) {
    reasons.push_back(
        {ReasonCode::relative_without_absolute,
         "The claim gives a relative change; what was found reports on the outcome without that figure."});
  } else if (!evidence.indirect.empty()) {
    add_indirect(evidence, reasons);
  } else if (has_findings) {
    reasons.push_back(
        {ReasonCode::only_indirect,
         "What was found is on this outcome, and says neither that the claim holds nor that it does not."});
  } else {
    reasons.push_back({ReasonCode::no_records, "No abstract that was found reports a result on this outcome."});
  }
  if (!evidence.gaps.empty()) {
    reasons.push_back({ReasonCode::gap_stated, describe_gap(evidence)});
  }
}

}  // namespace

bool is_newer_opposed(const BodyOfEvidence& evidence) {
  const SideCertainty& supporting = evidence.supporting;
  const SideCertainty& opposing = evidence.opposing;
  return supporting.newest_year > 0 && opposing.newest_year > supporting.newest_year;
}

std::vector<Reason> explain_contested(const ClaimFrame& frame, const BodyOfEvidence& evidence, SubTag sub_tag) {
  std::vector<Reason> reasons;
  const bool absolute = frame.demand == Strength::absolute;
  if (absolute) {
    reasons.push_back(
        {ReasonCode::absolute_negative, "The wording allows no exception, and exceptions have been reported."});
  }
  const std::vector<const Finding*>& against =
      absolute && !evidence.counter_examples.empty() ? evidence.counter_examples : evidence.opposing.weighed;
  if (!against.empty()) {
    reasons.push_back({ReasonCode::counter_example, fmt::format("{} {} against the claim; the strongest is {}.",
                                                                count_families(std::max(1, evidence.opposing.families)),
                                                                evidence.opposing.families > 1 ? "speak" : "speaks",
                                                                name_source(*against.front()))});
    const std::string scope = open_scope(frame, against);
    if (!scope.empty()) {
      reasons.push_back(
          {ReasonCode::scope_unqualified,
           fmt::format("The claim does not say for whom or how it holds ({}), so what is known from there counts.",
                       scope)});
    }
  }
  if (sub_tag == SubTag::mixed_explained) {
    const Moderator& by = *evidence.moderator;
    reasons.push_back({ReasonCode::mixed_explained,
                       fmt::format("Studies speak for and against; the {} tells them apart ({} {}, {} {}).",
                                   in_words(by.axis), in_words(by.with_value), by.common_to_first ? "for" : "against",
                                   in_words(by.without_value), by.common_to_first ? "against" : "for")});
  }
  if (frame.kind == ClaimKind::numeric && !against.empty() && against.front()->numbers.rate) {
    reasons.push_back({ReasonCode::number_mismatch, describe_number_mismatch(frame, *against.front())});
  }
  add_newer_opposes(evidence, reasons);
  return shown(std::move(reasons));
}

std::vector<Reason> explain_supported(const ClaimFrame& frame, const BodyOfEvidence& evidence) {
  const SideCertainty& side = evidence.supporting;
  std::vector<Reason> reasons;
  if (evidence.opposing.families > 0) {
    reasons.push_back({ReasonCode::dissent, fmt::format("{} {} against the claim, with lower certainty: {}.",
                                                        count_families(evidence.opposing.families),
                                                        evidence.opposing.families == 1 ? "speaks" : "speak",
                                                        name_source(*evidence.opposing.weighed.front()))});
  }
  add_newer_opposes(evidence, reasons);
  add_concern(side, reasons);
  add_spin(side, reasons);
  if (states_relative_change(frame)) {
    reasons.push_back({ReasonCode::relative_without_absolute,
                       "The claim gives a relative change; say also how often it happens with and without."});
  }
  if (!evidence.qualifiers.empty()) {
    std::vector<std::string> shared;
    for (const Qualifier& qualifier : evidence.qualifiers) {
      shared.push_back(fmt::format("{}: {}", in_words(qualifier.axis), in_words(qualifier.value)));
    }
    reasons.push_back(
        {ReasonCode::qualified,
         fmt::format("All studies that speak for the claim have in common what its wording leaves out ({}): add it.",
                     fmt::join(shared, ", "))});
  }
  const int newest = std::max(side.newest_year, evidence.opposing.newest_year);
  if (side.newest_review_year > 0 && newest - side.newest_review_year > kStaleYears) {
    reasons.push_back({ReasonCode::stale,
                       fmt::format("The newest review that speaks for the claim is of {}; there is evidence of {}.",
                                   side.newest_review_year, newest)});
  }
  add_duplicates(side, reasons);
  reasons.push_back(
      {ReasonCode::abstract_only, fmt::format("Read in abstracts only, not in full: {}, the strongest is {}.",
                                              count_families(side.families), name_source(*side.weighed.front()))});
  return shown(std::move(reasons));
}

std::vector<Reason> explain_unsupported(const ClaimFrame& frame, const BodyOfEvidence& evidence, bool has_findings) {
  std::vector<Reason> reasons;
  add_comparator_missing(frame, reasons);
  if (evidence.supporting.families > 0) {
    explain_weak_support(frame, evidence, reasons);
    if (plays_harm_down(frame)) explain_absence(frame, evidence, reasons);
  } else if (plays_harm_down(frame) && has_findings && !evidence.only_animal && !evidence.only_retracted) {
    explain_absence(frame, evidence, reasons);
  } else {
    explain_no_support(frame, evidence, has_findings, reasons);
  }
  if (reasons.empty()) {
    reasons.push_back(
        {ReasonCode::overstated_strength, "The wording claims more than the evidence that was found shows."});
  }
  return shown(std::move(reasons));
}

}  // namespace claimcheck
