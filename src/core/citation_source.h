#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/citation.h"
#include "core/enum_names.h"
#include "core/query.h"

namespace claimcheck {

struct SearchHit {
  Pmid pmid = 0;
  double score = 0;  ///< higher is better; comparable only within one result. 0 when the source gives none.
  bool operator==(const SearchHit&) const = default;
};

/// The answer to one search. `complete` is false when the source could not look (no network, an error, an empty
/// library): that is never the same as "nothing found", and `problem` then says why and what to do.
struct SearchResult {
  bool complete = false;
  std::size_t found = 0;              ///< how many records match in all; may exceed hits.size()
  std::vector<SearchHit> hits;        ///< best first, at most Query::limit
  std::string as_run;                 ///< the query in the source's own syntax
  std::string translation;            ///< how the source understood it, where it says so
  std::vector<std::string> warnings;  ///< what the source ignored or changed, one sentence each
  std::string source;                 ///< "PubMed" or "local library"
  std::string date;                   ///< ISO date on which the answer was obtained from that source
  std::string problem;
  bool operator==(const SearchResult&) const = default;
};

/// The answer to one fetch: asked = citations + missing + withdrawn + failed, each PMID in exactly one of them.
struct FetchResult {
  std::vector<Citation> citations;    ///< in the order asked
  std::vector<Pmid> missing;          ///< the source looked and has no such record (deleted or unknown)
  std::vector<Pmid> withdrawn;        ///< it had the record once and no longer has it; told in `problems`
  std::vector<Pmid> failed;           ///< the source could not look
  std::vector<Pmid> unchecked;        ///< of `citations`: as they were kept, their status could not be asked for
  std::vector<std::string> problems;  ///< one sentence for each cause of failure, or of doubt about what came
  bool operator==(const FetchResult&) const = default;
};

/// How one citation leads to others: PubMed's "similar articles", or the citations whose reference lists name it.
enum class LinkKind { similar, cited_by };

/// PubMed's name of such a link (https://eutils.ncbi.nlm.nih.gov/entrez/query/static/entrezlinks.html).
constexpr std::string_view elink_name(LinkKind kind) {
  return kind == LinkKind::similar ? "pubmed_pubmed" : "pubmed_pubmed_citedin";
}

/// The answer to one question for links. `complete` is false when the source could not look for all that was asked:
/// never the same as "there are none", and `problem` then says why and what to do.
struct LinkResult {
  bool complete = false;
  /// Of each citation that was looked for: in the source's own ranking where it has one, the citation itself left out.
  std::map<Pmid, std::vector<Pmid>> links;
  std::string source;  ///< "PubMed" or "local library"
  std::string date;    ///< ISO date of the oldest answer among them
  std::string problem;
  bool operator==(const LinkResult&) const = default;
};

/// Where citations come from. Expected failures (no network, throttled) are values in the result; an Error is
/// thrown only when no later call could succeed either (a corrupt library, a wrong URL).
/// Implementations need not be thread-safe.
class CitationSource {
 public:
  CitationSource() = default;
  CitationSource(const CitationSource&) = delete;
  CitationSource& operator=(const CitationSource&) = delete;
  virtual ~CitationSource() = default;

  virtual SearchResult search(const Query& query) = 0;
  virtual FetchResult fetch(std::span<const Pmid> pmids) = 0;
  /// A source that knows no links says so: its answer is not complete.
  virtual LinkResult links(LinkKind /*kind*/, std::span<const Pmid> /*pmids*/) {
    LinkResult result;
    result.problem = "This source of citations knows no links between them.";
    return result;
  }
};

template <>
struct EnumNames<LinkKind> {
  static constexpr std::array<std::string_view, 2> values{"similar", "cited_by"};
};

}  // namespace claimcheck
