#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/citation.h"
#include "core/query.h"

namespace claimcheck {

/// Citations and queries for property tests, the same on every machine for the same seed.
class RandomCitations {
 public:
  explicit RandomCitations(std::uint32_t seed) : engine_(seed) {}

  /// Every field may be filled, with any bytes that are well-formed UTF-8, control characters among them.
  Citation any_citation(Pmid pmid);
  /// A citation of few words, so that queries find some and miss some.
  Citation searchable_citation(Pmid pmid);
  /// A tree of terms that searchable citations may have, at most `depth` groups deep.
  QueryNode query(std::size_t depth);
  /// One to five words of searchable citations, stop words among them.
  std::string free_text();

  std::size_t below(std::size_t bound) { return engine_() % bound; }
  bool chance(std::size_t percent) { return below(100) < percent; }

 private:
  std::string any_text(std::size_t most_characters);
  std::string words(std::size_t least, std::size_t most);
  std::string_view term_name();
  PartialDate any_date();
  Author any_author();
  Notice any_notice();
  std::vector<AbstractSection> any_sections();

  template <typename Make>
  auto some(std::size_t most, Make&& make) {
    std::vector<decltype(make())> made(below(most + 1));
    for (auto& item : made) item = make();
    return made;
  }

  std::mt19937 engine_;
};

/// The words of searchable citations with their Porter stems.
struct StemmedWord {
  std::string_view word;
  std::string_view stem;
};
const std::vector<StemmedWord>& searchable_words();

}  // namespace claimcheck
