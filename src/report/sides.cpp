#include "report/sides.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace claimcheck {
namespace {

std::vector<const Finding*>& side_of(Sides& sides, Stance stance) {
  if (stance == Stance::supports) return sides.supporting;
  if (stance == Stance::opposes) return sides.opposing;
  return sides.inconclusive;
}

void put_weighed_first(std::vector<const Finding*>& side) {
  std::stable_partition(side.begin(), side.end(),
                        [](const Finding* finding) { return why_not_weighed(*finding).empty(); });
}

std::size_t count_families(const std::vector<const Finding*>& side) {
  std::set<std::string> families;
  for (const Finding* finding : side) {
    if (!why_not_weighed(*finding).empty()) continue;
    families.insert(finding->family.empty() ? std::to_string(finding->pmid) : finding->family);
  }
  return families.size();
}

}  // namespace

Sides split_sides(const Report& report) {
  Sides sides;
  for (const Finding& finding : report.findings) side_of(sides, finding.stance).push_back(&finding);
  put_weighed_first(sides.supporting);
  put_weighed_first(sides.opposing);
  put_weighed_first(sides.inconclusive);
  return sides;
}

StudyCounts count_studies(const Report& report) {
  if (const auto& verdict = report.verdict) {
    return {static_cast<std::size_t>(std::max(verdict->families_for, 0)),
            static_cast<std::size_t>(std::max(verdict->families_against, 0))};
  }
  const Sides sides = split_sides(report);
  return {count_families(sides.supporting), count_families(sides.opposing)};
}

std::string why_not_weighed(const Finding& finding) {
  if (!finding.excluded.empty()) return finding.excluded;
  if (finding.retracted) return "retracted";
  if (finding.reliability < kWeighedReliability) {
    return fmt::format("the reading is right too seldom ({:.0f} in 100; at least {:.0f} are asked)",
                       finding.reliability * 100, kWeighedReliability * 100);
  }
  return {};
}

const Citation* cited_by(const Report& report, const Finding& finding) {
  const auto found = std::find_if(report.citations.begin(), report.citations.end(),
                                  [&](const Citation& citation) { return citation.pmid == finding.pmid; });
  return found == report.citations.end() ? nullptr : &*found;
}

}  // namespace claimcheck
