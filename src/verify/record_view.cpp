#include "verify/record_view.h"

#include <algorithm>

#include "verify/concept_roots.h"
#include "verify/people.h"

namespace claimcheck {
namespace {

// "The drug for X", "the drug in the treatment of X": the title names what it is given for.
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
    const bool given_for = mention.first > 0 && record.title.tokens[mention.first - 1].norm == "for";
    if (given_for || is_indication(record.title, {mention.first, mention.last})) record.treated.insert(meaning);
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
  return {claim.frame, citation.citation(), claim.vocabulary,     claim.subject,   claim.outcome,
          claim.rival, citation.title(),    citation.sentences(), claim.by_wording};
}

bool can_speak(const RecordView& record) {
  return ineligible_because(record.citation).empty() &&
         (record.by_wording || record.subject.covers(record.title, record.sentences));
}

void judge_study(RecordView& record, AnalysedCitation& citation) {
  record.study = citation.study();
  record.directness =
      read_directness(record.frame, record.study, {record.citation, record.title, record.sentences}, record.vocabulary);
}

void read_subject_matter(RecordView& record) {
  record.about_outcome = record.outcome.exact().touches(record.title, record.sentences);
  read_title(record);
  read_primary(record);
}

}  // namespace claimcheck
