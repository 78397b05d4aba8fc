#include "verify/spare_changes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "text/one_of.h"
#include "verify/claim_direction.h"
#include "verify/concept_roots.h"

namespace claimcheck {
namespace {

constexpr std::size_t kReach = 5;  // tokens from a change to what it changes

Span span_of(const Sentence& sentence, const ToldChange& told) {
  return {sentence.tokens[told.first].span.begin, sentence.tokens[told.last - 1].span.end};
}

// Part of a name, as in "weight loss"; but "improvement" beside the outcome names how people fare.
bool is_in_name_of_slot(const Sentence& sentence, const ToldChange& told, const ClaimFrame& frame) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const std::string& id = mention.concept_ptr->id;
    const bool fares = id == kTreatmentResponse || id == kRemission;
    const auto& outcomes = frame.outcome.concepts;
    const bool own = std::find(outcomes.begin(), outcomes.end(), id) != outcomes.end();
    return mention.first <= told.first && told.last <= mention.last && (own || !fares);
  });
}

// The outcome of the claim that the change is told of: the nearest behind it, or else right before it.
const ConceptMention* changed_by(const Sentence& sentence, const ToldChange& told, const ClaimFrame& frame) {
  const ConceptMention* before = nullptr;
  for (const ConceptMention& mention : sentence.mentions) {
    if (mention.concept_ptr->kind != ConceptKind::outcome || !frame.outcome.span.contains(mention.span)) continue;
    if (mention.first >= told.last && mention.first - told.last < kReach) return &mention;
    if (mention.last <= told.first && told.first - mention.last < kReach) before = &mention;
  }
  return before;
}

// 1 where more of it is good for the patient or less of it bad, -1 the other way round.
int sign_of(CueKind kind, Valence valence) {
  if (kind == CueKind::improve) return 1;
  if (kind == CueKind::worsen) return -1;
  const int good = valence == Valence::bad ? -1 : 1;
  return kind == CueKind::increase ? good : -good;
}

// "Reduces pain and improves sleep": another outcome, changed to the same good or ill.
bool joins_outcome(const Sentence& sentence, const ToldChange& told, const ToldChange& main, const ClaimFrame& frame) {
  const ConceptMention* changed = changed_by(sentence, told, frame);
  const ConceptMention* first = changed_by(sentence, main, frame);
  if (changed == nullptr || first == nullptr || changed == first) return false;
  return sign_of(told.kind, changed->concept_ptr->valence) == sign_of(main.kind, first->concept_ptr->valence);
}

// "Prevents and relieves pain", "helps keep pain away": one thing said twice.
bool repeats(const Sentence& sentence, const ToldChange& told, const ToldChange& main, const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 8> links{"and", "or", ",", "/", "to", "at", "in", "for"};
  const ToldChange& left = told.first < main.first ? told : main;
  const ToldChange& right = told.first < main.first ? main : told;
  static constexpr std::array<std::string_view, 3> helps{"help", "helps", "helped"};
  if (left.last == right.first && !is_one_of(helps, sentence.tokens[left.first].norm)) return false;
  for (std::size_t i = left.last; i < right.first; ++i) {
    if (!is_one_of(links, sentence.tokens[i].norm)) return false;
  }
  return sign_of(told.kind, frame.valence) == sign_of(main.kind, frame.valence);
}

// "Helps people to harm themselves less": says again what the verb says.
bool ends_claim(const Sentence& sentence, const ToldChange& told, const ToldChange& main, const ClaimFrame& frame) {
  const std::size_t last = told.last;
  const bool end = last >= sentence.tokens.size() || sentence.tokens[last].kind == TokenKind::punctuation;
  return end && sentence.tokens[told.first].norm == "less" &&
         sign_of(told.kind, frame.valence) == sign_of(main.kind, frame.valence);
}

// "A greater reduction", "more effective at reducing", "longer-lasting relief", "improves pain more than".
bool is_degree(const Sentence& sentence, const ToldChange& told) {
  static constexpr std::array<std::string_view, 15> words{"greater", "larger", "more",   "higher", "stronger",
                                                          "bigger",  "longer", "faster", "better", "superior",
                                                          "quicker", "marked", "most",   "best",   "prolonged"};
  return is_one_of(words, sentence.tokens[told.first].norm);
}

// "More exercise", "increased fibre": what acts is more of it.
bool is_more_of_subject(const Sentence& sentence, const ToldChange& told, const ClaimFrame& frame) {
  const std::size_t end = sentence.tokens[told.last - 1].span.end;
  return told.kind == CueKind::increase && end < frame.subject.span.end && frame.subject.span.begin <= end + kReach;
}

// "Whose pain has not improved": people as they were before.
bool is_said_of_people(const Sentence& sentence, std::size_t at) {
  static constexpr std::array<std::string_view, 3> pronouns{"who", "whom", "whose"};
  for (std::size_t i = at; i > 0; --i) {
    const std::string& norm = sentence.tokens[i - 1].norm;
    if (is_one_of(pronouns, norm)) return true;
    if (norm == ",") return false;
  }
  return false;
}

bool is_read_elsewhere(const ClaimWords& words, const ToldChange& told, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const Span span = span_of(sentence, told);
  const std::array<const Slot*, 5> slots{&frame.quantifier, &frame.dose, &frame.duration, &frame.comparator,
                                         &frame.population};
  // "Into remission", where remission is what there is more of.
  if (frame.valence == Valence::good && frame.outcome.span.overlaps(span)) return true;
  return is_in_name_of_slot(sentence, told, frame) || is_said_of_people(sentence, told.first) ||
         find_comparison(sentence).contains(told.first) ||
         std::any_of(slots.begin(), slots.end(), [&](const Slot* slot) { return slot->span.contains(span); });
}

// "Cutting out X", "taken off X": less of the treatment, or none.
void add_taken_away(const ClaimWords& words, const ClaimFrame& frame, std::vector<std::string>& spare) {
  static constexpr std::array<std::string_view, 9> links{"the", "their", "your", "dose", "doses",
                                                         "use", "of",    "from", "all"};
  const Sentence& sentence = words.sentence;
  if (frame.subject_is_lack) return;
  for (const PhraseMatch& phrase : words.phrases) {
    if (phrase.category != "takes_away" || is_in_name(sentence, phrase.first, phrase.last)) continue;
    std::size_t next = phrase.last;
    while (next < sentence.tokens.size() && is_one_of(links, sentence.tokens[next].norm)) ++next;
    if (next == sentence.tokens.size() || !frame.subject.span.contains(sentence.tokens[next].span)) continue;
    const Span span{sentence.tokens[phrase.first].span.begin, sentence.tokens[phrase.last - 1].span.end};
    spare.emplace_back(slice(sentence.text, span));
    return;
  }
}

}  // namespace

std::vector<std::string> find_spare_changes(const ClaimWords& words, const ClaimFrame& frame) {
  const Sentence& sentence = words.sentence;
  const std::optional<ToldChange> main = find_told_change(words, frame);
  std::vector<std::string> spare;
  add_taken_away(words, frame, spare);
  if (!main) return spare;
  for (const ToldChange& told : list_told_changes(words)) {
    const bool same = told.first < main->last && main->first < told.last;
    if (same || told.kind == CueKind::cause || is_read_elsewhere(words, told, frame)) continue;
    if (is_degree(sentence, told) || is_more_of_subject(sentence, told, frame)) continue;
    if (joins_outcome(sentence, told, *main, frame) || repeats(sentence, told, *main, frame)) continue;
    if (ends_claim(sentence, told, *main, frame)) continue;
    spare.emplace_back(slice(sentence.text, span_of(sentence, told)));
  }
  return spare;
}

}  // namespace claimcheck
