#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ooxml/docx_text.h"

namespace claimcheck {

/// A field that has begun and not ended (ECMA-376 part 1, 17.16.18): its code up to the separator, then its result.
struct OpenField {
  std::string instruction;
  std::string data;
  bool in_result = false;
  std::size_t unit = kNoUnit;  ///< of the outermost field; else none
  std::size_t paragraph = 0;   ///< in which its result began
  std::size_t begin = 0;       ///< where in the text of that paragraph
};

/// The fields that are open at a place of a story, outermost first.
class FieldStack {
 public:
  /// Fields nested deeper than any document has are not told apart from the one around them.
  void begin(std::size_t unit);
  void add_instruction(std::string_view text);
  void add_data(std::string_view base64);
  void separate(std::size_t paragraph, std::size_t position);
  /// The innermost field; nullopt when none is open.
  std::optional<OpenField> end();

  [[nodiscard]] bool empty() const { return fields_.empty(); }
  /// False inside the code of a field.
  [[nodiscard]] bool shows_text() const;
  /// The instruction of the outermost field whose result is open; empty when there is none.
  [[nodiscard]] std::string_view outermost() const;

 private:
  std::vector<OpenField> fields_;
  std::size_t overflow_ = 0;
  std::size_t codes_ = 0;  // open fields that are not in their result
};

/// Where the field leads that has this instruction: the address of a HYPERLINK, "#" and the bookmark of its \l, of a
/// REF and of a NOTEREF; empty for others.
std::string target_of_instruction(std::string_view instruction);

/// The tags of the sources that Word's own CITATION field names (ECMA-376 part 1, 17.16.5.12): the first argument and
/// that of each \m; none of another field.
std::vector<std::string> tags_of_citation(std::string_view instruction);

}  // namespace claimcheck
