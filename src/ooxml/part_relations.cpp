#include "ooxml/part_relations.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>
#include <pugixml.hpp>

#include "ooxml/xml_part.h"

namespace claimcheck {
namespace {

// Goes along `path` from the folder `steps`; false when that leads out of the package.
bool walk(std::string_view path, std::vector<std::string_view>& steps) {
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string_view step = path.substr(begin, end - begin);
    begin = end + 1;
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(step);
    } else if (steps.empty()) {
      return false;
    } else {
      steps.pop_back();
    }
  }
  return true;
}

// `target` as seen from the folder of `from` (RFC 3986, section 5.2.4); empty when it leads out of the package.
std::string resolve(std::string_view from, std::string_view target) {
  std::vector<std::string_view> steps;
  const std::size_t folder = from.rfind('/');
  if (!target.starts_with('/') && folder != std::string_view::npos) walk(from.substr(0, folder), steps);
  if (!walk(target, steps)) return {};
  std::string path;
  for (const std::string_view step : steps) {
    if (!path.empty()) path += '/';
    path += step;
  }
  return path;
}

std::string_view last_step(std::string_view address) {
  return address.substr(address.rfind('/') + 1);
}

}  // namespace

std::string relations_part(std::string_view part) {
  const std::size_t name = part.rfind('/') + 1;
  return fmt::format("{}_rels/{}.rels", part.substr(0, name), part.substr(name));
}

std::vector<PartRelation> list_relations(const ZipPackage& zip, std::string_view part) {
  std::vector<PartRelation> relations;
  const std::string list = zip.find(relations_part(part));
  if (list.empty()) return relations;
  const XmlPart xml(zip.read(list), fmt::format("{}: {}", zip.name(), list));
  for (const pugi::xml_node node : xml.root().children()) {
    PartRelation relation{attribute_value(node, "Id"), std::string(last_step(attribute_value(node, "Type"))),
                          attribute_value(node, "Target"), attribute_value(node, "TargetMode") == "External"};
    if (relation.id.empty()) continue;
    if (!relation.external) relation.target = resolve(part, relation.target);
    relations.push_back(std::move(relation));
  }
  return relations;
}

}  // namespace claimcheck
