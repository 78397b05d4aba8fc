#pragma once

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace claimcheck {

/// Holds a document against a JSON Schema of the kind that docs/report.schema.json is: type, const, enum, anyOf, items,
/// properties, required, additionalProperties, minimum, maximum, maxItems and $ref into $defs. Any other keyword is
/// reported, so that none is overlooked.
class SchemaCheck {
 public:
  explicit SchemaCheck(nlohmann::json schema) : schema_(std::move(schema)) {}

  /// What does not fit, one line each; empty when the document is valid.
  std::vector<std::string> check(const nlohmann::json& document);

  /// Every property of the schema, as "object/property" ("" for the top).
  [[nodiscard]] std::set<std::string> declared_properties() const;

  /// Those that the checked documents have shown.
  [[nodiscard]] const std::set<std::string>& seen_properties() const { return seen_; }

 private:
  struct Place {
    std::string path;    // in the document
    std::string object;  // name of the nearest $defs entry
  };

  void check_value(const nlohmann::json& value, const nlohmann::json& schema, const Place& place);
  void check_scalar(const nlohmann::json& value, const nlohmann::json& schema, const Place& place);
  void check_keywords(const nlohmann::json& schema, const Place& place);
  void check_any(const nlohmann::json& value, const nlohmann::json& choices, const Place& place);
  void check_object(const nlohmann::json& value, const nlohmann::json& schema, const Place& place);
  void complain(const Place& place, const std::string& what) { complaints_.push_back(place.path + ": " + what); }

  nlohmann::json schema_;
  std::set<std::string> seen_;
  std::vector<std::string> complaints_;
};

}  // namespace claimcheck
