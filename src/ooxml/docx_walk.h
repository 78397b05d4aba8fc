#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ooxml/docx_fields.h"
#include "ooxml/docx_package.h"
#include "ooxml/docx_paragraph.h"
#include "ooxml/docx_styles.h"
#include "ooxml/docx_text.h"
#include "ooxml/xml_part.h"

namespace pugi {
struct xml_node_struct;
}

namespace claimcheck {

/// The mark of a note in the body.
struct NoteCall {
  DocxStory story = DocxStory::footnote;
  std::string id;
  std::size_t unit = kNoUnit;
};

/// What is known of a document while it is read, and what has been read of it.
struct DocxReading {
  DocxStyles styles;
  std::map<std::string, std::string> links;  ///< addresses by id of the relationship, of the part that is read
  DocxText text;
  std::vector<NoteCall> notes;  ///< in the order of their marks
  std::set<std::string> problems;
};

/// Reads one story: the body, the content of a text box or of a note.
class StoryReader {
 public:
  /// `unit`: for stories outside the body, see DocxParagraph::unit.
  StoryReader(const XmlPart& part, DocxReading& reading, DocxStory story, std::size_t unit);

  /// The paragraphs, tables and controls below `node`. `anchor` goes to the first paragraph.
  void read(const pugi::xml_node& node, const std::string& anchor);

 private:
  struct TextBox {
    pugi::xml_node_struct* content = nullptr;
    std::size_t unit = kNoUnit;
  };
  struct RunState {
    std::size_t begin = 0;  // the "<" of the w:r
    RunLook look;
    bool hidden = false;
  };

  // docx_blocks.cpp
  void read_blocks(const pugi::xml_node& parent);
  void read_block(const pugi::xml_node& node);
  void read_control(const pugi::xml_node& node);
  void read_paragraph(const pugi::xml_node& node);
  void finish_paragraph();
  void read_boxes();

  // docx_tables.cpp
  void read_table(const pugi::xml_node& node);
  void read_rows(const pugi::xml_node& parent, std::size_t table);
  void read_row(const pugi::xml_node& node, std::size_t table);
  void read_cells(const pugi::xml_node& parent, DocxCell& cell);

  // docx_runs.cpp
  void read_inline(const pugi::xml_node& parent);
  void read_inline_element(const pugi::xml_node& node);
  void read_link(const pugi::xml_node& node);
  void read_simple_field(const pugi::xml_node& node);
  void read_inline_control(const pugi::xml_node& node);
  void read_run(const pugi::xml_node& node);
  void read_run_content(const pugi::xml_node& parent, RunState& run);
  void read_run_element(const pugi::xml_node& node, RunState& run);
  void read_text(const pugi::xml_node& node, const RunState& run);
  void read_field_character(const pugi::xml_node& node, const RunState& run);
  void end_field(const RunState& run);
  void read_note_call(const pugi::xml_node& node, DocxStory story);
  void find_boxes(const pugi::xml_node& node);
  void read_math(const pugi::xml_node& node);
  void add_math(const pugi::xml_node& node);

  [[nodiscard]] pugi::xml_node choose_alternative(const pugi::xml_node& node) const;
  [[nodiscard]] bool shows_text() const { return codes_shown_ || fields_.shows_text(); }
  [[nodiscard]] bool in_body() const { return story_ == DocxStory::body; }
  /// What must stay whole around what is read.
  [[nodiscard]] std::size_t current_unit() const { return unit_ != kNoUnit ? unit_ : field_unit_; }
  /// The unit around `node`; a new one where there is none yet.
  std::size_t unit_around(const pugi::xml_node& node);
  std::size_t unit_around_run(const pugi::xml_node& node);
  void report(const std::string& problem);

  const XmlPart& part_;
  DocxReading& reading_;
  DocxStory story_;
  std::size_t host_unit_;
  ParagraphBuilder builder_;
  FieldStack fields_;
  DocxStyle paragraph_style_;
  std::size_t paragraph_count_ = 0;
  std::size_t unit_ = kNoUnit;        // of the control, equation … around what is read
  std::size_t field_unit_ = kNoUnit;  // of the field around it
  std::vector<std::string> around_;
  std::optional<DocxCell> cell_;
  std::vector<TextBox> boxes_;
  std::string anchor_;
  bool codes_shown_ = false;
};

}  // namespace claimcheck
