#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/appraisal.h"
#include "core/claim_frame.h"
#include "core/finding.h"
#include "core/verdict.h"

namespace claimcheck {

/// What it would take to show the claim; nullopt for claims that do not play a harm down, or that name no rate and are
/// not absolute. `findings` are all of the claim's.
std::optional<Requirement> state_requirement(const ClaimFrame& frame, std::span<const Finding> findings);

using Weigh = std::function<Verdict(const ClaimFrame&, std::span<const Finding>)>;

/// The study families without which `weigh` would give another tag than `tag`, by name: "without PMID x the tag flips"
/// (the idea of the fragility index: Walsh et al., J Clin Epidemiol 2014;67:622, here by study, not by event).
/// Weighs once a family that takes a side or states a gap.
std::vector<Flip> find_flips(const ClaimFrame& frame, std::span<const Finding> findings, Tag tag, const Weigh& weigh);

/// Where the weighed findings that take a side lie on each axis of scope (scope_axes.h): one value once a family, and
/// what the claim names of it. Axes of which neither claim nor evidence tells are left out.
std::vector<ScopeDimension> map_scope(const ClaimFrame& frame, std::span<const Finding> findings);

}  // namespace claimcheck
