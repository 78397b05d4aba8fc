#include "intake/word_groups.h"

#include <map>
#include <sstream>
#include <string>
#include <unordered_set>

#include "text/word_set.h"

namespace claimcheck {

std::string_view word_groups_data();

namespace {

using Groups = std::map<std::string, std::unordered_set<std::string, WordHash>, std::less<>>;

Groups read_groups() {
  Groups groups;
  std::istringstream lines{std::string(word_groups_data())};
  std::string group;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      group = line.substr(1, line.find(']') - 1);
      continue;
    }
    std::istringstream fields(line);
    for (std::string word; fields >> word;) groups[group].insert(word);
  }
  return groups;
}

}  // namespace

bool in_word_group(std::string_view group, std::string_view folded) {
  static const Groups groups = read_groups();
  const auto entry = groups.find(group);
  return entry != groups.end() && entry->second.contains(std::string(folded));
}

}  // namespace claimcheck
