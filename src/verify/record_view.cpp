#include "verify/record_view.h"

#include <algorithm>

#include "verify/certainty.h"
#include "verify/concept_roots.h"
#include "verify/people.h"

namespace claimcheck {
namespace {

// "The drug for X", "the drug in the treatment of X", "the drug in X", "the drug in patients with X". Where X is a harm
// by its name, "in X" may be short for "differences in X".
bool is_treated_in(const Sentence& title, const TokenRange& outcome, const Concept& meaning) {
  const std::string_view before = outcome.first > 0 ? std::string_view(title.tokens[outcome.first - 1].norm) : "";
  const bool given = std::any_of(title.mentions.begin(), title.mentions.end(), [&](const ConceptMention& mention) {
    return mention.concept_ptr->kind == ConceptKind::intervention && mention.last + 1 == outcome.first;
  });
  return before == "for" || (before == "in" && (given || !meaning.harm)) || is_indication(title, outcome) ||
         describes_people(title, outcome);
}

// The title names what the treatment is given for.
void read_title(RecordView& record) {
  const std::vector<SlotMatch> matches = record.outcome.find(record.title, true);
  bool first = true;
  for (const ConceptMention& mention : record.title.mentions) {
    const Concept* meaning = mention.concept_ptr;
    if (meaning->kind != ConceptKind::outcome || meaning->id == kTreatmentResponse || meaning->id == kSafety) continue;
    if (first) {
      record.is_for_outcome = std::any_of(matches.begin(), matches.end(), [&](const SlotMatch& match) {
        return match.tokens.first <= mention.first && mention.last <= match.tokens.last;
      });
      first = false;
    }
    if (is_treated_in(record.title, {mention.first, mention.last}, *meaning)) record.treated.insert(meaning);
  }
}

// "The primary outcome was the change in X."
void read_primary(RecordView& record) {
  for (const Sentence& sentence : record.sentences) {
    const bool primary = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                     [](const Token& token) { return token.norm == "primary"; });
    if (!primary) continue;
    const std::vector<SlotMatch> matches = record.outcome.find(sentence, record.about_outcome);
    if (matches.empty()) continue;
    record.primary = matches.front();
    return;
  }
}

}  // namespace

RecordView view_record(const ClaimView& claim, AnalysedCitation& citation) {
  return {claim,         claim.frame, citation.citation(), claim.vocabulary,    claim.subject,
          claim.outcome, claim.rival, citation.title(),    citation.sentences()};
}

bool can_speak(const RecordView& record) {
  return ineligible_because(record.citation).empty() &&
         (record.claim.by_wording || record.subject.covers(record.title, record.sentences));
}

void judge_study(RecordView& record, AnalysedCitation& citation) {
  record.study = citation.study();
  record.directness =
      read_directness(record.frame, record.study, {record.citation, record.title, record.sentences}, record.vocabulary);
}

void read_subject_matter(RecordView& record) {
  // Of a harm the broader word stands for it only where the title names it: other harms are told beside it.
  record.about_outcome = is_about_harm(record.frame) ? record.outcome.exact().matches(record.title)
                                                     : record.outcome.exact().touches(record.title, record.sentences);
  read_title(record);
  read_primary(record);
}

}  // namespace claimcheck
