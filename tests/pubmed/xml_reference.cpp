#include "pubmed/xml_reference.h"

#include <cstring>
#include <map>
#include <string_view>

#include <pugixml.hpp>

namespace claimcheck::test {
namespace {

std::vector<std::string> characters(const std::string& text) {
  std::vector<std::string> split;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0U) == 0x80U && !split.empty()) {
      split.back() += c;
    } else {
      split.emplace_back(1, c);
    }
  }
  return split;
}

std::map<std::string, std::string> pairs(const std::string& plain, const std::string& raised) {
  const std::vector<std::string> from = characters(plain);
  const std::vector<std::string> to = characters(raised);
  std::map<std::string, std::string> map;
  for (std::size_t i = 0; i < from.size(); ++i) map[from[i]] = to.at(i);
  return map;
}

const std::map<std::string, std::string> kSuper =
    pairs("0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ®™℠°ºª*†‡′″",
          "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ®™℠°ºª*†‡′″");
const std::map<std::string, std::string> kSub =
    pairs("0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ");

std::string script(const std::string& text, const std::map<std::string, std::string>& forms, const char* mark) {
  std::string raised;
  for (const std::string& character : characters(text)) {
    const auto form = forms.find(character);
    if (form == forms.end()) return mark + ("{" + text + "}");
    raised += form->second;
  }
  return raised;
}

std::string walk(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node child : node.children()) {
    const std::string name = child.name();
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    if (name == "sup") text += script(walk(child), kSuper, "^");
    if (name == "sub") text += script(walk(child), kSub, "_");
    if (!name.empty() && name != "sup" && name != "sub") text += walk(child);
  }
  return text;
}

std::string collapsed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool space = std::strchr(" \t\r\n", c) != nullptr;
    if (!space) out += c;
    if (space && !out.empty() && out.back() != ' ') out += ' ';
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

ReferenceRecord read_record(const pugi::xml_node& record) {
  const std::string name = record.name();
  const bool book = name == "PubmedBookArticle";
  const pugi::xml_node citation = name == "MedlineCitation" ? record
                                  : book                    ? record.child("BookDocument")
                                                            : record.child("MedlineCitation");
  const pugi::xml_node article = book ? citation : citation.child("Article");
  ReferenceRecord read;
  read.pmid = citation.child("PMID").text().as_ullong();
  const pugi::xml_node title = article.child("ArticleTitle");
  read.title = collapsed(walk(title));
  if (book && read.title.empty()) read.title = collapsed(walk(citation.child("Book").child("BookTitle")));
  const pugi::xml_node abstract = article.child("Abstract");
  for (const pugi::xml_node section : abstract.children("AbstractText")) {
    std::string text = collapsed(walk(section));
    if (!text.empty()) read.sections.push_back(text);
  }
  const char* math = ".//*[local-name()='math']";
  read.math = !title.select_nodes(math).empty() || !abstract.select_nodes(math).empty();
  return read;
}

}  // namespace

ReferenceDocument read_reference(const std::string& xml) {
  // pugixml forgives text before the root element.
  const std::size_t start = xml.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (start == std::string::npos || xml[start] != '<') return {};
  ReferenceDocument read;
  pugi::xml_document document;
  read.well_formed = static_cast<bool>(
      document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8));
  const pugi::xml_node root = document.document_element();
  const std::string name = root.name();
  const auto is_record = [](const std::string& element) {
    return element == "PubmedArticle" || element == "PubmedBookArticle" || element == "MedlineCitation";
  };
  if (is_record(name)) read.records.push_back(read_record(root));
  if (name.ends_with("Set")) {
    for (const pugi::xml_node record : root.children()) {
      if (is_record(record.name())) read.records.push_back(read_record(record));
    }
  }
  read.pubmed =
      is_record(name) || name == "PubmedArticleSet" || name == "PubmedBookArticleSet" || name == "MedlineCitationSet";
  return read;
}

}  // namespace claimcheck::test
