#include "pubmed/xml_text.h"

#include <string_view>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "pubmed/text_builder.h"

namespace claimcheck {
namespace {

constexpr int kDeepest = 100;

void walk(const pugi::xml_node& node, TextBuilder& text, int depth);
void walk_math(const pugi::xml_node& node, TextBuilder& text, int depth);

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// Every text node below `node`, without recursion and without regard to markup.
void walk_flat(const pugi::xml_node& node, TextBuilder& text) {
  text.add(node.value());
  for (pugi::xml_node at = node.first_child(); !at.empty() && at != node;) {
    if (is_text(at) || at.type() == pugi::node_element) text.add(at.value());
    if (!at.first_child().empty()) {
      at = at.first_child();
      continue;
    }
    while (at != node && !at.next_sibling()) at = at.parent();
    if (at != node) at = at.next_sibling();
  }
}

void add_script(const pugi::xml_node& node, Script script, TextBuilder& text, int depth) {
  TextBuilder inner;
  walk(node, inner, depth);
  text.add_script(std::move(inner), script);
}

void walk_element(const pugi::xml_node& element, TextBuilder& text, int depth) {
  const std::string_view name = element.name();
  if (name == "sup") {
    add_script(element, Script::super, text, depth);
  } else if (name == "sub") {
    add_script(element, Script::sub, text, depth);
  } else if (local_name(element) == "math") {
    walk_math(element, text, depth);
  } else if (name == "DispFormula") {
    text.add_gap();
    walk(element, text, depth);
    text.add_gap();
  } else {
    walk(element, text, depth);
  }
}

void walk(const pugi::xml_node& node, TextBuilder& text, int depth) {
  if (depth > kDeepest) return walk_flat(node, text);
  text.add(node.value());
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (is_text(child)) {
      text.add(child.value());
    } else if (child.type() == pugi::node_element) {
      walk_element(child, text, depth + 1);
    }
  }
}

std::vector<pugi::xml_node> child_elements(const pugi::xml_node& node) {
  std::vector<pugi::xml_node> elements;
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (child.type() == pugi::node_element) elements.push_back(child);
  }
  return elements;
}

std::string math_text(const pugi::xml_node& node, int depth) {
  TextBuilder inner;
  walk_math(node, inner, depth);
  return inner.take();
}

void add_math_script(const pugi::xml_node& node, Script script, TextBuilder& text, int depth) {
  TextBuilder inner;
  inner.add(math_text(node, depth));
  text.add_script(std::move(inner), script);
}

void add_operand(const pugi::xml_node& node, TextBuilder& text, int depth) {
  const std::string operand = math_text(node, depth);
  const bool simple = operand.find_first_of(" +-*/") == std::string::npos && operand.find("−") == std::string::npos;
  text.add(simple ? operand : "(" + operand + ")");
}

// Base, then pairs of sub- and superscript; those behind <mprescripts/> stand before the base.
void add_multiscripts(const std::vector<pugi::xml_node>& parts, TextBuilder& text, int depth) {
  std::size_t split = 1;
  while (split < parts.size() && local_name(parts[split]) != "mprescripts") ++split;
  for (std::size_t i = split + 1; i < parts.size(); ++i) {
    add_math_script(parts[i], (i - split) % 2 == 1 ? Script::sub : Script::super, text, depth);
  }
  if (!parts.empty()) walk_math(parts[0], text, depth);
  for (std::size_t i = 1; i < split; ++i) {
    add_math_script(parts[i], i % 2 == 1 ? Script::sub : Script::super, text, depth);
  }
}

// Scripts and fractions; false for elements that are simply read in order.
bool walk_layout(const pugi::xml_node& node, std::string_view name, TextBuilder& text, int depth) {
  const bool multiscripts = name == "mmultiscripts";
  if (!multiscripts && name != "msup" && name != "msub" && name != "msubsup" && name != "mfrac") return false;
  const std::vector<pugi::xml_node> parts = child_elements(node);
  if (multiscripts) {
    add_multiscripts(parts, text, depth);
  } else if (parts.size() != (name == "msubsup" ? 3U : 2U)) {
    return false;
  } else if (name == "mfrac") {
    add_operand(parts[0], text, depth);
    text.add("/");
    add_operand(parts[1], text, depth);
  } else {
    walk_math(parts[0], text, depth);
    add_math_script(parts[1], name == "msup" ? Script::super : Script::sub, text, depth);
    if (parts.size() == 3) add_math_script(parts[2], Script::super, text, depth);
  }
  return true;
}

// A token element, or a row of anything: white space around its tokens means nothing.
void walk_math_row(const pugi::xml_node& node, TextBuilder& text, int depth) {
  const auto add_token = [&text](const pugi::char_t* value) {
    TextBuilder token;
    token.add(value);
    text.add(token.text());
  };
  add_token(node.value());
  for (pugi::xml_node child = node.first_child(); child; child = child.next_sibling()) {
    if (is_text(child)) {
      add_token(child.value());
    } else if (child.type() == pugi::node_element) {
      walk_math(child, text, depth + 1);
    }
  }
}

void walk_math(const pugi::xml_node& node, TextBuilder& text, int depth) {
  if (depth > kDeepest) return walk_flat(node, text);
  const std::string_view name = local_name(node);
  if (name == "annotation" || name == "annotation-xml") return;
  if (name == "mtext") return walk(node, text, depth);
  if (name == "mspace") return text.add_gap();
  if (name == "msqrt") text.add("√");
  if (walk_layout(node, name, text, depth + 1)) return;
  const bool cell = name == "mtd" || name == "cn" || name == "ci";
  if (cell) text.add_gap();
  walk_math_row(node, text, depth);
  if (cell) text.add_gap();
}

}  // namespace

std::string text_of(const pugi::xml_node& element) {
  if (!element.first_child()) return single_spaced(element.value());
  TextBuilder text;
  walk(element, text, 0);
  return text.take();
}

std::string attribute_of(const pugi::xml_node& element, const char* attribute) {
  return single_spaced(element.attribute(attribute).value());
}

}  // namespace claimcheck
