// Whatever the bytes, read_mesh_descriptors hands over descriptors that can be stored or throws Error(input), where the
// chunks of the stream end changes nothing, and a vocabulary takes what was handed over and keeps its promises. First
// byte: the chunk size; the rest: the stream.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "concepts/mesh_vocabulary.h"
#include "core/error.h"
#include "pubmed/mesh_descriptors.h"
#include "text/utf8.h"

namespace {

using claimcheck::Concept;
using claimcheck::ConceptMention;
using claimcheck::MeshDescriptor;
using claimcheck::Vocabulary;

void require(bool holds) {
  if (!holds) std::abort();
}

struct Outcome {
  std::vector<MeshDescriptor> descriptors;
  int year = 0;
  std::string error;
  bool operator==(const Outcome&) const = default;
};

Outcome read(std::string_view text, std::size_t chunk) {
  Outcome outcome;
  const claimcheck::ByteReader bytes = [whole = claimcheck::bytes_of(text), chunk](char* buffer, std::size_t size) {
    return whole(buffer, std::min(size, chunk));
  };
  try {
    const auto take = [&](MeshDescriptor&& descriptor) { outcome.descriptors.push_back(std::move(descriptor)); };
    outcome.year = claimcheck::read_mesh_descriptors(bytes, "fuzz.xml", take).year;
  } catch (const claimcheck::Error& error) {
    require(error.kind() == claimcheck::ErrorKind::input);
    outcome.error = error.what();
  }
  return outcome;
}

bool is_line(std::string_view text) {
  return !text.empty() && claimcheck::is_valid_utf8(text) && text.find('\n') == std::string_view::npos;
}

void check_descriptor(const MeshDescriptor& descriptor) {
  require(is_line(descriptor.name) && is_line(descriptor.ui) && descriptor.ui.front() == 'D');
  require(std::all_of(descriptor.entry_terms.begin(), descriptor.entry_terms.end(), is_line));
  require(std::all_of(descriptor.trees.begin(), descriptor.trees.end(), is_line));
}

const Vocabulary& base() {
  static const Vocabulary vocabulary = Vocabulary::parse(
      "drug: drug\n  .kind intervention\n  .mesh Drugs\ndisease: =disease\n  .kind outcome\n  .valence bad\n"
      "  cancer: cancer; tumour\n    .mesh Neoplasms\n    .patients\n  pain: pain; sore joints\n    .harm yes\n",
      "base");
  return vocabulary;
}

void check_vocabulary(const Vocabulary& vocabulary) {
  for (const Concept& meaning : vocabulary.concepts()) {
    require(vocabulary.find(meaning.id) == &meaning && !meaning.terms.empty());
    for (const std::string& above : meaning.broader) {
      require(vocabulary.find(above) != nullptr && vocabulary.find(above)->kind == meaning.kind);
      require(vocabulary.is_kind_of(meaning.id, above) && !vocabulary.is_kind_of(above, meaning.id));
      const std::vector<const Concept*> narrower = vocabulary.with_narrower(above);
      require(std::count(narrower.begin(), narrower.end(), &meaning) == 1);
    }
  }
}

/// What the base reads in `text` is read with MeSH too, or something more exact in its place.
void check_mentions(const Vocabulary& vocabulary, std::string_view text) {
  const std::vector<claimcheck::Token> tokens = claimcheck::tokenize(text);
  const std::vector<ConceptMention> mentions = vocabulary.find_mentions(text, tokens);
  for (const ConceptMention& before : base().find_mentions(text, tokens)) {
    require(std::any_of(mentions.begin(), mentions.end(), [&](const ConceptMention& mention) {
      return mention.first <= before.first && mention.last >= before.last &&
             vocabulary.is_kind_of(mention.concept_ptr->id, before.concept_ptr->id);
    }));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string text(data + 1, data + size);
  const Outcome whole = read(text, text.size() + 1);
  std::for_each(whole.descriptors.begin(), whole.descriptors.end(), check_descriptor);
  require(whole.error.empty() || (whole.error.starts_with("fuzz.xml: ") && claimcheck::is_valid_utf8(whole.error)));
  require(read(text, data[0] + std::size_t{1}) == whole);
  const Vocabulary vocabulary = claimcheck::extend_with_mesh(base(), whole.descriptors);
  check_vocabulary(vocabulary);
  check_mentions(vocabulary, text);
  return 0;
}
