#include "report/schema_check.h"

#include <algorithm>
#include <string_view>

namespace claimcheck {
namespace {

using nlohmann::json;

bool has_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "boolean") return value.is_boolean();
  return type == "null" && value.is_null();
}

bool has_any_type(const json& value, const json& types) {
  if (types.is_string()) return has_type(value, types.get<std::string>());
  return std::any_of(types.begin(), types.end(), [&](const json& type) { return has_type(value, type); });
}

std::string target_of(const json& ref) {
  constexpr std::string_view kPrefix = "#/$defs/";
  return ref.get<std::string>().substr(kPrefix.size());
}

}  // namespace

std::vector<std::string> SchemaCheck::check(const json& document) {
  complaints_.clear();
  check_value(document, schema_, {"", ""});
  return complaints_;
}

std::set<std::string> SchemaCheck::declared_properties() const {
  std::set<std::string> names;
  for (const auto& [name, unused] : schema_["properties"].items()) names.insert("/" + name);
  for (const auto& [object, schema] : schema_["$defs"].items()) {
    if (!schema.contains("properties")) continue;
    for (const auto& [name, unused] : schema["properties"].items()) names.insert(object + "/" + name);
  }
  return names;
}

void SchemaCheck::check_keywords(const json& schema, const Place& place) {
  static const std::set<std::string> known{
      "$schema", "$id",        "$defs",    "$ref",    "title",   "description",
      "type",    "properties", "required", "const",   "enum",    "additionalProperties",
      "anyOf",   "items",      "minimum",  "maximum", "maxItems"};
  for (const auto& [keyword, unused] : schema.items()) {
    if (!known.contains(keyword)) complain(place, "the schema uses an unknown keyword: " + keyword);
  }
}

void SchemaCheck::check_value(const json& value, const json& schema, const Place& place) {
  check_keywords(schema, place);
  if (schema.contains("$ref")) {
    const std::string object = target_of(schema["$ref"]);
    check_value(value, schema_["$defs"].at(object), {place.path, object});
  }
  if (schema.contains("anyOf")) check_any(value, schema["anyOf"], place);
  check_scalar(value, schema, place);
  if (value.is_array()) {
    if (schema.contains("maxItems") && value.size() > schema["maxItems"]) complain(place, "too many items");
    if (!schema.contains("items")) return;
    for (std::size_t i = 0; i < value.size(); ++i) {
      check_value(value[i], schema["items"], {place.path + "/" + std::to_string(i), place.object});
    }
  }
  if (value.is_object() && schema.contains("additionalProperties")) check_object(value, schema, place);
}

void SchemaCheck::check_scalar(const json& value, const json& schema, const Place& place) {
  if (schema.contains("type") && !has_any_type(value, schema["type"])) complain(place, "wrong type");
  if (schema.contains("const") && value != schema["const"]) complain(place, "not the constant");
  if (schema.contains("enum")) {
    const json& allowed = schema["enum"];
    if (std::find(allowed.begin(), allowed.end(), value) == allowed.end()) complain(place, "not in the enum");
  }
  if (schema.contains("minimum") && value < schema["minimum"]) complain(place, "below the minimum");
  if (schema.contains("maximum") && value > schema["maximum"]) complain(place, "above the maximum");
}

void SchemaCheck::check_any(const json& value, const json& choices, const Place& place) {
  std::vector<std::string> before = complaints_;
  for (const json& choice : choices) {
    complaints_.clear();
    check_value(value, choice, place);
    if (complaints_.empty()) {
      complaints_ = before;
      return;
    }
  }
  before.push_back(place.path + ": fits none of the choices; the last one says " + complaints_.front());
  complaints_ = before;
}

void SchemaCheck::check_object(const json& value, const json& schema, const Place& place) {
  const json properties = schema.value("properties", json::object());
  for (const auto& [name, member] : value.items()) {
    const Place inner{place.path + "/" + name, place.object};
    if (properties.contains(name)) {
      seen_.insert(place.object + "/" + name);
      check_value(member, properties[name], inner);
    } else if (schema["additionalProperties"].is_object()) {
      check_value(member, schema["additionalProperties"], inner);
    } else {
      complain(inner, "is not in the schema");
    }
  }
  for (const json& name : schema.value("required", json::array())) {
    if (!value.contains(name.get<std::string>())) complain(place, "lacks " + name.get<std::string>());
  }
}

}  // namespace claimcheck
