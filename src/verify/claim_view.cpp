#include "verify/claim_view.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "verify/certainty.h"
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

std::string find_modifier(const ClaimFrame& frame) {
  if (frame.outcome.span.empty()) return {};
  const std::vector<Token> tokens = tokenize(frame.text);
  const auto outcome = std::find_if(tokens.begin(), tokens.end(),
                                    [&](const Token& token) { return token.span.begin >= frame.outcome.span.begin; });
  if (outcome == tokens.begin()) return {};
  // "Severe headache", "strong psychological dependence".
  constexpr std::ptrdiff_t reach = 2;
  const std::ptrdiff_t furthest = std::min(is_about_harm(frame) ? reach : 1, outcome - tokens.begin());
  for (std::ptrdiff_t back = 1; back <= furthest; ++back) {
    const Token& token = *(outcome - back);
    if (back > 1 && !frame.comparator.empty()) continue;
    for (const PhraseMatch& phrase : claim_words().find({&token, 1})) {
      if (phrase.category == "grade") return std::string(phrase.value);
    }
  }
  return {};
}

}  // namespace

ClaimView view_claim(const ClaimFrame& frame, const Vocabulary& vocabulary) {
  ClaimView view{frame,
                 vocabulary,
                 SlotMatcher(frame.subject, vocabulary),
                 OutcomeMatcher(frame, vocabulary),
                 find_rival(frame, vocabulary),
                 claims_prevention(frame),
                 claims_prevention(frame) && is_treatable(frame, vocabulary),
                 find_modifier(frame),
                 is_read_by_words(frame, vocabulary),
                 std::nullopt};
  view.ways = find_ways(frame, vocabulary);
  if (view.ways) view.rival.reset();
  if (view.rival) {
    view.subject.leave_out(frame.comparator, vocabulary);
    view.rival->leave_out(frame.subject, vocabulary);
  }
  return view;
}

}  // namespace claimcheck
