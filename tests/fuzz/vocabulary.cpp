// Vocabulary::parse gives a vocabulary that keeps its promises, or throws Error(input). The input is the data, then
// optionally a NUL and a text, whose mentions must lie in it, in order, without overlap within one kind.
#include "concepts/vocabulary.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"

namespace {

using claimcheck::Concept;
using claimcheck::ConceptMention;
using claimcheck::Vocabulary;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_hierarchy(const Vocabulary& vocabulary) {
  for (const Concept& meaning : vocabulary.concepts()) {
    require(vocabulary.find(meaning.id) == &meaning && !meaning.terms.empty());
    require(vocabulary.is_kind_of(meaning.id, meaning.id));
    for (const std::string& above : meaning.broader) {
      require(vocabulary.is_kind_of(meaning.id, above) && !vocabulary.is_kind_of(above, meaning.id));
      const std::vector<const Concept*> narrower = vocabulary.with_narrower(above);
      require(std::count(narrower.begin(), narrower.end(), &meaning) == 1);
    }
  }
}

void check_mentions(const Vocabulary& vocabulary, std::string_view text) {
  const std::vector<claimcheck::Token> tokens = claimcheck::tokenize(text);
  const std::vector<ConceptMention> mentions = vocabulary.find_mentions(text, tokens);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    require(mentions[i].first < mentions[i].last && mentions[i].last <= tokens.size());
    require(mentions[i].span.begin == tokens[mentions[i].first].span.begin);
    require(mentions[i].span.end == tokens[mentions[i].last - 1].span.end && mentions[i].span.end <= text.size());
    if (i > 0) require(mentions[i - 1].first <= mentions[i].first);
    for (std::size_t j = i + 1; j < mentions.size(); ++j) {
      if (mentions[i].concept_ptr->kind != mentions[j].concept_ptr->kind) continue;
      require(!mentions[i].span.overlaps(mentions[j].span));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  const std::size_t end = input.find('\0');
  const std::string_view text = end == std::string_view::npos ? std::string_view() : input.substr(end + 1);
  try {
    const Vocabulary vocabulary = Vocabulary::parse(input.substr(0, end), "data");
    check_hierarchy(vocabulary);
    check_mentions(vocabulary, text);
    check_mentions(claimcheck::builtin_vocabulary(), text);
  } catch (const claimcheck::Error& error) {
    require(error.kind() == claimcheck::ErrorKind::input);
    require(std::string_view(error.what()).starts_with("data:"));
  }
  return 0;
}
