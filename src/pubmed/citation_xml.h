#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/citation.h"

namespace claimcheck {

/// What a PubMed XML file holds, in file order. Callbacks may be empty.
struct CitationHandler {
  std::function<void(Citation&&)> citation;
  std::function<void(Pmid)> deleted;                    ///< a PMID of DeleteCitation
  std::function<void(std::string problem)> bad_record;  ///< one record could not be read; the others go on
};

/// Supplies bytes: fills `buffer` from the front, returns how many were written, 0 at the end. Throws Error(input)
/// when the bytes cannot be read (half a gzip).
using ByteReader = std::function<std::size_t(char* buffer, std::size_t size)>;

struct CitationCounts {
  std::size_t citations = 0;
  std::size_t deleted = 0;
  std::size_t bad = 0;
};

/// Reads PubmedArticleSet, PubmedBookArticleSet or a bare record, record by record (each PubmedArticle,
/// PubmedBookArticle and DeleteCitation element is cut from the stream and parsed by itself), so memory is bounded by
/// the largest record (cap: 64 MiB). `name` stands for the stream in messages. Throws Error(input) on what is not
/// PubMed XML, on an empty stream, and on a set that stops before its closing tag; everything before it was handed over
/// by then, so the caller rolls back.
CitationCounts read_citations(const ByteReader& bytes, std::string_view name, const CitationHandler& handler);

/// One record (`<PubmedArticle>…</PubmedArticle>` or a book). Throws Error(input) when it is malformed or has no PMID.
Citation parse_citation(std::string_view record);

/// Opens FILE (or standard input for "-"); gzip (also of several members) is recognised by its first bytes and inflated
/// as a stream. Throws Error(input) naming the path: missing, a directory, unreadable.
ByteReader open_bytes(const std::string& path);

}  // namespace claimcheck
