#include "concepts/vocabulary.h"

namespace claimcheck {

std::string_view vocabulary_data();  // generated from data/*.txt by claimcheck_embed

const Vocabulary& builtin_vocabulary() {
  static const Vocabulary vocabulary = Vocabulary::parse(vocabulary_data(), "built-in vocabulary");
  return vocabulary;
}

}  // namespace claimcheck
