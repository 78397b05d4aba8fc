#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/docx_text.h"

namespace claimcheck {

/// How a run is printed, as far as it bears on reading.
struct RunLook {
  bool bold = false;
  bool raised = false;
  bool symbol = false;  ///< in the Symbol font, whose letters stand in a private range
};

/// Where characters come from: see DocxStretch.
struct SourcePlace {
  std::size_t element = 0;
  std::size_t run = 0;
  std::size_t unit = kNoUnit;
};

/// Puts the text of one paragraph together, with white space made one, and knows where each byte came from.
class ParagraphBuilder {
 public:
  /// The characters of a text node: bytes `range` of `source`.
  void add_source(std::string_view source, Span range, const SourcePlace& place, const RunLook& look);

  /// What an element stands for: a tab, a symbol. White space among it is made one as well.
  void add_text(std::string_view text, Span element, const SourcePlace& place, const RunLook& look);

  /// Where the next character will stand, for add_mark.
  [[nodiscard]] std::size_t position() const { return paragraph_.text.size(); }

  /// Marks what was added since position() was `begin`.
  void add_mark(std::size_t begin, DocxMark mark);

  /// For what does not depend on the text.
  [[nodiscard]] DocxParagraph& paragraph() { return paragraph_; }

  [[nodiscard]] bool has_text() const { return !paragraph_.text.empty(); }

  /// The paragraph; its text may be empty. The builder is as new.
  DocxParagraph take();

 private:
  struct Space {
    Span source;
    SourcePlace place;
  };
  struct Raised {
    Span span;
    bool marked = false;  // part of a link or field
  };
  void add_character(char32_t c, Span source, const SourcePlace& place, const RunLook& look);
  void add_visible(std::string_view bytes, Span source, const SourcePlace& place, const RunLook& look);
  void add_stretch(std::string_view bytes, Span source, const SourcePlace& place);
  void finish_marks();

  DocxParagraph paragraph_;
  std::vector<Raised> raised_;
  std::optional<Space> space_;
  bool all_bold_ = true;
};

}  // namespace claimcheck
