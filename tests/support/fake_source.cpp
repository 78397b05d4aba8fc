#include "support/fake_source.h"

#include <algorithm>
#include <utility>

#include "support/query_match.h"

namespace claimcheck {
namespace {

bool holds_term(const QueryNode& node, const std::string& text) {
  if (node.kind == QueryNode::Kind::none_of) return false;
  if (node.kind == QueryNode::Kind::term) return node.term == text;
  return std::any_of(node.children.begin(), node.children.end(),
                     [&text](const QueryNode& child) { return holds_term(child, text); });
}

std::vector<SearchHit> evaluate(const QueryNode& where, const std::map<Pmid, Citation>& citations) {
  std::vector<SearchHit> hits;
  for (const auto& [pmid, citation] : citations) {
    if (matches(where, citation)) hits.push_back({pmid, static_cast<double>(count_matching_terms(where, citation))});
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const SearchHit& left, const SearchHit& right) { return left.score > right.score; });
  return hits;
}

}  // namespace

FakeSource::FakeSource(std::vector<Citation> citations) {
  for (Citation& citation : citations) add(std::move(citation));
}

void FakeSource::add(Citation citation) {
  const Pmid pmid = citation.pmid;
  citations_.insert_or_assign(pmid, std::move(citation));
}

void FakeSource::answer(std::string term, std::vector<Pmid> pmids) {
  answers_.insert_or_assign(std::move(term), std::move(pmids));
}

SearchResult FakeSource::search(const Query& query) {
  searches.push_back(query);
  SearchResult result;
  result.source = "fake";
  result.date = date;
  result.as_run = "fake search " + std::to_string(searches.size());
  const auto& problem = query.side == QuerySide::counter && counter_problem ? counter_problem : search_problem;
  if (problem) {
    result.problem = *problem;
    return result;
  }
  result.complete = true;
  const auto canned = std::find_if(answers_.begin(), answers_.end(),
                                   [&query](const auto& answer) { return holds_term(query.where, answer.first); });
  if (canned != answers_.end()) {
    for (const Pmid pmid : canned->second) result.hits.push_back({pmid, 0});
  } else {
    result.hits = evaluate(query.where, citations_);
  }
  result.found = result.hits.size();
  result.hits.resize(std::min(result.hits.size(), query.limit));
  return result;
}

FetchResult FakeSource::fetch(std::span<const Pmid> pmids) {
  FetchResult result;
  std::set<Pmid> seen;
  for (const Pmid pmid : pmids) {
    fetched.push_back(pmid);
    if (!seen.insert(pmid).second) continue;
    if (failing.contains(pmid)) {
      result.failed.push_back(pmid);
    } else if (const auto found = citations_.find(pmid); found != citations_.end()) {
      result.citations.push_back(found->second);
    } else {
      result.missing.push_back(pmid);
    }
  }
  if (!result.failed.empty()) result.problems.emplace_back("The fake source was told to fail.");
  return result;
}

Citation make_citation(Pmid pmid, std::string title, std::string abstract) {
  Citation citation;
  citation.pmid = pmid;
  citation.title = std::move(title);
  if (!abstract.empty()) citation.abstract.push_back({"", SectionRole::unassigned, std::move(abstract)});
  return citation;
}

}  // namespace claimcheck
