#pragma once

#include <string_view>

#include "report/html.h"
#include "review/session.h"

namespace claimcheck {

/// The button that ends this person's review, with what is left and what it leads to; once they have finished, what
/// comes next. Nothing for who only reads. `project`: the name of its file.
Html write_finish_html(ReviewSession& session, std::string_view project);

}  // namespace claimcheck
