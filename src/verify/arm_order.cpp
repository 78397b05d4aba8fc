#include "verify/arm_order.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "verify/contest.h"
#include "verify/effect_barrier.h"

namespace claimcheck {
namespace {

// "lower with placebo than with the drug": the subject stands behind the comparison, something else before it.
bool has_swapped_arms(const Sentence& sentence, const OutcomeContext& context) {
  const auto comparison = std::find_if(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::comparison && sentence.tokens[cue.first].norm == "than";
  });
  if (comparison == sentence.cues.end()) return false;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  if (subjects.empty()) return false;
  const std::size_t subject = subjects.front().tokens.first;
  // "Mood rose more than sleep after the drug": outcomes are compared, not arms.
  return subject > comparison->first &&
         std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
           return mention.concept_ptr->kind == ConceptKind::outcome && !mention.concept_ptr->from_mesh &&
                  comparison->last <= mention.first && mention.last <= subject;
         });
}

/// How the treatment does in a contest with something else.
struct OwnContest {
  TokenRange words;
  bool second = false;  ///< it is named second
  bool loses = false;
};

std::optional<OwnContest> find_contest(const Sentence& sentence, const OutcomeContext& context) {
  constexpr std::size_t reach = 5;
  const std::vector<Contest> contests = find_contests(sentence);
  if (contests.empty()) return std::nullopt;
  const Contest& contest = contests.front();
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  const bool first = std::any_of(subjects.begin(), subjects.end(),
                                 [&](const SlotMatch& subject) { return subject.tokens.last <= contest.words.first; });
  const bool second = std::any_of(subjects.begin(), subjects.end(), [&](const SlotMatch& subject) {
    return contest.words.last <= subject.tokens.first && subject.tokens.first - contest.words.last <= reach;
  });
  if (first == second) return std::nullopt;
  return OwnContest{contest.words, second, first != contest.first_wins};
}

// "Attenuation of the drug's effect by another": the effect is the drug's, and what is done to it is not.
bool is_done_to_own_effect(const Sentence& sentence, const OutcomeContext& context) {
  const TokenRange& outcome = context.outcome.tokens;
  if (outcome.last >= sentence.tokens.size() || sentence.tokens[outcome.last].norm != "by") return false;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  return std::any_of(subjects.begin(), subjects.end(), [&](const SlotMatch& subject) {
    return subject.tokens.last <= outcome.first && outcome.first - subject.tokens.last <= 1;
  });
}

}  // namespace

bool is_effect_of_another(const Sentence& sentence, const OutcomeContext& context, const Cue& cue) {
  if (is_done_to_own_effect(sentence, context)) return true;
  if (has_cue(sentence, CueKind::comparison)) return false;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  if (subjects.empty() || subjects.front().tokens.first < cue.first) return false;
  if (!find_contests(sentence).empty()) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const bool other = mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh &&
                       !context.subject.includes(*mention.concept_ptr);
    const bool agent = mention.first > cue.last && sentence.tokens[mention.first - 1].norm == "by";
    return other && (mention.last <= cue.first || agent);
  });
}

bool is_outdone(const Sentence& sentence, const OutcomeContext& context, const Cue& cue) {
  const auto contest = find_contest(sentence, context);
  if (!contest) return has_swapped_arms(sentence, context) || is_comparator(sentence, context.subject);
  const bool is_cue = cue.first < contest->words.last && contest->words.first < cue.last;
  return is_cue ? contest->second : contest->loses;
}

bool is_outdone_by_active(const Sentence& sentence, const OutcomeContext& context) {
  const auto contest = find_contest(sentence, context);
  const bool outdone = contest ? contest->loses : has_swapped_arms(sentence, context);
  if (!outdone || names_control(sentence, {0, sentence.tokens.size()})) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh &&
           !context.subject.includes(*mention.concept_ptr) && !context.subject.is_short_for(*mention.concept_ptr);
  });
}

}  // namespace claimcheck
