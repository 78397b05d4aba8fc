#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace claimcheck {

/// The files of src/intake/data.
std::string_view html_entities_data();
std::string_view layout_words_data();

/// Calls `use` with each line of a data file that is neither empty nor a comment ("# …").
template <typename Use>
void for_each_data_line(std::string_view data, const Use& use) {
  while (!data.empty()) {
    const std::string_view line = data.substr(0, data.find('\n'));
    data.remove_prefix(std::min(line.size() + 1, data.size()));
    if (!line.empty() && !line.starts_with("# ")) use(line);
  }
}

}  // namespace claimcheck
