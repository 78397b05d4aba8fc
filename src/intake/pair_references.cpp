#include "intake/pair_references.h"

#include <algorithm>

namespace claimcheck {

namespace {

/// Marks this close are one place: "[3], [4]", "text.[3]".
constexpr std::size_t kSideBySide = 4;

}  // namespace

Draft cut_citation_marks(const Block& block, std::span<const CitationMark> marks) {
  const Draft whole{block.text};
  Draft text;
  std::size_t from = 0;
  for (const CitationMark& mark : marks) {
    if (!mark.cut || mark.span.empty() || mark.span.begin < from || mark.span.end > block.text.size()) continue;
    std::size_t end = mark.span.begin;
    while (end > from && block.text[end - 1] == ' ') --end;
    text.append(whole.slice({from, end}));
    from = mark.span.end;
    if (text.empty()) {
      while (from < block.text.size() && block.text[from] == ' ') ++from;
    }
  }
  text.append(whole.slice({from, block.text.size()}));
  return text;
}

std::vector<CitedSource> pair_references(Span words, Span sentence, std::span<const CitationMark> marks,
                                         const ReferenceList& references) {
  std::vector<const CitationMark*> behind;
  std::vector<const CitationMark*> before;
  std::size_t reach = sentence.end;  // marks directly behind the sentence belong to it
  const auto first =
      std::lower_bound(marks.begin(), marks.end(), sentence.begin,
                       [](const CitationMark& mark, std::size_t begin) { return mark.span.begin < begin; });
  for (const CitationMark& mark : marks.subspan(static_cast<std::size_t>(first - marks.begin()))) {
    if (mark.span.begin > reach + 1) break;
    if (mark.span.begin >= reach) reach = std::max(reach, mark.span.end);
    (mark.span.end <= words.end && mark.span.begin < words.end ? before : behind).push_back(&mark);
  }
  std::vector<const CitationMark*>& chosen = behind.empty() ? before : behind;
  if (&chosen == &before) std::reverse(chosen.begin(), chosen.end());
  std::vector<CitedSource> sources;
  const CitationMark* last = nullptr;
  for (const CitationMark* mark : chosen) {
    if (last != nullptr) {
      const std::size_t gap = mark->span.begin >= last->span.end
                                  ? mark->span.begin - last->span.end
                                  : last->span.begin - std::min(mark->span.end, last->span.begin);
      if (gap > kSideBySide) break;
    }
    last = mark;
    for (CitedSource& source : references.resolve(*mark)) {
      if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(std::move(source));
    }
  }
  return sources;
}

}  // namespace claimcheck
