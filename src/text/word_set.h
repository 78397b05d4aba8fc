#pragma once

#include <bitset>
#include <cstddef>
#include <initializer_list>
#include <string_view>
#include <unordered_set>

namespace claimcheck {

/// Tells cheaply that a word is none of those added: "no" is certain, "yes" is to be looked up. Good for up to some
/// hundreds of words; most words of a text are then turned away for a few instructions each.
class WordFilter {
 public:
  void add(std::string_view word) { marks_.set(mark_of(word)); }
  [[nodiscard]] bool may_hold(std::string_view word) const { return marks_.test(mark_of(word)); }

 private:
  static constexpr std::size_t kMarks = 4096;

  static std::size_t mark_of(std::string_view word) {
    const auto byte = [&](std::size_t i) { return static_cast<std::size_t>(static_cast<unsigned char>(word[i])); };
    if (word.empty()) return 0;
    return (byte(0) * 67 + byte(word.size() / 2) * 31 + byte(word.size() - 1) * 7 + word.size()) % kMarks;
  }

  std::bitset<kMarks> marks_;
};

/// A fixed set of words, which must outlive it (literals do), made for asking about the words of a text: most are in no
/// such set.
class WordSet {
 public:
  WordSet(std::initializer_list<std::string_view> words) : words_(words) {
    for (const std::string_view word : words) filter_.add(word);
  }
  [[nodiscard]] bool contains(std::string_view word) const { return filter_.may_hold(word) && words_.contains(word); }

 private:
  WordFilter filter_;
  std::unordered_set<std::string_view> words_;
};

}  // namespace claimcheck
