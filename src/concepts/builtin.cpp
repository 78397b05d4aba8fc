#include "concepts/vocabulary.h"

namespace claimcheck {

std::string_view vocabulary_data();  // generated from data/*.txt by claimcheck_embed

const Vocabulary& builtin_vocabulary() {
  // Never destroyed: taking thousands of terms apart would be the last thing that every run does.
  static const auto* vocabulary = new Vocabulary(Vocabulary::parse(vocabulary_data(), "built-in vocabulary"));
  return *vocabulary;
}

}  // namespace claimcheck
