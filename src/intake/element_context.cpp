// What an element says of the text within it: the half of ElementFlow that looks at names and attributes.
#include <algorithm>
#include <charconv>
#include <utility>

#include "intake/element_flow.h"
#include "intake/layout_words.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLargestSpan = 1000;

/// The number that an attribute says, 0 when it says none.
std::size_t number_of(const std::vector<HtmlAttribute>& attributes, std::string_view name) {
  const std::string* value = find_attribute(attributes, name);
  std::size_t number = 0;
  if (value != nullptr) std::from_chars(value->data(), value->data() + value->size(), number);
  return number;
}

std::string lower_without_spaces(const std::string& text) {
  std::string lower;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t') lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return lower;
}

bool is_hidden(const std::vector<HtmlAttribute>& attributes) {
  if (find_attribute(attributes, "hidden") != nullptr) return true;
  const std::string* aria = find_attribute(attributes, "aria-hidden");
  if (aria != nullptr && *aria == "true") return true;
  const std::string* style = find_attribute(attributes, "style");
  if (style == nullptr) return false;
  const std::string rules = lower_without_spaces(*style);
  return rules.find("display:none") != std::string::npos || rules.find("visibility:hidden") != std::string::npos;
}

/// Calls `use` with the role of each name that the element has.
template <typename Use>
void for_each_role(const std::vector<HtmlAttribute>& attributes, const Use& use) {
  for (const std::string_view attribute : {"role", "class", "id"}) {
    const std::string* names = find_attribute(attributes, attribute);
    if (names == nullptr) continue;
    std::string_view left = *names;
    while (!left.empty()) {
      const std::string_view name = left.substr(0, left.find_first_of(" \t\r\n"));
      left.remove_prefix(std::min(left.size(), name.size() + 1));
      use(role_of_name(name, attribute == "id"));
    }
  }
}

}  // namespace

ElementFlow::Context ElementFlow::make_context(const OpenElement& element,
                                               const std::vector<HtmlAttribute>& attributes) {
  Context inner = context();
  const bool program = element.kind == ElementKind::code && inner.preformatted;
  // A heading that unfolds what is below it is a button too.
  const bool title = element.name == "button" && inner.kind == BlockKind::heading;
  if ((element.kind == ElementKind::left_out && !title) || program) {
    inner.left_out = true;
    inner.hidden = false;
  } else if (!inner.left_out && is_hidden(attributes)) {
    inner.left_out = true;
    inner.hidden = true;
  }
  if (inner.left_out) return inner;
  apply_names(inner, element, attributes);
  apply_kind(inner, element);
  return inner;
}

/// What its role, classes and id say of an element; they may name the whole page after one of its parts, so that html,
/// body, main and article are not asked, nor headings, which tell by their words.
void ElementFlow::apply_names(Context& context, const OpenElement& element,
                              const std::vector<HtmlAttribute>& attributes) {
  if (attributes.empty()) return;
  const bool whole = element.kind == ElementKind::main || element.kind == ElementKind::article ||
                     element.name == "body" || element.name == "html";
  const bool block = is_block_element(element.kind) && element.kind != ElementKind::heading && !whole;
  for_each_role(attributes, [&](LayoutRole role) {
    if (role == LayoutRole::hidden) context.left_out = true;
    if (!block) return;
    if (role == LayoutRole::boilerplate) guess_boilerplate(context);
    if (role == LayoutRole::callout && context.kind == BlockKind::paragraph) set_kind(context, BlockKind::callout, 0);
    if (role == LayoutRole::reference) {
      context.kind = BlockKind::reference;
      context.part.guessed = false;
    }
  });
}

void ElementFlow::guess_boilerplate(Context& context) {
  if (context.kind == BlockKind::boilerplate || context.kind == BlockKind::reference) return;
  context.part.guessed = true;
  context.part.otherwise = std::exchange(context.kind, BlockKind::boilerplate);
}

/// The innermost element says what a text is; but what is around an article, a reference list and a table keeps its
/// say over what stands in it, and a heading in a box or quotation is none of the article's.
void ElementFlow::set_kind(Context& context, BlockKind kind, int level) {
  const bool title = kind == BlockKind::heading && level == 1;
  if (context.kind == BlockKind::boilerplate && context.part.guessed && !title) {
    context.part.otherwise = kind;
    context.level = level;
    return;
  }
  if (context.kind == BlockKind::boilerplate && !context.part.guessed) return;
  const bool heading = kind == BlockKind::heading;
  const bool boxed = context.kind == BlockKind::callout || context.kind == BlockKind::quotation;
  const bool listed = context.kind == BlockKind::reference || context.kind == BlockKind::caption;
  if (heading ? boxed : listed) return;
  if (context.in_cell && kind != BlockKind::table_cell) return;
  context.part.guessed = false;
  context.kind = kind;
  context.level = level;
}

void ElementFlow::apply_kind(Context& context, const OpenElement& element) {
  switch (element.kind) {
    case ElementKind::heading:
      return set_kind(context, BlockKind::heading, element.name[1] - '0');
    case ElementKind::list:
      ++context.list_depth;
      return;
    case ElementKind::item:
      return set_kind(context, BlockKind::list_item, std::max(1, context.list_depth));
    case ElementKind::cell:
      context.list_depth = 0;
      context.in_cell = true;
      return set_kind(context, BlockKind::table_cell, 0);
    case ElementKind::caption:
      return set_kind(context, BlockKind::caption, 0);
    case ElementKind::quotation:
      return set_kind(context, BlockKind::quotation, 0);
    case ElementKind::header:
      if (context.part.region == 0) guess_boilerplate(context);
      return;
    case ElementKind::form:
      return guess_boilerplate(context);
    case ElementKind::boilerplate:
      if (context.kind == BlockKind::quotation || context.kind == BlockKind::reference) return;
      context.kind = BlockKind::boilerplate;
      context.part.guessed = false;
      return;
    case ElementKind::aside:
      return context.part.region == 0 ? guess_boilerplate(context) : set_kind(context, BlockKind::callout, 0);
    case ElementKind::main:
    case ElementKind::article:
      if (context.part.region > 0) return;
      context.part.region = parts_.add_region(element.kind == ElementKind::main);
      if (context.part.guessed) context.kind = context.part.otherwise;
      context.part.guessed = false;
      return;
    case ElementKind::preformatted:
      context.preformatted = true;
      return;
    default:
      return;
  }
}

void ElementFlow::begin_part(OpenElement& element, const std::vector<HtmlAttribute>& attributes) {
  switch (element.kind) {
    case ElementKind::link:
      if (const std::string* url = find_attribute(attributes, "href")) element.mark = inline_.open_mark(*url, false);
      return;
    case ElementKind::superscript:
      element.mark = inline_.open_mark({}, true);
      return;
    case ElementKind::strong:
      return inline_.begin_strong();
    case ElementKind::quoted:
      return inline_.add_made("“");
    case ElementKind::list:
      if (element.name == "ol") element.items = std::max<std::size_t>(1, number_of(attributes, "start"));
      return;
    case ElementKind::item:
      return number_item(attributes);
    case ElementKind::table:
      tables_.emplace_back();
      return;
    case ElementKind::row:
      if (!tables_.empty()) tables_.back().begin_row();
      return;
    case ElementKind::cell:
      return begin_cell(element, attributes);
    default:
      return;
  }
}

void ElementFlow::number_item(const std::vector<HtmlAttribute>& attributes) {
  const auto list = std::find_if(stack_.rbegin(), stack_.rend(),
                                 [](const OpenElement& element) { return element.kind == ElementKind::list; });
  if (list == stack_.rend() || list->items == 0) return;
  if (const std::size_t value = number_of(attributes, "value"); value > 0) list->items = value;
  item_number_ = list->items++;
}

void ElementFlow::begin_cell(const OpenElement& element, const std::vector<HtmlAttribute>& attributes) {
  if (tables_.empty()) return;
  TableGrid& table = tables_.back();
  if (!table.in_row()) table.begin_row();
  CellPlace place;
  place.columns = std::clamp<std::size_t>(number_of(attributes, "colspan"), 1, kLargestSpan);
  place.rows = std::clamp<std::size_t>(number_of(attributes, "rowspan"), 1, kLargestSpan);
  place.header = element.name == "th";
  const std::string* scope = find_attribute(attributes, "scope");
  const bool of_row = scope != nullptr && scope->starts_with("row");
  const bool in_head =
      std::any_of(stack_.rbegin(), stack_.rend(), [](const OpenElement& outer) { return outer.name == "thead"; });
  place.of_column = place.header && !of_row && (in_head || (scope != nullptr && scope->starts_with("col")));
  table.add_cell(place, parts_.blocks().size());
}

void ElementFlow::note_anchor(ElementKind kind, const std::vector<HtmlAttribute>& attributes) {
  const std::string* id = find_attribute(attributes, "id");
  if (id == nullptr && kind == ElementKind::link) id = find_attribute(attributes, "name");
  if (id == nullptr || id->empty()) return;
  AnchorRank rank = AnchorRank::own;
  if (!is_block_element(kind)) rank = AnchorRank::within;
  if (kind == ElementKind::block || kind == ElementKind::list || kind >= ElementKind::main) {
    if (is_block_element(kind)) rank = AnchorRank::around;
  }
  if (rank < anchor_rank_ || (rank == anchor_rank_ && rank != AnchorRank::around)) return;
  anchor_ = *id;
  anchor_rank_ = rank;
}

}  // namespace claimcheck
