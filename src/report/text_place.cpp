#include "report/text_place.h"

#include <algorithm>
#include <string>

#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

TextPlaces::TextPlaces(std::string_view text) : text_(text) {
  lines_.push_back(text.substr(0, kByteOrderMark.size()) == kByteOrderMark ? kByteOrderMark.size() : 0);
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    lines_.push_back(end + 1);
  }
}

TextPlaces::Point TextPlaces::point_at(std::size_t byte) const {
  const std::size_t at = std::clamp(byte, lines_.front(), std::max(text_.size(), lines_.front()));
  const auto next = std::upper_bound(lines_.begin(), lines_.end(), at);
  const std::size_t begin = *(next - 1);
  const std::string before = repair_utf8(slice(text_, {begin, at}));
  return {static_cast<std::size_t>(next - lines_.begin()), count_code_points(before) + 1};
}

TextPlace TextPlaces::of(Span span) const {
  const Point begin = point_at(span.begin);
  const Point end = point_at(std::max(span.begin, span.end));
  return {begin.line, begin.column, end.line, end.column};
}

const Document* article_of(const Run& run, const Claim& claim) {
  if (!claim.passage || !claim.origin) return nullptr;
  const auto found = std::find_if(run.articles.begin(), run.articles.end(), [&](const Document& article) {
    return article.name == claim.origin->document && article.sha256 == claim.origin->sha256;
  });
  return found == run.articles.end() ? nullptr : &*found;
}

bool has_lines(DocumentFormat format) {
  return format == DocumentFormat::text || format == DocumentFormat::markdown || format == DocumentFormat::html;
}

}  // namespace claimcheck
