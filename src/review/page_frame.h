#pragma once

#include <string>
#include <string_view>

#include "report/html.h"
#include "review/session.h"

namespace claimcheck {

/// What differs from page to page.
struct PageContent {
  std::string_view page;  ///< "list", "claim", "summary", "help" or "problem"; scripts and styles go by it
  std::string title;
  Html main;
  Html attributes = {};  ///< of the main element, with a space before each
  bool decides = false;  ///< has the decision bar, for a seat that may write
};

/// A whole page: head, navigation, progress, `content`, dialogs. `project`: the name of the file under review.
std::string write_page(ReviewSession& session, std::string_view project, const PageContent& content);

/// Where this seat stands, with what scripts need to know of it: the number of the last entry of the log, and what undo
/// would take back.
Html write_progress_html(ReviewSession& session);

/// True while what this seat decides is written: not when it only reads, nor when it has finished.
bool may_decide(ReviewSession& session);

}  // namespace claimcheck
