#pragma once

#include <string_view>

namespace claimcheck {

/// What the name of a part of a page says that the part is.
enum class LayoutRole { unsaid, hidden, boilerplate, reference, callout };

/// Of one name among the classes or the role of an element; data/layout_words.txt holds the names. Case does not
/// matter. With `whole` a name counts only as it stands there: ids are often made from headings ("related-disorders").
LayoutRole role_of_name(std::string_view name, bool whole);

/// True of "References", "7. Works cited:", "SOURCES AND FURTHER READING", "Literaturverzeichnis": what stands above a
/// reference list.
bool is_reference_heading(std::string_view heading);

/// True of a word that hardly begins another without a hyphen, "self" of "self-reported".
bool is_compound_front(std::string_view word);

}  // namespace claimcheck
