#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "core/citation.h"
#include "pubmed/byte_reader.h"

namespace claimcheck {

/// What a PubMed XML file holds, in file order. Callbacks may be empty.
struct CitationHandler {
  std::function<void(Citation&&)> citation;
  std::function<void(Pmid)> deleted;                    ///< a PMID of DeleteCitation
  std::function<void(std::string problem)> bad_record;  ///< one record could not be read; the others go on
};

struct CitationCounts {
  std::size_t citations = 0;
  std::size_t deleted = 0;
  std::size_t bad = 0;
  bool operator==(const CitationCounts&) const = default;
};

/// Reads PubmedArticleSet, PubmedBookArticleSet, MedlineCitationSet, a bare record, or several of these one after the
/// other, record by record (each PubmedArticle, PubmedBookArticle and DeleteCitation element is cut from the stream and
/// parsed by itself), so memory is bounded by the largest record (at most 16 MiB). `name` stands for the stream in
/// messages. UTF-8, or ISO-8859-1 if declared; bytes that are no UTF-8 become U+FFFD. No DTD is loaded and no entity of
/// one expanded; unknown elements are skipped.
///
/// A record that is malformed, has no closing tag or no PMID goes to bad_record, with its number and, where it can be
/// read, its PMID. Throws Error(input) on what is not PubMed XML, on an empty stream, on another encoding, on a larger
/// record, and on a set that stops before its closing tag; everything before it was handed over by then, so the caller
/// rolls back.
CitationCounts read_citations(const ByteReader& bytes, std::string_view name, const CitationHandler& handler);

/// One record (`<PubmedArticle>…</PubmedArticle>`, a book, or a MedlineCitation). Throws Error(input) when it is
/// malformed or has no PMID.
Citation parse_citation(std::string_view record);

}  // namespace claimcheck
