#include "verify/claim_sentence.h"

#include <algorithm>
#include <array>

#include "text/one_of.h"
#include "verify/claimed_rate.h"

namespace claimcheck {
namespace {

// An unknown drug does something unknown to a known outcome, at the start of the claim: the word before the outcome is
// taken for the verb.
std::size_t word_before_outcome(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 6> determiners{"the", "a", "an", "all", "any", "every"};
  constexpr std::size_t furthest = 4;
  for (const ConceptMention& mention : sentence.mentions) {
    if (mention.concept_ptr->kind != ConceptKind::outcome || mention.first < 2) continue;
    std::size_t verb = mention.first - 1;
    if (is_one_of(determiners, sentence.tokens[verb].norm)) --verb;
    const bool plain = sentence.tokens[verb].kind == TokenKind::word && !is_stop_word(sentence.tokens[verb].norm);
    return plain && verb > 0 && mention.first <= furthest ? verb : sentence.tokens.size();
  }
  return sentence.tokens.size();
}

bool is_relation(CueKind kind) {
  return kind == CueKind::increase || kind == CueKind::decrease || kind == CueKind::improve ||
         kind == CueKind::worsen || kind == CueKind::cause || kind == CueKind::associate ||
         kind == CueKind::null_result;
}

// "New connections between brain cells" relates no two things.
bool is_in_tissue(const Sentence& sentence, const Cue& cue) {
  constexpr std::size_t reach = 4;
  if (cue.kind != CueKind::associate || !sentence.tokens[cue.last - 1].norm.starts_with("between")) return false;
  const std::size_t end = std::min(cue.last + reach, sentence.tokens.size());
  return claim_words().contains(std::span(sentence.tokens).subspan(cue.last, end - cue.last), "tissue");
}

// "As effective as", "no better than", "equivalent to": a null result that names what it compares with.
bool compares(const Sentence& sentence, const Cue& cue) {
  static constexpr std::array<std::string_view, 20> words{
      "better",   "worse",     "effective",  "effectively", "efficacious", "good",     "safe",
      "potent",   "similar",   "comparable", "equivalent",  "equal",       "inferior", "noninferior",
      "superior", "different", "par",        "more",        "less",        "faster"};
  static constexpr std::array<std::string_view, 4> links{"as", "to", "than", "with"};
  if (cue.kind != CueKind::null_result) return false;
  const bool linked = is_one_of(links, sentence.tokens[cue.last - 1].norm) ||
                      (cue.last < sentence.tokens.size() && is_one_of(links, sentence.tokens[cue.last].norm));
  return linked && std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(cue.first),
                               sentence.tokens.begin() + static_cast<std::ptrdiff_t>(cue.last),
                               [](const Token& token) { return is_one_of(words, token.norm); });
}

// Of a comparison that opens the claim, or stands between commas, the comma behind it; else the end of the claim.
std::size_t comparison_end(const Sentence& sentence, const Cue& cue) {
  const std::vector<Token>& tokens = sentence.tokens;
  const bool opens = cue.first == 0 || (cue.first == 1 && tokens[0].norm == "in") || tokens[cue.first - 1].norm == ",";
  if (!opens) return tokens.size();
  for (std::size_t i = cue.last; i < tokens.size(); ++i) {
    if (tokens[i].norm == ",") return i;
  }
  return tokens.size();
}

}  // namespace

const PhraseMatch* ClaimWords::find(std::string_view category) const {
  const auto match = std::find_if(phrases.begin(), phrases.end(),
                                  [&](const PhraseMatch& phrase) { return phrase.category == category; });
  return match == phrases.end() ? nullptr : &*match;
}

const PhraseMatch* ClaimWords::find_said(std::string_view category) const {
  const auto match = std::find_if(phrases.begin(), phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == category && !is_in_name(sentence, phrase.first, phrase.last);
  });
  return match == phrases.end() ? nullptr : &*match;
}

bool is_falling(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 2> verbs{"fall", "falls"};
  static constexpr std::array<std::string_view, 6> measures{"scores", "levels", "rates", "score", "level", "rate"};
  if (at == 0 || at >= sentence.tokens.size() || !is_one_of(verbs, sentence.tokens[at].norm)) return false;
  return is_one_of(measures, sentence.tokens[at - 1].norm) ||
         std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [at](const ConceptMention& mention) {
           return mention.concept_ptr->kind == ConceptKind::outcome && mention.last == at;
         });
}

ClaimWords read_claim_words(std::string_view text, const Vocabulary& vocabulary) {
  ClaimWords words;
  words.sentence = analyse_sentence(text, vocabulary);
  std::erase_if(words.sentence.mentions, [&](const ConceptMention& mention) {
    return mention.last == mention.first + 1 && is_falling(words.sentence, mention.first);
  });
  words.phrases = claim_words().find(words.sentence.tokens);
  const std::vector<Token>& tokens = words.sentence.tokens;
  const std::vector<PhraseMatch> all = words.phrases;
  std::erase_if(words.phrases, [&](const PhraseMatch& phrase) {
    return phrase.category == "harm_absent" && std::any_of(all.begin(), all.end(), [&](const PhraseMatch& work) {
             return work.category == "safety_work" && work.first <= phrase.first && phrase.last <= work.last;
           });
  });
  // "Stays off once people stop taking it": the treatment is stopped, and stops nothing.
  std::erase_if(words.phrases, [&](const PhraseMatch& phrase) {
    if (phrase.category != "less" || !tokens[phrase.first].norm.starts_with("stop")) return false;
    static constexpr std::array<std::string_view, 6> copulas{"is", "are", "was", "were", "been", "being"};
    if (phrase.first > 0 && is_one_of(copulas, tokens[phrase.first - 1].norm)) return true;
    if (phrase.last == tokens.size() || claim_words().contains({&tokens[phrase.last], 1}, "ends_use")) return true;
    return std::any_of(words.sentence.mentions.begin(), words.sentence.mentions.end(), [&](const auto& mention) {
      return mention.concept_ptr->kind == ConceptKind::intervention && mention.first == phrase.last;
    });
  });
  return words;
}

bool names_family(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 3> heads{"effect", "event", "reaction"};
  return mention.concept_ptr->harm && is_one_of(heads, sentence.tokens[mention.last - 1].stem);
}

bool is_in_name(const Sentence& sentence, std::size_t first, std::size_t last) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const bool names =
        mention.concept_ptr->kind == ConceptKind::intervention || mention.concept_ptr->kind == ConceptKind::outcome;
    return names && !names_family(sentence, mention) && mention.first <= first && last <= mention.last &&
           last - first < mention.last - mention.first;
  });
}

// "Travellers who cross time zones can lessen X": a second verb is that of the sentence.
static bool is_ended(const Sentence& sentence, std::size_t pronoun_end, std::size_t at) {
  static constexpr std::array<std::string_view, 5> auxiliaries{"can", "may", "might", "could", "will"};
  for (std::size_t i = pronoun_end + 2; i < at; ++i) {
    if (is_one_of(auxiliaries, sentence.tokens[i].norm)) return true;
  }
  return false;
}

// "Evidence that", "no evidence at all that": what follows is said.
static bool opens_saying(const Sentence& sentence, std::size_t pronoun) {
  std::size_t before = pronoun - 1;
  if (before >= 2 && sentence.tokens[before].norm == "all" && sentence.tokens[before - 1].norm == "at") before -= 2;
  return claim_words().contains({&sentence.tokens[before], 1}, "says");
}

// "Turmeric is a natural spice that never harms the liver": the clause says what is claimed.
static bool opens_predicate(const Sentence& sentence, std::size_t pronoun) {
  static constexpr std::array<std::string_view, 3> articles{"a", "an", "the"};
  static constexpr std::array<std::string_view, 2> copulas{"is", "are"};
  constexpr std::size_t reach = 6;
  for (std::size_t back = 2; back <= reach && back < pronoun; ++back) {
    const std::size_t copula = pronoun - back;
    if (!is_one_of(copulas, sentence.tokens[copula].norm)) continue;
    const auto names = [&](const ConceptMention& mention, ConceptKind kind) {
      return mention.concept_ptr->kind == kind && mention.last <= pronoun;
    };
    const bool subject = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& mention) {
      return names(mention, ConceptKind::intervention) && mention.last == copula;
    });
    const bool other = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& mention) {
      return names(mention, ConceptKind::outcome) && mention.first > copula;
    });
    return subject && !other && is_one_of(articles, sentence.tokens[copula + 1].norm);
  }
  return false;
}

bool opens_description(const Sentence& sentence, std::size_t pronoun) {
  return pronoun > 0 && !opens_saying(sentence, pronoun) && !opens_predicate(sentence, pronoun);
}

bool is_in_relative_clause(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 6> pronouns{"that", "which", "who", "whom", "whose", "where"};
  for (std::size_t i = at; i > 1; --i) {
    const std::string& norm = sentence.tokens[i - 1].norm;
    if (norm == ",") return false;
    if (!is_one_of(pronouns, norm)) continue;
    const bool of_takers =
        norm == "who" &&
        std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
          return mention.concept_ptr->kind == ConceptKind::intervention && i <= mention.first && mention.last <= at;
        });
    return !of_takers && !is_ended(sentence, i, at) && opens_description(sentence, i - 1);
  }
  return false;
}

std::size_t find_verb(const ClaimWords& words) {
  static constexpr std::array<std::string_view, 14> auxiliaries{"is", "are", "was", "were",  "has",   "have", "does",
                                                                "do", "can", "may", "might", "could", "will", "did"};
  static constexpr std::array<std::string_view, 7> verbs{"causal", "benefit_word", "less", "more",
                                                         "good",   "bad",          "poses"};
  const Sentence& sentence = words.sentence;
  std::size_t verb = sentence.tokens.size();
  for (std::size_t i = 1; i < sentence.tokens.size(); ++i) {
    if (is_one_of(auxiliaries, sentence.tokens[i].norm)) {
      verb = i;
      break;
    }
  }
  for (const Cue& cue : sentence.cues) {
    if (is_relation(cue.kind) && cue.first > 0 && !is_in_tissue(sentence, cue)) verb = std::min(verb, cue.first);
  }
  for (const PhraseMatch& phrase : words.phrases) {
    const bool said = phrase.first > 0 && !is_in_name(sentence, phrase.first, phrase.last);
    if (said && is_one_of(verbs, phrase.category)) verb = std::min(verb, phrase.first);
  }
  return verb < sentence.tokens.size() ? verb : word_before_outcome(sentence);
}

std::optional<PhraseMatch> find_versus(const Sentence& sentence) {
  constexpr std::size_t reach = 3;
  for (const PhraseMatch& phrase : claim_words().find(sentence.tokens)) {
    if (phrase.category != "versus" || phrase.first == 0) continue;
    // "As well as" may only join: a treatment has to stand on both sides.
    const bool before = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& mention) {
      return mention.concept_ptr->kind == ConceptKind::intervention && mention.last <= phrase.first;
    });
    const bool behind = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& mention) {
      return mention.concept_ptr->kind == ConceptKind::intervention && phrase.last <= mention.first &&
             mention.first - phrase.last < reach;
    });
    const bool denied = is_negated(sentence.tokens, sentence.cues, phrase.first);
    if (before && behind && !(denied && phrase.value == "same") && !is_in_name(sentence, phrase.first, phrase.last))
      return phrase;
  }
  return std::nullopt;
}

TokenRange find_comparison(const Sentence& sentence) {
  for (const Cue& cue : sentence.cues) {
    const std::size_t than = cue.last - 1;
    if (cue.kind == CueKind::comparison && sentence.tokens[than].norm == "than" && bounds_number(sentence, than))
      continue;
    if (cue.kind == CueKind::comparison) return {cue.first, comparison_end(sentence, cue)};
    if (compares(sentence, cue)) return {cue.last - 1, sentence.tokens.size()};
  }
  if (const auto versus = find_versus(sentence)) return {versus->last - 1, sentence.tokens.size()};
  return {sentence.tokens.size(), sentence.tokens.size()};
}

std::size_t end_of_rival(const Sentence& sentence, const TokenRange& comparison) {
  static constexpr std::array<std::string_view, 8> ends{"for", "in", "at", "among", "against", "after", "when", ","};
  std::size_t end = comparison.first + 1;
  // "Than in severe apnoea": whom it is compared in.
  if (end < comparison.last && is_one_of(ends, sentence.tokens[end].norm)) return comparison.last;
  while (end < comparison.last && !is_one_of(ends, sentence.tokens[end].norm)) ++end;
  return end;
}

TokenRange find_aside(const Sentence& sentence) {
  const TokenRange comparison = find_comparison(sentence);
  if (comparison.first == comparison.last) return comparison;
  const std::vector<Token>& tokens = sentence.tokens;
  const bool unlike = tokens[comparison.first].norm == "unlike";
  static constexpr std::array<std::string_view, 2> sets_apart{"contrast", "opposed"};
  const bool apart = comparison.last < tokens.size() && comparison.first + 1 < tokens.size() &&
                     is_one_of(sets_apart, tokens[comparison.first + 1].norm);
  return unlike || apart ? comparison : TokenRange{tokens.size(), tokens.size()};
}

bool is_imitated(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 6> words{"sham", "placebo", "dummy", "simulated", "fake", "mock"};
  return mention.first > 0 && is_one_of(words, sentence.tokens[mention.first - 1].norm);
}

bool is_denied_denial(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 2> denials{"without", "free"};
  const auto opens = [&](std::size_t first) {
    return first + 1 < sentence.tokens.size() && sentence.tokens[first].norm == "not" &&
           is_one_of(denials, sentence.tokens[first + 1].norm);
  };
  return opens(at) || (at > 0 && opens(at - 1));
}

bool claims_sameness(const Sentence& sentence) {
  if (const auto versus = find_versus(sentence); versus && versus->value == "same") return true;
  static constexpr std::array<std::string_view, 6> denials{"no", "not", "neither", "nor", "never", "without"};
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    const std::string& norm = sentence.tokens[cue.first].norm;
    return compares(sentence, cue) && !is_one_of(denials, norm) && !norm.ends_with("n't");
  });
}

}  // namespace claimcheck
