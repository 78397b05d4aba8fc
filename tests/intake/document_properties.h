#pragma once

#include <string>

#include "core/document.h"

namespace claimcheck {

/// What is wrong with a document whatever it was read from; empty when nothing is: texts in UTF-8 and not empty, pieces
/// ascending, apart and equal to the document's bytes, marks within the text, numbers from 1, problems of one line.
std::string broken_property(const Document& document);

}  // namespace claimcheck
