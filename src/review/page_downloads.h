#pragma once

#include <optional>
#include <string_view>

#include "report/html.h"
#include "review/http_exchange.h"
#include "review/session.h"

namespace claimcheck {

/// What asking for a report came to: the file, or why there is none.
struct Download {
  std::optional<HttpAnswer> file = {};
  bool is_hidden = false;  ///< it would tell this seat what another person decided
};

/// The report `/download/NAME`, byte for byte as `claimcheck export` writes it: report.html, matrix.xlsx, matrix.csv,
/// report.md, and commented.docx where the project keeps the author's Word file. `project`: the name of its file, after
/// which the browser names what it saves. Never while another's opinions are hidden from this seat. Throws what
/// writing it throws.
Download write_download(ReviewSession& session, std::string_view project, std::string_view name);

/// The links to them, for who has finished or reads alone; nothing for others, and while something is hidden.
Html write_downloads_html(ReviewSession& session);

}  // namespace claimcheck
