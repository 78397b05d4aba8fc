#pragma once

#include <string_view>

namespace claimcheck {

/// What a style, a field or a control says that a paragraph is.
enum class DocxRole { unsaid, reference, boilerplate, caption, quotation, title };

/// Of a style's name, lower case. data/docx_words.txt holds the names.
DocxRole role_of_style(std::string_view name);

/// Of the instruction of a field, or the gallery or tag of a control, around a paragraph.
DocxRole role_of_field(std::string_view instruction);

}  // namespace claimcheck
