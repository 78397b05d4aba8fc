#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report.h"

namespace claimcheck {

/// A run over two documents with six claims that between them use every part of a report: all tags, both ways of having
/// none, both sides, capped lists, notices, a digest, a book, non-ASCII text. The drug "veldoxine" and all that is said
/// of it, journals and PMIDs included, are invented.
Run sample_run();

/// The article that the first claims of the sample come from, in Markdown, with lines that end in CRLF; its blocks are
/// their passages.
Document sample_article();

/// Makes the claim one that was extracted from block `block` of the article, where its origin says.
void add_passage(const Document& article, std::size_t block, Claim& claim);

/// The invented records that the sample's findings quote.
std::vector<Citation> sample_citations();

/// A citation with one unlabelled section.
Citation make_citation(Pmid pmid, std::string title, std::string text);

/// The quote of `words`, which must occur in section `section` of the citation.
Quote make_quote(const Citation& citation, std::size_t section, std::string_view words);

}  // namespace claimcheck
