#pragma once

#include <string>
#include <string_view>

#include "core/report.h"

namespace claimcheck {

/// `text` on one line, so that GitHub Flavored Markdown shows exactly it, in a paragraph and in a cell of a table:
/// what may begin mark-up has a backslash before it, what may begin HTML is an entity.
std::string escape_markdown(std::string_view text);

/// A fenced code block of `text` on one line, every line of it begun with `indent`.
std::string fence_markdown(std::string_view text, std::string_view indent);

/// "[12](https://pubmed…)".
std::string link_pmid_markdown(Pmid pmid);

/// What has to stand above everything else when a digest is quoted; else empty.
std::string banner_markdown(const Run& run);

/// The flow of records as a table.
std::string flow_markdown(const Run& run);

}  // namespace claimcheck
