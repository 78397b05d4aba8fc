#include "intake/element_kinds.h"

#include <array>
#include <unordered_map>
#include <utility>

namespace claimcheck {
namespace {

using K = ElementKind;

constexpr std::array<std::pair<std::string_view, ElementKind>, 93> kElements{{{"html", K::block},
                                                                              {"body", K::block},
                                                                              {"div", K::block},
                                                                              {"section", K::block},
                                                                              {"center", K::block},
                                                                              {"address", K::block},
                                                                              {"details", K::block},
                                                                              {"summary", K::block},
                                                                              {"fieldset", K::block},
                                                                              {"legend", K::block},
                                                                              {"figure", K::block},
                                                                              {"hgroup", K::block},
                                                                              {"search", K::block},
                                                                              {"p", K::paragraph},
                                                                              {"h1", K::heading},
                                                                              {"h2", K::heading},
                                                                              {"h3", K::heading},
                                                                              {"h4", K::heading},
                                                                              {"h5", K::heading},
                                                                              {"h6", K::heading},
                                                                              {"ul", K::list},
                                                                              {"ol", K::list},
                                                                              {"dl", K::list},
                                                                              {"menu", K::list},
                                                                              {"dir", K::list},
                                                                              {"li", K::item},
                                                                              {"dt", K::definition},
                                                                              {"dd", K::definition},
                                                                              {"table", K::table},
                                                                              {"thead", K::row_group},
                                                                              {"tbody", K::row_group},
                                                                              {"tfoot", K::row_group},
                                                                              {"tr", K::row},
                                                                              {"td", K::cell},
                                                                              {"th", K::cell},
                                                                              {"caption", K::caption},
                                                                              {"figcaption", K::caption},
                                                                              {"blockquote", K::quotation},
                                                                              {"main", K::main},
                                                                              {"article", K::article},
                                                                              {"header", K::header},
                                                                              {"nav", K::boilerplate},
                                                                              {"footer", K::boilerplate},
                                                                              {"form", K::form},
                                                                              {"aside", K::aside},
                                                                              {"head", K::left_out},
                                                                              {"script", K::left_out},
                                                                              {"style", K::left_out},
                                                                              {"title", K::left_out},
                                                                              {"textarea", K::left_out},
                                                                              {"iframe", K::left_out},
                                                                              {"noembed", K::left_out},
                                                                              {"noframes", K::left_out},
                                                                              {"xmp", K::left_out},
                                                                              {"noscript", K::left_out},
                                                                              {"template", K::left_out},
                                                                              {"svg", K::left_out},
                                                                              {"canvas", K::left_out},
                                                                              {"object", K::left_out},
                                                                              {"audio", K::left_out},
                                                                              {"video", K::left_out},
                                                                              {"select", K::left_out},
                                                                              {"datalist", K::left_out},
                                                                              {"button", K::left_out},
                                                                              {"dialog", K::left_out},
                                                                              {"annotation", K::left_out},
                                                                              {"annotation-xml", K::left_out},
                                                                              {"rp", K::left_out},
                                                                              {"rt", K::left_out},
                                                                              {"del", K::left_out},
                                                                              {"s", K::left_out},
                                                                              {"strike", K::left_out},
                                                                              {"br", K::line_break},
                                                                              {"hr", K::rule},
                                                                              {"area", K::empty},
                                                                              {"base", K::empty},
                                                                              {"col", K::empty},
                                                                              {"embed", K::empty},
                                                                              {"img", K::empty},
                                                                              {"input", K::empty},
                                                                              {"link", K::empty},
                                                                              {"meta", K::empty},
                                                                              {"param", K::empty},
                                                                              {"source", K::empty},
                                                                              {"track", K::empty},
                                                                              {"wbr", K::empty},
                                                                              {"a", K::link},
                                                                              {"sup", K::superscript},
                                                                              {"b", K::strong},
                                                                              {"strong", K::strong},
                                                                              {"q", K::quoted},
                                                                              {"pre", K::preformatted},
                                                                              {"code", K::code}}};

}  // namespace

ElementKind kind_of_element(std::string_view name) {
  static const std::unordered_map<std::string_view, ElementKind> kinds(kElements.begin(), kElements.end());
  const auto found = kinds.find(name);
  return found == kinds.end() ? ElementKind::inline_text : found->second;
}

bool is_block_element(ElementKind kind) {
  return (kind >= ElementKind::block && kind <= ElementKind::aside) || kind == ElementKind::preformatted;
}

}  // namespace claimcheck
