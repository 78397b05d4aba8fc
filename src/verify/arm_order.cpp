#include "verify/arm_order.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/contest.h"
#include "verify/effect_barrier.h"

namespace claimcheck {
namespace {

constexpr std::array<std::string_view, 4> kOrigins{"induced", "associated", "related", "provoked"};

// "Worse than at baseline", "more than expected": held against no arm.
bool is_time_or_forecast(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 8> words{"baseline", "before", "expected",   "predicted",
                                                         "normal",   "usual",  "previously", "anticipated"};
  static constexpr std::array<std::string_view, 4> links{"at", "the", "was", "their"};
  while (at < sentence.tokens.size() && is_one_of(links, sentence.tokens[at].norm)) ++at;
  return at < sentence.tokens.size() && is_one_of(words, sentence.tokens[at].norm);
}

// Where what is compared with begins: at "than", or at the second "as" of "twice as common with placebo as with X".
std::optional<std::size_t> find_standard(const Sentence& sentence) {
  for (const Cue& cue : sentence.cues) {
    if (cue.kind != CueKind::comparison || sentence.tokens[cue.first].norm != "than") continue;
    if (!is_time_or_forecast(sentence, cue.last)) return cue.last;
  }
  static constexpr std::array<std::string_view, 4> multiples{"twice", "thrice", "half", "times"};
  static constexpr std::array<std::string_view, 3> links{"with", "among", "on"};
  bool multiple = false;
  for (std::size_t i = 0; i + 1 < sentence.tokens.size(); ++i) {
    multiple = multiple || is_one_of(multiples, sentence.tokens[i].norm);
    if (multiple && sentence.tokens[i].norm == "as" && is_one_of(links, sentence.tokens[i + 1].norm)) return i + 1;
  }
  return std::nullopt;
}

// "lower with placebo than with the drug": the subject stands behind the comparison, something else before it.
bool has_swapped_arms(const Sentence& sentence, const OutcomeContext& context) {
  const std::optional<std::size_t> standard = find_standard(sentence);
  if (!standard) return false;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  const std::size_t end = sentence.tokens.size();
  // "Higher in the control group than in the intervention group".
  if (subjects.empty())
    return names_control(sentence, {0, *standard}) && !names_control(sentence, {*standard, end}) &&
           !names_treated(sentence, {0, *standard}) && names_treated(sentence, {*standard, end});
  const std::size_t subject = subjects.front().tokens.first;
  // "Mood rose more than sleep after the drug": outcomes are compared, not arms.
  return subject >= *standard &&
         std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
           return mention.concept_ptr->kind == ConceptKind::outcome && !mention.concept_ptr->from_mesh &&
                  *standard <= mention.first && mention.last <= subject;
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
  const std::size_t agent = outcome.last + 1;
  if (agent >= sentence.tokens.size() || sentence.tokens[outcome.last].norm != "by") return false;
  // "By 12 points" is how much.
  if (sentence.tokens[agent].kind != TokenKind::word) return false;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  return std::any_of(subjects.begin(), subjects.end(), [&](const SlotMatch& subject) {
    const std::size_t behind = subject.tokens.last;
    static constexpr std::array<std::string_view, 4> owns{"'s", "\u2019s", "'", "s"};
    return behind == outcome.first || (behind + 1 == outcome.first && is_one_of(owns, sentence.tokens[behind].norm));
  });
}

// "Relapse was adversely affected by bulk disease", "improved with temozolomide": the word behind the verb says by
// what.
bool is_done_by_another(const Sentence& sentence, const OutcomeContext& context, const Cue& cue) {
  static constexpr std::array<std::string_view, 10> skipped{"significantly", "the",    "a",      "both", "about",
                                                            "approximately", "nearly", "almost", "up",   "to"};
  static constexpr std::array<std::string_view, 9> treatment{"treatment", "intervention", "therapy", "it",   "this",
                                                             "training",  "programme",    "drug",    "these"};
  static constexpr std::array<std::string_view, 2> comparing{"than", "as"};
  if (sentence.tokens[cue.last - 1].norm == "than") return false;
  std::size_t at = cue.last;
  while (at < sentence.tokens.size() && is_one_of(skipped, sentence.tokens[at].norm)) ++at;
  const std::string_view link = word_at(sentence.tokens, at);
  if (link != "by" && link != "with") return false;
  ++at;
  while (at < sentence.tokens.size() && is_one_of(skipped, sentence.tokens[at].norm)) ++at;
  if (at >= sentence.tokens.size() || sentence.tokens[at].kind != TokenKind::word) return false;
  const auto rival =
      std::find_if(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
        return mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh &&
               mention.first == at;
      });
  const bool own = rival != sentence.mentions.end() &&
                   (context.subject.includes(*rival->concept_ptr) || context.subject.is_short_for(*rival->concept_ptr));
  if (rival != sentence.mentions.end()) {
    // "Improved with X compared with the drug" is read with the order of the arms.
    const std::vector<SlotMatch> subjects = context.subject.find(sentence);
    const bool compared = std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& other) {
      return other.kind == CueKind::comparison && other.first >= rival->last;
    });
    const bool set_against = is_one_of(comparing, word_at(sentence.tokens, rival->last));
    return !own && !compared && !set_against && (subjects.empty() || subjects.front().tokens.first > rival->first);
  }
  return link == "by" && !context.subject.matches(sentence) &&
         std::none_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(at), sentence.tokens.end(),
                      [](const Token& token) { return is_one_of(treatment, token.norm); });
}

}  // namespace

bool is_effect_of_another(const Sentence& sentence, const OutcomeContext& context, const Cue& cue) {
  if (is_done_to_own_effect(sentence, context)) return true;
  if (is_done_by_another(sentence, context, cue)) return true;
  if (has_cue(sentence, CueKind::comparison)) return false;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  if (subjects.empty() || subjects.front().tokens.first < cue.first) return false;
  if (!find_contests(sentence).empty()) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const bool other = mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh &&
                       !context.subject.includes(*mention.concept_ptr);
    const bool agent = mention.first > cue.last && sentence.tokens[mention.first - 1].norm == "by";
    // "Opioid-induced pain was eased by": what it is called.
    const bool named_for = word_at(sentence.tokens, mention.last) == "-" &&
                           is_one_of(kOrigins, word_at(sentence.tokens, mention.last + 1));
    if (named_for) return false;
    return other && (mention.last <= cue.first || agent);
  });
}

// "Survival favoured placebo over the drug".
static bool favours_other(const Sentence& sentence, const OutcomeContext& context, const Cue& cue) {
  constexpr std::size_t reach = 4;
  const std::string& norm = sentence.tokens[cue.last - 1].norm;
  if (!norm.starts_with("favo") || norm.ends_with("ble")) return false;
  const TokenRange object{cue.last, std::min(cue.last + reach, sentence.tokens.size())};
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  const auto own = std::find_if(subjects.begin(), subjects.end(),
                                [&](const SlotMatch& match) { return object.contains(match.tokens.first); });
  const std::size_t end = own == subjects.end() ? object.last : own->tokens.first;
  return names_control(sentence, {object.first, end}) ||
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
           return object.first <= mention.first && mention.first < end &&
                  context.subject.is_rival(*mention.concept_ptr);
         });
}

bool is_outdone(const Sentence& sentence, const OutcomeContext& context, const Cue& cue) {
  if (favours_other(sentence, context, cue)) return true;
  const auto contest = find_contest(sentence, context);
  if (!contest) return has_swapped_arms(sentence, context) || is_comparator(sentence, context.subject);
  const bool is_cue = cue.first < contest->words.last && contest->words.first < cue.last;
  return is_cue ? contest->second : contest->loses;
}

// "Inferior to no treatment", "worse than usual care".
static bool names_no_treatment(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 3> treatments{"treatment", "intervention", "therapy"};
  static constexpr std::array<std::string_view, 3> usual{"usual", "standard", "routine"};
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const std::string& norm = sentence.tokens[i].norm;
    const std::string_view next = word_at(sentence.tokens, i + 1);
    if ((norm == "no" && is_one_of(treatments, next)) || (next == "care" && is_one_of(usual, norm))) return true;
  }
  return false;
}

bool is_outdone_by_active(const Sentence& sentence, const OutcomeContext& context, Reported reported) {
  // A control beside the treatment is beaten with it: "superior to the drug and placebo".
  const auto own = find_contest(sentence, context);
  const auto standard = find_standard(sentence);
  const std::size_t parting = own ? own->words.first : standard.value_or(sentence.tokens.size());
  const bool second = own ? own->second : has_swapped_arms(sentence, context);
  if (names_control(sentence, {0, second ? parting : sentence.tokens.size()})) return false;
  const auto is_rival = [&](const ConceptMention& mention) { return context.subject.is_rival(*mention.concept_ptr); };
  const bool good = context.valence == Valence::good;
  const bool worse = context.about_effect && context.valence != Valence::neutral &&
                     reported == (good ? Reported::decrease : Reported::increase);
  const bool behind =
      standard && std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
        return mention.first >= *standard && is_rival(mention);
      });
  if (worse && behind) return true;
  // "The combination was superior to the drug": whatever it was, it was no control.
  if (own) return own->loses && !names_no_treatment(sentence);
  return has_swapped_arms(sentence, context) &&
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), is_rival);
}

}  // namespace claimcheck
