#pragma once

#include <string>
#include <vector>

#include "core/report.h"
#include "ooxml/docx_comments.h"

namespace claimcheck {

using DocxCommentLines = std::vector<std::vector<DocxCommentWords>>;

/// What the comment on a claim of the run says; its last line begins "claimcheck ID · ".
DocxCommentLines describe_claim(const Report& report, const Run& run);

/// What the comment on the document as a whole says; `run` holds the reports of that document alone.
DocxCommentLines describe_run(const Run& run, const Document& article);

}  // namespace claimcheck
