#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace claimcheck {

/// One JSON object of a request line. Members that nobody asks for are ignored. Each function throws Error(input)
/// naming the member when it is of another type than asked for, or missing where that is said.
class JsonRequest {
 public:
  /// Throws Error(input) when `line` is no JSON object, or has no "id" that is a string or a number.
  static JsonRequest parse(const std::string& line);

  /// The id as JSON.
  [[nodiscard]] std::string id() const;
  /// Throws when it is missing.
  [[nodiscard]] std::string text(const char* name) const;
  /// Empty when it is missing or null.
  [[nodiscard]] std::string text_or_empty(const char* name) const;
  /// A number, or digits in a string; 0 when it is missing, null or "". Throws below 0 and above 4,294,967,295.
  [[nodiscard]] std::uint32_t number_or_zero(const char* name) const;
  [[nodiscard]] std::vector<std::string> texts(const char* name) const;
  [[nodiscard]] std::optional<JsonRequest> object(const char* name) const;
  [[nodiscard]] std::vector<JsonRequest> objects(const char* name) const;

 private:
  struct Object;
  explicit JsonRequest(std::shared_ptr<const Object> object);
  std::shared_ptr<const Object> object_;
};

}  // namespace claimcheck
