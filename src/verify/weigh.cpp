#include "verify/weigh.h"

#include <algorithm>
#include <map>
#include <string>

#include <fmt/core.h>

#include "verify/body_of_evidence.h"
#include "verify/reasons.h"

namespace claimcheck {
namespace {

bool dominates(Certainty stronger, Certainty weaker) {
  return static_cast<int>(stronger) - static_cast<int>(weaker) >= 2;
}

bool is_contested(const ClaimFrame& frame, const BodyOfEvidence& evidence, std::vector<std::string>& steps) {
  if (frame.demand == Strength::absolute && !evidence.counter_examples.empty()) {
    steps.emplace_back("rule 2a: the wording is absolute and a credible counter-example in its scope is quoted");
    return true;
  }
  const Certainty against = evidence.opposing.certainty;
  if (against >= Certainty::low && !dominates(evidence.supporting.certainty, against)) {
    steps.push_back(
        fmt::format("rule 2b: opposing certainty {} is at least low and not two levels below the support ({})",
                    to_string(against), to_string(evidence.supporting.certainty)));
    return true;
  }
  return false;
}

SubTag shade_contested(const BodyOfEvidence& evidence) {
  if (evidence.supporting.families == 0 || dominates(evidence.opposing.certainty, evidence.supporting.certainty)) {
    return SubTag::contradicted;
  }
  return evidence.moderator ? SubTag::mixed_explained : SubTag::mixed;
}

bool has_enough_families(const ClaimFrame& frame, const SideCertainty& side) {
  if (frame.demand == Strength::reported) return side.sound_families >= 1;
  if (side.carrying_families >= 2 || side.has_review || side.has_powered_trial) return true;
  // Of what may be, a second study that is silent on one thing that the claim names is a second study.
  return frame.demand <= Strength::may && side.sound_families >= 1 && side.near_families >= 2;
}

// What wording the evidence can carry: cause needs trials, or observation of moderate certainty.
Strength evidence_strength(const SideCertainty& side) {
  if (side.direct_certainty >= Certainty::moderate) return Strength::causal;
  if (side.direct_certainty == Certainty::low) return Strength::may;
  return side.families > 0 ? Strength::reported : Strength::none;
}

bool is_supported(const ClaimFrame& frame, const BodyOfEvidence& evidence, std::vector<std::string>& steps) {
  const SideCertainty& side = evidence.supporting;
  const auto refuse = [&](std::string why) {
    steps.push_back("rule 3 fails: " + std::move(why));
    return false;
  };
  if (side.families == 0) return refuse("nothing supports the claim");
  const Certainty demanded = demanded_certainty(frame.demand);
  if (side.direct_certainty < demanded) {
    return refuse(fmt::format("certainty {} is below the {} that the wording demands", to_string(side.direct_certainty),
                              to_string(demanded)));
  }
  const auto is_direct = [](const Finding* finding) { return finding->directness == Directness::direct; };
  if (std::none_of(side.weighed.begin(), side.weighed.end(), is_direct)) {
    return refuse("no support states the scope that the claim names");
  }
  if (side.sound_families == 0) return refuse("an expression of concern is on all that supports it directly");
  if (!has_enough_families(frame, side)) return refuse("one small study alone");
  const bool absolute = frame.demand == Strength::absolute;
  if (absolute && !(evidence.has_bound && plays_harm_down(frame)))
    return refuse("absolute wording, and no upper bound is shown");
  if (!absolute && frame.demand > evidence_strength(side)) return refuse("the wording is stronger than the evidence");
  if (goes_beyond_effect(frame)) return refuse(fmt::format("no finding measures “{}”", frame.quantifier.text));
  if (!frame.unmatched.empty()) return refuse(fmt::format("no finding is held against “{}”", frame.unmatched.front()));
  if (is_blocked_by_gap(frame, evidence)) return refuse("a source states that data on the outcome are missing");
  steps.push_back(fmt::format("rule 3 holds: certainty {} meets {}, {} famil{}", to_string(side.direct_certainty),
                              to_string(demanded), side.families, side.families == 1 ? "y" : "ies"));
  return true;
}

void add_side_steps(const char* name, const SideCertainty& side, std::vector<std::string>& steps) {
  steps.push_back(fmt::format("{}: {} famil{}, certainty {}", name, side.families, side.families == 1 ? "y" : "ies",
                              to_string(side.direct_certainty)));
  for (const std::string& step : side.steps) steps.push_back(fmt::format("{}: {}", name, step));
}

// What was read and does not count must not vanish silently: above all what spoke against the claim.
void add_set_aside_steps(std::span<const Finding> findings, std::vector<std::string>& steps) {
  for (const Stance stance : {Stance::supports, Stance::opposes}) {
    std::map<std::string, int> reasons;
    for (const Finding& finding : findings) {
      if (finding.stance == stance && !is_weighed(finding)) ++reasons[finding.excluded];
    }
    for (const auto& [why, count] : reasons) {
      steps.push_back(fmt::format("{}: {} finding{} set aside: {}", stance == Stance::supports ? "for" : "against",
                                  count, count == 1 ? "" : "s",
                                  why.empty() ? "read with too little reliability" : why));
    }
  }
}

SubTag shade_supported(const BodyOfEvidence& evidence) {
  if (evidence.opposing.families > 0) return SubTag::dissent;
  return evidence.qualifiers.empty() ? SubTag::none : SubTag::qualified;
}

}  // namespace

Verdict weigh_findings(const ClaimFrame& frame, std::span<const Finding> findings) {
  const BodyOfEvidence evidence = collect_evidence(frame, findings);
  Verdict verdict;
  verdict.certainty_for = evidence.supporting.certainty;
  verdict.certainty_against = evidence.opposing.certainty;
  verdict.families_for = evidence.supporting.families;
  verdict.families_against = evidence.opposing.families;
  add_side_steps("for", evidence.supporting, verdict.steps);
  add_side_steps("against", evidence.opposing, verdict.steps);
  add_set_aside_steps(findings, verdict.steps);
  if (is_contested(frame, evidence, verdict.steps)) {
    verdict.tag = Tag::contested;
    verdict.sub_tag = shade_contested(evidence);
    verdict.reasons = explain_contested(frame, evidence, verdict.sub_tag);
  } else if (is_supported(frame, evidence, verdict.steps)) {
    verdict.tag = Tag::supported;
    verdict.sub_tag = shade_supported(evidence);
    verdict.reasons = explain_supported(frame, evidence);
  } else {
    verdict.tag = Tag::unsupported;
    verdict.steps.emplace_back("rule 4: neither contested nor supported");
    verdict.reasons = explain_unsupported(frame, evidence, !findings.empty());
  }
  return verdict;
}

}  // namespace claimcheck
