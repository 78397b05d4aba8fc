#include "verify/claim_direction.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/claim_freedom.h"
#include "verify/concept_roots.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

std::optional<CueKind> kind_of(std::string_view category) {
  if (category == "less") return CueKind::decrease;
  if (category == "more") return CueKind::increase;
  if (category == "good") return CueKind::improve;
  if (category == "bad") return CueKind::worsen;
  return std::nullopt;
}

Direction direction_of(CueKind kind, Valence valence) {
  const bool bad = valence == Valence::bad;
  switch (kind) {
    case CueKind::increase:
      return Direction::increase;
    case CueKind::decrease:
      return Direction::decrease;
    case CueKind::improve:
      return bad ? Direction::decrease : Direction::increase;
    case CueKind::worsen:
      return bad ? Direction::increase : Direction::decrease;
    default:
      return Direction::unspecified;
  }
}

bool overlaps_slot(const Sentence& sentence, const ToldChange& told, const Slot& slot) {
  return !slot.span.empty() &&
         slot.span.overlaps({sentence.tokens[told.first].span.begin, sentence.tokens[told.last - 1].span.end});
}

// "Higher doses of X", "longer-lasting relief", "a greater reduction": says how much, not which way.
bool is_measure_of_other(const Sentence& sentence, const ToldChange& told, const std::vector<ToldChange>& all) {
  static constexpr std::array<std::string_view, 12> words{"higher",  "lower",   "greater", "longer",
                                                          "larger",  "shorter", "reduced", "stronger",
                                                          "smaller", "faster",  "more",    "less"};
  static constexpr std::array<std::string_view, 4> doses{"dose", "doses", "dosage", "dosages"};
  constexpr std::size_t reach = 3;
  if (told.last - told.first != 1 || !is_one_of(words, sentence.tokens[told.first].norm)) return false;
  if (told.last < sentence.tokens.size() && is_one_of(doses, sentence.tokens[told.last].norm)) return true;
  return std::any_of(all.begin(), all.end(), [&](const ToldChange& other) {
    return other.first >= told.last && other.first - told.last < reach && other.kind != CueKind::increase;
  });
}

// "Reducing salt intake raises X", "increased fibre lowers X": the change opens the claim and is one of how much of the
// subject there is; what the subject does is told behind.
bool is_done_to_subject(const Sentence& sentence, const ToldChange& told, const std::vector<ToldChange>& all,
                        const Slot& subject) {
  static constexpr std::array<std::string_view, 14> links{
      "the", "a", "your", "their", "of", "in", "amount", "amounts", "intake", "level", "levels", "down", "on", "back"};
  const std::vector<Token>& tokens = sentence.tokens;
  if (subject.span.empty() || tokens[told.first].span.begin > subject.span.begin) return false;
  const auto is_adverb = [](const Token& token) { return token.norm.ends_with("ly"); };
  if (!std::all_of(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(told.first), is_adverb)) return false;
  std::size_t at = told.last;
  while (at < tokens.size() && is_one_of(links, tokens[at].norm)) ++at;
  if (at == tokens.size() || tokens[at].span.begin > subject.span.begin || tokens[at].span.end > subject.span.end)
    return false;
  const bool acts = std::any_of(all.begin(), all.end(), [&](const ToldChange& other) {
    return tokens[other.first].span.begin >= subject.span.end;
  });
  return acts || std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
           return cue.kind == CueKind::cause && cue.span.begin >= subject.span.end;
         });
}

// "Weakens bones", "thins the skin": the verb is the first word of the harm's own name, and does it.
bool opens_name_of_harm(const Sentence& sentence, const ToldChange& told) {
  if (told.kind != CueKind::decrease && told.kind != CueKind::worsen) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.concept_ptr->harm &&
           mention.first == told.first && told.last < mention.last;
  });
}

// "Lose weight": the verb is the first word of what the outcome is called.
bool opens_name_of_outcome(const Sentence& sentence, const ToldChange& told, const ClaimFrame& frame) {
  return frame.valence == Valence::neutral &&
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
           return mention.concept_ptr->kind == ConceptKind::outcome && frame.outcome.span.contains(mention.span) &&
                  mention.first == told.first && told.last <= mention.last;
         });
}

// "Weakens the bones": there is less of the organ, and more harm to it.
bool endangers(const ClaimWords& words, const ToldChange& told) {
  if (told.kind != CueKind::decrease && told.kind != CueKind::worsen) return false;
  return std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == "endangers" && phrase.first == told.first;
  });
}

// "Does not lower": the change that a null result denies.
std::optional<CueKind> denied_change(const Sentence& sentence, const Cue& null_result) {
  for (std::size_t at = null_result.last; at-- > null_result.first;) {
    for (const Cue& cue : find_cues({&sentence.tokens[at], 1})) {
      if (is_effect(cue.kind)) return cue.kind;
    }
  }
  return std::nullopt;
}

// "Causes cognitive decline": the change is part of what the harm is called.
bool ends_name_of_harm(const Sentence& sentence, const Cue& cue) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.concept_ptr->harm &&
           mention.first < cue.first && cue.last <= mention.last;
  });
}

// "Has an opioid-sparing effect", "brings pain reduction": the change is part of what the good is called.
bool is_in_name_of_good(const Sentence& sentence, const Cue& cue) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const bool part = mention.first <= cue.first && cue.last <= mention.last && mention.last - mention.first > 1;
    return part && mention.concept_ptr->kind == ConceptKind::outcome && mention.concept_ptr->valence == Valence::good;
  });
}

// "People with weakened immunity".
bool is_of_patients(const Sentence& sentence, const Cue& cue) {
  return cue.first > 0 && sentence.tokens[cue.first - 1].norm == "with" &&
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
           return mention.concept_ptr->id.ends_with("_patients") && mention.first <= cue.first &&
                  cue.last <= mention.last;
         });
}

// "People at high risk": who they are.
bool is_at_risk(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 8> puts{"put",    "puts",  "putting", "place",
                                                        "places", "leave", "leaves",  "leaving"};
  if (sentence.tokens[cue.first].norm != "at") return false;
  return std::none_of(sentence.tokens.begin(), sentence.tokens.begin() + static_cast<std::ptrdiff_t>(cue.first),
                      [](const Token& token) { return is_one_of(puts, token.norm); });
}

// Part of a name, or of who the people are.
bool tells_no_change(const Sentence& sentence, const Cue& cue) {
  return ends_name_of_harm(sentence, cue) || is_in_name_of_good(sentence, cue) || is_at_risk(sentence, cue) ||
         is_of_patients(sentence, cue);
}

// "Keeps clots away", "keeps hay fever under control", "stops gout from coming back", "keeps children from getting X".
bool keeps_off(const Sentence& sentence, std::size_t particle) {
  const std::string_view next = word_at(sentence.tokens, particle + 1);
  const std::string_view norm = word_at(sentence.tokens, particle);
  return norm == "away" || norm == "off" || (norm == "at" && next == "bay") || (norm == "under" && next == "control") ||
         (norm == "in" && next == "check") || (norm == "from" && next.ends_with("ing"));
}

// What `verb` with the particle at `at` says becomes of what stands between them.
std::optional<ToldChange> read_particle(const Sentence& sentence, std::size_t verb, std::size_t at) {
  const std::string_view norm = word_at(sentence.tokens, verb);
  const bool keeps = norm.starts_with("keep");
  const bool stops = norm.starts_with("stop") || norm.starts_with("prevent");
  const std::string_view particle = word_at(sentence.tokens, at);
  const std::string_view next = word_at(sentence.tokens, at + 1);
  if ((keeps || stops) && keeps_off(sentence, at)) return ToldChange{verb, at + 1, CueKind::decrease};
  if (stops) return std::nullopt;
  if (particle == "into" && next == "remission") return ToldChange{verb, at + 2, CueKind::improve};
  if (particle == "down") return ToldChange{verb, at + 1, CueKind::decrease};
  if (particle == "up" && !keeps) return ToldChange{verb, at + 1, CueKind::increase};
  const bool takes = norm.starts_with("take");
  if (particle == "out" && next == "of" && (keeps || takes)) return ToldChange{verb, at + 2, CueKind::decrease};
  static constexpr std::array<std::string_view, 6> raises{"push", "pushes", "drive", "drives", "send", "sends"};
  if (particle == "too" && next == "high" && is_one_of(raises, norm))
    return ToldChange{verb, at + 2, CueKind::increase};
  static constexpr std::array<std::string_view, 3> counts{"fewer", "less", "no"};
  const bool counted = is_one_of(counts, word_at(sentence.tokens, verb + 1));
  if (particle == "at" && next == "risk" && norm.starts_with("put") && !counted)
    return ToldChange{verb, at + 2, CueKind::increase};
  return std::nullopt;
}

// "Brings blood pressure down", "keeps people out of hospital": the outcome stands between the verb and its particle.
std::optional<ToldChange> find_parted(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 20> verbs{
      "bring", "brings", "keep", "keeps", "get",  "gets",  "take",    "takes",    "push", "pushes",
      "drive", "drives", "put",  "puts",  "stop", "stops", "prevent", "prevents", "send", "sends"};
  constexpr std::size_t reach = 7;
  for (std::size_t i = 1; i < sentence.tokens.size(); ++i) {
    if (!is_one_of(verbs, sentence.tokens[i].norm)) continue;
    for (std::size_t at = i + 2; at < std::min(i + reach, sentence.tokens.size()); ++at) {
      if (sentence.tokens[at].kind == TokenKind::punctuation) break;
      if (const std::optional<ToldChange> change = read_particle(sentence, i, at)) return change;
    }
  }
  return std::nullopt;
}

// "Relieves pain without sedation": what "without" denies is not the relief.
bool is_denied_beside(const ClaimWords& words, const Cue& cue, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  if (sentence.tokens[cue.first].norm != "without" || frame.outcome.empty()) return false;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.last <= cue.first &&
           frame.outcome.span.contains(mention.span);
  });
}

// "Without monitoring, the drug harms the kidneys", "lack of sleep causes weight gain": what is lacking is not what the
// claim says happens.
bool opens_with_lack(const Sentence& sentence, const Cue& cue, const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 4> lacks{"without", "lack", "absence", "lacking"};
  constexpr std::size_t opening = 3;
  constexpr std::size_t reach = 4;
  if (cue.first >= opening || !is_one_of(lacks, sentence.tokens[cue.first].norm)) return false;
  const auto ends = [&](std::size_t at) {
    const bool acts = std::any_of(sentence.cues.begin(), sentence.cues.end(), [at](const Cue& verb) {
      return verb.first == at && (is_effect(verb.kind) || verb.kind == CueKind::cause);
    });
    return acts || sentence.tokens[at].norm == ",";
  };
  std::size_t end = cue.last;
  while (end < std::min(cue.last + reach, sentence.tokens.size()) && !ends(end)) ++end;
  return std::none_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const bool lacking = mention.concept_ptr->kind == ConceptKind::outcome && mention.first < end;
    return lacking && frame.outcome.span.contains(mention.span);
  });
}

// "Lets people walk without pain": the denial is part of what the outcome is called.
bool is_in_own_name(const Sentence& sentence, const Cue& cue, const Slot& outcome) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && outcome.span.contains(mention.span) &&
           mention.first < cue.first && cue.last < mention.last;
  });
}

// "Compared with no treatment", "better than getting no help": what is denied is the rival.
bool is_of_rival(const Sentence& sentence, const Cue& cue, const TokenRange& comparison) {
  return !comparison.empty() && comparison.first < cue.first && cue.last <= end_of_rival(sentence, comparison);
}

bool is_denied_by(const ClaimWords& words, CueKind kind, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const TokenRange comparison = find_comparison(sentence);
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    const bool in_subject = !frame.subject.span.empty() && frame.subject.span.overlaps(cue.span);
    return cue.kind == kind && !in_subject && !is_denied_denial(sentence, cue.first) &&
           !is_denial_of_noun(sentence, cue) && !is_of_rival(sentence, cue, comparison) &&
           !is_time_free_of(sentence, cue) && !is_in_own_name(sentence, cue, frame.outcome) &&
           !opens_with_lack(sentence, cue, frame) && !is_in_relative_clause(sentence, cue.first) &&
           !is_denied_beside(words, cue, frame);
  });
}

// "Has killed people" makes less of nothing.
bool is_in_harm_word(const ClaimWords& words, const PhraseMatch& phrase) {
  return std::any_of(words.phrases.begin(), words.phrases.end(), [&](const PhraseMatch& harm) {
    return harm.category == "harm_word" && harm.first <= phrase.first && phrase.last <= harm.last;
  });
}

// The words of the claim's own table.
void add_phrases(const ClaimWords& words, std::vector<ToldChange>& told) {
  const Sentence& sentence = words.sentence;
  for (const PhraseMatch& phrase : words.phrases) {
    const auto kind = kind_of(phrase.category);
    const bool verb =
        kind && phrase.first > 0 && !is_in_harm_word(words, phrase) && !is_in_name(sentence, phrase.first, phrase.last);
    if (verb) told.push_back({phrase.first, phrase.last, *kind});
    if (phrase.category == "benefit_word") told.push_back({phrase.first, phrase.last, CueKind::cause});
  }
}

}  // namespace

std::vector<ToldChange> list_told_changes(const ClaimWords& words) {
  const Sentence& sentence = words.sentence;
  std::vector<ToldChange> told;
  for (const Cue& cue : sentence.cues) {
    const CueKind kind = change_kind(sentence, cue);
    if (tells_no_change(sentence, cue)) continue;
    if (is_effect(kind)) told.push_back({cue.first, cue.last, kind});
    if (kind != CueKind::null_result) continue;
    if (const auto denied = denied_change(sentence, cue)) told.push_back({cue.first, cue.last, *denied});
  }
  add_phrases(words, told);
  if (const auto versus = find_versus(sentence); versus && versus->value != "same")
    told.push_back({versus->first, versus->last, versus->value == "better" ? CueKind::improve : CueKind::worsen});
  if (const auto parted = find_parted(sentence)) told.push_back(*parted);
  for (std::size_t i = 1; i < sentence.tokens.size(); ++i) {
    if (is_falling(sentence, i)) told.push_back({i, i + 1, CueKind::decrease});
  }
  std::stable_sort(told.begin(), told.end(),
                   [](const ToldChange& a, const ToldChange& b) { return a.first < b.first; });
  return told;
}

std::optional<ToldChange> find_told_change(const ClaimWords& words, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const std::vector<ToldChange> all = list_told_changes(words);
  const TokenRange comparison = find_comparison(sentence);
  const std::size_t rival_end = comparison.empty() ? 0 : end_of_rival(sentence, comparison);
  for (const ToldChange& told : all) {
    if (told.kind == CueKind::cause || is_in_relative_clause(sentence, told.first)) continue;
    if (comparison.first < told.first && told.last <= rival_end) continue;
    const bool in_subject =
        overlaps_slot(sentence, told, frame.subject) || is_done_to_subject(sentence, told, all, frame.subject);
    if (!in_subject && !is_measure_of_other(sentence, told, all)) return told;
  }
  return std::nullopt;
}

Direction read_direction(const ClaimWords& words, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const std::vector<ToldChange> all = list_told_changes(words);
  for (const ToldChange& told : all) {
    if (told.kind == CueKind::cause || is_in_relative_clause(sentence, told.first)) continue;
    if (opens_name_of_harm(sentence, told) || opens_name_of_outcome(sentence, told, frame) || endangers(words, told))
      return Direction::increase;
    break;
  }
  if (const auto told = find_told_change(words, frame)) {
    // "Improves body weight": up or down, as the patient needs.
    const bool open = sentence.tokens[told->first].stem == "improv" || sentence.tokens[told->first].stem == "worsen";
    const std::vector<std::string>& named = frame.outcome.concepts;
    if (open && (named.empty() || named == std::vector<std::string>{std::string(kBodyWeight)}))
      return Direction::unspecified;
    return direction_of(freed_kind(sentence, told->kind, frame), frame.valence);
  }
  const bool benefits = std::any_of(all.begin(), all.end(), [&](const ToldChange& told) {
    return told.kind == CueKind::cause && !is_in_relative_clause(sentence, told.first);
  });
  if (benefits) return direction_of(CueKind::improve, frame.valence);
  return has_cue(sentence, CueKind::cause) ? Direction::increase : Direction::unspecified;
}

bool leaves_direction_open(const ClaimWords& words, const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 5> verbs{"affect", "affects", "influence", "influences", "alters"};
  const std::vector<Token>& tokens = words.sentence.tokens;
  const bool open = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return is_one_of(verbs, token.norm) && token.span.end <= frame.outcome.span.begin;
  });
  return open && !find_told_change(words, frame) && find_versus(words.sentence) == std::nullopt;
}

bool is_negated_claim(const ClaimWords& words, const ClaimFrame& frame) {
  return is_denied_by(words, CueKind::negation, frame) && !has_cue(words.sentence, CueKind::pseudo_negation);
}

bool is_denied(const ClaimWords& words, const ClaimFrame& frame) {
  if (const auto versus = find_versus(words.sentence); versus && versus->value == "same") return true;
  return is_negated_claim(words, frame) || is_denied_by(words, CueKind::null_result, frame);
}

// "No evidence that X prevents infections": what is denied is that there are fewer.
static bool is_made_less(const Sentence& sentence, std::size_t first, std::size_t last) {
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    return cue.kind == CueKind::decrease && first <= cue.first && cue.last <= last;
  });
}

const ConceptMention* find_denied_harm(const ClaimWords& words) {
  static constexpr std::array<std::string_view, 4> denials{"no", "without", "free", "zero"};
  constexpr std::size_t reach = 3;
  const Sentence& sentence = words.sentence;
  const ConceptMention* found = nullptr;
  for (const ConceptMention& mention : sentence.mentions) {
    if (mention.concept_ptr->kind != ConceptKind::outcome || !mention.concept_ptr->harm) continue;
    const bool of_other = mention.last < sentence.tokens.size() && sentence.tokens[mention.last].norm == "of";
    const bool denied = std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
      // "Not without side effects" states them.
      return cue.kind == CueKind::negation && is_one_of(denials, sentence.tokens[cue.first].norm) &&
             !is_denied_denial(sentence, cue.first) && !is_time_free_of(sentence, cue) && cue.first <= mention.first &&
             mention.first < cue.last + reach && !is_made_less(sentence, cue.last, mention.first);
    });
    if (!denied || (of_other && names_family(sentence, mention))) continue;
    if (found == nullptr || names_family(sentence, mention)) found = &mention;
  }
  return found;
}

}  // namespace claimcheck
