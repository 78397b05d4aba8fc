#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "verify/match.h"
#include "verify/phrase_table.h"
#include "verify/sentence.h"

namespace claimcheck {

/// What a sentence tells of an outcome, with the words (caveat_words.txt) that may take it back.
struct Telling {
  const Sentence& sentence;
  TokenRange clause;   ///< the clause that names the outcome
  TokenRange outcome;  ///< where it is named
  std::vector<SlotMatch> subjects;
  std::vector<PhraseMatch> phrases;  ///< of the whole sentence, by position
  const Cue* cue = nullptr;          ///< of the change or happening nearest to the outcome; nullptr when there is none
  bool happening = false;            ///< it is told that something happened, not that it changed
  bool dependence = false;           ///< the outcome shows when the subject is stopped

  /// True if a phrase of `category` begins at token `at`.
  [[nodiscard]] bool is(std::string_view category, std::size_t at) const;
  /// The first phrase of `category` that begins in `range`; nullptr without one.
  [[nodiscard]] const PhraseMatch* find(std::string_view category, const TokenRange& range) const;
  /// True if every token of `range` begins a phrase of `category`.
  [[nodiscard]] bool all(std::string_view category, const TokenRange& range) const;
  /// The last `count` tokens before `at`, or the first `count` from it on.
  [[nodiscard]] static TokenRange before(std::size_t at, std::size_t count);
  [[nodiscard]] TokenRange behind(std::size_t at, std::size_t count) const;
};

/// Why what the sentence says is no finding on giving the subject, as the name of a rule: it is planned or only thought
/// of, others found it, it was so before treatment, the subject was not given or is not what acted. nullopt when
/// nothing speaks against a finding.
std::optional<std::string_view> why_no_finding(const Telling& telling);

}  // namespace claimcheck
