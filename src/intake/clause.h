#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "intake/grammar.h"

namespace claimcheck {

/// The main parts of a clause, as places in the words of its sentence. What stands before `subject` is an adjunct ("In
/// adults,"); [subject, verb) is the subject; [verb, verb_end) what carries it, with its adverbs; the rest follows.
struct Clause {
  std::size_t first = 0;
  std::size_t subject = 0;
  std::size_t verb = 0;      ///< the adverbs before the verb belong to the verb
  std::size_t finite = 0;    ///< the word that carries it; the subject itself in "it's"
  std::size_t verb_end = 0;  ///< behind its last verb
  std::size_t last = 0;
};

/// The clause that words [first, last) are; nullopt where they are none: no subject before the first finite verb that
/// belongs to no clause inside. Linear in their number, times the commas of an adjunct in front.
std::optional<Clause> find_clause(std::span<const Word> words, std::size_t first, std::size_t last);

/// The clause that says something: what follows "that" where `clause` only says who says it ("Research shows that …").
Clause find_stated_clause(std::span<const Word> words, const Clause& clause);

/// True of "Avoid alcohol", "Use the time to rest", "Set goals, keep a diary": tells the reader to do something.
bool is_command(std::span<const Word> words);

/// True of "Therapy helps to sustain": the last verb wants something behind it that is not there.
bool lacks_object(std::span<const Word> words);

/// True of "Dose calculated", "Treatment administered (mg)": what was or is to be done, without the words that would
/// make it a sentence.
bool is_checklist_note(std::span<const Word> words);

/// True for the marks and words that the parts of a sentence end at.
bool is_stop(const Word& word);

}  // namespace claimcheck
