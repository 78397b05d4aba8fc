#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// So many findings of a side are shown at once; the rest is folded, and both numbers are said.
inline constexpr std::size_t kShownPerSide = 5;

/// What a page adds to each finding that it shows.
struct FindingExtras {
  Html attributes;  ///< of its list item, with a space before each
  Html below;       ///< behind its quote
};
using AddToFinding = std::function<FindingExtras(const Finding&)>;

/// "For the claim" and "Against the claim" side by side, strongest findings first.
Html write_sides_html(const Report& report, const AddToFinding& add = {});

/// The findings that speak neither way, folded; empty when there are none.
Html write_inconclusive_html(const Report& report, const AddToFinding& add = {});

/// "Showing 10 of 312", with the PMIDs of the others: no list is cut without saying so.
Html write_rest_html(std::size_t shown, std::size_t all, const std::vector<Pmid>& others);

/// A link to the record.
Html link_pmid(Pmid pmid);

}  // namespace claimcheck
