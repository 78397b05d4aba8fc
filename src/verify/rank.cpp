#include "verify/rank.h"

#include <algorithm>
#include <tuple>

#include "verify/match.h"

namespace claimcheck {
namespace {

int type_rank(const Citation& citation) {
  if (has_publication_type(citation, "D017418", "Meta-Analysis")) return 0;
  if (has_publication_type(citation, "D000078182", "Systematic Review")) return 0;
  if (has_publication_type(citation, "D016449", "Randomized Controlled Trial")) return 1;
  if (has_publication_type(citation, "D016430", "Clinical Trial")) return 2;
  if (has_publication_type(citation, "D002363", "Case Reports")) return 4;
  return 3;
}

struct Ranked {
  int nearness = 0;
  int type = 0;
  std::size_t index = 0;
};

}  // namespace

std::vector<Citation> rank_citations(const ClaimFrame& frame, std::vector<Citation> citations,
                                     CitationAnalyser& analyser) {
  const Vocabulary& vocabulary = analyser.vocabulary();
  const SlotMatcher subject(frame.subject, vocabulary);
  const SlotMatcher outcome(frame.outcome, vocabulary);
  std::vector<Ranked> order;
  for (std::size_t i = 0; i < citations.size(); ++i) {
    AnalysedCitation& analysed = analyser.analyse(citations[i]);
    const Sentence& title = analysed.title();
    const bool in_title = subject.matches(title);
    if (!in_title && !subject.covers(title, analysed.sentences())) continue;
    const int nearness = (in_title ? 0 : 2) + (outcome.matches(title) ? 0 : 1);
    order.push_back({nearness, type_rank(citations[i]), i});
  }
  std::sort(order.begin(), order.end(), [&](const Ranked& a, const Ranked& b) {
    const auto key = [&](const Ranked& ranked) {
      const Citation& citation = citations[ranked.index];
      return std::make_tuple(ranked.nearness, ranked.type, -citation.date.year, citation.pmid);
    };
    return key(a) < key(b);
  });
  std::vector<Citation> ranked;
  ranked.reserve(order.size());
  for (const Ranked& entry : order) ranked.push_back(std::move(citations[entry.index]));
  return ranked;
}

}  // namespace claimcheck
