#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "verify/sentence.h"

namespace claimcheck {

/// Groups of words that mean the same ("womb", "uterus"), by stem (src/verify/data/alike_words.txt).
class AlikeWords {
 public:
  /// One group a line, words between ";"; "#" opens a comment line.
  static AlikeWords parse(std::string_view text);

  /// True if a word of the sentence has the stem, or one that stands in a group with it.
  [[nodiscard]] bool names(const Sentence& sentence, std::string_view stem) const;

 private:
  /// The numbers of the groups that a stem stands in, in order.
  std::unordered_map<std::string, std::vector<std::size_t>> groups_;
};

/// Those that claimcheck is shipped with.
const AlikeWords& alike_words();

}  // namespace claimcheck
