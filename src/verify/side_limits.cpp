#include "verify/side_limits.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "verify/people.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

bool is_disease(const Slot& subject, const Vocabulary& vocabulary) {
  return !subject.concepts.empty() &&
         std::all_of(subject.concepts.begin(), subject.concepts.end(), [&](const std::string& id) {
           const Concept* meaning = vocabulary.find(id);
           return meaning != nullptr && meaning->kind == ConceptKind::outcome && meaning->valence == Valence::bad;
         });
}

// "X leads to Y", "Y due to X", "Y was more common with X than without".
bool is_linked(const Sentence& sentence, const TokenRange& cause, const TokenRange& outcome) {
  const bool before = cause.last <= outcome.first;
  const std::size_t first = before ? cause.last : outcome.last;
  const std::size_t last = before ? outcome.first : cause.first;
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    const bool links = cue.kind == CueKind::cause || cue.kind == CueKind::associate;
    const bool changes = before && (cue.kind == CueKind::increase || cue.kind == CueKind::decrease ||
                                    cue.kind == CueKind::improve || cue.kind == CueKind::worsen);
    return (links || changes) && first <= cue.first && cue.last <= last;
  });
}

bool makes_cause(const SlotMatcher& subject, const Sentence& sentence, const TokenRange& outcome) {
  const std::vector<SlotMatch> named = subject.find(sentence);
  return std::any_of(named.begin(), named.end(), [&](const SlotMatch& match) {
    const TokenRange& cause = match.tokens;
    const bool apart = cause.last <= outcome.first || outcome.last <= cause.first;
    return apart && !describes_people(sentence, cause) && is_linked(sentence, cause, outcome);
  });
}

// "Vitamin D plus calcium": tells nothing of vitamin D on its own.
bool is_of_combination(const SlotMatcher& subject, const Sentence& sentence) {
  static constexpr std::array<std::string_view, 6> joins{"plus", "with", "and", "+", "combined", "together"};
  const std::vector<SlotMatch> named = subject.find(sentence);
  return std::any_of(named.begin(), named.end(), [&](const SlotMatch& match) {
    const TokenRange& name = match.tokens;
    const bool behind = name.last < sentence.tokens.size() && is_one_of(joins, sentence.tokens[name.last].norm);
    return behind || (name.first > 0 && is_one_of(joins, sentence.tokens[name.first - 1].norm));
  });
}

bool is_on_subject_alone(const ClaimFrame& frame) {
  return claim_words().contains(tokenize(frame.text), "alone");
}

}  // namespace

bool can_take_side(const ClaimFrame& frame, const Vocabulary& vocabulary, const SlotMatcher& subject,
                   const Sentence& sentence, const TokenRange& outcome) {
  if (is_disease(frame.subject, vocabulary) && !frame.subject_is_lack && !makes_cause(subject, sentence, outcome)) {
    return false;
  }
  if (is_of_combination(subject, sentence) && is_on_subject_alone(frame)) return false;
  if (frame.kind != ClaimKind::comparative || frame.comparator.concepts.empty()) return true;
  const SlotMatcher comparator(frame.comparator, vocabulary);
  return comparator.matches(sentence);
}

}  // namespace claimcheck
