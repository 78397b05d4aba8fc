#include "intake/docx_words.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace claimcheck {

std::string_view docx_words_data();

namespace {

constexpr std::size_t kLongestName = 100;

using Words = std::vector<std::string_view>;

const Words& words_of(std::string_view section) {
  static const std::map<std::string_view, Words> kSections = [] {
    std::map<std::string_view, Words> sections;
    Words* words = nullptr;
    for (std::string_view data = docx_words_data(); !data.empty();) {
      const std::string_view line = data.substr(0, data.find('\n'));
      data.remove_prefix(std::min(line.size() + 1, data.size()));
      if (line.empty() || line.starts_with("# ")) continue;
      if (line.front() == '[') {
        words = &sections[line.substr(1, line.size() - 2)];
      } else {
        words->push_back(line);
      }
    }
    return sections;
  }();
  return kSections.at(section);
}

bool is_among(std::string_view name, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return word.ends_with(' ') ? name.starts_with(word) : name == word;
  });
}

// "ADDIN ZOTERO_BIBL {…}" begins with "addin zotero_bibl"; a longer word does not.
bool begins_with_one(std::string_view name, const Words& words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    return name.starts_with(word) && (name.size() == word.size() || name[word.size()] == ' ');
  });
}

std::string plain(std::string_view text) {
  std::string folded;
  for (const char c : fold_case(text.substr(0, kLongestName))) {
    const bool space = c == ' ' || c == '\t' || c == '\n';
    if (!space || (!folded.empty() && folded.back() != ' ')) folded += space ? ' ' : c;
  }
  return folded;
}

}  // namespace

DocxRole role_of_style(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, DocxRole>, 5> kStyles{{
      {"reference styles", DocxRole::reference},
      {"boilerplate styles", DocxRole::boilerplate},
      {"caption styles", DocxRole::caption},
      {"quotation styles", DocxRole::quotation},
      {"title styles", DocxRole::title},
  }};
  for (const auto& [section, role] : kStyles) {
    if (is_among(name, words_of(section))) return role;
  }
  return DocxRole::unsaid;
}

DocxRole role_of_field(std::string_view instruction) {
  if (instruction.empty()) return DocxRole::unsaid;
  const std::string name = plain(repair_utf8(instruction.substr(0, kLongestName)));
  if (begins_with_one(name, words_of("reference fields"))) return DocxRole::reference;
  if (begins_with_one(name, words_of("boilerplate fields"))) return DocxRole::boilerplate;
  return DocxRole::unsaid;
}

}  // namespace claimcheck
