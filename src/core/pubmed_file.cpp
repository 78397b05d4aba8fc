#include "core/pubmed_file.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace claimcheck {
namespace {

constexpr std::string_view kStart = "pubmed";
constexpr int kCentury = 2000;
constexpr std::size_t kLeastDigits = 4;
constexpr std::size_t kMostDigits = 6;

/// Takes `text` away from the front of `from`; false when it does not stand there.
bool take(std::string_view& from, std::string_view text) {
  if (!from.starts_with(text)) return false;
  from.remove_prefix(text.size());
  return true;
}

/// Takes the digits at the front of `from`; nullopt unless there are as many as asked.
std::optional<int> take_digits(std::string_view& from, std::size_t least, std::size_t most) {
  const std::size_t size = std::min(from.find_first_not_of("0123456789"), from.size());
  if (size < least || size > most) return std::nullopt;
  int value = 0;
  std::from_chars(from.data(), from.data() + size, value);
  from.remove_prefix(size);
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

std::optional<PubmedFileId> parse_pubmed_file_name(std::string_view name) {
  if (!take(name, kStart)) return std::nullopt;
  const std::optional<int> year = take_digits(name, 2, 2);
  if (!year || !take(name, "n")) return std::nullopt;
  const std::optional<int> number = take_digits(name, kLeastDigits, kMostDigits);
  if (!number || *number == 0 || (name != ".xml.gz" && name != ".xml")) return std::nullopt;
  return PubmedFileId{kCentury + *year, *number};
}

std::string pubmed_file_name(PubmedFileId id) {
  std::string name(kStart);
  name += padded(id.year % 100, 2);
  name += 'n';
  name += padded(id.number, kLeastDigits);
  return name + ".xml.gz";
}

}  // namespace claimcheck
