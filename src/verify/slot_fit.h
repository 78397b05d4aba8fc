#pragma once

#include <string>
#include <vector>

#include "core/citation.h"
#include "verify/sentence.h"

namespace claimcheck {

/// A record as its scope is read.
struct RecordText {
  const Citation& citation;
  const Sentence& title;
  const std::vector<Sentence>& sentences;
};

/// How a record stands to a slot that the claim closes.
enum class Fit {
  same,    ///< names what the claim names, or a part of it
  silent,  ///< names nothing of the sort, or something wider
  other,   ///< names another value of the slot, and not the claim's
};

struct SlotFit {
  Fit fit = Fit::same;
  std::string why;  ///< unless same: one clause for a reader
};

/// The title and the sentences that tell of the study itself: what is said of others' work closes no slot.
inline std::vector<const Sentence*> own_sentences(const RecordText& record) {
  std::vector<const Sentence*> own{&record.title};
  for (const Sentence& sentence : record.sentences) {
    if (sentence.role != SectionRole::background) own.push_back(&sentence);
  }
  return own;
}

}  // namespace claimcheck
