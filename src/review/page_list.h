#pragma once

#include "report/html.h"
#include "review/list_filter.h"
#include "review/session.h"

namespace claimcheck {

/// What the list page shows: filters, and a row for each claim that `filter` lets through.
Html write_list_html(ReviewSession& session, const ListFilter& filter);

}  // namespace claimcheck
