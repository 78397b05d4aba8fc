#include "verify/told_as_event.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/one_of.h"
#include "verify/effect_barrier.h"
#include "verify/freedom.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

// "Those who had attempted it before", "the scarcity of reports": a history, and what is missing.
bool tells_nothing_new(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 3> had{"had", "have", "has"};
  static constexpr std::array<std::string_view, 5> lacks{"scarcity", "paucity", "lack", "absence", "dearth"};
  const auto before = [&](std::size_t back) -> std::string_view {
    return cue.first >= back ? std::string_view(sentence.tokens[cue.first - back].norm) : std::string_view();
  };
  if (is_one_of(had, sentence.tokens[cue.first].norm) && before(1) == "who") return true;
  // "Newly diagnosed X": whom it is about.
  static constexpr std::array<std::string_view, 5> when{"newly", "recently", "previously", "already", "/"};
  if (sentence.tokens[cue.last - 1].norm == "diagnosed" && is_one_of(when, before(1))) return true;
  return before(1) == "of" && is_one_of(lacks, before(2));
}

// "A reduction in colds and in symptoms such as cough was observed": what was observed is the reduction.
bool is_of_improvement(const Sentence& sentence, const TokenRange& clause, const TokenRange& outcome, const Cue& cue) {
  static constexpr std::array<std::string_view, 2> links{"in", "of"};
  if (cue.first < outcome.last) return false;
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& change) {
    const bool better = change.kind == CueKind::decrease || change.kind == CueKind::improve;
    if (!better || change.first < clause.first || change.last >= outcome.first) return false;
    if (!is_one_of(links, sentence.tokens[change.last].norm)) return false;
    return std::none_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& verb) {
      return (is_occurrence(verb.kind) || is_effect(verb.kind)) && change.last <= verb.first &&
             verb.first < outcome.first;
    });
  });
}

// "Risk factors for the harm", "the association with the harm differed by sex": none is told to have happened, or to be
// due to the treatment.
bool is_of_relation(const Sentence& sentence, const TokenRange& clause, const Cue& cue,
                    const std::vector<SlotMatch>& subjects) {
  static constexpr std::array<std::string_view, 6> turns{"differ", "vari",      "modifi",
                                                         "depend", "heterogen", "disappear"};
  const std::string& stem = sentence.tokens[cue.first].stem;
  if (stem == "risk" && cue.last > cue.first + 1) {
    return std::none_of(subjects.begin(), subjects.end(), [&](const SlotMatch& subject) {
      return clause.first <= subject.tokens.first && subject.tokens.last <= cue.first;
    });
  }
  if (stem != "associ") return false;
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(cue.last),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(std::max(cue.last, clause.last)),
                     [](const Token& token) { return is_one_of(turns, token.stem); });
}

constexpr std::size_t kList = 3;  // words, from which on a cue holds more than a verb

// "Prespecified adverse events included", "known side effects include": none that was found in the study.
bool is_only_looked_for(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 12> idle{"less",         "assessed",   "prespecified", "predefined",
                                                         "preplanned",   "interest",   "known",        "monitored",
                                                         "intercurrent", "attributed", "expected",     "plus"};
  if (cue.last - cue.first < kList) return false;
  const std::size_t first = cue.first - std::min<std::size_t>(cue.first, 1);
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(cue.last),
                     [](const Token& token) { return is_one_of(idle, token.norm); });
}

// "The most common adverse events in the placebo group were": theirs alone.
bool is_of_control(const Sentence& sentence, const Cue& cue, const std::vector<SlotMatch>& subjects) {
  if (cue.last - cue.first < kList) return false;
  const TokenRange words{cue.first, cue.last};
  const auto holds = [&](const auto& named) { return words.contains(named); };
  const bool subject =
      std::any_of(subjects.begin(), subjects.end(), [&](const SlotMatch& match) { return holds(match.tokens.first); });
  const bool other = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& mention) {
    const bool own = std::any_of(subjects.begin(), subjects.end(), [&](const SlotMatch& match) {
      return match.tokens.first <= mention.first && mention.last <= match.tokens.last;
    });
    return mention.concept_ptr->kind == ConceptKind::intervention && !own && holds(mention.first);
  });
  return other || (!subject && names_control(sentence, words));
}

}  // namespace

bool is_occurrence(CueKind kind) {
  return kind == CueKind::occurrence || kind == CueKind::cause || kind == CueKind::associate;
}

bool is_of_measure(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  static constexpr std::array<std::string_view, 8> results{"difference",  "differences", "effect",  "effects",
                                                           "interaction", "change",      "changes", "interactions"};
  static constexpr std::array<std::string_view, 6> sizes{"intensity", "severity", "mean",
                                                         "lowest",    "highest",  "median"};
  static constexpr std::array<std::string_view, 4> behind{"score", "scores", "intensity", "severity"};
  static constexpr std::array<std::string_view, 6> tools{"scale", "scales",    "questionnaire",
                                                         "diary", "checklist", "inventory"};
  constexpr std::size_t reach = 4;
  const auto says = [&](const auto& words, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < std::min(last, sentence.tokens.size()); ++i) {
      if (is_one_of(words, sentence.tokens[i].norm)) return true;
    }
    return false;
  };
  const std::size_t before = outcome.first - std::min<std::size_t>(outcome.first, 2);
  if (says(sizes, before, outcome.first) || says(behind, outcome.last, outcome.last + 1)) return true;
  // "A treatment by X interaction", "effects of the drug (after two hours) on X".
  if (says(results, outcome.last, outcome.last + 1)) return true;
  const bool on = outcome.first > 0 && sentence.tokens[outcome.first - 1].norm == "on";
  static constexpr std::array<std::string_view, 2> effects{"effect", "effects"};
  if (on && says(effects, 0, outcome.first)) return true;
  if (says(tools, cue.last, cue.last + 2 * reach)) return true;
  // "Changes in X were observed", "there were changes in X"; but "side effects" are a harm.
  const std::size_t first = cue.last <= outcome.first ? cue.first : outcome.first;
  for (std::size_t i = first - std::min(first, 2 * reach); i < std::min(cue.last + reach, outcome.first); ++i) {
    const bool named = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [i](const auto& mention) {
      return mention.concept_ptr->kind == ConceptKind::outcome && mention.first <= i && i < mention.last;
    });
    if (!named && is_one_of(results, sentence.tokens[i].norm)) return true;
  }
  return false;
}

bool tells_of_event(const Sentence& sentence, const TokenRange& clause, const TokenRange& outcome, const Cue& cue,
                    const std::vector<SlotMatch>& subjects) {
  return !find_prevention(sentence, outcome) && !tells_nothing_new(sentence, cue) &&
         !is_only_looked_for(sentence, cue) && !is_of_control(sentence, cue, subjects) &&
         !is_of_relation(sentence, clause, cue, subjects) && !names_relief(sentence, outcome) &&
         !is_of_improvement(sentence, clause, outcome, cue) && !is_of_measure(sentence, outcome, cue);
}

}  // namespace claimcheck
