#include "cli/json_request.h"

#include <fmt/core.h>

#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/error.h"

namespace claimcheck {
namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::string& why) {
  throw Error(ErrorKind::input, why);
}

}  // namespace

struct JsonRequest::Object {
  Json json;
  std::string path;  ///< of this object in the line: "", "citation."

  /// nullptr when the member is missing or null.
  [[nodiscard]] const Json* find(const char* name) const {
    const auto found = json.find(name);
    return found == json.end() || found->is_null() ? nullptr : &*found;
  }

  [[nodiscard]] std::string text(const Json& value, const char* name) const {
    if (!value.is_string()) refuse(fmt::format("\"{}{}\" must be a string", path, name));
    return value.get<std::string>();
  }

  [[nodiscard]] std::shared_ptr<const Object> child(const Json& value, const std::string& name) const {
    if (!value.is_object()) refuse(fmt::format("\"{}{}\" must be an object", path, name));
    return std::make_shared<const Object>(Object{value, path + name + "."});
  }

  /// The items of a list; none when it is missing.
  [[nodiscard]] const Json& list(const char* name) const {
    static const Json kNone = Json::array();
    const Json* value = find(name);
    if (value == nullptr) return kNone;
    if (!value->is_array()) refuse(fmt::format("\"{}{}\" must be a list", path, name));
    return *value;
  }
};

JsonRequest::JsonRequest(std::shared_ptr<const Object> object) : object_(std::move(object)) {}

JsonRequest JsonRequest::parse(const std::string& line) {
  Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded()) refuse("not JSON");
  if (!json.is_object()) refuse("not a JSON object");
  const auto id = json.find("id");
  if (id == json.end() || !(id->is_string() || id->is_number())) refuse("it needs an \"id\", a string or a number");
  return JsonRequest(std::make_shared<const Object>(Object{std::move(json), {}}));
}

std::string JsonRequest::id() const {
  return object_->json.at("id").dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string JsonRequest::text(const char* name) const {
  const Json* value = object_->find(name);
  if (value == nullptr) refuse(fmt::format("it needs a \"{}{}\", a string", object_->path, name));
  return object_->text(*value, name);
}

std::string JsonRequest::text_or_empty(const char* name) const {
  const Json* value = object_->find(name);
  return value == nullptr ? std::string() : object_->text(*value, name);
}

std::uint32_t JsonRequest::number_or_zero(const char* name) const {
  const Json* value = object_->find(name);
  if (value == nullptr) return 0;
  const std::string digits = value->is_string() ? value->get<std::string>() : value->dump();
  std::uint32_t number = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  if (digits.empty() ? !value->is_string() : stop != end || error != std::errc()) {
    refuse(fmt::format("\"{}{}\" must be a whole number from 0", object_->path, name));
  }
  return number;
}

std::vector<std::string> JsonRequest::texts(const char* name) const {
  std::vector<std::string> all;
  for (const Json& value : object_->list(name)) all.push_back(object_->text(value, name));
  return all;
}

std::optional<JsonRequest> JsonRequest::object(const char* name) const {
  const Json* value = object_->find(name);
  if (value == nullptr) return std::nullopt;
  return JsonRequest(object_->child(*value, name));
}

std::vector<JsonRequest> JsonRequest::objects(const char* name) const {
  std::vector<JsonRequest> all;
  for (const Json& value : object_->list(name)) {
    all.push_back(JsonRequest(object_->child(value, fmt::format("{}[{}]", name, all.size()))));
  }
  return all;
}

}  // namespace claimcheck
