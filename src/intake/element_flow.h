#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/document.h"
#include "core/span.h"
#include "intake/document_builder.h"
#include "intake/element_kinds.h"
#include "intake/html_tokens.h"
#include "intake/inline_text.h"
#include "intake/page_parts.h"
#include "intake/table_grid.h"

namespace claimcheck {

/// The most elements that may be open within each other.
inline constexpr std::size_t kMaxElementDepth = 500;

/// Turns the elements, text and comments of HTML, in their order, into the blocks of a document. Mends what browsers
/// mend: end tags that are missing or stray. Keeps its own stack; time is in proportion to the text.
class ElementFlow {
 public:
  /// `document` has its text, and must outlive it.
  explicit ElementFlow(const Document& document);

  /// Throws Error(input) when elements are nested more than kMaxElementDepth deep.
  void begin_element(std::string_view name, const std::vector<HtmlAttribute>& attributes);
  void end_element(std::string_view name);
  /// Text that is as it stands.
  void add_text(Span source);
  /// Text with character references.
  void add_html_text(Span source);
  /// Words that do not stand there so.
  void add_made(std::string_view words);
  void add_space() { inline_.add_space(); }
  void add_comment(Span inside);
  /// A token of HTML.
  void add_token(const HtmlToken& token);

  /// Ends the block that is being read.
  void end_block();
  /// A mark at what is added until end_mark, which must come within the same block: a footnote's number.
  std::size_t begin_mark(std::string url) { return inline_.open_mark(std::move(url), true); }
  void end_mark(std::size_t number) { inline_.close_mark(number); }
  /// The innermost open block quote becomes a box beside the text.
  void make_callout();
  /// The block that is being read is an entry of a reference list, to which links to `anchor` lead.
  void make_reference(std::string anchor);
  [[nodiscard]] bool is_block_empty() const { return inline_.empty(); }

  /// Ends all elements and gives the blocks to `builder`.
  void finish(DocumentBuilder& builder);

 private:
  /// What an element says of the text in it, its outer elements heard.
  struct Context {
    BlockKind kind = BlockKind::paragraph;
    int level = 0;
    int list_depth = 0;
    bool left_out = false;
    bool hidden = false;  ///< left out, but text to the page's author
    bool in_cell = false;
    bool preformatted = false;
    BlockPart part;
  };
  struct OpenElement {
    std::string name;
    ElementKind kind = ElementKind::inline_text;
    Context context;
    std::size_t mark = 0;
    std::size_t items = 0;  ///< of an ordered list: number of its next item
  };
  /// How good an id is as anchor of a block, worst first.
  enum class AnchorRank { none, around, within, own };

  [[nodiscard]] const Context& context() const { return stack_.empty() ? top_ : stack_.back().context; }
  void close_implied(ElementKind kind);
  void close_open(ElementKind target);
  void pop_to(std::size_t index);
  void end_inline(std::size_t index);
  void on_closed(const OpenElement& element);
  Context make_context(const OpenElement& element, const std::vector<HtmlAttribute>& attributes);
  static void set_kind(Context& context, BlockKind kind, int level);
  static void guess_boilerplate(Context& context);
  void apply_kind(Context& context, const OpenElement& element);
  static void apply_names(Context& context, const OpenElement& element, const std::vector<HtmlAttribute>& attributes);
  void begin_part(OpenElement& element, const std::vector<HtmlAttribute>& attributes);
  void number_item(const std::vector<HtmlAttribute>& attributes);
  void begin_cell(const OpenElement& element, const std::vector<HtmlAttribute>& attributes);
  void note_anchor(ElementKind kind, const std::vector<HtmlAttribute>& attributes);
  void add_preformatted(Span source);

  const Document& document_;
  Context top_;
  std::vector<OpenElement> stack_;
  std::unordered_map<std::string, std::size_t> open_counts_;
  std::vector<TableGrid> tables_;
  InlineText inline_;
  PageParts parts_;
  std::string anchor_;
  AnchorRank anchor_rank_ = AnchorRank::none;
  bool reference_block_ = false;
  std::size_t hidden_size_ = 0;  ///< bytes of hidden words
  std::size_t item_number_ = 0;  ///< of the list item that is being read, 0 for none
};

}  // namespace claimcheck
