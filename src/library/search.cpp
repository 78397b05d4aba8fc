#include <algorithm>

#include "library/index_ranking.h"
#include "library/library.h"
#include "library/library_state.h"
#include "library/match_expression.h"
#include "library/prepared_citation.h"

namespace claimcheck {
namespace {

struct Matches {
  std::size_t found = 0;
  std::vector<SearchHit> hits;
};

bool is_better(const SearchHit& a, const SearchHit& b) {
  return a.score != b.score ? a.score > b.score : a.pmid < b.pmid;
}

/// The best `limit` matches of `expression` and the number of all. Keeps the best so far in a heap with the worst of
/// them in front.
Matches find_matches(Database& database, PhraseCounts& counts, const MatchExpression& expression, std::size_t limit) {
  Matches matches;
  if (expression.text.empty()) return matches;
  const Snapshot snapshot(database);
  counts.follow(database);
  RelevanceRequest request{expression.phrases, counts};
  Statement statement(database,
                      "SELECT rowid, relevance(citation_index, ?2) FROM citation_index WHERE citation_index MATCH ?1");
  statement.bind(expression.text, BoundPointer{&request, kRelevanceType});
  std::vector<SearchHit>& hits = matches.hits;
  while (statement.step()) {
    ++matches.found;
    const SearchHit hit{static_cast<Pmid>(statement.integer(0)), statement.real(1)};
    if (hits.size() >= limit && (limit == 0 || !is_better(hit, hits.front()))) continue;
    if (hits.size() >= limit) {
      std::pop_heap(hits.begin(), hits.end(), is_better);
      hits.pop_back();
    }
    hits.push_back(hit);
    std::push_heap(hits.begin(), hits.end(), is_better);
  }
  std::sort_heap(hits.begin(), hits.end(), is_better);
  return matches;
}

}  // namespace

std::vector<SearchHit> Library::search_text(std::string_view text, std::size_t limit) const {
  return find_matches(state_->database, state_->phrase_counts, any_word_of(state_->database, text), limit).hits;
}

SearchResult Library::search_doi(const Query& query) const {
  const std::string doi = lower_doi(query.where.term);
  SearchResult result;
  result.complete = true;
  result.as_run = "doi:" + doi;
  Statement rows(state_->database, "SELECT pmid FROM citation_doi WHERE doi = ? ORDER BY pmid");
  rows.bind(doi);
  while (rows.step()) {
    ++result.found;
    if (result.hits.size() < query.limit) result.hits.push_back({static_cast<Pmid>(rows.integer(0)), 0});
  }
  return result;
}

SearchResult Library::search(const Query& query) const {
  const LibraryStatus now = status();
  if (now.citations > 0 && query.where.kind == QueryNode::Kind::term && query.where.field == QueryField::doi) {
    SearchResult result = search_doi(query);
    result.source = "local library";
    result.date = now.last_change;
    return result;
  }
  MatchExpression expression = to_match_expression(state_->database, query.where);
  SearchResult result;
  result.source = "local library";
  result.date = now.last_change;
  result.as_run = expression.shown();
  result.warnings = std::move(expression.warnings);
  if (now.citations == 0) {
    result.problem =
        "The library " + now.path + " holds no citations; fill it with: claimcheck library import --library PATH FILE";
  } else if (expression.text.empty()) {
    result.problem = "The query has no term to search for.";
  } else {
    Matches matches = find_matches(state_->database, state_->phrase_counts, expression, query.limit);
    result.complete = true;
    result.found = matches.found;
    result.hits = std::move(matches.hits);
  }
  return result;
}

}  // namespace claimcheck
