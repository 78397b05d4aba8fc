#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "library/kept_links.h"
#include "library/library.h"

namespace claimcheck {

SearchResult LibrarySource::search(const Query& query) {
  return library_.search(query);
}

FetchResult LibrarySource::fetch(std::span<const Pmid> pmids) {
  FetchResult result;
  std::set<Pmid> seen;
  for (const Pmid pmid : pmids) {
    if (!seen.insert(pmid).second) continue;
    if (auto citation = library_.find(pmid)) {
      result.citations.push_back(std::move(*citation));
    } else {
      result.failed.push_back(pmid);
    }
  }
  if (!result.failed.empty()) {
    result.problems.push_back(fmt::format("The library does not hold PMID {}: check once without --offline.",
                                          fmt::join(result.failed, ", ")));
  }
  return result;
}

LinkResult LibrarySource::links(LinkKind kind, std::span<const Pmid> pmids) {
  LinkResult result;
  result.source = "local library";
  std::vector<Pmid> unknown;
  for (const Pmid pmid : pmids) {
    const auto kept = library_.kept_answer(kept_links_key(kind, pmid));
    const auto links = kept ? kept_links_from_json(kept->json) : std::nullopt;
    if (!links) {
      unknown.push_back(pmid);
      continue;
    }
    result.links[pmid] = links->linked;
    result.source = links->source;
    if (result.date.empty() || kept->date < result.date) result.date = kept->date;
  }
  result.complete = unknown.empty();
  if (!result.complete) {
    result.problem = fmt::format(
        "The library does not know which citations are linked to PMID {}: check with --expand once without --offline, "
        "or leave --expand out.",
        fmt::join(unknown, ", "));
  }
  return result;
}

}  // namespace claimcheck
