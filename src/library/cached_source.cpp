#include <algorithm>
#include <iterator>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "library/kept_links.h"
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
  move_all(from.withdrawn, to.withdrawn);
  move_all(from.failed, to.failed);
  move_all(from.unchecked, to.unchecked);
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

/// `oldest`: the day on which the status of the citation that was asked for longest ago was checked; empty: never.
std::string describe_unchecked(const std::string& oldest) {
  return "Whether citations were retracted or corrected lately could not be asked; they were read as the library has "
         "them, " +
         (oldest.empty() ? "not checked since their files were imported."
                         : fmt::format("status last checked on {}.", oldest));
}

}  // namespace

CachedSource::CachedSource(CitationSource& inner, Library& library, Options options)
    : inner_(inner), library_(library), options_(std::move(options)) {}

/// True when an answer of that day may be given again.
bool CachedSource::is_fresh(std::string_view date) const {
  const std::optional<int> age = days_between(date, options_.today);
  return !options_.refresh && age && *age >= 0 && *age <= options_.max_age_days;
}

SearchResult CachedSource::search(const Query& query) {
  const std::string key = kept_search_key(options_.inner_name, query);
  const auto kept = library_.kept_answer(key);
  if (kept && is_fresh(kept->date)) {
    if (auto result = kept_search_from_json(kept->json)) return std::move(*result);
  }
  SearchResult result = inner_.search(query);
  if (result.complete) library_.keep_answer(key, options_.today, kept_search_to_json(result));
  return result;
}

FetchResult CachedSource::fetch(std::span<const Pmid> pmids) {
  const std::vector<Pmid> asked = without_repetitions(pmids);
  FetchResult result;
  std::vector<Pmid> wanted;
  for (const Pmid pmid : asked) {
    auto known = find_checked(pmid);
    if (known) {
      result.citations.push_back(std::move(*known));
    } else {
      wanted.push_back(pmid);
    }
  }
  append(result, ask(wanted));
  confirm_withdrawn(result);
  fall_back(result);
  sort_as_asked(result.citations, asked);
  return result;
}

/// What the library holds and its source was asked for today.
std::optional<Citation> CachedSource::find_checked(Pmid pmid) const {
  if (options_.refresh || library_.date_asked(pmid) != options_.today) return std::nullopt;
  return library_.find(pmid);
}

/// Asks the source and keeps what comes, batch by batch.
FetchResult CachedSource::ask(std::span<const Pmid> pmids) {
  FetchResult result;
  for (std::size_t from = 0; from < pmids.size(); from += kFetchBatch) {
    FetchResult fresh = inner_.fetch(pmids.subspan(from, std::min(kFetchBatch, pmids.size() - from)));
    if (!fresh.citations.empty()) library_.keep_citations(fresh.citations, options_.today);
    append(result, std::move(fresh));
  }
  return result;
}

/// Citations that the library holds and a whole answer of the source left out are asked for once more, by themselves,
/// before they are taken out of the library: nothing is lost by one poor answer.
void CachedSource::confirm_withdrawn(FetchResult& result) {
  std::vector<Pmid> held;
  for (const Pmid pmid : result.missing) {
    const auto known = library_.find(pmid);
    if (known && !known->digest) held.push_back(pmid);
  }
  if (held.empty()) return;
  FetchResult again = ask(held);
  std::erase_if(result.missing, [&](Pmid pmid) { return std::find(held.begin(), held.end(), pmid) != held.end(); });
  if (!again.missing.empty()) {
    library_.remove_citations(again.missing, options_.today);
    result.problems.push_back(
        fmt::format("PubMed has withdrawn PMID {}, which the library held: not read, and taken out of the library.",
                    fmt::join(again.missing, ", ")));
  }
  again.withdrawn = std::exchange(again.missing, {});
  append(result, std::move(again));
}

/// What could not be asked for is answered from the library where that has it.
void CachedSource::fall_back(FetchResult& result) {
  std::set<std::string> dates;
  std::erase_if(result.failed, [&](Pmid pmid) {
    auto held = library_.find(pmid);
    if (!held) return false;
    dates.insert(library_.date_asked(pmid));
    result.unchecked.push_back(pmid);
    result.citations.push_back(std::move(*held));
    return true;
  });
  if (!dates.empty()) result.problems.push_back(describe_unchecked(*dates.begin()));
}

LinkResult CachedSource::links(LinkKind kind, std::span<const Pmid> pmids) {
  LinkResult result;
  std::vector<Pmid> unknown;
  for (const Pmid pmid : without_repetitions(pmids)) {
    const auto kept = library_.kept_answer(kept_links_key(kind, pmid));
    auto links = kept && is_fresh(kept->date) ? kept_links_from_json(kept->json) : std::nullopt;
    if (!links) {
      unknown.push_back(pmid);
      continue;
    }
    result.links[pmid] = std::move(links->linked);
    result.source = std::move(links->source);
    if (result.date.empty() || kept->date < result.date) result.date = kept->date;
  }
  result.complete = true;
  if (unknown.empty()) return result;
  LinkResult fresh = inner_.links(kind, unknown);
  for (const auto& [pmid, linked] : fresh.links) {
    library_.keep_answer(kept_links_key(kind, pmid), options_.today, kept_links_to_json({linked, fresh.source}));
  }
  result.complete = fresh.complete;
  result.problem = std::move(fresh.problem);
  result.source = std::move(fresh.source);
  if (result.date.empty()) result.date = std::move(fresh.date);
  result.links.merge(fresh.links);
  return result;
}

}  // namespace claimcheck
