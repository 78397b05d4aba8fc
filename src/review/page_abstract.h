#pragma once

#include "core/report.h"
#include "report/html.h"

namespace claimcheck {

/// The whole abstract that `finding` quotes, folded, with every quote that the report takes from it marked: underlined
/// by its side and named by a word before it. Empty when the report does not hold the citation.
Html write_abstract_html(const Report& report, const Finding& finding);

}  // namespace claimcheck
