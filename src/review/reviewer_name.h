#pragma once

#include <string>
#include <string_view>

#include "core/review.h"

namespace claimcheck {

/// The name as the log keeps it: no space around it, and one between words.
std::string tidy_name(std::string_view name);

/// Who takes part under this name; else under one that is the same but for case and spaces, since "anna ito" and
/// "Anna  Ito" are one person. nullptr when nobody does. `name` is valid UTF-8; others are nobody's.
const Reviewer* find_person(const ReviewState& state, std::string_view name);

/// Who takes part under a name that is one slip of the finger away (a letter more, fewer or other, or two swapped), for
/// a name under which nobody does: "Ana Ito" for "Anna Ito". nullptr when nobody does, and for names of three letters
/// and fewer, which initials are.
const Reviewer* find_namesake(const ReviewState& state, std::string_view name);

}  // namespace claimcheck
