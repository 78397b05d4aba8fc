#pragma once

#include "core/document.h"

namespace claimcheck {

/// Fills in the blocks of a document whose text has no mark-up: a line is a paragraph, unless the text was broken at a
/// width, where lines are joined up to an empty one. Lines with a bullet or number are list items (the mark left out),
/// rows of "|" or of tabs are tables, short lines that end like no sentence and stand above text are headings. Entries
/// of a reference list keep their number.
void read_plain_text(Document& document);

/// The same for a text that has a paragraph on each line.
void read_paragraph_lines(Document& document);

}  // namespace claimcheck
