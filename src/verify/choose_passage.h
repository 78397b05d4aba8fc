#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/citation.h"
#include "verify/comparison_words.h"
#include "verify/sentence.h"

namespace claimcheck {

/// The sentence of an abstract that speaks of a comparison, and the passage to read around it: its section where that
/// is short, else the sentence, with the next one when that goes on about it ("The difference was …").
struct ChosenPassage {
  const Sentence* sentence = nullptr;
  std::string_view text;
};

/// Chooses among results and conclusions by how much of the outcome a sentence names (rare words count more than
/// "score" or "rate", a short form that the abstract defines counts as its words), whether it names an arm and whether
/// it states a comparison; the first of equals. nullopt when no sentence names the outcome.
std::optional<ChosenPassage> choose_passage(const ComparisonWords& words, const Citation& citation,
                                            const std::vector<Sentence>& sentences);

}  // namespace claimcheck
