#include "verify/choose_finding.h"

#include <tuple>

#include "verify/certainty.h"
#include "verify/spin.h"

namespace claimcheck {
namespace {

// For effects the conclusions go before the results; but one that neither takes a stance nor tells of no difference
// hides no result that a test bears out.
int section_rank(const Finding& finding, bool has_stance) {
  const bool tested = has_stance && finding.significant;
  if (finding.reviewed_conclusion) {
    if (has_stance) return 0;
    return finding.reported == Reported::no_difference ? 2 : 4;
  }
  // Nor does "did not protect" hide a result that a test tells to be the opposite.
  if (tested && finding.stance == Stance::opposes) return 1;
  return tested ? 3 : 5;
}

// Which of a citation's sentences speaks for it: for harms one with a stance before one without, for effects by
// section; then the more reliable reading, then the earlier sentence.
auto choice_key(const ClaimFrame& frame, const Finding& finding) {
  const bool has_stance = finding.stance == Stance::supports || finding.stance == Stance::opposes;
  const bool about_harm = is_about_harm(frame);
  const bool weighed = is_weighed(finding);
  return std::make_tuple(!weighed, about_harm && !has_stance, about_harm ? 0 : section_rank(finding, has_stance),
                         !has_stance, -finding.reliability, finding.quote.section, finding.quote.span.begin);
}

}  // namespace

void keep_best(const ClaimFrame& frame, std::vector<Finding>& found, bool gaps, std::vector<Finding>& kept) {
  const Finding* best = nullptr;
  for (const Finding& finding : found) {
    if ((finding.reported == Reported::gap_stated) != gaps) continue;
    if (best == nullptr || choice_key(frame, finding) < choice_key(frame, *best)) best = &finding;
  }
  if (best == nullptr) return;
  kept.push_back(*best);
  kept.back().spin = !gaps && is_spin(*best, found);
}

}  // namespace claimcheck
