#pragma once

#include <string_view>
#include <vector>

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// So many findings of a side are shown at once; the rest is folded, and both numbers are said.
inline constexpr std::size_t kShownPerSide = 5;

/// "For the claim" and "Against the claim" side by side, strongest findings first.
Html write_sides_html(const Report& report);

/// The findings that speak neither way, folded; empty when there are none.
Html write_inconclusive_html(const Report& report);

/// What was searched, as run, folded under a line with the sums; empty when nothing was.
Html write_search_html(const Report& report);

/// The PMIDs of the abstracts that were read and say nothing on the claim, folded; empty when there are none.
Html write_silent_html(const Report& report);

/// A link to the record.
Html link_pmid(Pmid pmid);

}  // namespace claimcheck
