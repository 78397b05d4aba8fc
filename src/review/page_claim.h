#pragma once

#include "report/html.h"
#include "review/list_filter.h"
#include "review/session.h"

namespace claimcheck {

/// A claim's view, and what its main element tells scripts: the claim, the tool's judgement, and where to go next.
struct ClaimPage {
  std::string title;
  Html main;
  Html attributes;
};

/// Everything to judge one claim by. `filter` is that of the list from which it was opened: neighbours are those that
/// it lets through.
ClaimPage write_claim_page(ReviewSession& session, const Report& report, const ListFilter& filter);

}  // namespace claimcheck
