#include "verify/ways.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "text/one_of.h"
#include "verify/compared_arms.h"
#include "verify/concept_roots.h"
#include "verify/contest.h"
#include "verify/record_view.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

using Stems = std::vector<std::string>;

// Ways that have several names.
constexpr std::array<std::array<std::string_view, 5>, 6> kSame{{{"standard", "convent", "usual", "regular", "normal"},
                                                                {"iv", "intraven", "infus", "", ""},
                                                                {"intranas", "nasal", "spray", "", ""},
                                                                {"oral", "tablet", "mouth", "capsul", ""},
                                                                {"sham", "simul", "placebo", "fake", ""},
                                                                {"real", "activ", "genuin", "true", ""}}};

bool is_same_way(std::string_view one, std::string_view other) {
  if (one == other) return true;
  return std::any_of(kSame.begin(), kSame.end(),
                     [&](const auto& group) { return is_one_of(group, one) && is_one_of(group, other); });
}

bool tells_a_way(const Token& token) {
  static constexpr std::array<std::string_view, 12> fillers{"one",  "ones", "version",  "form",   "type",  "kind",
                                                            "same", "mg",   "patients", "people", "given", "does"};
  return token.kind != TokenKind::punctuation && !is_stop_word(token.norm) && !is_one_of(fillers, token.norm);
}

// The stems in tokens [first, last), but those of the names in them that both sides share.
Stems stems_in(const ClaimWords& words, std::size_t first, std::size_t last, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  Stems stems;
  for (std::size_t i = first; i < last; ++i) {
    const Token& token = sentence.tokens[i];
    const bool of_outcome = !frame.outcome.span.empty() && frame.outcome.span.overlaps(token.span);
    const bool of_population = !frame.population.span.empty() && frame.population.span.overlaps(token.span);
    const bool told = std::any_of(words.phrases.begin(), words.phrases.end(), [i](const PhraseMatch& phrase) {
      const bool verb = phrase.category == "benefit_word" || phrase.category == "comparative" ||
                        phrase.category == "causal" || phrase.category == "versus";
      return verb && phrase.first <= i && i < phrase.last;
    });
    const bool in_cue = std::any_of(sentence.cues.begin(), sentence.cues.end(),
                                    [i](const Cue& cue) { return cue.first <= i && i < cue.last; });
    if (tells_a_way(token) && !of_outcome && !of_population && !told && !in_cue) stems.push_back(token.stem);
  }
  return stems;
}

void drop_shared(Stems& own, Stems& other) {
  const Stems before = own;
  const auto is_in = [](const Stems& stems, const std::string& stem) {
    return std::find(stems.begin(), stems.end(), stem) != stems.end();
  };
  std::erase_if(own, [&](const std::string& stem) { return is_in(other, stem); });
  std::erase_if(other, [&](const std::string& stem) { return is_in(before, stem); });
}

bool is_way(const Stems& way, const std::string& stem) {
  return std::any_of(way.begin(), way.end(), [&](const std::string& told) { return is_same_way(told, stem); });
}

// Where the sentence first names a way; nullopt where it names only some of its words, or another's as well there.
std::optional<std::size_t> find_way(const Sentence& sentence, const Stems& way, std::size_t from, std::size_t to) {
  std::optional<std::size_t> first;
  std::size_t named = 0;
  for (const std::string& stem : way) {
    for (std::size_t i = from; i < to; ++i) {
      if (!is_same_way(stem, sentence.tokens[i].stem)) continue;
      first = std::min(first.value_or(i), i);
      ++named;
      break;
    }
  }
  return named == way.size() ? first : std::nullopt;
}

// Which of the two ways stands on which side of tokens `words`; nullopt where that is not plain.
std::optional<bool> is_own_first(const Ways& ways, const Sentence& sentence, const TokenRange& words) {
  const std::size_t size = sentence.tokens.size();
  const bool own_before = find_way(sentence, ways.own, 0, words.first).has_value();
  const bool own_behind = find_way(sentence, ways.own, words.last, size).has_value();
  const bool other_before = find_way(sentence, ways.other, 0, words.first).has_value();
  const bool other_behind = find_way(sentence, ways.other, words.last, size).has_value();
  if (own_before && other_behind && !own_behind && !other_before) return true;
  if (other_before && own_behind && !other_behind && !own_before) return false;
  return std::nullopt;
}

bool claims_better(const ClaimFrame& frame) {
  return frame.valence == Valence::bad ? frame.direction == Direction::decrease
                                       : frame.direction == Direction::increase;
}

// "Better with X than with Y": the word of amount or quality ahead of "than", as good or bad for the patient.
std::optional<bool> is_first_better(const RecordView& record, const Sentence& sentence, std::size_t than) {
  const Cue* nearest = nullptr;
  for (const Cue& cue : sentence.cues) {
    if (is_effect(cue.kind) && cue.last <= than) nearest = &cue;
  }
  if (nearest == nullptr) return std::nullopt;
  if (nearest->kind == CueKind::improve || nearest->kind == CueKind::worsen) return nearest->kind == CueKind::improve;
  const std::vector<SlotMatch> outcomes = record.outcome.find(sentence, record.about_outcome);
  if (outcomes.empty() || outcomes.front().meaning == nullptr) return std::nullopt;
  const Valence valence = outcomes.front().meaning->valence;
  if (valence == Valence::neutral) return std::nullopt;
  return (nearest->kind == CueKind::increase) == (valence == Valence::good);
}

// The sentence may speak of the claim's outcome: it names it, or names none and the record is on it.
bool is_on_outcome(const RecordView& record, const Sentence& sentence) {
  if (!record.outcome.find(sentence, record.about_outcome).empty()) return true;
  const bool other = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [](const ConceptMention& mention) {
    const Concept& meaning = *mention.concept_ptr;
    return meaning.kind == ConceptKind::outcome && !meaning.from_mesh && meaning.id != kTreatmentResponse;
  });
  return !other && record.about_outcome;
}

// "Prevented more X than the other, but gave more Y": of Y the first clause says nothing.
bool is_on_other_outcome(const RecordView& record, const Sentence& sentence, std::size_t than) {
  const std::vector<SlotMatch> outcomes = record.outcome.find(sentence, record.about_outcome);
  const TokenRange clause = clause_around(sentence, than);
  return !outcomes.empty() && std::none_of(outcomes.begin(), outcomes.end(), [&](const SlotMatch& outcome) {
    return clause.contains(outcome.tokens.first);
  });
}

// What it tells that the way named first, or the other, is the better one by `words`.
std::optional<WaysReading> tell_better(const ClaimFrame& frame, const Ways& ways, const Sentence& sentence,
                                       bool first_better, const TokenRange& words) {
  const auto own_first = is_own_first(ways, sentence, words);
  if (!own_first) return std::nullopt;
  const bool own_better = *own_first == first_better;
  WaysReading reading{&sentence, Reported::increase, Stance::opposes, {}};
  const bool more = frame.valence == Valence::bad ? !own_better : own_better;
  reading.reported = more ? Reported::increase : Reported::decrease;
  if (frame.direction != Direction::no_change && own_better == claims_better(frame)) reading.stance = Stance::supports;
  const Span span{sentence.tokens[words.first].span.begin, sentence.tokens[words.last - 1].span.end};
  reading.cue = std::string(slice(sentence.text, span));
  return reading;
}

std::optional<WaysReading> compare_in(const RecordView& record, const Ways& ways, const Sentence& sentence) {
  const ClaimFrame& frame = record.frame;
  for (const Contest& contest : find_contests(sentence))
    return tell_better(frame, ways, sentence, contest.first_wins, contest.words);
  for (const Cue& cue : sentence.cues) {
    if (cue.kind == CueKind::null_result) {
      const std::size_t size = sentence.tokens.size();
      const bool both = find_way(sentence, ways.own, 0, size) && find_way(sentence, ways.other, 0, size);
      if (!both) return std::nullopt;
      return WaysReading{&sentence, Reported::no_difference, Stance::inconclusive,
                         std::string(slice(sentence.text, cue.span))};
    }
  }
  for (const Cue& cue : sentence.cues) {
    if (cue.kind != CueKind::comparison || sentence.tokens[cue.first].norm != "than") continue;
    if (is_negated(sentence.tokens, sentence.cues, cue.first)) return std::nullopt;
    if (is_on_other_outcome(record, sentence, cue.first)) continue;
    const auto better = is_first_better(record, sentence, cue.first);
    if (better) return tell_better(frame, ways, sentence, *better, {cue.first, cue.last});
  }
  return std::nullopt;
}

}  // namespace

std::optional<Ways> find_ways(const ClaimWords& words, const ClaimFrame& frame) {
  constexpr std::size_t most = 3;
  const Sentence& sentence = words.sentence;
  const TokenRange comparison = find_comparison(sentence);
  if (comparison.empty() || frame.subject.span.empty() || frame.subject.concepts.size() != 1) return std::nullopt;
  // Of side effects as a whole no sentence says which of two ways has more.
  const std::vector<std::string>& outcomes = frame.outcome.concepts;
  if (std::find(outcomes.begin(), outcomes.end(), kAdverseEffects) != outcomes.end()) return std::nullopt;
  if (!compares_with_itself(words, frame)) return std::nullopt;
  const std::size_t last = std::min(find_verb(words), comparison.first);
  Ways ways{stems_in(words, 0, last, frame),
            stems_in(words, comparison.first + 1, end_of_rival(sentence, comparison), frame)};
  drop_shared(ways.own, ways.other);
  if (ways.own.empty() || ways.other.empty() || ways.own.size() > most || ways.other.size() > most) return std::nullopt;
  return ways;
}

std::optional<Ways> find_ways(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  if (frame.kind != ClaimKind::comparative) return std::nullopt;
  return find_ways(read_claim_words(frame.text, vocabulary), frame);
}

bool is_of_ways(const Ways& ways, const std::string& stem) {
  return is_way(ways.own, stem) || is_way(ways.other, stem);
}

std::vector<WaysReading> compare_ways(const RecordView& record, const Ways& ways) {
  std::vector<WaysReading> readings;
  for (const Sentence& sentence : record.sentences) {
    if (!is_evidence_role(sentence.role) || !is_on_outcome(record, sentence)) continue;
    if (auto reading = compare_in(record, ways, sentence)) readings.push_back(std::move(*reading));
  }
  return readings;
}

}  // namespace claimcheck
