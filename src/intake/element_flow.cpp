#include "intake/element_flow.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/error.h"
#include "intake/html_entities.h"
#include "intake/line_shape.h"

namespace claimcheck {
namespace {

/// A menu's arrow is hidden as well; this much is a passage.
constexpr std::size_t kMuchHidden = 100;

/// Enough to see a list mark.
constexpr std::size_t kMarkAhead = 8;

bool is_table_part(ElementKind kind) {
  return kind >= ElementKind::table && kind <= ElementKind::cell;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

}  // namespace

ElementFlow::ElementFlow(const Document& document) : document_(document), inline_(document.text) {}

void ElementFlow::begin_element(std::string_view name, const std::vector<HtmlAttribute>& attributes) {
  const ElementKind kind = kind_of_element(name);
  if (kind == ElementKind::empty) return;
  close_implied(kind);
  if (kind == ElementKind::rule || is_block_element(kind)) end_block();
  if (kind == ElementKind::line_break && !context().left_out) {
    const bool one_line = context().kind == BlockKind::heading || context().kind == BlockKind::caption;
    one_line ? inline_.add_space() : inline_.add_line_break();
  }
  const bool stray = is_table_part(kind) && kind != ElementKind::table && tables_.empty();
  if (stray || kind == ElementKind::rule || kind == ElementKind::line_break) return;
  if (stack_.size() == kMaxElementDepth) {
    throw Error(ErrorKind::input,
                fmt::format("{}: elements nested more than {} deep; flatten it", document_.name, kMaxElementDepth));
  }
  OpenElement element{std::string(name), kind, {}, 0, 0};
  element.context = make_context(element, attributes);
  if (!element.context.left_out) {
    note_anchor(kind, attributes);
    begin_part(element, attributes);
  }
  ++open_counts_[element.name];
  stack_.push_back(std::move(element));
}

/// Ends what cannot hold the element that begins.
void ElementFlow::close_implied(ElementKind kind) {
  if (!stack_.empty() && stack_.back().name == "head" && kind != ElementKind::left_out) pop_to(stack_.size() - 1);
  if (is_block_element(kind) || kind == ElementKind::rule) {
    std::size_t index = stack_.size();
    while (index > 0 && !is_block_element(stack_[index - 1].kind)) --index;
    const ElementKind around = index > 0 ? stack_[index - 1].kind : ElementKind::block;
    const bool two_headings = around == ElementKind::heading && kind == ElementKind::heading;
    if (around == ElementKind::paragraph || two_headings) pop_to(index - 1);
  }
  switch (kind) {
    case ElementKind::item:
    case ElementKind::definition:
    case ElementKind::row_group:
    case ElementKind::row:
    case ElementKind::cell:
    case ElementKind::link:
      close_open(kind);
      break;
    default:
      break;
  }
}

/// Ends the open element of this kind unless what stands between makes it a matter of its own.
void ElementFlow::close_open(ElementKind target) {
  for (std::size_t index = stack_.size(); index > 0; --index) {
    const ElementKind kind = stack_[index - 1].kind;
    if (kind == target) {
      target == ElementKind::link ? end_inline(index - 1) : pop_to(index - 1);
      return;
    }
    const bool loose = kind == ElementKind::paragraph || kind == ElementKind::block || !is_block_element(kind);
    if (is_table_part(target) ? kind == ElementKind::table : !loose) return;
  }
}

void ElementFlow::end_element(std::string_view name) {
  const ElementKind kind = kind_of_element(name);
  if (kind == ElementKind::line_break) return begin_element(name, {});
  const bool block = is_block_element(kind);
  const auto count = open_counts_.find(std::string(name));
  const bool open = kind == ElementKind::heading || (count != open_counts_.end() && count->second > 0);
  if (!open) {
    if (block) end_block();
    return;
  }
  for (std::size_t index = stack_.size(); index > 0; --index) {
    const OpenElement& element = stack_[index - 1];
    if (element.name == name || (kind == ElementKind::heading && element.kind == kind)) {
      block ? pop_to(index - 1) : end_inline(index - 1);
      return;
    }
    const bool wall = element.kind == ElementKind::table || (element.kind == ElementKind::cell && !is_table_part(kind));
    if (wall) break;
  }
  if (block) end_block();
}

void ElementFlow::pop_to(std::size_t index) {
  end_block();
  while (stack_.size() > index) {
    const OpenElement element = std::move(stack_.back());
    stack_.pop_back();
    on_closed(element);
  }
}

/// Ends an inline element; those within it go on, but not in what it leaves out.
void ElementFlow::end_inline(std::size_t index) {
  const bool around_left_out = index > 0 ? stack_[index - 1].context.left_out : top_.left_out;
  if (stack_[index].context.left_out && !around_left_out) {
    while (stack_.size() > index + 1) {
      const OpenElement element = std::move(stack_.back());
      stack_.pop_back();
      on_closed(element);
    }
  }
  const OpenElement element = std::move(stack_[index]);
  stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(index));
  on_closed(element);
}

void ElementFlow::on_closed(const OpenElement& element) {
  --open_counts_[element.name];
  if (element.context.left_out) return;
  if (element.mark > 0) inline_.close_mark(element.mark);
  if (element.kind == ElementKind::strong) inline_.end_strong();
  if (element.kind == ElementKind::quoted) add_made("”");
  if (is_block_element(element.kind) && anchor_rank_ == AnchorRank::own) anchor_rank_ = AnchorRank::none;
  if (element.kind == ElementKind::item) item_number_ = 0;
  if (element.kind == ElementKind::row && !tables_.empty() && tables_.back().in_row()) {
    tables_.back().end_row(parts_.blocks());
  }
  if (element.kind == ElementKind::table && !tables_.empty()) tables_.pop_back();
}

void ElementFlow::end_block() {
  if (inline_.empty()) {
    if (std::exchange(reference_block_, false)) anchor_rank_ = AnchorRank::none;
    return;
  }
  const Context& here = context();
  const bool bold = inline_.is_bold();
  Block block = inline_.take();
  block.kind = reference_block_ ? BlockKind::reference : here.kind;
  block.level = here.level;
  if (anchor_rank_ != AnchorRank::none) block.anchor = std::exchange(anchor_, {});
  if (bold && block.kind == BlockKind::paragraph && is_heading_line(block.text)) {
    block.kind = BlockKind::heading;
    block.level = 6;
  }
  if (const std::size_t bullet = bullet_size(block.text); bullet > 0 && block.kind == BlockKind::paragraph) {
    drop_front(block, bullet);
    block.kind = BlockKind::list_item;
    block.level = 1;
  }
  if (here.in_cell && !tables_.empty() && tables_.back().has_cells() && !bold) tables_.back().last_cell().bold = false;
  BlockPart part = here.part;
  part.item_number = std::exchange(item_number_, 0);
  check_block_count(parts_.blocks().size(), document_.name);
  parts_.add(std::move(block), part);
  anchor_rank_ = AnchorRank::none;
  reference_block_ = false;
}

void ElementFlow::add_text(Span source) {
  const Context& here = context();
  if (here.hidden && !is_blank(slice(document_.text, source))) hidden_size_ += source.size();
  if (here.left_out) return;
  if (here.preformatted) return add_preformatted(source);
  if (!is_blank(slice(document_.text, source))) {
    const std::string_view text = document_.text;
    if (inline_.begins_block(text.substr(source.begin, source.size() + kMarkAhead))) end_block();
  }
  inline_.add(source);
}

/// The lines of what is printed as it is typed.
void ElementFlow::add_preformatted(Span source) {
  while (!source.empty()) {
    const std::size_t end = std::min(document_.text.find('\n', source.begin), source.end);
    const Span line{source.begin, end};
    if (inline_.begins_block(slice(document_.text, line))) end_block();
    inline_.add(line);
    if (end < source.end) inline_.add_line_break();
    source.begin = end + 1;
  }
}

void ElementFlow::add_html_text(Span source) {
  const std::string_view text = std::string_view(document_.text).substr(0, source.end);
  if (!stack_.empty() && stack_.back().name == "head" && !is_blank(slice(text, source))) pop_to(stack_.size() - 1);
  while (!source.empty()) {
    const std::size_t reference = std::min(text.find('&', source.begin), source.end);
    if (reference > source.begin) add_text({source.begin, reference});
    source.begin = reference;
    if (source.empty()) break;
    const auto decoded = decode_reference(text, reference);
    source.begin += decoded ? decoded->size : 1;
    if (!decoded) {
      add_text({reference, source.begin});
      continue;
    }
    const bool list = inline_.begins_block(decoded->text + std::string(text.substr(source.begin, kMarkAhead)));
    if (list && !is_blank(decoded->text) && !context().left_out) end_block();
    add_made(decoded->text);
  }
}

void ElementFlow::add_made(std::string_view words) {
  if (!context().left_out) inline_.add_made(words);
}

void ElementFlow::add_comment(Span inside) {
  if (!parse_directive(slice(document_.text, inside))) return;
  end_block();
  parts_.add_directive(inside);
}

void ElementFlow::add_token(const HtmlToken& token) {
  switch (token.kind) {
    case HtmlTokenKind::text:
      return add_html_text(token.source);
    case HtmlTokenKind::comment:
      return add_comment(token.inside);
    case HtmlTokenKind::end_tag:
      return end_element(token.name);
    case HtmlTokenKind::start_tag:
      begin_element(token.name, token.attributes);
      if (token.self_closing && token.name != "br") end_element(token.name);
  }
}

void ElementFlow::make_callout() {
  for (std::size_t index = stack_.size(); index > 0; --index) {
    Context& context = stack_[index - 1].context;
    if (context.kind == BlockKind::quotation) context.kind = BlockKind::callout;
    if (stack_[index - 1].kind == ElementKind::quotation) return;
  }
}

void ElementFlow::make_reference(std::string anchor) {
  reference_block_ = true;
  anchor_ = std::move(anchor);
  anchor_rank_ = AnchorRank::own;
}

void ElementFlow::finish(DocumentBuilder& builder) {
  pop_to(0);
  parts_.finish(builder);
  if (hidden_size_ < kMuchHidden) return;
  builder.add_problem(
      fmt::format("{} bytes of hidden text are left out; show them in the file to have them checked", hidden_size_));
}

}  // namespace claimcheck
