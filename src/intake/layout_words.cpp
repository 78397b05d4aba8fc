#include "intake/layout_words.h"

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "intake/intake_data.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLongestName = 100;

using Words = std::unordered_set<std::string_view>;

const Words& layout_words(std::string_view section) {
  static const auto sections = [] {
    std::unordered_map<std::string_view, Words> read;
    Words* words = nullptr;
    for_each_data_line(layout_words_data(), [&](std::string_view line) {
      if (line.front() == '[') {
        words = &read[line.substr(1, line.size() - 2)];
      } else {
        words->insert(line);
      }
    });
    return read;
  }();
  return sections.at(section);
}

/// "siteFooter_left" as "site-footer-left".
std::string with_hyphens(std::string_view name) {
  std::string words;
  bool lower = false;
  for (const char c : name) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && lower) words += '-';
    lower = c >= 'a' && c <= 'z';
    words += capital ? static_cast<char>(c - 'A' + 'a') : c == '_' || c == ':' ? '-' : c;
  }
  return words;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(separator));
    text.remove_prefix(part.size() < text.size() ? part.size() + 1 : part.size());
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

/// In small letters, without a number in front or a colon behind, "&" as "and".
std::string plain_heading(std::string_view heading) {
  std::string plain;
  for (const char c : fold_case(heading)) {
    if (c == '&') {
      plain += "and";
    } else {
      plain += c;
    }
  }
  const std::size_t begin = std::min(plain.find_first_not_of("0123456789.) "), plain.size());
  const std::size_t end = plain.find_last_not_of(".: ");
  return end == std::string::npos || end < begin ? std::string() : plain.substr(begin, end + 1 - begin);
}

}  // namespace

LayoutRole role_of_name(std::string_view name, bool whole) {
  if (name.empty() || name.size() > kLongestName) return LayoutRole::unsaid;
  const std::string words = with_hyphens(name);
  if (layout_words("hidden").contains(words)) return LayoutRole::hidden;
  const std::vector<std::string_view> parts = split(words, '-');
  if (parts.empty()) return LayoutRole::unsaid;
  for (const std::string_view part : parts) {
    if (layout_words("unsaid").contains(part)) return LayoutRole::unsaid;
  }
  const auto is_in = [&](std::string_view section) {
    const Words& known = layout_words(section);
    return known.contains(words) || (!whole && (known.contains(parts.front()) || known.contains(parts.back())));
  };
  if (is_in("reference")) return LayoutRole::reference;
  if (is_in("boilerplate")) return LayoutRole::boilerplate;
  if (is_in("callout")) return LayoutRole::callout;
  return LayoutRole::unsaid;
}

bool is_reference_heading(std::string_view heading) {
  constexpr std::size_t kLongestHeading = 80;
  if (heading.size() > kLongestHeading) return false;
  const std::string plain = plain_heading(heading);
  const Words& known = layout_words("references");
  if (known.contains(plain)) return true;
  const std::size_t joint = plain.find(" and ");
  return joint != std::string::npos && known.contains(plain.substr(0, joint)) &&
         known.contains(plain.substr(joint + 5));
}

bool is_compound_front(std::string_view word) {
  return layout_words("compounds").contains(fold_case(word));
}

}  // namespace claimcheck
