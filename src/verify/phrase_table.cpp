#include "verify/phrase_table.h"

#include <string_view>

namespace claimcheck {

std::string_view caveat_words_data();
std::string_view claim_words_data();
std::string_view study_words_data();
std::string_view strength_words_data();
std::string_view comparison_words_data();

const PhraseTable& caveat_words() {
  static const PhraseTable table = PhraseTable::parse(caveat_words_data(), "caveat_words.txt");
  return table;
}

const PhraseTable& claim_words() {
  static const PhraseTable table = PhraseTable::parse(claim_words_data(), "claim_words.txt");
  return table;
}

const PhraseTable& comparison_words() {
  static const PhraseTable table = PhraseTable::parse(comparison_words_data(), "comparison_words.txt");
  return table;
}

const PhraseTable& study_words() {
  static const PhraseTable table = PhraseTable::parse(study_words_data(), "study_words.txt");
  return table;
}

const PhraseTable& strength_words() {
  static const PhraseTable table = PhraseTable::parse(strength_words_data(), "strength_words.txt");
  return table;
}

}  // namespace claimcheck
