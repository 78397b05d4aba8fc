#include "ooxml/docx_sources.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include <pugixml.hpp>

#include "ooxml/xml_part.h"

namespace claimcheck {
namespace {

constexpr std::size_t kMostSources = 10'000;
constexpr std::size_t kLongestField = 2'000;  // bytes
constexpr std::size_t kMostParts = 64;        // of customXml that are looked into

// The namespaces of transitional and of strict documents. Whatever else programs keep in customXml is not Office's.
bool is_list_of_sources(std::string_view xml) {
  return xml.find("openxmlformats.org/officeDocument/2006/bibliography") != std::string_view::npos ||
         xml.find("purl.oclc.org/ooxml/officeDocument/bibliography") != std::string_view::npos;
}

std::string text_of(const pugi::xml_node& element) {
  const std::string_view text = element.child_value();
  return text.size() > kLongestField ? std::string() : decode_xml(text);
}

std::pair<std::string, DocxSource> read_source(const XmlPart& part, const pugi::xml_node& element) {
  std::pair<std::string, DocxSource> entry;
  DocxSource& source = entry.second;
  const std::array<std::pair<std::string_view, std::string*>, 6> fields{{{"Tag", &entry.first},
                                                                         {"Title", &source.title},
                                                                         {"DOI", &source.doi},
                                                                         {"URL", &source.url},
                                                                         {"StandardNumber", &source.standard_number},
                                                                         {"Comments", &source.comments}}};
  for (const pugi::xml_node child : element.children()) {
    const std::string_view name = part.name_of(child).local;
    const auto* field = std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.first == name; });
    if (field != fields.end() && field->second->empty()) *field->second = text_of(child);
  }
  return entry;
}

}  // namespace

std::map<std::string, DocxSource> read_docx_sources(const DocxPackage& package) {
  std::map<std::string, DocxSource> sources;
  std::set<std::string> seen;
  for (const PartRelation& relation : package.relations_of(package.main_part())) {
    if (relation.role != "customXml" || relation.external) continue;
    const std::string name = package.zip().find(relation.target);
    if (name.empty() || seen.size() >= kMostParts || !seen.insert(name).second) continue;
    if (!is_list_of_sources(package.zip().read(name))) continue;
    const XmlPart part = package.parse(name);
    for (const pugi::xml_node element : part.root().children()) {
      if (sources.size() >= kMostSources) break;
      if (part.name_of(element).local == "Source") sources.insert(read_source(part, element));
    }
  }
  sources.erase(std::string());
  return sources;
}

}  // namespace claimcheck
