#include "review/cookies.h"

#include <algorithm>
#include <cstddef>

namespace claimcheck {
namespace {

std::string_view trim(std::string_view text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

}  // namespace

std::vector<std::string_view> cookie_values(std::string_view field, std::string_view name) {
  std::vector<std::string_view> values;
  while (!field.empty()) {
    const std::string_view piece = field.substr(0, field.find(';'));
    field.remove_prefix(std::min(piece.size() + 1, field.size()));
    const std::size_t equals = piece.find('=');
    if (equals != std::string_view::npos && trim(piece.substr(0, equals)) == name) {
      values.push_back(trim(piece.substr(equals + 1)));
    }
  }
  return values;
}

}  // namespace claimcheck
