#pragma once

#include "report/html.h"
#include "review/session.h"

namespace claimcheck {

/// Asks a newcomer whose name is nearly that of somebody who takes part which of the two they are
/// (ReviewSession::namesake); an empty place for everybody else, so that the page can ask later.
Html write_name_question_html(ReviewSession& session);

}  // namespace claimcheck
