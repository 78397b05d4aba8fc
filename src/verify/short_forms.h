#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "concepts/vocabulary.h"
#include "core/citation.h"
#include "verify/sentence.h"

namespace claimcheck {

/// The concepts that a record's own abbreviations stand for, by short form: what "suicidal ideation (SI)" defines. Long
/// forms that are no concept as a whole define nothing.
using ShortForms = std::unordered_map<std::string, std::vector<const Concept*>>;
ShortForms find_short_forms(const Citation& citation, const Vocabulary& vocabulary);

/// Adds a mention for each short form in the sentence that no mention covers yet.
void add_short_forms(const ShortForms& forms, Sentence& sentence);

}  // namespace claimcheck
