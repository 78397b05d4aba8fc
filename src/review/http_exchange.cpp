#include "review/http_exchange.h"

namespace claimcheck {

std::optional<std::string_view> find_field(const HttpFields& fields, std::string_view name) {
  for (const auto& [its_name, value] : fields) {
    if (its_name == name) return value;
  }
  return std::nullopt;
}

}  // namespace claimcheck
