#include "intake/inline_text.h"

#include <algorithm>
#include <utility>

#include "text/characters.h"

namespace claimcheck {
namespace {

constexpr std::u32string_view kBullets = U"•·◦▪▫●○■□‣⁃∙–—-*+➤➢►▶✓✔✅☐☑☒❖→\uF0B7\uF0A7";
constexpr std::size_t kMaxNumberDigits = 3;

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint point = decode_at(text, at);
    if (!is_space(point.value)) break;
    at += point.size;
  }
  return at;
}

/// The end of "12." or "(3)" or "b)" at the start of `text`; 0 when there is none.
std::size_t number_mark_end(std::string_view text) {
  const bool open = text.starts_with('(');
  std::size_t at = open ? 1 : 0;
  const std::size_t begin = at;
  while (at < text.size() && is_digit(static_cast<unsigned char>(text[at]))) ++at;
  if (at - begin > kMaxNumberDigits) return 0;
  const bool digits = at > begin;
  if (!digits && at < text.size() && is_lower_case(static_cast<unsigned char>(text[at]))) ++at;
  if (at == begin || at >= text.size()) return 0;
  const bool closed = text[at] == ')' || (text[at] == '.' && digits && !open);
  return closed ? at + 1 : 0;
}

bool is_closing(char32_t c) {
  return c == U'"' || c == U'\'' || c == U'”' || c == U'’' || c == U')' || c == U']' || c == U'»';
}

}  // namespace

std::size_t list_mark_size(std::string_view text) {
  if (text.empty()) return 0;
  const CodePoint first = decode_at(text, 0);
  const bool bullet = kBullets.find(first.value) != std::u32string_view::npos;
  const std::size_t mark = bullet ? first.size : number_mark_end(text);
  if (mark == 0) return 0;
  const std::size_t end = skip_spaces(text, mark);
  const bool needs_no_space = bullet && first.value >= U'•';  // "•Rest", but no "-5"
  return end > mark || (needs_no_space && end < text.size()) ? end : 0;
}

std::size_t bullet_size(std::string_view text) {
  if (text.empty()) return 0;
  const char32_t first = decode_at(text, 0).value;
  const bool bullet = first == U'·' || (first >= U'•' && kBullets.find(first) != std::u32string_view::npos);
  return bullet ? list_mark_size(text) : 0;
}

bool has_list_mark(std::string_view text) {
  return list_mark_size(text) > 0;
}

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    const CodePoint last = decode_before(text, text.size());
    if (!is_closing(last.value))
      return last.value == U'.' || last.value == U'?' || last.value == U'!' || last.value == U'…';
    text.remove_suffix(last.size);
  }
  return false;
}

void InlineText::note_growth(std::size_t size) {
  if (text_.text().size() == size) return;
  line_breaks_ = 0;
  if (strong_depth_ == 0) bold_ = false;
}

void InlineText::add(Span source) {
  const std::size_t size = text_.text().size();
  text_.add(source);
  note_growth(size);
}

void InlineText::add_made(std::string_view words) {
  const std::size_t size = text_.text().size();
  text_.add_made(words);
  note_growth(size);
}

void InlineText::add_line_break() {
  ++line_breaks_;
  text_.add_space();
}

bool InlineText::begins_block(std::string_view next) const {
  if (line_breaks_ == 0 || text_.empty()) return false;
  const std::size_t word = skip_spaces(next, 0);
  if (word == next.size()) return false;
  return line_breaks_ > 1 || bold_ || text_.text().back() == ':' || text_.text().back() == ';' ||
         ends_sentence(text_.text()) || has_list_mark(next.substr(word));
}

std::size_t InlineText::open_mark(std::string url, bool superscript) {
  ReferenceMark mark;
  mark.span = {text_.next(), text_.next()};
  mark.url = std::move(url);
  mark.superscript = superscript;
  open_.push_back({next_mark_, std::move(mark)});
  return next_mark_++;
}

void InlineText::close_mark(std::size_t number) {
  const auto found =
      std::find_if(open_.rbegin(), open_.rend(), [number](const OpenMark& m) { return m.number == number; });
  if (found == open_.rend()) return;
  ReferenceMark mark = std::move(found->mark);
  open_.erase(std::next(found).base());
  keep(std::move(mark));
}

/// Keeps a mark that has ended here, unless nothing is printed. A superscript gives what it is to the links within; a
/// link around a superscript alone is one with it.
void InlineText::keep(ReferenceMark mark) {
  const std::string& text = text_.text();
  mark.span.end = text.size();
  while (mark.span.begin < text.size() && text[mark.span.begin] == ' ') ++mark.span.begin;
  if (mark.span.empty()) return;
  bool holds_links = false;
  for (auto inner = marks_.rbegin(); inner != marks_.rend() && inner->span.begin >= mark.span.begin; ++inner) {
    if (mark.superscript && !inner->url.empty()) {
      inner->superscript = true;
      holds_links = true;
    } else if (inner->span == mark.span && inner->url.empty()) {
      inner->url = std::move(mark.url);
      return;
    }
  }
  if (!holds_links) marks_.push_back(std::move(mark));
}

Block InlineText::take() {
  for (const OpenMark& open : open_) keep(open.mark);
  Block block;
  text_.move_into(block);
  block.marks = std::exchange(marks_, {});
  std::stable_sort(block.marks.begin(), block.marks.end(),
                   [](const ReferenceMark& a, const ReferenceMark& b) { return a.span.begin < b.span.begin; });
  for (OpenMark& open : open_) open.mark.span = {0, 0};
  line_breaks_ = 0;
  bold_ = true;
  return block;
}

}  // namespace claimcheck
