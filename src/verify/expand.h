#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/citation_source.h"
#include "core/finding.h"

namespace claimcheck {

/// How far PubMed's links are followed beyond what the searches found: from kMaxSeeds citations, the first kMaxLinks of
/// each kind from each. No more than 4 × 20 × 2 = 160 new citations come in, which is one EFetch request.
inline constexpr std::size_t kMaxSeeds = 4;
inline constexpr std::size_t kMaxLinks = 20;

/// The citations that a verdict leans on most, at most kMaxSeeds: those of the weighed findings, `findings` being
/// sorted strongest first, by turns for and against the claim; only where none takes a side, of the others.
std::vector<Pmid> choose_seeds(std::span<const Finding> findings);

/// The first kMaxLinks citations linked to each seed, in ascending order, each once, none of the seeds.
std::vector<Pmid> take_links(const LinkResult& answer);

}  // namespace claimcheck
