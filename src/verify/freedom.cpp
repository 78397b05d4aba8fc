#include "verify/freedom.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

bool is_at(const Sentence& sentence, std::size_t at, std::string_view word) {
  return at < sentence.tokens.size() && sentence.tokens[at].norm == word;
}

// "No longer had", "no longer met the criteria for".
bool follows_no_longer(const Sentence& sentence, std::size_t first) {
  constexpr std::size_t reach = 8;
  for (std::size_t back = 1; back <= reach && back < first; ++back) {
    if (is_at(sentence, first - back, "longer") && is_at(sentence, first - back - 1, "no")) return true;
  }
  return false;
}

// "Lack of remission", "relapse after recovery", "time to resolution": no more of the end.
bool is_end_itself(const Sentence& sentence, std::size_t ending) {
  static constexpr std::array<std::string_view, 14> undone{"non",   "-",         "delayed", "incomplete", "lack",
                                                           "after", "following", "since",   "partial",    "spontaneous",
                                                           "until", "before",    "despite", "without"};
  if (ending == 0) return true;
  const std::string& before = sentence.tokens[ending - 1].norm;
  const bool waits = before == "to" && ending >= 2 && sentence.tokens[ending - 2].norm == "time";
  return !waits && !is_one_of(undone, before);
}

// Where a list that ends with the outcome begins: "absence of | nausea and vomiting".
std::size_t start_of_list(const Sentence& sentence, std::size_t first) {
  static constexpr std::array<std::string_view, 3> joins{"and", "or", "/"};
  while (first >= 2 && is_one_of(joins, sentence.tokens[first - 1].norm)) {
    const auto joined =
        std::find_if(sentence.mentions.begin(), sentence.mentions.end(), [first](const ConceptMention& mention) {
          return mention.concept_ptr->kind == ConceptKind::outcome && mention.last + 1 == first;
        });
    if (joined == sentence.mentions.end()) break;
    first = joined->first;
  }
  return first;
}

// "More likely to report cure of X", "clearance of X increased": there is more of its end.
bool names_end(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  static constexpr std::array<std::string_view, 6> links{"of", "from", "the", "rate", "rates", "their"};
  return std::any_of(sentence.phrases.begin(), sentence.phrases.end(), [&](const PhraseMatch& phrase) {
    const bool before = phrase.category == "ending" && phrase.last < outcome.first;
    if (!before || !is_end_itself(sentence, phrase.first)) return false;
    if (phrase.first <= cue.first && cue.first < phrase.last) return false;
    const auto is_link = [&](std::size_t at) { return is_one_of(links, sentence.tokens[at].norm); };
    for (std::size_t i = phrase.last; i < outcome.first; ++i) {
      if (!is_link(i)) return false;
    }
    const auto joins = [&](std::size_t back) {
      return sentence.tokens[outcome.first - back].norm == "of" || sentence.tokens[outcome.first - back].norm == "from";
    };
    return joins(1) || joins(2);
  });
}

bool starts_ending(const Sentence& sentence, std::size_t at) {
  return std::any_of(sentence.phrases.begin(), sentence.phrases.end(),
                     [at](const PhraseMatch& phrase) { return phrase.category == "ending" && phrase.first == at; });
}

// "Warts were more likely to clear", "sinusitis was cured more often", "likelier to recover from sinusitis".
bool tells_end(const Sentence& sentence, const TokenRange& outcome, const Cue& cue, Valence valence) {
  static constexpr std::array<std::string_view, 2> endings{"stop", "control"};
  static constexpr std::array<std::string_view, 15> between{
      "was", "were", "is", "are", "be", "been", "being", "had", "has", "have", "also", "report", "to", "the", "their"};
  const auto is_ending = [&](std::size_t at) {
    const std::string& stem = sentence.tokens[at].stem;
    return starts_ending(sentence, at) || is_one_of(endings, stem) ||
           (valence == Valence::bad && (stem == "improv" || stem == "respond"));
  };
  const auto is_between = [&](std::size_t at) {
    const std::string& norm = sentence.tokens[at].norm;
    return (cue.first <= at && at < cue.last) || is_one_of(between, norm) || norm.ends_with("ly") || norm == "from";
  };
  std::size_t behind = outcome.last;
  while (behind < sentence.tokens.size() && is_between(behind)) ++behind;
  if (behind < sentence.tokens.size() && is_ending(behind)) return true;
  std::size_t before = outcome.first;
  while (before > cue.last && !is_ending(before - 1) && is_between(before - 1)) --before;
  if (before <= cue.last || !is_ending(before - 1)) return false;
  --before;
  while (before > cue.last && is_between(before - 1)) --before;
  return before == cue.last;
}

// Where "time to the first stroke" begins; nullopt without such words. "Time to pain relief" waits for the relief.
std::optional<std::size_t> find_wait(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 22> between{
      "the",       "a",          "an",        "first",    "next",    "onset",       "of",         "new",
      "any",       "different",  "grade",     "grades",   "severe",  "development", "occurrence", "all",
      "confirmed", "documented", "achieving", "reaching", "achieve", "reach"};
  static constexpr std::array<std::string_view, 2> until{"to", "until"};
  static constexpr std::array<std::string_view, 6> relief{"relief",    "free",        "control",
                                                          "reduction", "improvement", "response"};
  if (starts_ending(sentence, outcome.last) || is_one_of(relief, word_at(sentence.tokens, outcome.last)))
    return std::nullopt;
  std::size_t at = outcome.first;
  while (at > 0 && is_one_of(between, sentence.tokens[at - 1].norm)) --at;
  // "The first analgesic requirement time".
  if (outcome.first > 0 && is_at(sentence, outcome.first - 1, "first") && is_at(sentence, outcome.last, "time"))
    return outcome.first - 1;
  // "The recovery time".
  static constexpr std::array<std::string_view, 3> ends{"recovery", "healing", "closure"};
  if (is_one_of(ends, sentence.tokens[outcome.last - 1].norm) && is_at(sentence, outcome.last, "time"))
    return outcome.first;
  const bool waits =
      at >= 2 && is_one_of(until, sentence.tokens[at - 1].norm) && sentence.tokens[at - 2].norm == "time";
  return waits ? std::optional(at - 2) : std::nullopt;
}

// "Prolonged the time to the first stroke": the later, the less.
bool is_said_of_wait(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  const auto wait = find_wait(sentence, outcome);
  return wait && (cue.last <= *wait || outcome.last <= cue.first);
}

// "Better protection against X", "potentiated prophylaxis for X": the more, the less of X.
bool is_warded_off(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  const auto prevention = find_prevention(sentence, outcome);
  return prevention && (cue.last == *prevention || cue.last + 1 == *prevention);
}

// "Reached an HbA1c below 7 %", "achieved target blood pressure": the better value of it.
bool names_goal(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 4> verbs{"achiev", "reach", "attain", "meet"};
  static constexpr std::array<std::string_view, 7> goals{"target", "targets", "goal", "goals", "<", "below", "under"};
  constexpr std::size_t reach = 4;
  const std::size_t first = outcome.first - std::min(outcome.first, reach);
  bool reached = false;
  for (std::size_t i = first; i < outcome.first; ++i) reached = reached || is_one_of(verbs, sentence.tokens[i].stem);
  if (!reached) return false;
  for (std::size_t i = first; i < std::min(outcome.last + 3, sentence.tokens.size()); ++i) {
    if (is_one_of(goals, sentence.tokens[i].norm)) return true;
  }
  return false;
}

// "A risk reduction in progression-free survival": of what people survive without.
bool is_risk_of_survival(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  static constexpr std::array<std::string_view, 2> risks{"risk", "hazard"};
  return names_survival(sentence, outcome) && cue.last <= outcome.first &&
         ((cue.first > 0 && is_one_of(risks, sentence.tokens[cue.first - 1].norm)) ||
          is_one_of(risks, word_at(sentence.tokens, cue.last)));
}

}  // namespace

bool is_time_spent(const Token& token) {
  static constexpr std::array<std::string_view, 10> times{"day",   "days",  "nights", "weeks", "months",
                                                          "years", "hours", "time",   "alive", "spent"};
  return is_one_of(times, token.norm);
}

bool names_freedom(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 2> links{"of", "from"};
  std::size_t behind = outcome.last;
  if (is_at(sentence, behind, "-")) ++behind;
  if (is_at(sentence, behind, "free")) return true;
  const std::size_t first = start_of_list(sentence, outcome.first);
  if (first >= 2 && is_one_of(links, sentence.tokens[first - 1].norm) && is_at(sentence, first - 2, "free"))
    return true;
  // "Free of vomiting, or of vomiting and nausea both".
  static constexpr std::array<std::string_view, 2> joins{"or", "and"};
  if (first >= 2 && is_at(sentence, first - 1, "of") && is_one_of(joins, sentence.tokens[first - 2].norm)) {
    for (std::size_t i = 0; i + 1 < first - 2; ++i) {
      if (is_at(sentence, i, "free") && is_at(sentence, i + 1, "of")) return true;
    }
  }
  // "Days without X".
  if (first >= 2 && is_at(sentence, first - 1, "without") && is_time_spent(sentence.tokens[first - 2])) return true;
  return follows_no_longer(sentence, outcome.first);
}

bool names_relief(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 17> nouns{
      "remission",   "resolution",    "relief",    "freedom", "improvement", "recovery",
      "response",    "reduction",     "healing",   "cure",    "clearance",   "absence",
      "eradication", "disappearance", "recovered", "cured",   "relieved"};
  static constexpr std::array<std::string_view, 3> links{"of", "from", "in"};
  static constexpr std::array<std::string_view, 14> verbs{
      "healed",   "resolved",    "cleared", "cured", "eradicated", "remitted", "vanished",
      "subsided", "disappeared", "absent",  "gone",  "abated",     "ceased",   "stopped"};
  static constexpr std::array<std::string_view, 6> auxiliaries{"had", "was", "were", "has", "have", "been"};
  const std::size_t first = start_of_list(sentence, outcome.first);
  if (first >= 2 && is_one_of(links, sentence.tokens[first - 1].norm) &&
      is_one_of(nouns, sentence.tokens[first - 2].norm))
    return true;
  // "The depression response rate".
  static constexpr std::array<std::string_view, 9> behind{
      "response", "responses", "responders", "remission", "remissions", "relief", "freedom", "resolution", "clearance"};
  std::size_t at = outcome.last;
  if (is_one_of(behind, word_at(sentence.tokens, at))) return true;
  // "A pain-relieving effect".
  static constexpr std::array<std::string_view, 5> participles{"relieving", "reducing", "lowering", "killing",
                                                               "alleviating"};
  if (is_at(sentence, at, "-") && is_one_of(participles, word_at(sentence.tokens, at + 1))) return true;
  while (at < sentence.tokens.size() && is_one_of(auxiliaries, sentence.tokens[at].norm)) ++at;
  return at < sentence.tokens.size() && is_one_of(verbs, sentence.tokens[at].norm);
}

bool is_of_ending(const Sentence& sentence, const TokenRange& outcome, const Cue& cue, Valence valence) {
  const CueKind kind = change_kind(sentence, cue);
  return (kind == CueKind::increase || kind == CueKind::decrease) &&
         (names_end(sentence, outcome, cue) || tells_end(sentence, outcome, cue, valence) ||
          is_said_of_wait(sentence, outcome, cue) || is_warded_off(sentence, outcome, cue) ||
          (valence == Valence::bad && names_goal(sentence, outcome)) || is_risk_of_survival(sentence, outcome, cue));
}

std::optional<std::size_t> find_prevention(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 6> nouns{"protection", "prophylaxis", "prevention",
                                                         "protected",  "avoidance",   "absence"};
  static constexpr std::array<std::string_view, 5> links{"against", "for", "of", "from", "the"};
  std::size_t at = outcome.first;
  while (at > 0 && is_one_of(links, sentence.tokens[at - 1].norm)) --at;
  const bool found = at > 0 && at < outcome.first && is_one_of(nouns, sentence.tokens[at - 1].norm);
  return found ? std::optional(at - 1) : std::nullopt;
}

bool is_waited_for(const Sentence& sentence, const TokenRange& outcome) {
  return find_wait(sentence, outcome).has_value();
}

bool names_survival(const Sentence& sentence, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 6> short_forms{"os", "pfs", "dfs", "efs", "rfs", "mfs"};
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(outcome.first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(outcome.last), [](const Token& token) {
                       return token.stem.starts_with("surviv") || is_one_of(short_forms, token.norm);
                     });
}

}  // namespace claimcheck
