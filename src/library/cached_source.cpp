#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "library/kept_search.h"
#include "library/library.h"

namespace claimcheck {
namespace {

/// How many citations are asked for, and kept, at a time: a batch of NCBI's EFetch.
constexpr std::size_t kFetchBatch = 200;

/// `pmids` without repetitions, in order.
std::vector<Pmid> without_repetitions(std::span<const Pmid> pmids) {
  std::vector<Pmid> once;
  std::unordered_set<Pmid> seen;
  for (const Pmid pmid : pmids) {
    if (seen.insert(pmid).second) once.push_back(pmid);
  }
  return once;
}

void append(FetchResult& to, FetchResult&& from) {
  const auto move_all = [](auto& source, auto& target) {
    std::move(source.begin(), source.end(), std::back_inserter(target));
  };
  move_all(from.citations, to.citations);
  move_all(from.missing, to.missing);
  move_all(from.failed, to.failed);
  for (std::string& problem : from.problems) {
    if (std::find(to.problems.begin(), to.problems.end(), problem) == to.problems.end()) {
      to.problems.push_back(std::move(problem));
    }
  }
}

void sort_as_asked(std::vector<Citation>& citations, std::span<const Pmid> asked) {
  std::unordered_map<Pmid, std::size_t> place;
  for (std::size_t i = 0; i < asked.size(); ++i) place.emplace(asked[i], i);
  std::sort(citations.begin(), citations.end(),
            [&](const Citation& a, const Citation& b) { return place[a.pmid] < place[b.pmid]; });
}

}  // namespace

FetchResult LibrarySource::fetch(std::span<const Pmid> pmids) {
  FetchResult result;
  for (const Pmid pmid : without_repetitions(pmids)) {
    if (auto citation = library_.find(pmid)) {
      result.citations.push_back(std::move(*citation));
    } else {
      result.missing.push_back(pmid);
    }
  }
  return result;
}

CachedSource::CachedSource(CitationSource& inner, Library& library, Options options)
    : inner_(inner), library_(library), options_(std::move(options)) {}

SearchResult CachedSource::search(const Query& query) {
  const std::string key = kept_search_key(options_.inner_name, query);
  if (!options_.refresh) {
    if (const auto kept = library_.kept_answer(key)) {
      const std::optional<int> age = days_between(kept->date, options_.today);
      if (age && *age >= 0 && *age <= options_.max_age_days) {
        if (auto result = kept_search_from_json(kept->json)) return std::move(*result);
      }
    }
  }
  SearchResult result = inner_.search(query);
  if (result.complete) library_.keep_answer(key, options_.today, kept_search_to_json(result));
  return result;
}

FetchResult CachedSource::fetch(std::span<const Pmid> pmids) {
  const std::vector<Pmid> asked = without_repetitions(pmids);
  FetchResult result;
  std::vector<Pmid> unknown;
  for (const Pmid pmid : asked) {
    auto known = options_.refresh ? std::nullopt : library_.find(pmid);
    if (known && !known->digest) {
      result.citations.push_back(std::move(*known));
    } else {
      unknown.push_back(pmid);
    }
  }
  const std::span<const Pmid> rest(unknown);
  for (std::size_t from = 0; from < rest.size(); from += kFetchBatch) {
    FetchResult fresh = inner_.fetch(rest.subspan(from, std::min(kFetchBatch, rest.size() - from)));
    if (!fresh.citations.empty()) library_.keep_citations(fresh.citations, options_.today);
    append(result, std::move(fresh));
  }
  const auto held = [&](Pmid pmid) {
    auto digest = library_.find(pmid);
    if (digest) result.citations.push_back(std::move(*digest));
    return digest.has_value();
  };
  result.failed.erase(std::remove_if(result.failed.begin(), result.failed.end(), held), result.failed.end());
  sort_as_asked(result.citations, asked);
  return result;
}

}  // namespace claimcheck
