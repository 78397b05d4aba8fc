#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "concepts/vocabulary.h"
#include "core/claim_frame.h"
#include "verify/sentence.h"

namespace claimcheck {

/// How a word in a record stands to the slot that it was matched with.
enum class MatchKind {
  exact,      ///< the slot's concept, a narrower one, or the slot's own words
  inverse,    ///< there is less of the slot's outcome when there is more of this one ("pain relief" for pain)
  generic,    ///< speaks of the outcome only in a record that is about it: the broader measure ("pain" for neuropathic
              ///< pain), "response", "remission"
  surrogate,  ///< a measure that stands in for the slot's outcome: bone density for fractures
  efficacy,   ///< the sentence says that the treatment works, or not, and the record is about the outcome
};

/// Where a slot is named in a sentence.
struct SlotMatch {
  TokenRange tokens;
  const Concept* meaning = nullptr;  ///< nullptr when the slot's own words were matched
  MatchKind kind = MatchKind::exact;
};

/// Looks for what a slot names: any of its concepts or of their narrower ones; where the vocabulary knows none, the
/// slot's own words (all of up to two, else 60 % of them, the last one always: it is the head of an English noun
/// phrase), near one another, but for words of measure ("levels"). Sharing common words is not a match.
class SlotMatcher {
 public:
  SlotMatcher(const Slot& slot, const Vocabulary& vocabulary);

  /// Takes out what `other` names below this slot's own concepts: of ketamine held against esketamine, esketamine.
  void leave_out(const Slot& other, const Vocabulary& vocabulary);

  [[nodiscard]] bool empty() const { return groups_.empty() && stems_.empty(); }
  /// True when the vocabulary knows no concept for the slot.
  [[nodiscard]] bool is_raw() const { return groups_.empty(); }
  /// Each place where the slot is named, by position.
  [[nodiscard]] std::vector<SlotMatch> find(const Sentence& sentence) const;
  [[nodiscard]] bool matches(const Sentence& sentence) const { return !find(sentence).empty(); }
  /// True if every concept of the slot (or its words) is named somewhere in the record: a combination needs all parts.
  [[nodiscard]] bool covers(const Sentence& title, const std::vector<Sentence>& sentences) const;
  /// True if any concept of the slot (or its words) is named somewhere in the record.
  [[nodiscard]] bool touches(const Sentence& title, const std::vector<Sentence>& sentences) const;
  [[nodiscard]] bool includes(const Concept& meaning) const;
  /// True if the slot is called by this broader concept for short: "the vaccine" for an influenza vaccine.
  [[nodiscard]] bool is_short_for(const Concept& meaning) const { return short_forms_.contains(&meaning); }
  /// True if it is a treatment that the slot neither names nor is called for short. Headings of MeSH are none: they
  /// call "glucose" a treatment.
  [[nodiscard]] bool is_rival(const Concept& meaning) const {
    return meaning.kind == ConceptKind::intervention && !meaning.from_mesh && !includes(meaning) &&
           !is_short_for(meaning);
  }

 private:
  using ConceptSet = std::unordered_set<const Concept*>;
  [[nodiscard]] std::optional<SlotMatch> find_words(const Sentence& sentence) const;

  std::vector<ConceptSet> groups_;  ///< one a concept of the slot, with its narrower ones
  ConceptSet short_forms_;
  std::vector<std::string> stems_;
};

/// True if the broader concept is what the narrower one is called for short, which is the head of any of its names:
/// "headache" for migraine headache.
bool is_short_name(const Concept& broader, const Concept& narrower);

/// Looks for an outcome, also where it goes by another name: its opposite, or a generic measure in a record that is
/// about it.
class OutcomeMatcher {
 public:
  OutcomeMatcher(const ClaimFrame& frame, const Vocabulary& vocabulary);

  [[nodiscard]] const SlotMatcher& exact() const { return exact_; }
  /// Each place where the outcome is named; generic names only when `about_outcome` (the record names the outcome
  /// itself).
  [[nodiscard]] std::vector<SlotMatch> find(const Sentence& sentence, bool about_outcome) const;

 private:
  void add_other(std::string_view id, MatchKind kind, const Vocabulary& vocabulary);
  void add_inverse(const Vocabulary& vocabulary);
  void add_broader(const Concept& meaning, const Vocabulary& vocabulary);
  /// "Headache" for migraine, which is also called migraine headache.
  void add_heads(const Concept& meaning, const Vocabulary& vocabulary);
  /// "Bleeding" for gastrointestinal bleeding.
  void add_short_names(const Concept& meaning, const Vocabulary& vocabulary);
  void add_generic(const ClaimFrame& frame, const Vocabulary& vocabulary);

  SlotMatcher exact_;
  std::unordered_map<const Concept*, MatchKind> others_;
};

}  // namespace claimcheck
