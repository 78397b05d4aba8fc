#include "verify/own_numbers.h"

#include <algorithm>
#include <string>
#include <vector>

#include "verify/concept_roots.h"

namespace claimcheck {
namespace {

bool is_below(const Concept& one, const Concept& other) {
  return std::find(one.broader.begin(), one.broader.end(), other.id) != one.broader.end();
}

// Another outcome than ours: no kind of it, and no word for how people fared as a whole.
bool is_other(const ConceptMention& mention, const SlotMatch& outcome) {
  const Concept& meaning = *mention.concept_ptr;
  if (meaning.kind != ConceptKind::outcome || meaning.from_mesh) return false;
  if (meaning.id == kTreatmentResponse || meaning.id == kRemission) return false;
  if (mention.first < outcome.tokens.last && outcome.tokens.first < mention.last) return false;
  if (outcome.meaning == nullptr) return true;
  return outcome.meaning != &meaning && !is_below(meaning, *outcome.meaning) && !is_below(*outcome.meaning, meaning);
}

// Something is told between them: they are no list.
bool is_told_apart(const Sentence& sentence, const TokenRange& between) {
  for (std::size_t at = between.first; at < between.last; ++at) {
    const Token& token = sentence.tokens[at];
    if (token.kind == TokenKind::number || token.norm == "(" || token.norm == ";") return true;
  }
  return std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
    const bool tells = cue.kind <= CueKind::null_result || cue.kind == CueKind::increase ||
                       cue.kind == CueKind::decrease || cue.kind == CueKind::improve || cue.kind == CueKind::worsen ||
                       cue.kind == CueKind::occurrence || cue.kind == CueKind::comparison;
    return tells && between.contains(cue.first);
  });
}

bool is_apart(const Sentence& sentence, const ConceptMention& mention, const SlotMatch& outcome) {
  const std::size_t first = std::min(mention.last, outcome.tokens.last);
  const std::size_t last = std::max(mention.first, outcome.tokens.first);
  return is_other(mention, outcome) && is_told_apart(sentence, {first, last});
}

// The tokens within the bracket that opens at `at`.
std::optional<TokenRange> bracket_behind(const Sentence& sentence, std::size_t at) {
  const std::vector<Token>& tokens = sentence.tokens;
  if (at >= tokens.size() || tokens[at].norm != "(") return std::nullopt;
  for (std::size_t end = at + 1; end < tokens.size(); ++end) {
    if (tokens[end].norm == ")") return end > at + 1 ? std::optional(TokenRange{at + 1, end}) : std::nullopt;
  }
  return std::nullopt;
}

bool holds_ratio(const Sentence& sentence, const TokenRange& bracket) {
  const Span bytes{sentence.tokens[bracket.first].span.begin, sentence.tokens[bracket.last - 1].span.end};
  return std::any_of(sentence.numbers.begin(), sentence.numbers.end(), [&](const NumberMention& number) {
    return number.kind == NumberKind::ratio && bytes.contains(number.span);
  });
}

bool has_numbers(const Statistics& statistics) {
  const FindingNumbers& numbers = statistics.numbers;
  return numbers.rate || numbers.p_value || numbers.ci_low || numbers.estimate || numbers.exposed;
}

}  // namespace

TokenRange own_part(const Sentence& sentence, const TokenRange& clause, const SlotMatch& outcome) {
  TokenRange part = clause;
  for (const ConceptMention& mention : sentence.mentions) {
    if (!clause.contains(mention.first) || !is_apart(sentence, mention, outcome)) continue;
    if (mention.first >= outcome.tokens.last) part.last = std::min(part.last, mention.first);
    if (mention.last <= outcome.tokens.first) part.first = std::max(part.first, mention.last);
  }
  return part;
}

Statistics read_own_statistics(const Sentence& sentence, const TokenRange& clause, const SlotMatch& outcome) {
  const TokenRange part = own_part(sentence, clause, outcome);
  if (part.first == clause.first) return read_statistics(sentence, part);
  Statistics behind = read_statistics(sentence, {outcome.tokens.first, part.last});
  if (has_numbers(behind)) return behind;
  const Statistics ahead = read_statistics(sentence, part);
  Statistics counts;
  counts.numbers.rate = ahead.numbers.rate;
  counts.numbers.events = ahead.numbers.events;
  counts.numbers.exposed = ahead.numbers.exposed;
  return counts;
}

std::optional<Reported> read_ratio_in_list(const Sentence& sentence, const SlotMatch& outcome) {
  const auto bracket = bracket_behind(sentence, outcome.tokens.last);
  if (!bracket || !holds_ratio(sentence, *bracket)) return std::nullopt;
  const auto others = std::count_if(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& mention) {
    if (!is_other(mention, outcome)) return false;
    const auto own = bracket_behind(sentence, mention.last);
    return own && own->first != bracket->first && holds_ratio(sentence, *own);
  });
  if (others == 0) return std::nullopt;
  const Statistics told = read_statistics(sentence, *bracket);
  if (!told.excludes_null.value_or(false) || !told.numbers.estimate || told.numbers.null_value != 1)
    return std::nullopt;
  return *told.numbers.estimate > 1 ? Reported::increase : Reported::decrease;
}

bool is_of_later_outcome(const Sentence& sentence, const SlotMatch& outcome, std::size_t at) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.first >= outcome.tokens.last && mention.last <= at && is_apart(sentence, mention, outcome);
  });
}

}  // namespace claimcheck
