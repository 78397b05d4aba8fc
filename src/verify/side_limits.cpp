#include "verify/side_limits.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "verify/contest.h"
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

bool has_comparative(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 15> words{"better", "superior", "greater", "more",     "less",
                                                          "lower",  "higher",   "fewer",   "larger",   "smaller",
                                                          "longer", "shorter",  "worse",   "inferior", "stronger"};
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& token) { return is_one_of(words, token.norm); });
}

bool has_number(const Sentence& sentence, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (sentence.tokens[i].kind == TokenKind::number) return true;
  }
  return false;
}

// "More with X than with Y", "X reduced it compared with Y", "compared with Y, X reduced it". "Fell by 3 % with X
// versus 8 % with Y" tells by its numbers alone which arm did better, and is not read so.
bool tells_arms_apart(const SlotMatcher& subject, const SlotMatcher& comparator, const Sentence& sentence) {
  static constexpr std::array<std::string_view, 3> bare{"versus", "vs", "v"};
  const std::vector<SlotMatch> ours = subject.find(sentence);
  const std::vector<SlotMatch> theirs = comparator.find(sentence);
  if (ours.empty() || theirs.empty()) return false;
  const TokenRange& own = ours.front().tokens;
  const TokenRange& other = theirs.front().tokens;
  // "X plus Y against Y plus placebo" holds X against placebo.
  static constexpr std::array<std::string_view, 3> adds{"plus", "with", "+"};
  if (own.last + 1 == other.first && is_one_of(adds, sentence.tokens[own.last].norm)) return false;
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    if (cue.kind != CueKind::comparison) return false;
    if (sentence.tokens[cue.first].norm == "than") return true;
    if (cue.last > other.first) return false;
    const bool ordered = own.last <= cue.first || other.last <= own.first;
    const bool worded = has_comparative(sentence);
    const bool plain =
        !is_one_of(bare, sentence.tokens[cue.first].norm) && !has_number(sentence, cue.last, other.first);
    return ordered && (worded || plain);
  });
}

// "Faster than Y" is a claim on time, which a larger effect says nothing of.
bool is_silent_on_speed(const ClaimFrame& frame, const Sentence& sentence) {
  return claim_words().contains(tokenize(frame.text), "faster") && !study_words().contains(sentence.tokens, "speed");
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
  if (frame.kind != ClaimKind::comparative || frame.comparator.empty()) return true;
  if (is_silent_on_speed(frame, sentence)) return false;
  const SlotMatcher comparator(frame.comparator, vocabulary);
  if (!find_contests(sentence).empty()) return comparator.matches(sentence);
  return tells_arms_apart(subject, comparator, sentence);
}

}  // namespace claimcheck
