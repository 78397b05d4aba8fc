#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/word_set.h"

namespace claimcheck {

/// Words with a value each, asked for without a copy of the word.
template <typename Value>
class WordMap {
 public:
  /// The value of `word`, null where it has none.
  [[nodiscard]] const Value* find(std::string_view word) const {
    const auto found = values_.find(word);
    return found == values_.end() ? nullptr : &found->second;
  }

  /// The value of `word`, which is added with a value of its own where it is new.
  Value& operator[](std::string_view word) {
    const auto found = values_.find(word);
    return found == values_.end() ? values_[std::string(word)] : found->second;
  }

  [[nodiscard]] std::size_t size() const { return values_.size(); }

 private:
  std::unordered_map<std::string, Value, WordHash, std::equal_to<>> values_;
};

}  // namespace claimcheck
