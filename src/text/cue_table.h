#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "text/cues.h"
#include "text/word_map.h"

namespace claimcheck {

/// The phrases of a cue file as a trie over words, so that finding them costs a few look-ups a token however many
/// phrases there are. Immutable once built; safe to share between threads.
class CueTable {
 public:
  /// Reads the format that the head of src/text/data/cues.txt describes. Throws Error(input) naming `name` and the line
  /// on an unknown kind, a phrase before any kind, an element that is not one word, or a phrase that could match no
  /// word at all.
  static CueTable parse(std::string_view data, std::string_view name);

  /// The table that ships with claimcheck, parsed once.
  static const CueTable& builtin();

  /// As find_cues in cues.h.
  [[nodiscard]] std::vector<Cue> find(std::span<const Token> tokens) const;

 private:
  friend class CueFileParser;
  using WordId = std::uint32_t;
  using NodeId = std::uint32_t;
  /// The ids of a string as a literal word and as a stem.
  struct Entry {
    WordId word = 0;
    WordId stem = 0;
  };

  static constexpr WordId kNoWord = 0;
  static constexpr WordId kAnyNumber = 1;
  static constexpr WordId kFirstFree = 2;
  /// Masks: what looks like a cue and is none ("low back pain"). One past the last CueKind.
  static constexpr std::size_t kMask = EnumNames<CueKind>::values.size();
  static constexpr std::size_t kKinds = kMask + 1;

  struct Node {
    std::vector<std::pair<WordId, NodeId>> next;  ///< sorted
    NodeId gap = 0;                               ///< the node behind "…"; 0 for none
    std::uint32_t kinds = 0;                      ///< bit k: a phrase of kind k ends here
  };

  /// What the table knows of a token.
  struct Reading {
    WordId word = kNoWord;
    WordId stem = kNoWord;
    WordId number = kNoWord;
    bool passable = false;  ///< "…" may stand for it
    bool counted = false;   ///< and it is one of the three words that "…" may stand for
    bool joint = false;     ///< a hyphen or dash: phrases look through it
  };

  class Walk;

  [[nodiscard]] NodeId find_child(NodeId from, WordId word) const;
  [[nodiscard]] std::vector<Reading> read(std::span<const Token> tokens) const;

  std::vector<Node> nodes_{1};  ///< the root first
  WordMap<Entry> entries_;
  std::vector<NodeId> first_nodes_;        ///< for each id, the child of the root; 0 for none
  std::vector<std::vector<WordId>> sets_;  ///< for each id, the ids of the sets it is in
};

}  // namespace claimcheck
