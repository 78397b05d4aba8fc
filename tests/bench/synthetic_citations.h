#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/citation.h"

namespace claimcheck {

/// Made-up citations of realistic size for timing: titles of about 12 words, abstracts of about 190 in four sections,
/// authors, headings, keywords. Words are drawn by Zipf's law from a list and from rare words built of syllables, so
/// that the index grows as that of real text does. The same on every machine.
class SyntheticCitations {
 public:
  SyntheticCitations();
  Citation next();

 private:
  double uniform() { return static_cast<double>(engine_()) / 4294967296.0; }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(uniform() * static_cast<double>(bound)); }
  void append_word(std::string& text);
  std::string words(std::size_t count);
  void add_people(Citation& citation);
  void add_terms(Citation& citation);

  std::mt19937 engine_{20310203};
  Pmid pmid_ = 0;
};

/// The words that are drawn, most frequent first: a word of rank r stands in about one of r / 13 citations (r > 100).
std::string synthetic_word(std::size_t rank);

}  // namespace claimcheck
