#include "concepts/mesh_places.h"

#include <algorithm>
#include <array>

namespace claimcheck {
namespace {

struct Region {
  std::string_view prefix;
  std::optional<MeshPlace> place;
};

constexpr MeshPlace kIntervention{ConceptKind::intervention, Valence::neutral, ""};
constexpr MeshPlace kDisease{ConceptKind::outcome, Valence::bad, "disease"};
constexpr MeshPlace kInfection{ConceptKind::outcome, Valence::bad, "disease", false};

/// The first whose prefix fits counts.
constexpr std::array<Region, 18> kRegions{{{"C01", kInfection},
                                           {"C02", kInfection},
                                           {"C03", kInfection},
                                           {"C22", std::nullopt},
                                           {"C23.550.291", std::nullopt},
                                           {"D08", std::nullopt},
                                           {"D12.776.124.486.485.114", kIntervention},
                                           {"D12.776.828", kIntervention},
                                           {"D12.776", std::nullopt},
                                           {"D13.444", std::nullopt},
                                           {"D26.255", std::nullopt},
                                           {"E02.319", std::nullopt},
                                           {"E02.760", std::nullopt},
                                           {"C", kDisease},
                                           {"F03", kDisease},
                                           {"D", kIntervention},
                                           {"E02", kIntervention},
                                           {"E04", kIntervention}}};

/// "C22" holds "C22" and "C22.073", "C" everything that begins with the letter.
bool holds(std::string_view prefix, std::string_view tree) {
  if (!tree.starts_with(prefix)) return false;
  return prefix.size() == 1 || tree.size() == prefix.size() || tree[prefix.size()] == '.';
}

}  // namespace

std::optional<MeshPlace> place_of_tree(std::string_view tree) {
  const auto* region =
      std::find_if(kRegions.begin(), kRegions.end(), [&](const Region& r) { return holds(r.prefix, tree); });
  return region == kRegions.end() ? std::nullopt : region->place;
}

}  // namespace claimcheck
