#include "review/api_request.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/enum_names.h"
#include "core/error.h"

namespace claimcheck {
namespace {

using Json = nlohmann::json;

std::vector<std::string_view> fields_of(ReviewAction action) {
  switch (action) {
    case ReviewAction::judged:
      return {"claim", "seen", "judgement", "reason", "text"};
    case ReviewAction::cleared:
      return {"claim", "seen"};
    case ReviewAction::deferred:
    case ReviewAction::commented:
      return {"claim", "seen", "text"};
    case ReviewAction::undone:
      return {"entry"};
    case ReviewAction::joined:
    case ReviewAction::finished:
    case ReviewAction::reopened:
      break;
  }
  return {};
}

Json parse_object(std::string_view body) {
  Json object = Json::parse(body, nullptr, false);
  if (!object.is_object()) throw Error(ErrorKind::input, "What was sent is not a JSON object.");
  return object;
}

std::string read_text(const Json& object, const char* name) {
  if (!object.contains(name)) return "";
  if (!object[name].is_string()) throw Error(ErrorKind::input, fmt::format("“{}” must be text.", name));
  return object[name].get<std::string>();
}

std::optional<std::int64_t> read_number(const Json& object, const char* name) {
  if (!object.contains(name)) return std::nullopt;
  const Json& value = object[name];
  if (!value.is_number_integer() || (value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX)) {
    throw Error(ErrorKind::input, fmt::format("“{}” must be a whole number.", name));
  }
  return value.get<std::int64_t>();
}

template <typename E>
std::optional<E> read_name(const Json& object, const char* name) {
  const std::string word = read_text(object, name);
  if (word.empty()) return std::nullopt;
  const std::optional<E> value = parse_enum<E>(word);
  if (!value) throw Error(ErrorKind::input, fmt::format("“{}” has a value that is not known here.", name));
  return value;
}

}  // namespace

ReviewRequest read_api_request(ReviewAction action, std::string_view body) {
  const Json object = parse_object(body);
  const std::vector<std::string_view> fields = fields_of(action);
  for (const auto& field : object.items()) {
    if (std::find(fields.begin(), fields.end(), field.key()) == fields.end()) {
      throw Error(ErrorKind::input, "What was sent has a field that is not known here.");
    }
  }
  ReviewRequest asked;
  asked.action = action;
  asked.claim = read_text(object, "claim");
  asked.judgement = read_name<Judgement>(object, "judgement");
  asked.reason = read_name<OverrideReason>(object, "reason");
  asked.text = read_text(object, "text");
  asked.seen = read_number(object, "seen");
  asked.undoes = read_number(object, "entry");
  return asked;
}

std::string read_name_request(std::string_view body) {
  const Json object = parse_object(body);
  if (object.size() != 1 || !object.contains("name")) {
    throw Error(ErrorKind::input, "What was sent is not a name alone.");
  }
  return read_text(object, "name");
}

}  // namespace claimcheck
