#include "verify/claim_view.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "verify/phrase_table.h"
#include "verify/read_by_words.h"

namespace claimcheck {
namespace {

bool claims_prevention(const ClaimFrame& frame) {
  return frame.kind == ClaimKind::benefit && claim_words().contains(tokenize(frame.text), "prevents");
}

std::string find_modifier(const ClaimFrame& frame) {
  if (frame.unread.empty() || frame.outcome.span.empty()) return {};
  const std::vector<Token> tokens = tokenize(frame.text);
  const auto outcome = std::find_if(tokens.begin(), tokens.end(),
                                    [&](const Token& token) { return token.span.begin >= frame.outcome.span.begin; });
  if (outcome == tokens.begin()) return {};
  const std::string& stem = std::prev(outcome)->stem;
  const bool unread = std::find(frame.unread.begin(), frame.unread.end(), stem) != frame.unread.end();
  return unread && claim_words().contains({&*std::prev(outcome), 1}, "grade") ? stem : std::string();
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
