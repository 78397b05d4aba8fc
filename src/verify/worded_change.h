#pragma once

#include <optional>

#include "core/finding.h"
#include "verify/match.h"
#include "verify/sentence.h"

namespace claimcheck {

/// What the sentence needs to be read on an outcome.
struct OutcomeContext {
  SlotMatch outcome;  ///< where the outcome is named
  Valence valence = Valence::neutral;
  bool harm = false;         ///< naming the outcome is naming a harm
  bool about_effect = true;  ///< the claim is about a change, not about whether the outcome happens
  bool compares = true;      ///< shares of two arms are compared before they are rates of what happened
  const SlotMatcher& subject;
  bool comparative = false;  ///< the claim holds the subject against another treatment
  bool dependence = false;   ///< the outcome shows when the subject is stopped
  bool denies_harm = false;  ///< the claim says that the outcome does not happen
};

/// A change of an outcome's amount that words tell.
struct WordedChange {
  const Cue* cue = nullptr;
  Reported reported = Reported::event;  ///< increase or decrease
};

/// The change of the outcome that the clause words tell: by the nearest cue that is said of it. "A greater reduction"
/// is a reduction, "a smaller reduction" the reverse; "improved" is less of what is bad. nullopt when no cue is said of
/// it.
std::optional<WordedChange> find_worded_change(const Sentence& sentence, const TokenRange& clause,
                                               const OutcomeContext& context);

/// What a cue of this kind says of the amount of an outcome of this valence.
Reported amount_change(CueKind kind, Valence valence);

/// Increase for decrease and the other way round.
Reported opposite(Reported reported);

/// What kind of change a cue tells: "more effective" is one cue of more, and what there is more of is efficacy.
CueKind change_kind(const Sentence& sentence, const Cue& cue);

/// True for cues of a change: increase, decrease, improve, worsen.
bool is_effect(CueKind kind);

/// True if another outcome stands nearer to the cue and is not listed together with ours ("pain, sleep and mood
/// improved").
bool belongs_to_another(const Sentence& sentence, const TokenRange& outcome, const Cue& cue);

/// True if a preposition that starts another phrase ("in", "with", "of", "for") stands in tokens [first, last).
bool has_preposition(const Sentence& sentence, std::size_t first, std::size_t last);

/// Tokens between the two; 0 when they touch or overlap.
std::size_t distance(const TokenRange& range, const Cue& cue);

/// The cue in the clause that is wanted and nearest to the outcome; nullptr when there is none.
template <typename Predicate>
const Cue* nearest_cue(const Sentence& sentence, const TokenRange& clause, const TokenRange& outcome,
                       Predicate wanted) {
  const Cue* nearest = nullptr;
  for (const Cue& cue : sentence.cues) {
    if (!wanted(cue) || !clause.contains(cue.first)) continue;
    if (nearest == nullptr || distance(outcome, cue) < distance(outcome, *nearest)) nearest = &cue;
  }
  return nearest;
}

}  // namespace claimcheck
