#pragma once

#include "verify/phrase_table.h"
#include "verify/word_classes.h"

namespace claimcheck {

/// True if the phrase `verb` (category act or change of strength_words.txt) is used as a verb that says of something
/// that it acts: "X reduced pain", "X did not affect Y", "pain is influenced by X", "thereby improving sleep". False
/// for adjectives ("a reduced dose", "patients with impaired memory"), nouns ("an increase in pain"), purposes ("to
/// reduce harm, doctors ..."), and changes that nothing is said to have made ("pain decreased over time", "the rate was
/// reduced"). `coordinated`: another such verb stands before it in the sentence, so that "and reduced pain" goes on
/// with it.
bool is_asserted(const WordClasses& words, const PhraseMatch& verb, bool coordinated);

}  // namespace claimcheck
