#include "verify/claim_view.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string_view>
#include <vector>

#include "text/one_of.h"
#include "verify/certainty.h"
#include "verify/claim_direction.h"
#include "verify/concept_roots.h"
#include "verify/phrase_table.h"
#include "verify/read_by_words.h"

namespace claimcheck {
namespace {

// "Prevents X", "lowers the risk of X": that fewer come to have it.
bool claims_prevention(const ClaimFrame& frame) {
  if (frame.kind != ClaimKind::benefit && frame.kind != ClaimKind::comparative) return false;
  if (frame.direction != Direction::decrease || frame.valence != Valence::bad) return false;
  const std::vector<Token> tokens = tokenize(frame.text);
  return claim_words().contains(tokens, "prevents") || claim_words().contains(tokens, "likelihood");
}

// A disease that is treated as well as prevented, as against an event.
bool is_treatable(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  return std::any_of(frame.outcome.concepts.begin(), frame.outcome.concepts.end(), [&](const std::string& id) {
    const Concept* meaning = vocabulary.find(id);
    return meaning != nullptr && !meaning->harm && id != kRelapse;
  });
}

// "Migraine attacks", "flares of gout": events of a disease that people have already.
bool is_on_attacks(const ClaimFrame& frame) {
  static constexpr std::array<std::string_view, 10> events{"attack",        "attacks", "episodes",     "flares",
                                                           "exacerbations", "bouts",   "exacerbation", "relapses",
                                                           "spells",        "flare"};
  const std::vector<Token> tokens = tokenize(frame.outcome.text);
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return is_one_of(events, token.norm); });
}

std::string find_modifier(const ClaimFrame& frame) {
  if (frame.outcome.span.empty()) return {};
  const std::vector<Token> tokens = tokenize(frame.text);
  const auto outcome = std::find_if(tokens.begin(), tokens.end(),
                                    [&](const Token& token) { return token.span.begin >= frame.outcome.span.begin; });
  if (outcome == tokens.end()) return {};
  // "Severe depression" may be one term.
  for (const PhraseMatch& phrase : claim_words().find({&*outcome, 1})) {
    const bool more = outcome->span.end < frame.outcome.span.end;  // "dangerous" alone is the outcome
    if (is_about_harm(frame) && more && phrase.category == "grade") return std::string(phrase.value);
  }
  // "Severe headache", "strong psychological dependence".
  constexpr std::ptrdiff_t reach = 2;
  const std::ptrdiff_t furthest = std::min(is_about_harm(frame) ? reach : 1, outcome - tokens.begin());
  for (std::ptrdiff_t back = 1; back <= furthest; ++back) {
    if (back > 1 && !frame.comparator.empty()) continue;
    // "Short-lived" is two words.
    const auto before = std::span(tokens).first(static_cast<std::size_t>(outcome - tokens.begin() - back + 1));
    for (const PhraseMatch& phrase : claim_words().find(before)) {
      if (phrase.category == "grade" && phrase.last == before.size()) return std::string(phrase.value);
    }
  }
  return {};
}

void note_words(ClaimView& view) {
  const std::vector<Token> tokens = tokenize(view.frame.text);
  const auto says = [&](std::string_view category) { return claim_words().contains(tokens, category); };
  view.prevents = claims_prevention(view.frame);
  view.prevents_disease = view.prevents && is_treatable(view.frame, view.vocabulary) && !is_on_attacks(view.frame);
  view.of_treatment = says("as_treatment");
  view.ends = says("ends") && !says("prevents");
  view.ends_wholly = view.ends && says("wholly");
  view.on_prior = says("prior");
  view.modifier = find_modifier(view.frame);
  const ClaimWords words = read_claim_words(view.frame.text, view.vocabulary);
  const auto told = find_told_change(words, view.frame);
  view.says_more = told && (told->kind == CueKind::increase || told->kind == CueKind::worsen);
  view.says_better_or_worse =
      told ? told->kind == CueKind::improve || told->kind == CueKind::worsen
           : words.has("benefit_word");  // "improves pain and sleep", not "lowers weight and mood"
}

}  // namespace

ClaimView view_claim(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  ClaimView view{frame, vocabulary, SlotMatcher(frame.subject, vocabulary), OutcomeMatcher(frame, vocabulary),
                 find_rival(frame, vocabulary)};
  note_words(view);
  view.amount = find_claimed_amount(frame.text, tokenize(frame.text));
  view.by_wording = is_read_by_words(frame, vocabulary);
  view.ways = find_ways(frame, vocabulary);
  if (view.ways) view.rival.reset();
  if (view.rival) {
    view.subject.leave_out(frame.comparator, vocabulary);
    view.rival->leave_out(frame.subject, vocabulary);
  }
  return view;
}

}  // namespace claimcheck
