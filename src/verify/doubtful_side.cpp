#include "verify/doubtful_side.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "text/one_of.h"
#include "text/word_at.h"
#include "verify/both_arms.h"
#include "verify/certainty.h"
#include "verify/concept_roots.h"
#include "verify/effect_barrier.h"
#include "verify/people.h"
#include "verify/phrase_table.h"
#include "verify/reading_limits.h"

namespace claimcheck {
namespace {

using Words = const std::vector<Token>&;

bool names_other_drug(const RecordView& record, const Sentence& sentence, std::size_t first, std::size_t last) {
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const Concept& meaning = *mention.concept_ptr;
    return meaning.kind == ConceptKind::intervention && !meaning.from_mesh && first <= mention.first &&
           mention.last <= last && !record.subject.includes(meaning) && !record.subject.is_short_for(meaning) &&
           !record.vocabulary.is_kind_of(meaning.id, kControl);
  });
}

// "Refractory to X", "with an inadequate response to X", "poorly controlled on X", "on background X", "X had failed".
bool stands_at_failure(Words tokens, TokenRange named) {
  static constexpr std::array<std::string_view, 14> before{
      "failed",     "failing",  "failure",   "refractory",   "resistant",    "intolerant",     "intolerance",
      "background", "response", "responded", "unresponsive", "inadequately", "insufficiently", "poorly"};
  static constexpr std::array<std::string_view, 4> behind{"failed", "failure", "failing", "nonresponders"};
  constexpr std::size_t reach = 3;
  for (std::size_t back = 1; back <= reach && back <= named.first; ++back) {
    const std::string_view norm = word_at(tokens, named.first - back);
    const bool to = norm != "response" || word_at(tokens, named.first - back + 1) == "to";
    if (is_one_of(before, norm) && to) return true;
  }
  for (std::size_t i = named.last; i < named.last + reach; ++i) {
    if (is_one_of(behind, word_at(tokens, i))) return true;
  }
  return false;
}

// "Adding Y to X".
bool is_added_to(const RecordView& record, const Sentence& sentence, std::size_t named) {
  static constexpr std::array<std::string_view, 4> adds{"adding", "added", "addition", "add"};
  constexpr std::size_t reach = 8;
  if (named == 0 || word_at(sentence.tokens, named - 1) != "to") return false;
  for (std::size_t back = 2; back <= reach && back <= named; ++back) {
    if (is_one_of(adds, word_at(sentence.tokens, named - back)))
      return names_other_drug(record, sentence, named - back, named) || back == 2;
  }
  return false;
}

// Another drug is what the sentence is about.
bool is_given_besides(const RecordView& record, const Sentence& sentence) {
  if (!names_other_drug(record, sentence, 0, sentence.tokens.size())) return false;
  const std::vector<SlotMatch> named = record.subject.find(sentence);
  return std::any_of(named.begin(), named.end(), [&](const SlotMatch& match) {
    return stands_at_failure(sentence.tokens, match.tokens) || is_added_to(record, sentence, match.tokens.first);
  });
}

// The claim is on two treatments together, and the sentence names one.
bool lacks_partner(const RecordView& record, const Sentence& sentence) {
  static constexpr std::array<std::string_view, 5> joins{"together", "combined", "combination", "plus", "combining"};
  if (record.frame.subject.concepts.size() < 2 || !record.subject.matches(sentence)) return false;
  const bool both = record.subject.covers(sentence, {});
  // "Vitamin D given alone reduced fractures", and not "both reduced them more than vitamin D alone".
  if (!both && claim_words().contains(sentence.tokens, "alone")) return true;
  const std::vector<Token> claim = tokenize(record.frame.text);
  const auto joined = [](const Token& token) { return is_one_of(joins, token.norm); };
  if (std::none_of(claim.begin(), claim.end(), joined)) return false;
  // A record on the two together may call them by the one that was tested.
  const std::vector<Token>& title = record.title.tokens;
  if (std::any_of(title.begin(), title.end(), joined) && record.subject.covers(record.title, record.sentences))
    return false;
  return !both && std::none_of(sentence.tokens.begin(), sentence.tokens.end(), joined);
}

// "Side effects in 8 of 60, mostly nausea": the shares are those of the side effects.
bool is_main_example(const Sentence& sentence, const SlotMatch& match) {
  static constexpr std::array<std::string_view, 5> mostly{"mostly", "mainly", "predominantly", "commonly", "chiefly"};
  return match.tokens.first > 0 && is_one_of(mostly, sentence.tokens[match.tokens.first - 1].norm);
}

// "The morphine group had nausea, compared with dizziness in the X group", "of those given codeine 12 % had itching; of
// those given X …": told of another arm, ahead of what tells of the treatment.
bool is_told_ahead(const RecordView& record, const Sentence& sentence, const SlotMatch& match) {
  static constexpr std::array<std::string_view, 8> parts{"compared", "versus",  "vs",  "whereas",
                                                         "while",    "against", "but", ";"};
  const auto behind = sentence.tokens.begin() + static_cast<std::ptrdiff_t>(match.tokens.last);
  const auto part =
      std::find_if(behind, sentence.tokens.end(), [](const Token& token) { return is_one_of(parts, token.norm); });
  if (part == sentence.tokens.end()) return false;
  const auto at = static_cast<std::size_t>(part - sentence.tokens.begin());
  const bool other = names_other_drug(record, sentence, 0, at) || names_control(sentence, {0, at});
  const std::vector<SlotMatch> named = record.subject.find(sentence);
  if (!other || named.empty() || named.front().tokens.first <= at) return false;
  if (is_main_example(sentence, match)) return true;
  // "…, whereas it developed in nine on X", "… but nausea in nine" tell of the same.
  const bool turns = std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const auto& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && at < mention.first &&
           mention.concept_ptr != match.meaning;
  });
  return turns || has_cue(sentence, CueKind::negation, at, sentence.tokens.size());
}

// "Delirium occurred in 2 % of all patients", in a study that its title calls one of risk factors: the treatment is one
// of them.
bool is_of_whole_cohort(const RecordView& record, const Sentence& sentence) {
  return study_words().contains(record.title.tokens, "risk_factors") && !record.subject.matches(sentence) &&
         !record.subject.matches(record.title);
}

// "Diarrhoea in the placebo group and nausea in the metformin group", "cough (losartan)", "5 % of those on placebo",
// "erythromycin caused more diarrhoea than amoxicillin".
bool is_of_other_arm(const RecordView& record, const Sentence& sentence, const SlotMatch& match) {
  const std::vector<SlotMatch> named = record.subject.find(sentence);
  const auto is_named = [&](std::size_t first, std::size_t last) {
    return std::any_of(named.begin(), named.end(), [&](const SlotMatch& subject) {
      return first <= subject.tokens.first && subject.tokens.last <= last;
    });
  };
  constexpr std::size_t near = 5;
  const auto than = std::find_if(sentence.tokens.begin(), sentence.tokens.end(),
                                 [](const Token& token) { return token.norm == "than"; });
  const auto standard = static_cast<std::size_t>(than - sentence.tokens.begin());
  if (than != sentence.tokens.end() && match.tokens.last <= standard && !is_named(0, standard) &&
      names_other_drug(record, sentence, 0, standard))
    return true;
  if (named.empty()) return names_control(sentence, {0, sentence.tokens.size()});
  const std::size_t end = std::min(match.tokens.last + near, sentence.tokens.size());
  // "… but in the placebo groups shivering was observed".
  const std::size_t ahead = match.tokens.first - std::min<std::size_t>(match.tokens.first, 3);
  if (names_control(sentence, {ahead, match.tokens.first}) && !is_named(ahead, sentence.tokens.size())) return true;
  // "X caused nausea compared with placebo".
  const bool set_against =
      is_named(0, match.tokens.first) && std::any_of(sentence.cues.begin(), sentence.cues.end(), [&](const Cue& cue) {
        return cue.kind == CueKind::comparison && match.tokens.last <= cue.first && cue.first < end;
      });
  if (!set_against && names_control(sentence, {match.tokens.last, end}) &&
      !is_named(match.tokens.last, sentence.tokens.size()))
    return true;
  const auto next =
      std::find_if(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
        return mention.concept_ptr->kind == ConceptKind::intervention && !mention.concept_ptr->from_mesh &&
               mention.first >= match.tokens.last;
      });
  if (next != sentence.mentions.end() && next->first == match.tokens.last + 1 &&
      word_at(sentence.tokens, match.tokens.last) == "(" && !record.subject.includes(*next->concept_ptr))
    return true;
  if (next == sentence.mentions.end() || record.subject.includes(*next->concept_ptr) ||
      record.subject.is_short_for(*next->concept_ptr) || is_named(0, match.tokens.first))
    return false;
  // Both arms may be counted for the one outcome.
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && mention.first >= next->last &&
           is_named(next->last, sentence.tokens.size());
  });
}

// "Adverse events known for X include …, but none was seen", "occurred in none of the patients". "None on placebo" and
// "none was serious" leave it standing.
bool is_denied_behind(const Sentence& sentence, const SlotMatch& match) {
  static constexpr std::array<std::string_view, 3> denials{"none", "absent", "nobody"};
  constexpr std::size_t reach = 6;
  Words tokens = sentence.tokens;
  for (std::size_t i = match.tokens.last; i < tokens.size(); ++i) {
    if (!is_one_of(denials, tokens[i].norm)) continue;
    const std::size_t end = std::min(i + reach, tokens.size());
    const auto behind = std::span(tokens).subspan(i, end - i);
    if (!names_control(sentence, {i, end}) && !claim_words().contains(behind, "grade")) return true;
  }
  return false;
}

bool is_graded_here(const Sentence& sentence, const SlotMatch& match) {
  const std::vector<PhraseMatch> phrases = claim_words().find(sentence.tokens);
  return std::any_of(phrases.begin(), phrases.end(), [&](const PhraseMatch& phrase) {
    return phrase.category == "grade" && phrase.last == match.tokens.first;
  });
}

// "Pancreatitis was severe in 30 %", "nausea resolved in 95 %".
bool tells_its_course(const Sentence& sentence, const SlotMatch& match) {
  static constexpr std::array<std::string_view, 4> courses{"resolved", "subsided", "disappeared", "persisted"};
  constexpr std::size_t reach = 3;
  const std::size_t end = std::min(match.tokens.last + reach, sentence.tokens.size());
  const auto behind = std::span(sentence.tokens).subspan(match.tokens.last, end - match.tokens.last);
  return claim_words().contains(behind, "grade") ||
         std::any_of(behind.begin(), behind.end(), [](const Token& token) { return is_one_of(courses, token.norm); });
}

// "Bleeding was defined as …".
bool is_definition(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 2> copulas{"was", "were"};
  Words tokens = sentence.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is_one_of(copulas, tokens[i].norm) && word_at(tokens, i + 1) == "defined" && word_at(tokens, i + 2) == "as")
      return true;
  }
  return false;
}

bool led_to_leaving(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 5> ends{"withdrawal", "withdrawals", "discontinuation", "dropout",
                                                        "discontinuations"};
  for (std::size_t i = 2; i < sentence.tokens.size(); ++i) {
    if (is_one_of(ends, sentence.tokens[i].norm) && sentence.tokens[i - 1].norm == "to") return true;
  }
  return false;
}

// "Adverse events of sertraline discontinuation were …".
bool is_of_leaving(const RecordView& record, const Sentence& sentence) {
  static constexpr std::array<std::string_view, 3> ends{"discontinuation", "withdrawal", "cessation"};
  const std::vector<SlotMatch> named = record.subject.find(sentence);
  return std::any_of(named.begin(), named.end(), [&](const SlotMatch& match) {
    return is_one_of(ends, word_at(sentence.tokens, match.tokens.last));
  });
}

// "Serious nausea in 1 %", "nausea led to withdrawal in 2 %": no rate of nausea.
bool is_rate_of_some(const RecordView& record, const Sentence& sentence, const SlotMatch& match) {
  const ClaimKind kind = record.frame.kind;
  const bool rated = kind == ClaimKind::numeric || (kind == ClaimKind::harm_magnitude && record.frame.threshold);
  return rated && record.claim.modifier.empty() &&
         (is_graded_here(sentence, match) || led_to_leaving(sentence) || tells_its_course(sentence, match));
}

bool stands_behind_link(const Sentence& sentence, const ConceptMention& mention) {
  static constexpr std::array<std::string_view, 4> links{"in", "from", "during", "of"};
  constexpr std::size_t reach = 2;
  for (std::size_t back = 1; back <= reach && back <= mention.first; ++back) {
    if (is_one_of(links, word_at(sentence.tokens, mention.first - back))) return true;
  }
  return false;
}

// The title is on other diseases, and on the claim's not at all.
bool is_titled_otherwise(const RecordView& record) {
  const std::vector<ConceptMention>& mentions = record.title.mentions;
  const bool other = std::any_of(mentions.begin(), mentions.end(), [](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::outcome && !mention.concept_ptr->from_mesh &&
           mention.concept_ptr->valence == Valence::bad;
  });
  return other && record.outcome.find(record.title, true).empty();
}

// "In renal colic X reduced pain", "headache was an adverse event": the short name stands for something else.
bool is_of_other_disease(const RecordView& record, const Sentence& sentence, const SlotMatch& match) {
  if (match.kind != MatchKind::generic || match.meaning == nullptr) return false;
  static constexpr std::array<std::string_view, 2> again{"recurrence", "relapse"};
  if (is_one_of(again, word_at(sentence.tokens, match.tokens.last)) || is_titled_otherwise(record)) return true;
  return std::any_of(sentence.mentions.begin(), sentence.mentions.end(), [&](const ConceptMention& mention) {
    const Concept& meaning = *mention.concept_ptr;
    if (meaning.kind != ConceptKind::outcome || &meaning == match.meaning || meaning.from_mesh) return false;
    if (meaning.valence != Valence::bad || meaning.id == kRelapse) return false;
    if (meaning.id == kAdverseEffects) return true;
    const bool of_people =
        describes_people(sentence, {mention.first, mention.last}) || stands_behind_link(sentence, mention);
    return of_people && !record.outcome.exact().includes(meaning) &&
           !record.vocabulary.is_kind_of(match.meaning->id, meaning.id);
  });
}

}  // namespace

bool is_doubtful(const RecordView& record, const Sentence& sentence, const SlotMatch& match, const Reading& reading) {
  const bool harm = is_about_harm(record.frame);
  const bool happened = reading.reported == Reported::event || reading.reported == Reported::rate;
  if (is_told_of_another(record, sentence) || is_given_in_both_arms(sentence, record.subject)) return true;
  if (record.rival && is_given_in_both_arms(sentence, *record.rival)) return true;
  if (is_definition(sentence) || is_given_besides(record, sentence) || lacks_partner(record, sentence)) return true;
  if (is_rate_of_some(record, sentence, match) || is_of_other_disease(record, sentence, match)) return true;
  const bool counted = harm || record.frame.kind == ClaimKind::numeric;
  if (happened && harm && !record.frame.subject_is_lack && is_of_leaving(record, sentence)) return true;
  if (is_main_example(sentence, match) && is_told_ahead(record, sentence, match)) return true;
  return happened && counted &&
         (is_of_other_arm(record, sentence, match) || is_told_ahead(record, sentence, match) ||
          is_of_whole_cohort(record, sentence) || is_denied_behind(sentence, match));
}

}  // namespace claimcheck
