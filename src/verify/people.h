#pragma once

#include <string>
#include <vector>

#include "text/numbers.h"
#include "verify/match.h"
#include "verify/sentence.h"

namespace claimcheck {

/// The ids of the populations that a record names, each once, in order.
std::vector<std::string> list_populations(const Sentence& title, const std::vector<Sentence>& sentences);

/// How many people `number` counts, or what is done to one of them each (operations, births): "1,200 patients",
/// "12/60"; 0 for any other number.
double count_people(const Sentence& sentence, const NumberMention& number);

/// True if the sentence tells how many people the authors studied: "1,200 patients were pooled", "of 161 pregnancies,
/// …".
bool counts_own_people(const Sentence& sentence);

/// "Patients", "women": people, and no "cases".
bool is_person(const Token& token);

/// True if tokens [first, last) only join what stands around them: "and", "or", commas.
bool is_joined(const Sentence& sentence, std::size_t first, std::size_t last);

/// True if an outcome that is named at `outcome` only says who was studied, not what happened to them: "patients with
/// X", "patients whose X …", "X patients", "a history of X", "baseline X", and words that name a population and nothing
/// else ("chronic users").
bool describes_people(const Sentence& sentence, const TokenRange& outcome);

/// True if the words before `outcome` make it what the treatment is given for: "treatment of X", "therapy for X", "used
/// to control X".
bool is_indication(const Sentence& sentence, const TokenRange& outcome);

/// "Malaria-related knowledge", "survival analysis": what is known or thought of it, or how it is reckoned.
bool is_attitude_to(const Sentence& sentence, const TokenRange& outcome);

/// "Ten patients with raised liver enzymes were randomized to": what they had when they came in.
bool is_entry_criterion(const Sentence& sentence, const TokenRange& outcome);

/// "The receptor for the virus", "the target of X", "the doses required for X": they tell what something else is.
bool is_told_of_marker(const Sentence& sentence, const TokenRange& outcome);

/// "Saturation during sleep": when something was measured.
bool is_time(const Sentence& sentence, const TokenRange& outcome);

}  // namespace claimcheck
