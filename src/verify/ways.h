#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/finding.h"
#include "verify/claim_sentence.h"

namespace claimcheck {

struct RecordView;

/// Where a claim holds two ways of giving one treatment against each other ("oral … than intravenous …"): the folded
/// stems that tell each way from the other, in order.
struct Ways {
  std::vector<std::string> own;
  std::vector<std::string> other;
};

/// Nullopt where the claim does so in no words, or holds no two such ways against each other.
std::optional<Ways> find_ways(const ClaimWords& words, const ClaimFrame& frame);
std::optional<Ways> find_ways(const ClaimFrame& frame, const Vocabulary& vocabulary);

/// True if the stem is a word of one of the two ways, or of another name for it.
bool is_of_ways(const Ways& ways, const std::string& stem);

/// How a record says that the two ways of the claim compare: a sentence of its results or conclusions that names both,
/// and words that say which did better ("X was superior to Y", "better with X than with Y") or that neither did. A
/// number alone tells nothing.
struct WaysReading {
  const Sentence* sentence = nullptr;
  Reported reported = Reported::no_difference;
  Stance stance = Stance::inconclusive;
  std::string cue;
};
std::vector<WaysReading> compare_ways(const RecordView& record, const Ways& ways);

}  // namespace claimcheck
