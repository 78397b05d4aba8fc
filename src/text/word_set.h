#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <string_view>
#include <unordered_set>

namespace claimcheck {

/// A hash for words, which are short: eight bytes at a step.
struct WordHash {
  using is_transparent = void;  // asked with views as with strings

  std::size_t operator()(std::string_view word) const {
    std::uint64_t hash = word.size();
    for (; word.size() > sizeof hash; word.remove_prefix(sizeof hash)) hash = mix(hash, load<std::uint64_t>(word));
    if (word.size() >= sizeof(std::uint32_t)) {
      const std::uint64_t last = load<std::uint32_t>(word.substr(word.size() - sizeof(std::uint32_t)));
      return mix(hash, load<std::uint32_t>(word) | last << 32U);
    }
    std::uint64_t rest = 0;
    for (const char c : word) rest = rest << 8U | static_cast<unsigned char>(c);
    return mix(hash, rest);
  }

 private:
  template <typename Word>
  static Word load(std::string_view bytes) {
    Word word = 0;
    std::memcpy(&word, bytes.data(), sizeof word);
    return word;
  }
  static std::uint64_t mix(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
    return hash ^ hash >> 32U;
  }
};

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
  std::unordered_set<std::string_view, WordHash> words_;
};

}  // namespace claimcheck
