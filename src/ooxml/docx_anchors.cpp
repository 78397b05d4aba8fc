#include "ooxml/docx_anchors.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include <fmt/core.h>

#include "core/error.h"
#include "ooxml/xml_part.h"

namespace claimcheck {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

/// A place in the source where something can stand between runs.
struct Place {
  enum class Sort {
    between_runs,  ///< before or behind a run
    in_run,        ///< between two elements of a run: it has to be split
    in_text,       ///< within a text: it has to be split too
  };
  Sort sort = Sort::between_runs;
  std::size_t offset = 0;
  std::size_t run = 0;      ///< of the other two sorts: the "<" of the w:r
  std::size_t element = 0;  ///< of in_text: the "<" of the w:t
};

/// What stands at one place.
struct Marks {
  Place place;
  std::vector<std::size_t> ends;    // indexes of anchors
  std::vector<std::size_t> starts;  // likewise
};

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kSpaces) == std::string_view::npos;
}

class AnchorPlacer {
 public:
  AnchorPlacer(std::string_view source, const DocxText& text, const std::vector<DocxAnchor>& anchors)
      : source_(source), text_(text), anchors_(anchors) {}

  XmlInsertions place() {
    for (std::size_t i = 0; i < anchors_.size(); ++i) add_anchor(i);
    for (auto& [offset, marks] : marks_) insert(offset, marks);
    return std::move(insertions_);
  }

 private:
  void add_anchor(std::size_t index) {
    const DocxAnchor& anchor = anchors_[index];
    const auto [start, end] = range_of(anchor.paragraph, anchor.words);
    Marks& starts = marks_[start.offset];
    starts.place = start;
    starts.starts.push_back(index);
    Marks& ends = marks_[end.offset];
    ends.place = end;
    ends.ends.push_back(index);
  }

  [[nodiscard]] std::pair<Place, Place> range_of(std::size_t index, Span words) const {
    const DocxParagraph* paragraph = &text_.paragraphs[index];
    if (paragraph->stretches.empty()) {
      if (const DocxUnit* unit = unit_at(paragraph->unit)) return {between(unit->begin), between(unit->end)};
      // What holds it is a field over several paragraphs: the paragraph before it stands for it.
      paragraph = &nearest_in_body(index);
      words = {0, paragraph->text.size()};
    }
    const DocxStretch& first = stretch_at(*paragraph, words.begin);
    const DocxStretch& last = stretch_at(*paragraph, words.end - 1);
    return {start_of(first, words.begin), end_of(last, words.end)};
  }

  [[nodiscard]] const DocxParagraph& nearest_in_body(std::size_t index) const {
    const auto in_body = [](const DocxParagraph& paragraph) { return !paragraph.stretches.empty(); };
    const auto here = text_.paragraphs.begin() + static_cast<std::ptrdiff_t>(index);
    const auto before = std::find_if(std::make_reverse_iterator(here), text_.paragraphs.rend(), in_body);
    if (before != text_.paragraphs.rend()) return *before;
    const auto after = std::find_if(here, text_.paragraphs.end(), in_body);
    if (after != text_.paragraphs.end()) return *after;
    throw Error(ErrorKind::input, "the document has no text that comments could stand at; its fields have no end");
  }

  static const DocxStretch& stretch_at(const DocxParagraph& paragraph, std::size_t at) {
    const auto next = std::upper_bound(paragraph.stretches.begin(), paragraph.stretches.end(), at,
                                       [](std::size_t place, const DocxStretch& s) { return place < s.text.begin; });
    return next == paragraph.stretches.begin() ? *next : *std::prev(next);
  }

  [[nodiscard]] const DocxUnit* unit_at(std::size_t index) const {
    return index == kNoUnit || text_.units[index].end == 0 ? nullptr : &text_.units[index];
  }

  static Place between(std::size_t offset) { return {Place::Sort::between_runs, offset, 0, 0}; }

  [[nodiscard]] Place start_of(const DocxStretch& stretch, std::size_t at) const {
    if (const DocxUnit* unit = unit_at(stretch.unit)) return between(unit->begin);
    const std::size_t offset =
        stretch.divisible ? stretch.source.begin + (at - stretch.text.begin) : stretch.source.begin;
    const bool at_element = offset <= xml_tag_end(source_, stretch.element);
    if (!at_element) return {Place::Sort::in_text, offset, stretch.run, stretch.element};
    const std::size_t content = content_begin(stretch.run);
    if (is_blank(source_.substr(content, stretch.element - content))) return between(stretch.run);
    return {Place::Sort::in_run, stretch.element, stretch.run, 0};
  }

  [[nodiscard]] Place end_of(const DocxStretch& stretch, std::size_t at) const {
    if (const DocxUnit* unit = unit_at(stretch.unit)) return between(unit->end);
    const std::size_t offset =
        stretch.divisible ? stretch.source.begin + (at - stretch.text.begin) : stretch.source.end;
    const std::size_t element_end = xml_element_end(source_, stretch.element);
    const bool at_element = offset == element_end || offset >= close_tag(element_end);
    if (!at_element) return {Place::Sort::in_text, offset, stretch.run, stretch.element};
    const std::size_t run_end = xml_element_end(source_, stretch.run);
    const std::size_t close = close_tag(run_end);
    if (is_blank(source_.substr(element_end, close - element_end))) return between(run_end);
    return {Place::Sort::in_run, element_end, stretch.run, 0};
  }

  // The end tag of an element that ends at `end`.
  [[nodiscard]] std::size_t close_tag(std::size_t end) const { return source_.rfind("</", end - 2); }

  // Where the content of a run begins, behind its properties.
  [[nodiscard]] std::size_t content_begin(std::size_t run) const {
    const Span properties = properties_of(run);
    return properties.empty() ? xml_tag_end(source_, run) : properties.end;
  }

  [[nodiscard]] Span properties_of(std::size_t run) const {
    const std::size_t begin = source_.find_first_not_of(kSpaces, xml_tag_end(source_, run));
    const std::string name = std::string(prefix_of(tag_name(source_, run))) + "rPr";
    if (begin == std::string_view::npos || source_[begin] != '<' || tag_name(source_, begin) != name) return {};
    return {begin, xml_element_end(source_, begin)};
  }

  void insert(std::size_t offset, Marks& marks) {
    // The inner of two ranges that end together began last, and the outer of two that begin together ends last.
    std::stable_sort(marks.ends.begin(), marks.ends.end(),
                     [&](std::size_t a, std::size_t b) { return anchors_[a].words.begin > anchors_[b].words.begin; });
    std::stable_sort(marks.starts.begin(), marks.starts.end(),
                     [&](std::size_t a, std::size_t b) { return anchors_[a].words.end > anchors_[b].words.end; });
    std::string text;
    for (const std::size_t index : marks.ends) text += end_marks(anchors_[index].comment);
    for (const std::size_t index : marks.starts) text += mark("commentRangeStart", anchors_[index].comment);
    const Place& place = marks.place;
    if (place.sort == Place::Sort::between_runs) {
      insertions_[offset] += text;
      return;
    }
    const std::string run_name(tag_name(source_, place.run));
    const Span properties = properties_of(place.run);
    const std::size_t tag_end = xml_tag_end(source_, place.run);
    const std::string reopened =
        std::string(source_.substr(place.run, tag_end - place.run)) + std::string(slice(source_, properties));
    if (place.sort == Place::Sort::in_run) {
      insertions_[offset] += fmt::format("</{}>{}{}", run_name, text, reopened);
      return;
    }
    const std::string text_name(tag_name(source_, place.element));
    insertions_[offset] +=
        fmt::format(R"(</{0}></{1}>{2}{3}<{0} xml:space="preserve">)", text_name, run_name, text, reopened);
    keep_space(place.element, text_name);
  }

  // A text that ends or begins with a space now would lose it.
  void keep_space(std::size_t element, const std::string& name) {
    const std::size_t end = xml_tag_end(source_, element);
    if (source_.substr(element, end - element).find("xml:space") != std::string_view::npos) return;
    insertions_[element + 1 + name.size()] = R"( xml:space="preserve")";
  }

  [[nodiscard]] std::string mark(std::string_view name, std::size_t id) const {
    return fmt::format(R"(<{0}{1}{2} {3}id="{4}"/>)", prefix(), name, declaration(), attribute_prefix(), id);
  }

  [[nodiscard]] std::string end_marks(std::size_t id) const {
    return mark("commentRangeEnd", id) + fmt::format("<{0}r>{1}</{0}r>", prefix(), mark("commentReference", id));
  }

  [[nodiscard]] const std::string& prefix() const { return text_.prefix; }
  // Attributes need a prefix even where elements have none.
  [[nodiscard]] std::string attribute_prefix() const { return prefix().empty() ? "w:" : prefix(); }
  [[nodiscard]] std::string declaration() const {
    return prefix().empty() ? fmt::format(" xmlns:w=\"{}\"", text_.word_namespace) : std::string();
  }

  std::string_view source_;
  const DocxText& text_;
  const std::vector<DocxAnchor>& anchors_;
  std::map<std::size_t, Marks> marks_;
  XmlInsertions insertions_;
};

}  // namespace

XmlInsertions place_anchors(std::string_view source, const DocxText& text, const std::vector<DocxAnchor>& anchors) {
  return AnchorPlacer(source, text, anchors).place();
}

}  // namespace claimcheck
