#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/word_set.h"

namespace claimcheck {

/// Words with a value each, made for asking about the words of a text, of which most are not among them: such a
/// question is one hash and, but for the rare collision, one look at memory. Open addressing with linear probing; at
/// most half of the places are taken.
template <typename Value>
class WordMap {
 public:
  /// The value of `word`, null where it has none. Valid until a word is added.
  [[nodiscard]] const Value* find(std::string_view word) const {
    const Place& place = places_[place_of(word, WordHash{}(word))];
    return place.entry == kFree ? nullptr : &entries_[place.entry].second;
  }

  /// The value of `word`, which is added with a value of its own where it is new. Valid until a word is added.
  Value& operator[](std::string_view word) {
    const std::size_t hash = WordHash{}(word);
    std::size_t at = place_of(word, hash);
    if (places_[at].entry == kFree) {
      if (entries_.size() * 2 >= places_.size()) {
        grow();
        at = place_of(word, hash);
      }
      places_[at] = {mark_of(hash), static_cast<std::uint32_t>(entries_.size())};
      entries_.emplace_back(word, Value{});
    }
    return entries_[places_[at].entry].second;
  }

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  struct Place {
    std::uint32_t mark = 0;  ///< of the word's hash, so that few other words are compared with it
    std::uint32_t entry = kFree;
  };

  static std::uint32_t mark_of(std::size_t hash) { return static_cast<std::uint32_t>(hash >> 32U); }

  /// Where `word` stands, or the free place where it would.
  [[nodiscard]] std::size_t place_of(std::string_view word, std::size_t hash) const {
    const std::size_t last = places_.size() - 1;
    std::size_t at = hash & last;
    while (places_[at].entry != kFree &&
           (places_[at].mark != mark_of(hash) || entries_[places_[at].entry].first != word)) {
      at = (at + 1) & last;
    }
    return at;
  }

  void grow() {
    std::vector<Place> old(places_.size() * 2);
    old.swap(places_);
    for (const Place& place : old) {
      if (place.entry == kFree) continue;
      const std::string& word = entries_[place.entry].first;
      places_[place_of(word, WordHash{}(word))] = place;
    }
  }

  std::vector<Place> places_ = std::vector<Place>(16);  ///< a power of two of them
  std::vector<std::pair<std::string, Value>> entries_;
};

}  // namespace claimcheck
