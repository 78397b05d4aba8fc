#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "core/span.h"

namespace claimcheck {

/// A place in a block that cites something, and by what: numbers or names of a reference list, an anchor of the
/// document, or the source itself.
struct CitationMark {
  /// "Smith" and "2020" of "(Smith et al., 2020)"; the name folded.
  struct AuthorYear {
    std::string author;
    std::string year;
    bool operator==(const AuthorYear&) const = default;
  };
  Span span;         ///< bytes of the block's text; empty where nothing is printed
  bool cut = false;  ///< the words are only a mark, no part of the sentence
  std::string label;
  std::vector<std::size_t> numbers;
  std::vector<AuthorYear> names;
  std::string anchor;                ///< without "#"
  std::vector<CitedSource> sources;  ///< known from the mark alone
};

/// The marks of a block, by position: those that its reader found, and in its words "[3]", "[1, 4-6]", superscript
/// figures, "(Smith et al., 2020)", "Smith et al. (2020)", "PMID: 123", "doi:10…", addresses of PubMed and doi.org; and
/// "(3, 5-7)" where `references`, the length of the reference list, makes them numbers of it. Linear in its length.
std::vector<CitationMark> find_citation_marks(const Block& block, std::size_t references);

/// The PubMed id that an address or text names ("https://pubmed.ncbi.nlm.nih.gov/123/", "PMID: 123"), if any.
std::optional<Pmid> find_pmid(std::string_view text);

/// The DOI in an address or text, lower case, without a full stop behind it; empty where there is none.
std::string find_doi(std::string_view text);

}  // namespace claimcheck
