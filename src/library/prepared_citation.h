#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>

#include "core/citation.h"
#include "library/index_text.h"

namespace claimcheck {

/// How many citations a library holds, of each sort that its status counts.
struct LibraryCounts {
  std::int64_t citations = 0;
  std::int64_t with_abstract = 0;
  std::int64_t digests = 0;
  std::int64_t retracted = 0;

  /// Adds `other` `times` times; -1 takes it away.
  void add(const LibraryCounts& other, int times);
};
LibraryCounts counts_of(const Citation& citation);

/// Which of two records for one PMID a library keeps: a published abstract before a digest of it, then the later
/// version, then the later revision.
struct CitationRank {
  bool published = true;
  int version = 0;
  int revised = 0;  ///< date revised as the number YYYYMMDD
  bool operator<(const CitationRank& other) const {
    return std::tie(published, version, revised) < std::tie(other.published, other.version, other.revised);
  }
};

/// All that a library writes of a citation. Worked out without the database, so that an import can do so on another
/// thread than the one that writes.
struct PreparedCitation {
  Pmid pmid = 0;
  CitationRank rank;
  LibraryCounts counts;  ///< the citation as one of its sorts
  std::string doi;       ///< lower case; may be empty
  std::string json;      ///< citation_json.h
  IndexText index;

  /// Memory held, roughly.
  [[nodiscard]] std::size_t bytes() const;
};
/// A DOI as the library compares it: DOIs are case-insensitive in ASCII (DOI Handbook, 2.4).
std::string lower_doi(std::string doi);

PreparedCitation prepare_citation(const Citation& citation);

}  // namespace claimcheck
