#include "intake/pair_references.h"

#include <algorithm>

namespace claimcheck {

namespace {

/// Marks this close are one place: "[3], [4]", "text.[3]".
constexpr std::size_t kSideBySide = 4;

std::size_t gap_between(Span one, Span other) {
  if (other.begin >= one.end) return other.begin - one.end;
  return one.begin - std::min(other.end, one.begin);
}

/// The marks of a part of a sentence, nearest first: those behind it, else those in it.
std::vector<const CitationMark*> choose_marks(Span words, Span sentence, std::span<const CitationMark> marks) {
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
  if (!behind.empty()) return behind;
  std::reverse(before.begin(), before.end());
  return before;
}

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
  std::vector<CitedSource> sources;
  const CitationMark* last = nullptr;
  for (const CitationMark* mark : choose_marks(words, sentence, marks)) {
    if (last != nullptr && gap_between(last->span, mark->span) > kSideBySide) break;
    last = mark;
    for (CitedSource& source : references.resolve(*mark)) {
      if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(std::move(source));
    }
  }
  return sources;
}

}  // namespace claimcheck
