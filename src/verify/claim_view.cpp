#include "verify/claim_view.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "verify/certainty.h"
#include "verify/phrase_table.h"
#include "verify/read_by_words.h"

namespace claimcheck {
namespace {

bool claims_prevention(const ClaimFrame& frame) {
  return frame.kind == ClaimKind::benefit && claim_words().contains(tokenize(frame.text), "prevents");
}

std::string find_modifier(const ClaimFrame& frame) {
  if (frame.outcome.span.empty()) return {};
  const std::vector<Token> tokens = tokenize(frame.text);
  const auto outcome = std::find_if(tokens.begin(), tokens.end(),
                                    [&](const Token& token) { return token.span.begin >= frame.outcome.span.begin; });
  if (outcome == tokens.begin()) return {};
  // "Severe headache", "strong psychological dependence".
  constexpr std::ptrdiff_t reach = 2;
  for (std::ptrdiff_t back = 1; back <= std::min(reach, outcome - tokens.begin()); ++back) {
    const Token& token = *(outcome - back);
    const bool unread = std::find(frame.unread.begin(), frame.unread.end(), token.stem) != frame.unread.end();
    if (!unread && (!is_about_harm(frame) || !frame.comparator.empty())) continue;
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
                 find_modifier(frame),
                 is_read_by_words(frame, vocabulary)};
  if (view.rival) {
    view.subject.leave_out(frame.comparator, vocabulary);
    view.rival->leave_out(frame.subject, vocabulary);
  }
  return view;
}

}  // namespace claimcheck
