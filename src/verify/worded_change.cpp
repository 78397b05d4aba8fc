#include "verify/worded_change.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/change_barriers.h"
#include "verify/change_words.h"
#include "verify/freedom.h"
#include "verify/phrase_table.h"

namespace claimcheck {
namespace {

// "Prevented the rise in pain", "protected from deterioration": less of the change that is named.
bool is_held_back(const Sentence& sentence, const TokenRange& clause, const Cue& cue) {
  constexpr std::size_t reach = 4;
  static constexpr std::array<std::string_view, 9> links{"the",     "a",    "an",      "any", "this",
                                                         "further", "from", "against", "-"};
  static constexpr std::array<std::string_view, 2> guards{"from", "against"};
  bool guarded = false;
  for (std::size_t at = cue.first; at > clause.first && cue.first - at < reach; --at) {
    const std::string& norm = sentence.tokens[at - 1].norm;
    guarded = guarded || is_one_of(guards, norm);
    const bool holds = std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& other) {
      return other.last == at && other.kind == CueKind::decrease && !is_attenuator(sentence, other);
    });
    if (holds) return true;
    if (!is_one_of(links, norm)) break;
  }
  if (!guarded) return false;
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(cue.first),
                     [](const Token& token) { return token.stem == "protect" || token.stem == "prevent"; });
}

bool names_change(const Sentence& sentence, const TokenRange& clause) {
  static constexpr std::array<std::string_view, 2> words{"change", "changes"};
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(clause.last),
                     [](const Token& token) { return is_one_of(words, token.norm); });
}

// "Interleukin-6 was raised in depression", "in primary and metastatic tumours": something else is, in people who have
// the disease.
bool is_found_in(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 7> states{"raised",    "higher",    "lower",  "elevated",
                                                          "increased", "decreased", "reduced"};
  static constexpr std::array<std::string_view, 6> between{"primary", "and", "both", "advanced", "or", "recurrent"};
  if (!is_one_of(states, sentence.tokens[cue.first].norm) || word_at(sentence.tokens, cue.last) != "in") return false;
  std::size_t at = cue.last + 1;
  while (at < outcome.first && is_one_of(between, sentence.tokens[at].norm)) ++at;
  return at == outcome.first;
}

// "Bleeding was higher, that of stroke lower": another outcome is named between the two.
bool is_of_next_outcome(const Sentence& sentence, const TokenRange& outcome, const Cue& plain, const Cue& attenuator) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && !mention.concept_ptr->from_mesh &&
           plain.last <= mention.first && mention.last <= attenuator.first &&
           (mention.last <= outcome.first || outcome.last <= mention.first);
  });
}

// "A larger reduction in X, less weight gain and fewer falls": the next item of a list.
bool opens_next_change(const Sentence& sentence, const Cue& plain, const Cue& attenuator) {
  static constexpr std::array<std::string_view, 2> joints{",", "and"};
  if (attenuator.first < plain.last) return false;
  // "… and a smaller drop in Y".
  const std::size_t article = sentence.tokens[attenuator.first - 1].norm == "a" ? 1 : 0;
  if (!is_one_of(joints, sentence.tokens[attenuator.first - 1 - article].norm)) return false;
  const bool noun = std::any_of(sentence.cues.begin(), sentence.cues.end(),
                                [&](const Cue& cue) { return cue.first == attenuator.last && is_effect(cue.kind); });
  if (article == 1 && noun) return true;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.first == attenuator.last;
  });
}

// "A smaller reduction", "the reduction was less".
bool is_weakened(const Sentence& sentence, const TokenRange& clause, const TokenRange& outcome, const Cue& plain) {
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    const bool near = cue.first < plain.first ? plain.first - cue.first <= 3 : cue.first - plain.first <= 8;
    return cue.first != plain.first && is_effect(cue.kind) && is_attenuator(sentence, cue) &&
           clause.contains(cue.first) && near && !opens_next_change(sentence, plain, cue) &&
           !is_of_next_outcome(sentence, outcome, plain, cue);
  });
}

}  // namespace

CueKind change_kind(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 4> words{"effective", "efficacious", "beneficial", "useful"};
  static constexpr std::array<std::string_view, 3> effects{"effect", "effects", "efficacy"};
  for (std::size_t at = cue.first + 1; at <= cue.last; ++at) {
    if (!is_one_of(words, word_at(sentence.tokens, at))) continue;
    const std::string& degree = sentence.tokens[at - 1].norm;
    if (degree == "more") return CueKind::improve;
    return degree == "less" ? CueKind::worsen : cue.kind;
  }
  // "Enhanced effects on pain": it does more of what it is given for.
  const bool on =
      is_one_of(effects, word_at(sentence.tokens, cue.last)) && word_at(sentence.tokens, cue.last + 1) == "on";
  return on && cue.kind == CueKind::increase ? CueKind::improve : cue.kind;
}

bool is_effect(CueKind kind) {
  return kind == CueKind::increase || kind == CueKind::decrease || kind == CueKind::improve || kind == CueKind::worsen;
}

std::size_t distance(const TokenRange& range, const Cue& cue) {
  if (cue.last <= range.first) return range.first - cue.last;
  if (cue.first >= range.last) return cue.first - range.last;
  return 0;
}

Reported opposite(Reported reported) {
  return reported == Reported::increase ? Reported::decrease : Reported::increase;
}

Reported amount_change(CueKind kind, Valence valence) {
  switch (kind) {
    case CueKind::increase:
      return Reported::increase;
    case CueKind::decrease:
      return Reported::decrease;
    case CueKind::improve:
      return valence == Valence::bad ? Reported::decrease : Reported::increase;
    default:
      return valence == Valence::bad ? Reported::increase : Reported::decrease;
  }
}

bool has_preposition(const Sentence& sentence, std::size_t first, std::size_t last) {
  static constexpr std::array<std::string_view, 9> words{"in",      "with", "of", "for", "among",
                                                         "without", "who",  "by", "on"};
  for (std::size_t i = first; i < last; ++i) {
    if (is_one_of(words, sentence.tokens[i].norm)) return true;
  }
  return false;
}

namespace {

// "Lowered pain but raised the risk of bleeding": the verb opens a second predicate, and what it acts on stands behind.
bool opens_predicate(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  static constexpr std::array<std::string_view, 4> joints{"and", "but", "yet", "also"};
  return cue.first > 0 && cue.last <= outcome.first && is_one_of(joints, sentence.tokens[cue.first - 1].norm) &&
         sentence.tokens[cue.last - 1].norm.ends_with('d');
}

// "More patients on it had migraine", "more were free of it": people are counted, no change is compared.
bool counts_those_with(const Sentence& sentence, const Cue& cue, const TokenRange& outcome) {
  static constexpr std::array<std::string_view, 8> verbs{"had",      "have",   "developed", "experienced",
                                                         "suffered", "report", "reported",  "got"};
  static constexpr std::array<std::string_view, 9> links{"with",   "on",    "in", "than", "after",
                                                         "during", "among", "at", "when"};
  if (sentence.tokens[cue.first].norm != "more" || cue.last > outcome.first) return false;
  if (!study_words().contains({&sentence.tokens[cue.last - 1], 1}, "people")) return false;
  if (names_freedom(sentence, outcome)) return true;
  // "Had migraine relief" is another thing.
  const bool ends = outcome.last >= sentence.tokens.size() ||
                    sentence.tokens[outcome.last].kind == TokenKind::punctuation ||
                    is_one_of(links, sentence.tokens[outcome.last].norm);
  return ends && is_one_of(verbs, sentence.tokens[outcome.first - 1].norm);
}

// "Less crying", "fewer falls", "lower pain scores", "higher pain scores": right before what there is less or more of,
// unless it is one of a change ("greater pain reduction").
template <typename Accepts>
std::optional<WordedChange> find_amount_of(const Sentence& sentence, const TokenRange& outcome,
                                           const Accepts& accepts) {
  static constexpr std::array<std::string_view, 4> less{"less", "fewer", "lesser", "lower"};
  static constexpr std::array<std::string_view, 3> more{"more", "higher", "greater"};
  const auto found = std::find_if(sentence.cues.begin(), sentence.cues.end(),
                                  [&](const Cue& cue) { return cue.last == outcome.first && accepts(cue); });
  if (found == sentence.cues.end()) return std::nullopt;
  const bool of_change = names_relief(sentence, outcome) ||
                         std::any_of(sentence.cues.begin(), sentence.cues.end(),
                                     [&](const Cue& cue) { return is_effect(cue.kind) && cue.first == outcome.last; });
  if (of_change) return std::nullopt;
  const std::string& norm = sentence.tokens[found->last - 1].norm;
  if (is_one_of(less, norm)) return WordedChange{&*found, Reported::decrease};
  return is_one_of(more, norm) ? std::optional(WordedChange{&*found, Reported::increase}) : std::nullopt;
}

// "A difference in favour of the drug": which way is better is not said of what is neither good nor bad.
bool takes_sides(const Sentence& sentence, const Cue& cue) {
  const std::string& norm = sentence.tokens[cue.last - 1].norm;
  return norm.starts_with("favor") || norm.starts_with("favour") || (norm == "of" && cue.last - cue.first > 1);
}

// "Quality of life and reductions in use were greater": what is reduced stands behind, and the outcome is another.
bool is_joined_noun(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  static constexpr std::array<std::string_view, 2> links{"in", "of"};
  if (cue.first != outcome.last + 1 || cue.last >= sentence.tokens.size()) return false;
  return sentence.tokens[outcome.last].norm == "and" && is_one_of(links, sentence.tokens[cue.last].norm);
}

// "The change in pain was greater", "a greater response": what is compared is the improvement.
bool compares_improvement(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                          const Cue& greater) {
  const bool good_amount = context.valence == Valence::good && distance(context.outcome.tokens, greater) <= 2;
  return good_amount || names_change(sentence, clause);
}

// Weakened, held back or of an ending: the change that is named went the other way.
bool goes_other_way(const Sentence& sentence, const TokenRange& clause, const OutcomeContext& context,
                    const Cue& change, bool plain) {
  const TokenRange& outcome = context.outcome.tokens;
  const bool weakened = plain && is_weakened(sentence, clause, outcome, change);
  const bool held_back = plain && is_change_noun(sentence, change) && is_held_back(sentence, clause, change);
  const bool turned = weakened != held_back;
  return turned != is_of_ending(sentence, outcome, change, context.valence);
}

}  // namespace

bool belongs_to_another(const Sentence& sentence, const TokenRange& outcome, const Cue& cue) {
  if (is_joined_noun(sentence, outcome, cue)) return true;
  const bool second = opens_predicate(sentence, outcome, cue);
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const TokenRange other{mention.first, mention.last};
    if (mention.concept_ptr->kind != ConceptKind::outcome ||
        (other.first < outcome.last && outcome.first < other.last)) {
      return false;
    }
    if (other.first < cue.last && cue.first < other.last) return false;
    if (second && other.last <= cue.first) return false;
    if (distance(other, cue) >= distance(outcome, cue)) return false;
    return has_preposition(sentence, std::min(other.last, outcome.last), std::max(other.first, outcome.first));
  });
}

std::optional<WordedChange> find_worded_change(const Sentence& sentence, const TokenRange& clause,
                                               const OutcomeContext& context) {
  // A cue inside the outcome's own name ("symptom reduction") says nothing of which way it went.
  const TokenRange& outcome = context.outcome.tokens;
  const std::vector<SlotMatch> subjects = context.subject.find(sentence);
  const auto is_any = [&](const Cue& cue) { return may_change(sentence, cue, outcome, subjects); };
  const auto is_plain = [&](const Cue& cue) {
    return is_any(cue) && (!is_intensifier(sentence, cue) || counts_those_with(sentence, cue, outcome)) &&
           (!is_attenuator(sentence, cue) || is_of_frequency(sentence, cue));
  };
  const Cue* plain = nearest_cue(sentence, clause, context.outcome.tokens, is_plain);
  const Cue* any = nearest_cue(sentence, clause, context.outcome.tokens, is_any);
  const auto amount = find_amount_of(sentence, outcome, is_any);
  if (amount && !is_held_back(sentence, clause, *amount->cue)) return amount;
  const Cue* chosen = plain != nullptr ? plain : any;
  if (chosen == nullptr) return std::nullopt;
  if (context.valence == Valence::neutral && takes_sides(sentence, *chosen)) return std::nullopt;
  if (is_found_in(sentence, *chosen, outcome) || belongs_to_another(sentence, outcome, *chosen)) return std::nullopt;
  WordedChange effect{chosen, amount_change(change_kind(sentence, *chosen), context.valence)};
  if (plain == nullptr && is_intensifier(sentence, *chosen)) {
    if (context.harm && is_said_of_harm(sentence, *chosen)) return WordedChange{chosen, Reported::increase};
    if (!compares_improvement(sentence, clause, context, *chosen)) return std::nullopt;
    effect.reported = amount_change(CueKind::improve, context.valence);
  }
  if (goes_other_way(sentence, clause, context, *chosen, plain != nullptr)) effect.reported = opposite(effect.reported);
  return effect;
}

}  // namespace claimcheck
