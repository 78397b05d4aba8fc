#include "library/field_reader.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/enum_names.h"
#include "library/capsule_fields.h"
#include "library/citation_fields.h"
#include "library/field_writer.h"
#include "library/report_fields.h"

namespace claimcheck {
namespace {

using nlohmann::json;

/// Where in the document a value stands; a chain on the stack, spelled out only for an error.
struct Place {
  const Place* parent = nullptr;
  std::string_view field;
  std::size_t index = 0;  ///< in an array, where `field` is empty

  [[nodiscard]] std::string text() const {
    if (parent == nullptr) return std::string(field);
    return field.empty() ? fmt::format("{}[{}]", parent->text(), index) : fmt::format("{}.{}", parent->text(), field);
  }
};

/// How much of an unknown field's name is shown.
constexpr std::size_t kMostOfKey = 40;

class JsonReader {
 public:
  JsonReader(const json& object, const Place& place, ErrorKind kind) : object_(object), place_(place), kind_(kind) {
    if (!object.is_object()) fail(place, "must be an object");
  }

  template <typename T>
  void operator()(std::string_view name, T& value, const std::type_identity_t<T>& = {}) {
    names_.push_back(name);
    const auto found = object_.find(name);
    if (found != object_.end()) read(*found, value, {&place_, name});
  }

  /// A field that the writer never leaves out.
  template <typename T>
  void required(std::string_view name, T& value) {
    if (!object_.contains(name)) fail({&place_, name}, "is missing");
    operator()(name, value);
  }

  /// To be called after the last field.
  void refuse_unknown_fields() const {
    for (const auto& item : object_.items()) {
      const std::string& key = item.key();
      if (std::find(names_.begin(), names_.end(), key) != names_.end()) continue;
      std::string quoted;
      append_json_string(quoted, std::string_view(key).substr(0, kMostOfKey));
      fail(place_, "has an unknown field " + quoted);
    }
  }

 private:
  [[noreturn]] void fail(const Place& place, std::string_view what) const {
    throw Error(kind_, fmt::format("{} {}", place.text(), what));
  }

  void read(const json& from, std::string& to, const Place& place) const {
    if (!from.is_string()) fail(place, "must be a string");
    to = from.get_ref<const std::string&>();
  }
  void read(const json& from, bool& to, const Place& place) const {
    if (!from.is_boolean()) fail(place, "must be true or false");
    to = from.get<bool>();
  }
  template <typename Number>
  requires std::is_integral_v<Number>
  void read(const json& from, Number& to, const Place& place) const {
    if (!from.is_number_integer()) fail(place, "must be a whole number");
    const bool fits = from.is_number_unsigned() ? std::in_range<Number>(from.get<std::uint64_t>())
                                                : std::in_range<Number>(from.get<std::int64_t>());
    if (!fits) fail(place, "is out of range");
    to = from.get<Number>();
  }
  void read(const json& from, double& to, const Place& place) const {
    if (!from.is_number()) fail(place, "must be a number");
    to = from.get<double>();
  }
  template <typename Enum>
  requires std::is_enum_v<Enum>
  void read(const json& from, Enum& to, const Place& place) const {
    std::string name;
    read(from, name, place);
    const std::optional<Enum> value = parse_enum<Enum>(name);
    if (!value) fail(place, "has an unknown value");
    to = *value;
  }
  template <typename T>
  void read(const json& from, std::vector<T>& to, const Place& place) const {
    if (!from.is_array()) fail(place, "must be a list");
    to.resize(from.size());
    for (std::size_t i = 0; i < to.size(); ++i) read(from[i], to[i], {&place, {}, i});
  }
  template <typename T>
  void read(const json& from, std::optional<T>& to, const Place& place) const {
    read(from, to.emplace(), place);
  }
  void read(const json& from, std::map<std::string, std::string>& to, const Place& place) const {
    if (!from.is_object()) fail(place, "must be an object");
    for (const auto& item : from.items()) read(item.value(), to[item.key()], place);
  }
  template <typename Record>
  requires std::is_class_v<Record>
  void read(const json& from, Record& to, const Place& place) const {
    JsonReader reader(from, place, kind_);
    visit_fields(reader, to);
    reader.refuse_unknown_fields();
  }

  const json& object_;
  const Place& place_;
  ErrorKind kind_;
  std::vector<std::string_view> names_;
};

/// Deeper than any record. A tree of values takes many times the memory of brackets alone.
constexpr std::size_t kMaxDepth = 16;

}  // namespace

void check_nesting(std::string_view json, std::string_view name, ErrorKind kind) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) throw Error(kind, fmt::format("{} is nested too deep", name));
    } else if (c == ']' || c == '}') {
      depth -= depth > 0 ? 1 : 0;
    }
  }
}

template <typename Record>
Record record_from_json(std::string_view text, std::string_view name, ErrorKind kind) {
  const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
  const Place place{nullptr, name};
  if (document.is_discarded()) throw Error(kind, fmt::format("{} is not JSON", name));
  Record record;
  JsonReader reader(document, place, kind);
  visit_fields(reader, record);
  reader.refuse_unknown_fields();
  return record;
}

template Citation record_from_json(std::string_view, std::string_view, ErrorKind);
template Document record_from_json(std::string_view, std::string_view, ErrorKind);
template Claim record_from_json(std::string_view, std::string_view, ErrorKind);
template MeshDescriptor record_from_json(std::string_view, std::string_view, ErrorKind);
template CapsuleFacts record_from_json(std::string_view, std::string_view, ErrorKind);
template CapsuleInput record_from_json(std::string_view, std::string_view, ErrorKind);
template ClaimAnswers record_from_json(std::string_view, std::string_view, ErrorKind);
template Report record_from_json(std::string_view, std::string_view, ErrorKind);
template RunFacts record_from_json(std::string_view, std::string_view, ErrorKind);
template LogEntry record_from_json(std::string_view, std::string_view, ErrorKind);

}  // namespace claimcheck
