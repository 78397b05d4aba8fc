#pragma once

#include <string>
#include <string_view>

#include "pubmed/script_text.h"

namespace claimcheck {

/// Puts text together from the pieces of mixed content: runs of white space and control characters become one space,
/// none at either end.
class TextBuilder {
 public:
  /// Adds a piece of text.
  void add(std::string_view piece);

  /// A space between what was added and what will be.
  void add_gap() { gap_ = true; }

  /// Adds what `inner` holds as a script; white space at its ends moves outside.
  void add_script(TextBuilder&& inner, Script script);

  [[nodiscard]] const std::string& text() const { return text_; }

  /// The text; invalid UTF-8 in it replaced by U+FFFD.
  std::string take();

 private:
  void add_clean(std::string_view piece);
  void close_gap();

  std::string text_;
  bool gap_ = false;
  bool began_with_gap_ = false;
};

/// What a TextBuilder makes of one piece.
std::string single_spaced(std::string_view piece);

}  // namespace claimcheck
