#include "verify/compliance.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "text/cues.h"
#include "text/tokens.h"
#include "verify/compliance_rules.h"
#include "verify/sentence.h"

namespace claimcheck {
namespace {

constexpr std::size_t kDenialReach = 8;    // tokens, as far as a negation goes (is_negated)
constexpr std::size_t kCloseBefore = 3;    // tokens between a negation and what it denies without a verb
constexpr std::size_t kCloseTogether = 6;  // tokens of an outcome with the words that call it small

/// A claim with the phrases that the rules know.
class WordedClaim {
 public:
  explicit WordedClaim(const ClaimFrame& frame) : frame_(frame) {
    sentence_.text = frame.text;
    sentence_.tokens = tokenize(frame.text);
    sentence_.cues = find_cues(sentence_.tokens);
    phrases_ = compliance_rules().phrases.find(sentence_.tokens);
    drop_masked();
  }

  [[nodiscard]] bool is_question() const { return !sentence_.tokens.empty() && sentence_.tokens.back().norm == "?"; }

  /// Where the claim is worded so; the leftmost place.
  [[nodiscard]] std::optional<Span> find(const ComplianceWording& wording) const {
    if (wording.only && frame_.kind != *wording.only) return std::nullopt;
    if (wording.valued && frame_.valence == Valence::neutral) return std::nullopt;
    if (!wording.beside.empty() && !has(wording.beside)) return std::nullopt;
    for (const PhraseMatch& phrase : phrases_) {
      if (phrase.category != wording.category) continue;
      if (const auto place = accept(wording, {phrase.first, phrase.last})) return span_of(*place);
    }
    if (wording.kind && frame_.kind == *wording.kind) return find_outcome(wording);
    return std::nullopt;
  }

 private:
  void drop_masked() {
    for (const PhraseMatch& phrase : phrases_) {
      if (phrase.category == "masked") masks_.push_back({phrase.first, phrase.last});
    }
    std::erase_if(phrases_, [&](const PhraseMatch& phrase) { return is_masked({phrase.first, phrase.last}); });
  }

  // "Risk factor" says nothing of a risk.
  [[nodiscard]] bool is_masked(const TokenRange& place) const {
    return std::any_of(masks_.begin(), masks_.end(), [&](const TokenRange& mask) {
      return mask.first <= place.first && place.last <= mask.last && place.last - place.first < mask.last - mask.first;
    });
  }

  [[nodiscard]] Span span_of(const TokenRange& place) const {
    return {sentence_.tokens[place.first].span.begin, sentence_.tokens[place.last - 1].span.end};
  }

  [[nodiscard]] TokenRange tokens_of(Span span) const {
    const auto& tokens = sentence_.tokens;
    TokenRange range{tokens.size(), 0};
    if (span.empty()) return range;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].span.overlaps(span)) continue;
      range = {std::min(range.first, i), i + 1};
    }
    return range;
  }

  [[nodiscard]] std::optional<TokenRange> accept(const ComplianceWording& wording, TokenRange place) const {
    const std::optional<TokenRange> denial = find_denial(place.first);
    if (denial.has_value() != wording.denied) return std::nullopt;
    if (denial) {
      const TokenRange between{std::min(denial->last, place.first), place.first};
      if (is_turned(*denial, between)) return std::nullopt;
      if (between.last - between.first > kCloseBefore && !has_in("bringing", between)) return std::nullopt;
      place.first = denial->first;
    }
    return is_excused(wording, place) ? std::nullopt : std::optional(place);
  }

  // The outcome that the frame reads as denied, or as played down by its quantifier, under whatever name.
  // Only where the vocabulary knows what acts: that no harm comes from a disease or a gene is nothing to advertise.
  [[nodiscard]] std::optional<Span> find_outcome(const ComplianceWording& wording) const {
    TokenRange place = tokens_of(frame_.outcome.span);
    if (frame_.subject.concepts.empty() || place.first >= place.last || is_masked(place)) return std::nullopt;
    if (!wording.denied) {
      const TokenRange quantifier = tokens_of(frame_.quantifier.span);
      if (frame_.direction != Direction::decrease || quantifier.first >= quantifier.last) return std::nullopt;
      place = {std::min(place.first, quantifier.first), std::max(place.last, quantifier.last)};
      if (place.last - place.first > kCloseTogether) return std::nullopt;
      if (has_in("measure", {place.last, place.last + 1})) ++place.last;
    } else if (frame_.demand != Strength::absolute) {
      return std::nullopt;
    }
    const auto accepted = accept(wording, place);
    return accepted ? std::optional(span_of(*accepted)) : std::nullopt;
  }

  // The words that deny what stands at `at`. "Not associated with" denies a harm that the frame reads as denied, "no
  // better than" what is part of it.
  [[nodiscard]] std::optional<TokenRange> find_denial(std::size_t at) const {
    const bool negated = is_negated(sentence_.tokens, sentence_.cues, at);
    const bool may_be_null = frame_.kind == ClaimKind::harm_absent;
    for (std::size_t i = sentence_.cues.size(); i-- > 0;) {
      const Cue& cue = sentence_.cues[i];
      const bool around = cue.first < at && at < cue.last;
      if (around && cue.kind == CueKind::null_result) return TokenRange{cue.first, at};
      if (cue.last > at) continue;
      if (cue.kind == CueKind::scope_end || at - cue.last > kDenialReach) break;
      if (negated && cue.kind == CueKind::negation) return TokenRange{cue.first, cue.last};
      if (!negated && may_be_null && cue.kind == CueKind::null_result) return TokenRange{cue.first, cue.last};
    }
    return std::nullopt;
  }

  // "Does not reduce side effects" denies the reduction; "lack of care and sedation" denies none.
  [[nodiscard]] bool is_turned(const TokenRange& denial, const TokenRange& between) const {
    const bool by_absence = has_in("absence", denial);
    if (by_absence && between.last > between.first + 1) return true;
    return std::any_of(phrases_.begin(), phrases_.end(), [&](const PhraseMatch& phrase) {
      return phrase.category == "turning" && denial.first <= phrase.first && phrase.last <= between.last;
    });
  }

  [[nodiscard]] bool has(std::string_view category) const {
    return std::any_of(phrases_.begin(), phrases_.end(),
                       [&](const PhraseMatch& phrase) { return phrase.category == category; });
  }

  [[nodiscard]] bool has_in(std::string_view category, const TokenRange& range) const {
    return std::any_of(phrases_.begin(), phrases_.end(), [&](const PhraseMatch& phrase) {
      return phrase.category == category && range.contains(phrase.first);
    });
  }

  [[nodiscard]] bool is_excused(const ComplianceWording& wording, const TokenRange& place) const {
    return std::any_of(wording.unless.begin(), wording.unless.end(), [&](std::string_view excuse) {
      if (excuse == "hedged") return has_in(excuse, clause_around(sentence_, place.first));
      if (excuse == "told") return has(excuse) || tells_what_was_seen(place);
      if (excuse == "counted") return is_counted();
      if (excuse == "qualified") return is_qualified();
      return has(excuse);
    });
  }

  // By the verb that governs the words: the last before them, else one of theirs, else the first behind.
  [[nodiscard]] bool tells_what_was_seen(const TokenRange& place) const {
    const TokenRange clause = clause_around(sentence_, place.first);
    const PhraseMatch* before = nullptr;
    const PhraseMatch* behind = nullptr;
    for (const PhraseMatch& phrase : phrases_) {
      if (!clause.contains(phrase.first)) continue;
      if (phrase.category != "told_verb" && phrase.category != "standing_verb") continue;
      if (phrase.first < place.first) {
        before = &phrase;
      } else if (behind == nullptr) {
        behind = &phrase;
      }
    }
    const PhraseMatch* governing = before != nullptr ? before : behind;
    return governing != nullptr && governing->category == "told_verb";
  }

  [[nodiscard]] bool is_counted() const {
    const auto& tokens = sentence_.tokens;
    return std::any_of(phrases_.begin(), phrases_.end(), [&](const PhraseMatch& phrase) {
      if (phrase.category != "counted" || phrase.first == 0) return false;
      const auto is_number = [&](std::size_t at) { return tokens[at].kind == TokenKind::number; };
      const bool second = phrase.first > 1 && tokens[phrase.first - 1].kind == TokenKind::word;
      return is_number(phrase.first - 1) || (second && is_number(phrase.first - 2));
    });
  }

  [[nodiscard]] bool is_qualified() const {
    if (has("universal")) return false;
    const bool lasts = !frame_.duration.empty() && !frame_.long_term;
    return has("qualified") || lasts || !frame_.setting.empty() || !frame_.dose.empty() || !frame_.route.empty();
  }

  const ClaimFrame& frame_;
  Sentence sentence_;
  std::vector<PhraseMatch> phrases_;
  std::vector<TokenRange> masks_;
};

std::optional<Span> find_wording(const WordedClaim& claim, const ComplianceRule& rule) {
  std::optional<Span> found;
  for (const ComplianceWording& wording : compliance_rules().wordings) {
    if (std::find(rule.looks_at.begin(), rule.looks_at.end(), wording.id) == rule.looks_at.end()) continue;
    const std::optional<Span> place = claim.find(wording);
    if (!place) continue;
    const bool longer = found && place->begin == found->begin && place->end > found->end;
    if (!found || place->begin < found->begin || longer) found = place;
  }
  return found;
}

}  // namespace

std::vector<ComplianceNote> note_compliance(const ClaimFrame& frame) {
  std::vector<ComplianceNote> notes;
  const WordedClaim claim(frame);
  if (claim.is_question()) return notes;
  for (const ComplianceRule& rule : compliance_rules().rules) {
    const std::optional<Span> place = find_wording(claim, rule);
    if (!place) continue;
    notes.push_back({rule.id, rule.name, rule.clause, rule.edition, rule.jurisdiction, rule.source, rule.why,
                     std::string(slice(frame.text, *place)), *place});
  }
  return notes;
}

}  // namespace claimcheck
