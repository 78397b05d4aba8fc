// Whatever stands in the body, the comments and the list of answers of a Word document, list_comments gives comments as
// clean UTF-8 whose answers lead to a first one, or throws Error(input). The input: the content of w:body, of
// w:comments and of w15:commentsEx, with lines "@@" between.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "ooxml/docx_comment_list.h"
#include "support/docx_builder.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

std::string take_part(std::string& input) {
  const std::size_t cut = std::min(input.find("\n@@\n"), input.size());
  std::string part = input.substr(0, cut);
  input.erase(0, std::min(cut + 4, input.size()));
  return part;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  std::string input(data, data + size);
  claimcheck::DocxSketch sketch;
  sketch.body = take_part(input);
  sketch.comments = take_part(input);
  sketch.relations =
      R"(<Relationship Id="rX" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended")"
      R"( Target="commentsExtended.xml"/>)";
  sketch.extra = {{"word/commentsExtended.xml",
                   R"(<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">)" +
                       take_part(input) + "</w15:commentsEx>"}};
  const std::string bytes = claimcheck::make_docx(sketch);
  try {
    const auto comments = claimcheck::list_comments(claimcheck::DocxPackage(bytes, "fuzz.docx"));
    for (std::size_t i = 0; i < comments.size(); ++i) {
      const std::size_t first = claimcheck::first_of_thread(comments, i);
      require(first < comments.size() && !comments[first].answers);
      require(comments[i].words.size() <= claimcheck::kMaxCommentedWords);
      for (const std::string& text : {comments[i].author, comments[i].text, comments[i].words}) {
        require(claimcheck::is_valid_utf8(text));
      }
    }
  } catch (const claimcheck::Error& error) {
    const std::string_view message = error.what();
    require(error.kind() == claimcheck::ErrorKind::input && claimcheck::is_valid_utf8(message));
    require(message.find('\n') == std::string_view::npos);
  }
  return 0;
}
