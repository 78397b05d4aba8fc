#include "verify/no_finding.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/one_of.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

bool is_bare_verb(std::string_view word) {
  return !word.ends_with("ed") && !word.ends_with("ion") && !word.ends_with("ment");
}

// "To reduce pain" behind what was meant, wanted or tried; not "was found to reduce".
bool is_purpose(const Telling& telling) {
  constexpr std::size_t reach = 6;
  static constexpr std::array<std::string_view, 14> facts{"found",  "shown",     "seen",     "known",   "able",
                                                          "likely", "appears",   "appeared", "seems",   "seemed",
                                                          "tends",  "continued", "proved",   "observed"};
  const std::vector<Token>& tokens = telling.sentence.tokens;
  const std::size_t verb = telling.cue->first;
  if (!is_bare_verb(tokens[verb].norm)) return false;
  std::size_t to = verb;
  for (std::size_t back = 1; back <= 2 && back <= verb; ++back) {
    if (tokens[verb - back].norm == "to") to = verb - back;
  }
  if (to == verb) return false;
  for (std::size_t at = to; at-- > Telling::before(to, reach).first;) {
    if (is_one_of(facts, tokens[at].norm)) return false;
    if (telling.is("purpose", at)) return true;
  }
  return false;
}

// "Would reduce", "could have prevented": thought of, not found.
bool is_conditional(const Telling& telling) {
  constexpr std::size_t reach = 3;
  const TokenRange ahead = Telling::before(telling.cue->first, reach);
  return telling.find("would", {std::max(ahead.first, telling.clause.first), ahead.last}) != nullptr;
}

// "Asked whether it reduces pain"; not "whether or not it was given", "regardless of whether".
bool is_asked(const Telling& telling) {
  const std::vector<Token>& tokens = telling.sentence.tokens;
  const PhraseMatch* asked = telling.find("asked", {telling.clause.first, telling.cue->first});
  if (asked == nullptr || (asked->first > 0 && tokens[asked->first - 1].norm == "of")) return false;
  return asked->last < tokens.size() && tokens[asked->last].norm != "or";
}

bool is_hypothetical(const Telling& telling) {
  const std::string& opening = telling.sentence.tokens.front().norm;
  const TokenRange whole{0, telling.sentence.tokens.size()};
  if (opening == "had" && telling.find("would", whole) != nullptr) return true;
  if (telling.find("planned", telling.clause) != nullptr) return true;
  return telling.cue != nullptr && (is_conditional(telling) || is_purpose(telling) || is_asked(telling));
}

// "Previous studies have shown that …"; not "in line with previous studies, …".
bool is_prior_work(const Telling& telling) {
  constexpr std::size_t ahead = 3;
  constexpr std::size_t verb = 4;
  return std::any_of(telling.phrases.begin(), telling.phrases.end(), [&](const PhraseMatch& phrase) {
    if (!telling.clause.contains(phrase.first)) return false;
    const bool studies = phrase.category == "prior" &&
                         telling.find("studies", telling.behind(phrase.last, 2)) != nullptr &&
                         telling.find("tells", telling.behind(phrase.last + 1, verb)) != nullptr;
    return (studies || phrase.category == "said_before") &&
           telling.find("in_line", Telling::before(phrase.first, ahead)) == nullptr;
  });
}

// "At baseline, pain was worse with the drug": no later time is told, and nothing is held against the start.
bool is_baseline(const Telling& telling) {
  return telling.find("baseline", telling.clause) != nullptr && telling.find("later", telling.clause) == nullptr;
}

// "Higher before treatment"; not "lower during treatment than before it".
bool is_before_treatment(const Telling& telling) {
  constexpr std::size_t reach = 5;
  static constexpr std::array<std::string_view, 2> alone{"before", "prior"};
  const std::vector<Token>& tokens = telling.sentence.tokens;
  for (const PhraseMatch& phrase : telling.phrases) {
    if (phrase.category != "before" || !telling.clause.contains(phrase.first)) continue;
    const bool bare = is_one_of(alone, tokens[phrase.last - 1].norm) || tokens[phrase.last - 1].norm == "to";
    const bool names_subject =
        std::any_of(telling.subjects.begin(), telling.subjects.end(), [&](const SlotMatch& subject) {
          return phrase.last <= subject.tokens.first && subject.tokens.first - phrase.last <= reach &&
                 telling.all("before_link", {phrase.last, subject.tokens.first});
        });
    if (bare && !names_subject) continue;
    const bool compared = std::any_of(telling.sentence.cues.begin(), telling.sentence.cues.end(), [&](const Cue& cue) {
      return cue.kind == CueKind::comparison && telling.clause.contains(cue.first) && cue.last <= phrase.first;
    });
    if (!compared) return true;
  }
  return false;
}

// "Despite the drug", "in patients not given the drug", "by another drug, not by it".
bool is_absent(const Telling& telling, const SlotMatch& subject) {
  constexpr std::size_t reach = 5;
  constexpr std::size_t near_comparison = 5;
  for (const PhraseMatch& phrase : telling.phrases) {
    const bool near = phrase.category == "absent_near";
    if ((!near && phrase.category != "absent") || phrase.last > subject.tokens.first) continue;
    if (subject.tokens.first - phrase.last > reach || !telling.all("absent_link", {phrase.last, subject.tokens.first}))
      continue;
    const bool touches =
        phrase.last == subject.tokens.first || (phrase.last + 1 == subject.tokens.first &&
                                                telling.sentence.tokens[phrase.last].kind == TokenKind::punctuation);
    if (near && !touches) continue;
    // "Lower than without the drug": what it is compared with.
    const bool compared = std::any_of(telling.sentence.cues.begin(), telling.sentence.cues.end(), [&](const Cue& cue) {
      return cue.kind == CueKind::comparison && cue.last <= phrase.first && phrase.first - cue.last <= near_comparison;
    });
    if (!compared) return true;
  }
  return false;
}

bool is_not_what_acts(const Telling& telling) {
  return !telling.subjects.empty() && is_absent(telling, telling.subjects.front());
}

// "Persisted for years after the drug was stopped": it had begun before.
bool outlasts(const Telling& telling) {
  static constexpr std::array<std::string_view, 5> stems{"persist", "outlast", "remain", "continu", "irrevers"};
  const auto begin = telling.sentence.tokens.begin();
  return telling.happening &&
         std::any_of(begin + static_cast<std::ptrdiff_t>(telling.clause.first),
                     begin + static_cast<std::ptrdiff_t>(telling.clause.last), [](const Token& token) {
                       return std::any_of(stems.begin(), stems.end(),
                                          [&](std::string_view stem) { return token.stem.starts_with(stem); });
                     });
}

// "After the drug was stopped", "following withdrawal of the drug". Dependence, and what is named as
// a withdrawal, are harms of the drug that show then.
bool is_after_stopping(const Telling& telling) {
  constexpr std::size_t behind = 5;
  constexpr std::size_t ahead = 5;
  if (telling.dependence || telling.find("stopping", telling.outcome) != nullptr || outlasts(telling)) return false;
  return std::any_of(telling.subjects.begin(), telling.subjects.end(), [&](const SlotMatch& subject) {
    const TokenRange before = Telling::before(subject.tokens.first, ahead);
    const PhraseMatch* when = telling.find("when_stopped", before);
    if (when == nullptr && telling.happening) return false;
    const PhraseMatch* stopped = telling.find("stopped", telling.behind(subject.tokens.last, behind));
    const bool at_once = stopped != nullptr && telling.find("agent", {subject.tokens.last, stopped->first}) == nullptr;
    if (at_once) return true;
    return when != nullptr && telling.find("stopping", {when->last, subject.tokens.first}) != nullptr;
  });
}

bool is_told_of_control(const Telling& telling) {
  constexpr std::size_t reach = 3;
  if (telling.find("only_control", telling.clause) != nullptr) return true;
  if (telling.cue == nullptr || telling.subjects.empty()) return false;
  // "Improved with placebo, and with the drug it worsened".
  const PhraseMatch* control = telling.find("control", telling.behind(telling.cue->last, reach));
  if (control == nullptr || telling.subjects.front().tokens.first < control->first) return false;
  const std::vector<Cue>& cues = telling.sentence.cues;
  const bool compared = std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::comparison && telling.cue->first <= cue.first && cue.first <= control->first;
  });
  return !compared && std::any_of(cues.begin(), cues.end(), [&](const Cue& cue) {
    return (is_effect(cue.kind) || cue.kind == CueKind::null_result) && cue.first >= control->last;
  });
}

// "The drug was withheld from those with pain".
bool is_kept_from(const Telling& telling) {
  return std::any_of(telling.subjects.begin(), telling.subjects.end(), [&](const SlotMatch& subject) {
    return telling.find("kept_from", telling.behind(subject.tokens.last, 2)) != nullptr;
  });
}

// Another treatment is named in `range`, and ours is not.
bool names_only_another(const Telling& telling, const TokenRange& range) {
  const auto is_subject = [&](const ConceptMention& mention) {
    return std::any_of(telling.subjects.begin(), telling.subjects.end(),
                       [&](const SlotMatch& subject) { return subject.tokens.first == mention.first; });
  };
  bool other = false;
  for (const ConceptMention& mention : telling.sentence.mentions) {
    const bool given = mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh;
    if (!given || !range.contains(mention.first)) continue;
    if (is_subject(mention)) return false;
    other = true;
  }
  return other;
}

// "Bleeding on the drug was attributed to another one".
bool is_cleared(const Telling& telling) {
  constexpr std::size_t reach = 4;
  if (telling.subjects.empty()) return false;
  return std::any_of(telling.phrases.begin(), telling.phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == "blamed" && phrase.first >= telling.outcome.last &&
           !is_negated(telling.sentence.tokens, telling.sentence.cues, phrase.first) &&
           names_only_another(telling, telling.behind(phrase.last, reach));
  });
}

// "Pneumonia lowered the level of zinc", "less pain led to more exercise": the outcome acts on the subject.
bool acts_on_subject(const Telling& telling) {
  constexpr std::size_t reach = 5;
  const auto acts = [&](const Cue& cue) {
    const bool cause = cue.kind == CueKind::cause && telling.is("acting", cue.first);
    return cue.first == telling.outcome.last && (is_effect(cue.kind) || cause);
  };
  const std::vector<Cue>& cues = telling.sentence.cues;
  const auto cue = std::find_if(cues.begin(), cues.end(), acts);
  if (cue == cues.end()) return false;
  return std::any_of(telling.subjects.begin(), telling.subjects.end(), [&](const SlotMatch& subject) {
    const std::size_t first = subject.tokens.first;
    return cue->last <= first && first - cue->last <= reach && telling.clause.contains(first) &&
           telling.find("agent", {cue->last, first}) == nullptr &&
           telling.find("stopping", {cue->last, first}) == nullptr;
  });
}

// "Raised rather than lowered", "prevented many from taking it", "a smaller loss": the nearest word of change does not
// say what happened to the outcome.
bool is_other_change(const Telling& telling) {
  constexpr std::size_t reach = 6;
  const Cue* cue = telling.cue;
  if (cue == nullptr || !is_effect(cue->kind)) return false;
  const std::vector<Token>& tokens = telling.sentence.tokens;
  const PhraseMatch* instead = telling.find("instead", Telling::before(cue->first, 3));
  if (instead != nullptr && instead->last == cue->first) return true;
  if (tokens[cue->first].norm.starts_with("prevent")) {
    const TokenRange ahead = telling.behind(cue->last, reach);
    for (std::size_t at = ahead.first; at + 1 < ahead.last; ++at) {
      if (tokens[at].norm == "from" && telling.is("barred", at + 1)) return true;
    }
  }
  return telling.is("size", cue->first) &&
         telling.find("change_noun", Telling::before(telling.outcome.first, 2)) != nullptr;
}

}  // namespace

bool Telling::is(std::string_view category, std::size_t at) const {
  auto phrase = std::lower_bound(phrases.begin(), phrases.end(), at,
                                 [](const PhraseMatch& match, std::size_t index) { return match.first < index; });
  for (; phrase != phrases.end() && phrase->first == at; ++phrase) {
    if (phrase->category == category) return true;
  }
  return false;
}

const PhraseMatch* Telling::find(std::string_view category, const TokenRange& range) const {
  const auto found = std::find_if(phrases.begin(), phrases.end(), [&](const PhraseMatch& phrase) {
    return range.contains(phrase.first) && phrase.category == category;
  });
  return found == phrases.end() ? nullptr : &*found;
}

bool Telling::all(std::string_view category, const TokenRange& range) const {
  for (std::size_t at = range.first; at < range.last; ++at) {
    if (!is(category, at)) return false;
  }
  return true;
}

TokenRange Telling::before(std::size_t at, std::size_t count) {
  return {at - std::min(count, at), at};
}

TokenRange Telling::behind(std::size_t at, std::size_t count) const {
  const std::size_t size = sentence.tokens.size();
  return {std::min(at, size), std::min(at + count, size)};
}

std::optional<std::string_view> why_no_finding(const Telling& telling) {
  if (telling.sentence.tokens.empty()) return std::nullopt;
  if (is_hypothetical(telling)) return "planned or thought of, not found";
  if (is_prior_work(telling)) return "found by others before";
  if (is_baseline(telling) || is_before_treatment(telling)) return "told of the time before treatment";
  if (is_not_what_acts(telling) || is_after_stopping(telling) || is_told_of_control(telling) || is_kept_from(telling) ||
      is_cleared(telling))
    return "the treatment was not given, or is not the cause";
  if (acts_on_subject(telling)) return "the outcome acts on the treatment";
  if (is_other_change(telling)) return "the change is not one of the outcome";
  return std::nullopt;
}

}  // namespace claimcheck
