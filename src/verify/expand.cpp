#include "verify/expand.h"

#include <algorithm>
#include <set>

#include "verify/certainty.h"

namespace claimcheck {
namespace {

std::vector<Pmid> weighed_citations(std::span<const Finding> findings, bool (*takes_part)(Stance)) {
  std::vector<Pmid> pmids;
  for (const Finding& finding : findings) {
    const bool known = std::find(pmids.begin(), pmids.end(), finding.pmid) != pmids.end();
    if (!known && is_weighed(finding) && takes_part(finding.stance)) pmids.push_back(finding.pmid);
  }
  return pmids;
}

void add(const std::vector<Pmid>& from, std::size_t index, std::vector<Pmid>& seeds) {
  if (index >= from.size() || seeds.size() == kMaxSeeds) return;
  if (std::find(seeds.begin(), seeds.end(), from[index]) == seeds.end()) seeds.push_back(from[index]);
}

}  // namespace

std::vector<Pmid> choose_seeds(std::span<const Finding> findings) {
  const auto supporting = weighed_citations(findings, [](Stance stance) { return stance == Stance::supports; });
  const auto opposing = weighed_citations(findings, [](Stance stance) { return stance == Stance::opposes; });
  const auto neither = weighed_citations(findings, [](Stance stance) { return stance == Stance::inconclusive; });
  std::vector<Pmid> seeds;
  for (std::size_t i = 0; i < std::max({supporting.size(), opposing.size(), neither.size()}); ++i) {
    add(supporting, i, seeds);
    add(opposing, i, seeds);
    // Null results are what a side without evidence has: its places are theirs.
    if (i >= supporting.size() || i >= opposing.size()) add(neither, i, seeds);
  }
  return seeds;
}

std::vector<Pmid> take_links(const LinkResult& answer) {
  std::set<Pmid> taken;
  for (const auto& [seed, linked] : answer.links) {
    taken.insert(linked.begin(), linked.begin() + static_cast<std::ptrdiff_t>(std::min(linked.size(), kMaxLinks)));
  }
  for (const auto& [seed, linked] : answer.links) taken.erase(seed);
  return {taken.begin(), taken.end()};
}

}  // namespace claimcheck
