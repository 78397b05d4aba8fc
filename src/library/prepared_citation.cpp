#include "library/prepared_citation.h"

#include "library/citation_json.h"

#include <algorithm>

namespace claimcheck {

void LibraryCounts::add(const LibraryCounts& other, int times) {
  citations += times * other.citations;
  with_abstract += times * other.with_abstract;
  digests += times * other.digests;
  retracted += times * other.retracted;
}

LibraryCounts counts_of(const Citation& citation) {
  return {1, citation.abstract.empty() ? 0 : 1, citation.digest ? 1 : 0, is_retracted(citation) ? 1 : 0};
}

std::size_t PreparedCitation::bytes() const {
  std::size_t size = sizeof(*this) + json.size();
  for (const std::string& column : index) size += column.size();
  return size;
}

std::string lower_doi(std::string doi) {
  std::transform(doi.begin(), doi.end(), doi.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return doi;
}

PreparedCitation prepare_citation(const Citation& citation) {
  const PartialDate& revised = citation.revised;
  return {citation.pmid,
          {!citation.digest, citation.version, revised.year * 10000 + revised.month * 100 + revised.day},
          counts_of(citation),
          lower_doi(citation.doi),
          citation_to_json(citation),
          index_text(citation)};
}

}  // namespace claimcheck
