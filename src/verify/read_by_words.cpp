#include "verify/read_by_words.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "verify/contest.h"
#include "verify/evidence_view.h"
#include "verify/match.h"
#include "verify/plain_answer.h"
#include "verify/stance_model.h"
#include "verify/worded_change.h"

namespace claimcheck {
namespace {

constexpr std::size_t kQuotes = 2;
constexpr double kTopicShare = 0.15;
// How probable an answer must be to take a stance. A statement is the hardest to read; a passage tells less than the
// record that it was picked from.
constexpr double kSureStatement = 0.545;
constexpr double kSurePassage = 0.6;
constexpr double kSureRecord = 0.4;

double sure_enough(ClaimForm form, bool picked) {
  if (form == ClaimForm::statement) return kSureStatement;
  return form == ClaimForm::question && picked ? kSurePassage : kSureRecord;
}

Stance stance_of(const AnswerReading& reading, ClaimForm form, bool picked, const ClaimFrame& frame) {
  if (reading.probability < sure_enough(form, picked)) return Stance::inconclusive;
  if (reading.answer == Answer::denies) return form == ClaimForm::comparison ? Stance::inconclusive : Stance::opposes;
  const bool claims_safety = frame.kind == ClaimKind::harm_absent || frame.kind == ClaimKind::harm_magnitude;
  return claims_safety ? Stance::inconclusive : Stance::supports;
}

/// What the finding reports, as far as its stance tells: what takes none reports that something was looked at.
Reported reported_of(Answer answer, Stance stance, const ClaimFrame& frame) {
  if (answer == Answer::denies) return Reported::no_difference;
  if (stance != Stance::supports) return Reported::event;
  if (frame.direction == Direction::increase) return Reported::increase;
  return frame.direction == Direction::decrease ? Reported::decrease : Reported::event;
}

/// A passage of a sentence or two without a title was picked to answer the question.
bool is_picked(const EvidenceView& evidence) {
  return evidence.title.text.empty() && !evidence.sentences.empty() && evidence.sentences.size() <= kQuotes;
}

/// A record that was found must name what the question is about.
bool is_off_topic(const ClaimParts& parts, const EvidenceView& evidence) {
  return parts.form == ClaimForm::question && !is_picked(evidence) && coverage(parts.words, evidence.all) < kTopicShare;
}

bool names_one_of(const Sentence& sentence, std::size_t first, std::size_t last, const Stems& words) {
  return std::any_of(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                     sentence.tokens.begin() + static_cast<std::ptrdiff_t>(last),
                     [&](const Token& token) { return words.contains(token.stem); });
}

/// The words of `words` that `others` lacks.
Stems own_words(const std::vector<std::string>& words, const std::vector<std::string>& others) {
  Stems own(words.begin(), words.end());
  for (const std::string& word : others) own.erase(word);
  return own;
}

/// "B was superior to A", where the claim says it of A and B.
bool tells_reverse(const ClaimParts& parts, const Sentence& sentence) {
  constexpr std::size_t reach = 6;
  const Stems intervention = own_words(parts.intervention, parts.comparator);
  const Stems comparator = own_words(parts.comparator, parts.intervention);
  const std::vector<Contest> contests = find_contests(sentence);
  return std::any_of(contests.begin(), contests.end(), [&](const Contest& contest) {
    const std::size_t last = std::min(contest.words.last + reach, sentence.tokens.size());
    const Stems& before = contest.first_wins ? comparator : intervention;
    const Stems& behind = contest.first_wins ? intervention : comparator;
    return names_one_of(sentence, 0, contest.words.first, before) &&
           !names_one_of(sentence, 0, contest.words.first, behind) &&
           names_one_of(sentence, contest.words.last, last, behind);
  });
}

/// Whether more of the claim's outcome is good or bad, where one concept is all that stands behind "in terms of":
/// what more of a scale or of a change is worth, its name does not tell.
Valence outcome_valence(const ClaimParts& parts, const Sentence& claim) {
  for (const ConceptMention& mention : claim.mentions) {
    std::size_t last = mention.last;
    while (last < claim.tokens.size() && claim.tokens[last].kind == TokenKind::punctuation) ++last;
    const Span words{claim.tokens[mention.first].span.begin, claim.tokens[last - 1].span.end};
    if (mention.concept_ptr->kind == ConceptKind::outcome && slice(claim.text, words) == parts.outcome_text)
      return mention.concept_ptr->valence;
  }
  return Valence::neutral;
}

/// The record tells that the other treatment did better than the one that the claim calls superior.
bool is_reversed(const ClaimParts& parts, const Sentence& claim, const EvidenceView& evidence) {
  constexpr double sure = 0.6;
  static constexpr std::string_view two_sided = " or other ";
  if (parts.form != ClaimForm::comparison || parts.asks_no_worse) return false;
  if (claim.text.find(two_sided) != std::string_view::npos) return false;
  const bool told = std::any_of(evidence.sentences.begin(), evidence.sentences.end(), [&](const Sentence& sentence) {
    return is_evidence_role(sentence.role) && tells_reverse(parts, sentence);
  });
  if (told) return true;
  const Valence valence = outcome_valence(parts, claim);
  if (!evidence.direction || evidence.direction->probability < sure || valence == Valence::neutral) return false;
  const Reported worse = valence == Valence::bad ? Reported::increase : Reported::decrease;
  return evidence.direction->reported == worse;
}

/// False for a call for more research and for what only describes the trial: no finding, whatever words it shares with
/// the claim.
bool may_tell(const Sentence& sentence) {
  const bool tells = std::any_of(sentence.cues.begin(), sentence.cues.end(), [](const Cue& cue) {
    return cue.kind == CueKind::null_result || (cue.kind >= CueKind::increase && cue.kind <= CueKind::occurrence);
  });
  if (tells) return true;
  return !has_cue(sentence, CueKind::gap) && !has_phrase(sentence, "method") && !has_phrase(sentence, "given_out");
}

/// The sentences to quote: those that may tell the finding, in a record that has any.
std::vector<std::size_t> choose_quotes(const EvidenceView& evidence) {
  std::vector<std::size_t> quotes;
  for (const std::size_t at : evidence.order) {
    if (quotes.size() < kQuotes && may_tell(evidence.sentences[at])) quotes.push_back(at);
  }
  return quotes;
}

AnswerReading read_record(const ClaimParts& parts, const Sentence& claim, const EvidenceView& evidence) {
  if (parts.form == ClaimForm::question && is_picked(evidence)) {
    const auto plain = read_plain_answer(claim, evidence.sentences[evidence.order.front()]);
    if (plain) return *plain;
  }
  return read_answer(parts, claim, evidence);
}

// "Raises growth hormone": that there is more or less of an outcome that is neither good nor bad in itself.
bool tells_amount(const Sentence& claim, const ClaimFrame& frame) {
  const bool way = frame.direction == Direction::increase || frame.direction == Direction::decrease;
  if (!way || frame.outcome.span.empty()) return false;
  return std::any_of(claim.cues.begin(), claim.cues.end(), [&](const Cue& cue) {
    const bool amount = cue.kind == CueKind::increase || cue.kind == CueKind::decrease;
    return amount && change_kind(claim, cue) == cue.kind && !cue.span.overlaps(frame.outcome.span) &&
           !cue.span.overlaps(frame.subject.span);
  });
}

}  // namespace

bool is_read_by_words(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  const Sentence claim = analyse_sentence(frame.text, vocabulary);
  if (SlotMatcher(frame.subject, vocabulary).is_raw()) return true;
  if (SlotMatcher(frame.outcome, vocabulary).is_raw() && !tells_amount(claim, frame)) return true;
  return read_claim_parts(claim).form != ClaimForm::statement;
}

std::vector<Finding> read_by_words(const ClaimFrame& frame, const Citation& citation, const Vocabulary& vocabulary,
                                   Sentence title, std::vector<Sentence> sentences) {
  const Sentence claim = analyse_sentence(frame.text, vocabulary);
  const ClaimParts parts = read_claim_parts(claim);
  if (parts.target().empty()) return {};
  const EvidenceView evidence = view_evidence(parts, citation, std::move(title), std::move(sentences));
  if (is_off_topic(parts, evidence)) return {};
  const AnswerReading reading = read_record(parts, claim, evidence);
  if (reading.answer == Answer::silent) return {};
  const bool reversed = is_reversed(parts, claim, evidence);
  std::vector<std::size_t> quotes = choose_quotes(evidence);
  const bool told = !quotes.empty() || is_picked(evidence);
  if (quotes.empty())
    quotes.assign(evidence.order.begin(),
                  evidence.order.begin() + static_cast<std::ptrdiff_t>(std::min(kQuotes, evidence.order.size())));
  std::vector<Finding> findings;
  for (const std::size_t at : quotes) {
    const Sentence& sentence = evidence.sentences[at];
    Finding& finding = findings.emplace_back();
    finding.pmid = citation.pmid;
    finding.stance = told ? stance_of(reading, parts.form, is_picked(evidence), frame) : Stance::inconclusive;
    finding.reported = reported_of(reading.answer, finding.stance, frame);
    if (reversed) {
      finding.stance = Stance::opposes;
      finding.cues.push_back({"the other treatment did better", {}});
    }
    finding.quote = {sentence.section, sentence.span, std::string(sentence.text)};
    finding.outcome = frame.outcome.text;
    finding.reliability = reading.probability;
    finding.reviewed_conclusion = sentence.role == SectionRole::conclusions;
    finding.by_words = true;
    finding.excluded = "read by its words alone";
    finding.cues.push_back({"stance model for a " + std::string(to_string(parts.form)), {}});
  }
  return findings;
}

}  // namespace claimcheck
