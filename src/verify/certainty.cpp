#include "verify/certainty.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include <fmt/core.h>

#include "text/word_set.h"

namespace claimcheck {
namespace {

Certainty lower(Certainty certainty, int steps) {
  const int value = static_cast<int>(certainty) - steps;
  // A body of evidence that counts at all never falls below very low (GRADE).
  return static_cast<Certainty>(std::max(value, static_cast<int>(Certainty::very_low)));
}

bool is_observational(Design design) {
  return design == Design::cohort || design == Design::case_control || design == Design::registry ||
         design == Design::cross_sectional;
}

auto strength_key(const Finding& finding, bool rare_or_long_term) {
  return std::make_tuple(!is_weighed(finding), -static_cast<int>(starting_certainty(finding, rare_or_long_term)),
                         static_cast<int>(finding.directness), static_cast<int>(finding.design),
                         finding.reported == Reported::gap_stated, !finding.reviewed_conclusion,
                         -finding.sample_size.value_or(0), -finding.year, finding.pmid, finding.quote.section,
                         finding.quote.span.begin);
}

/// A finding that may be weighed, with what the rules ask of it again and again.
struct Weighable {
  const Finding* finding;
  std::size_t family;  ///< a number for its name, counted from 0
  Certainty start;
};
using Group = std::vector<Weighable>;

Group list_weighable(std::span<const Finding> findings, bool rare_or_long_term) {
  Group weighable;
  std::unordered_map<std::string_view, std::size_t, WordHash> families(findings.size());
  for (const Finding& finding : findings) {
    if (!is_weighed(finding)) continue;
    const std::size_t family = families.emplace(finding.family, families.size()).first->second;
    weighable.push_back({&finding, family, starting_certainty(finding, rare_or_long_term)});
  }
  return weighable;
}

bool counts_for(const Weighable& entry, Stance stance) {
  return entry.finding->stance == stance && entry.start != Certainty::none;
}

// The strongest finding of each family on one side, the strongest family first.
Group pick_families(const Group& weighable, Stance stance, bool rare_or_long_term) {
  Group families;
  std::copy_if(weighable.begin(), weighable.end(), std::back_inserter(families),
               [stance](const Weighable& entry) { return counts_for(entry, stance); });
  std::sort(families.begin(), families.end(), [rare_or_long_term](const Weighable& a, const Weighable& b) {
    return is_stronger(*a.finding, *b.finding, rare_or_long_term);
  });
  std::vector<bool> seen(weighable.size());
  std::erase_if(families, [&](const Weighable& entry) {
    const bool has_stronger = seen[entry.family];
    seen[entry.family] = true;
    return has_stronger;
  });
  return families;
}

// Families outside `group` that contradict it from designs at least as strong. A null result contradicts an effect, but
// not the existence of a harm (Cochrane Handbook 12.7.4).
int count_conflicting(const ClaimFrame& frame, const Group& weighable, const Group& group, Certainty start) {
  std::vector<bool> counted(weighable.size());  // of each family: it is in `group`, or has been counted
  for (const Weighable& entry : group) counted[entry.family] = true;
  const Stance stance = group.front().finding->stance;
  const Stance opposite = stance == Stance::supports ? Stance::opposes : Stance::supports;
  const bool about_harm = is_about_harm(frame);
  int others = 0;
  for (const Weighable& entry : weighable) {
    const Finding& finding = *entry.finding;
    const bool null_result = !about_harm && finding.reported == Reported::no_difference;
    const bool conflicts = (finding.stance == opposite || null_result) && finding.directness <= Directness::minor;
    if (!conflicts || entry.start < start || counted[entry.family]) continue;
    counted[entry.family] = true;
    ++others;
  }
  return others;
}

template <typename Predicate>
bool all_of_group(const Group& group, Predicate predicate) {
  return std::all_of(group.begin(), group.end(), [&](const Weighable& entry) { return predicate(*entry.finding); });
}

int count_papers(const Group& weighable, Stance stance) {
  std::set<Pmid> papers;
  for (const Weighable& entry : weighable) {
    if (counts_for(entry, stance)) papers.insert(entry.finding->pmid);
  }
  return static_cast<int>(papers.size());
}

template <typename Predicate>
bool any_of_group(const Group& group, Predicate predicate) {
  return std::any_of(group.begin(), group.end(), [&](const Weighable& entry) { return predicate(*entry.finding); });
}

bool is_imprecise(const Group& group) {
  int total = 0;
  for (const Weighable& entry : group) {
    if (is_review(entry.finding->design) && !entry.finding->sample_size) return false;
    total += entry.finding->sample_size.value_or(0);
  }
  return total < kOptimalSampleSize;
}

// Why sound observational evidence is raised by one; null when it is not (GRADE Guidelines 9, J Clin Epidemiol
// 2011;64:1311): a ratio above 2 or below 1/2 whose interval excludes the null, or a dose-response gradient.
const char* why_raised(const Group& group) {
  if (!all_of_group(group, [](const Finding& f) { return is_observational(f.design); })) return nullptr;
  const auto is_large = [](const Finding& f) {
    return f.numbers.null_value == 1 && f.numbers.estimate && f.significant &&
           (*f.numbers.estimate > 2 || *f.numbers.estimate < 0.5);
  };
  if (any_of_group(group, is_large)) return "large effect (ratio beyond 2)";
  const auto is_graded = [](const Finding& f) { return f.dose_response && f.significant; };
  return any_of_group(group, is_graded) ? "dose response" : nullptr;
}

// The highest rating that authors give their own evidence, if all in the group give one: they saw more of it than the
// abstract tells, and no rule here makes it more certain than they do.
Certainty best_rating(const Group& group) {
  Certainty best = Certainty::none;
  for (const Weighable& entry : group) {
    if (entry.finding->rated == Certainty::none) return Certainty::none;
    best = std::max(best, entry.finding->rated);
  }
  return best;
}

// The certainty of the families that start at one level, with its steps in words.
Certainty weigh_group(const Group& group, Certainty start, int conflicting, std::vector<std::string>& steps) {
  int down = 0;
  const auto step = [&](bool holds, const char* why) {
    if (!holds) return;
    ++down;
    steps.push_back(fmt::format("down one: {}", why));
  };
  steps.push_back(fmt::format("{} famil{} start{} at {}", group.size(), group.size() == 1 ? "y" : "ies",
                              group.size() == 1 ? "s" : "", to_string(start)));
  step(all_of_group(group, [](const Finding& f) { return f.risk_of_bias; }),
       "risk of bias (open label, uncontrolled or attrition)");
  step(any_of_group(group, [](const Finding& f) { return f.directness != Directness::direct; }),
       "indirect (population, route, dose, duration or setting not as claimed)");
  step(any_of_group(group, [](const Finding& f) { return f.directness >= Directness::far; }), "far indirect");
  step(start >= Certainty::low && is_imprecise(group), "imprecise (fewer than 400 participants, or not stated)");
  step(conflicting >= static_cast<int>(group.size()),
       "inconsistent (as many families report no or an opposite effect)");
  step(all_of_group(group, [](const Finding& f) { return f.heterogeneous; }),
       "inconsistent (its own studies disagree)");
  step(all_of_group(group, [](const Finding& f) { return f.concern; }), "expression of concern");
  step(all_of_group(group, [](const Finding& f) { return f.preprint; }), "preprint");
  step(all_of_group(group, [](const Finding& f) { return f.spin; }),
       "the conclusions claim what the results of the same abstract do not show");
  const Certainty rated = best_rating(group);
  Certainty reached = lower(start, down);
  if (const char* why = down == 0 ? why_raised(group) : nullptr; why != nullptr) {
    steps.push_back(fmt::format("up one: {}", why));
    reached = static_cast<Certainty>(std::min(static_cast<int>(start) + 1, static_cast<int>(Certainty::high)));
  }
  if (rated == Certainty::none || rated >= reached) return reached;
  steps.push_back(fmt::format("held at {}: the authors rate the evidence so", to_string(rated)));
  return rated;
}

bool is_sound(const Finding& finding) {
  return !finding.concern && finding.directness == Directness::direct;
}

void count_carrying(const Group& group, SideCertainty& side) {
  for (const Weighable& entry : group) {
    const Finding& finding = *entry.finding;
    if (!is_sound(finding)) continue;
    ++side.carrying_families;
    side.has_review = side.has_review || is_review(finding.design);
    const bool powered = finding.design == Design::rct && finding.sample_size.value_or(0) >= kOptimalSampleSize;
    side.has_powered_trial = side.has_powered_trial || powered;
  }
}

void describe(SideCertainty& side) {
  for (const Finding* finding : side.weighed) {
    if (!finding->concern && finding->directness <= Directness::minor) ++side.near_families;
    if (is_sound(*finding)) ++side.sound_families;
    side.randomised = side.randomised || finding->randomised_evidence;
    side.has_human_evidence = true;
    side.newest_year = std::max(side.newest_year, finding->year);
    if (is_review(finding->design)) side.newest_review_year = std::max(side.newest_review_year, finding->year);
  }
}

Certainty start_of_design(const Finding& finding, bool rare_or_long_term) {
  switch (finding.design) {
    case Design::meta_analysis:
    case Design::systematic_review:
      if (finding.randomised_evidence) return finding.mixed_designs ? Certainty::moderate : Certainty::high;
      // Trials are too small for a rare harm: a pooled rate with its interval is the best there is.
      return rare_or_long_term && finding.numbers.rate_low ? Certainty::moderate : Certainty::low;
    case Design::rct:
      // A trial is short and small for a rare or long-term harm.
      return rare_or_long_term ? Certainty::low : Certainty::high;
    case Design::controlled_trial:
    case Design::cohort:
    case Design::case_control:
    case Design::registry:
    case Design::cross_sectional:
      return Certainty::low;
    case Design::pharmacovigilance:
      return rare_or_long_term ? Certainty::low : Certainty::very_low;
    case Design::uncontrolled:
    case Design::case_series:
    case Design::case_report:
    case Design::other:
      return Certainty::very_low;
    case Design::narrative_review:
    case Design::animal:
    case Design::in_vitro:
      return Certainty::none;
  }
  return Certainty::none;
}

}  // namespace

bool is_review(Design design) {
  return design == Design::meta_analysis || design == Design::systematic_review;
}

bool is_about_harm(const ClaimFrame& frame) {
  return frame.kind == ClaimKind::harm_absent || frame.kind == ClaimKind::harm_magnitude ||
         frame.kind == ClaimKind::harm_exists;
}

bool plays_harm_down(const ClaimFrame& frame) {
  return frame.kind == ClaimKind::harm_absent ||
         (frame.kind == ClaimKind::harm_magnitude && frame.direction != Direction::increase);
}

bool is_rare_or_long_term(const ClaimFrame& frame) {
  return plays_harm_down(frame) || (is_about_harm(frame) && frame.long_term);
}

bool is_weighed(const Finding& finding) {
  return finding.reliability >= kWeighedReliability && !finding.retracted && finding.excluded.empty();
}

Certainty demanded_certainty(Strength strength) {
  switch (strength) {
    case Strength::absolute:
      return Certainty::high;
    case Strength::causal:
      return Certainty::moderate;
    case Strength::may:
    case Strength::associated:
    case Strength::none:
      return Certainty::low;
    case Strength::reported:
      return Certainty::very_low;
  }
  return Certainty::high;
}

Certainty starting_certainty(const Finding& finding, bool rare_or_long_term) {
  const Certainty start = start_of_design(finding, rare_or_long_term);
  return finding.own_baseline ? std::min(start, Certainty::very_low) : start;
}

bool is_stronger(const Finding& a, const Finding& b, bool rare_or_long_term) {
  return strength_key(a, rare_or_long_term) < strength_key(b, rare_or_long_term);
}

SideCertainty weigh_side(const ClaimFrame& frame, std::span<const Finding> findings, Stance stance) {
  const bool rare = is_rare_or_long_term(frame);
  const Group weighable = list_weighable(findings, rare);
  const Group strongest = pick_families(weighable, stance, rare);
  SideCertainty side;
  for (const Weighable& entry : strongest) side.weighed.push_back(entry.finding);
  side.families = static_cast<int>(side.weighed.size());
  side.papers = count_papers(weighable, stance);
  describe(side);
  // Each level is weighed by itself, and its direct families by themselves too: weak or indirect studies never pull
  // strong ones down, nor do direct ones lend their directness. The best rating counts.
  std::map<Certainty, Group, std::greater<>> levels;
  for (const Weighable& entry : strongest) levels[entry.start].push_back(entry);
  for (const auto& [start, families] : levels) {
    for (const Directness bound : {Directness::direct, Directness::minor, Directness::far}) {
      Group group;
      std::copy_if(families.begin(), families.end(), std::back_inserter(group),
                   [bound](const Weighable& entry) { return entry.finding->directness <= bound; });
      if (group.empty()) continue;
      std::vector<std::string> steps;
      const int conflicting = count_conflicting(frame, weighable, group, start);
      const Certainty certainty = weigh_group(group, start, conflicting, steps);
      if (bound == Directness::direct) {
        side.direct_certainty = std::max(side.direct_certainty, certainty);
        if (certainty >= demanded_certainty(frame.demand)) count_carrying(group, side);
      }
      if (certainty > side.certainty) {
        side.certainty = certainty;
        side.steps = std::move(steps);
      }
    }
  }
  return side;
}

}  // namespace claimcheck
