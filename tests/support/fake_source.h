#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "core/citation_source.h"

namespace claimcheck {

/// A CitationSource over two maps: the citations it holds, and canned answers to searches. A search for which no answer
/// was canned is evaluated word by word over the citations (support/query_match.h), best match first.
class FakeSource : public CitationSource {
 public:
  FakeSource() = default;
  explicit FakeSource(std::vector<Citation> citations);

  void add(Citation citation);

  /// Searches that hold `term` as one of their terms, in any field and outside none_of, find `pmids` in this order.
  void answer(std::string term, std::vector<Pmid> pmids);

  SearchResult search(const Query& query) override;
  FetchResult fetch(std::span<const Pmid> pmids) override;

  std::optional<std::string> search_problem;   ///< set: no search can be made; the result is incomplete
  std::optional<std::string> counter_problem;  ///< set: no search of the counter side can be made
  std::set<Pmid> failing;                      ///< these cannot be fetched
  std::string date = "2031-02-03";             ///< of every answer
  std::vector<Query> searches;                 ///< every search that was asked
  std::vector<Pmid> fetched;                   ///< every PMID that was asked

 private:
  std::map<Pmid, Citation> citations_;
  std::map<std::string, std::vector<Pmid>> answers_;
};

/// A citation in one line: no abstract sections but one without a label, none when `abstract` is empty.
Citation make_citation(Pmid pmid, std::string title, std::string abstract = "");

}  // namespace claimcheck
