#include "pubmed/eutils_search.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "pubmed/api_key.h"
#include "pubmed/eutils_advice.h"
#include "pubmed/pubmed_syntax.h"

namespace claimcheck {
namespace {

struct PmidRange {
  Pmid first = 0;
  Pmid last = 0;
  [[nodiscard]] bool contains(Pmid pmid) const { return first <= pmid && pmid <= last; }
  [[nodiscard]] std::size_t width() const { return std::size_t{last} - first + 1; }
};

/// PMIDs have one to eight digits (https://www.nlm.nih.gov/bsd/mms/medlineelements.html#pmid).
constexpr PmidRange kAllPmids{1, 99'999'999};

SearchAnswer ask(EutilsCaller& caller, const std::string& term, std::size_t wanted) {
  SearchAnswer answer;
  answer.status = caller.call(
      "esearch.fcgi",
      {{"db", "pubmed"}, {"term", term}, {"retmode", "xml"}, {"retmax", std::to_string(wanted)}, {"sort", "relevance"}},
      [&answer, wanted](const HttpResponse& response) {
        answer = read_search_answer(response);
        const bool usable = answer.status.kind == AnswerKind::usable;
        if (usable && answer.pmids.size() < std::min({answer.found, wanted, kMaxListedPmids})) {
          answer.status = {AnswerKind::incomplete, "an answer that lists fewer PMIDs than it counts"};
        }
        return answer.status;
      });
  return answer;
}

std::string describe_failure(const Assessment& status, std::string_view what, const EutilsCaller& caller) {
  return fmt::format("PubMed did not answer {} ({}). {}", what, status.reason,
                     advice_on(status.kind, !caller.options().api_key.empty()));
}

/// Lists the matches that one answer cannot list: by ranges of PMIDs, the newest first.
class RangeSearch {
 public:
  RangeSearch(EutilsCaller& caller, const std::string& term, SearchResult& result)
      : caller_(caller), term_(term), result_(result) {
    for (const SearchHit& hit : result.hits) listed_.insert(hit.pmid);
  }

  /// Adds to the hits until `wanted` are listed.
  void run(std::size_t wanted) {
    std::vector<PmidRange> open = split(kAllPmids);
    while (!open.empty() && result_.complete && listed_.size() < wanted) {
      const PmidRange range = open.back();
      open.pop_back();
      if (take(range)) continue;
      const std::vector<PmidRange> halves = split(range);
      open.insert(open.end(), halves.begin(), halves.end());
    }
    if (!result_.complete || !open.empty()) return;
    if (counted_ != result_.found || listed_.size() != counted_) {
      result_.warnings.push_back(
          fmt::format("PubMed counts {} citations, but {} in the parts of the search, which list {}: it may have "
                      "changed meanwhile.",
                      result_.found, counted_, listed_.size()));
    }
  }

 private:
  static std::vector<PmidRange> split(PmidRange range) {
    const Pmid middle = range.first + (range.last - range.first) / 2;
    return {{range.first, middle}, {middle + 1, range.last}};
  }

  /// False when the range holds more than can be listed.
  bool take(PmidRange range) {
    const SearchAnswer answer =
        ask(caller_, fmt::format("{} AND {}:{}[UID]", term_, range.first, range.last), kMaxListedPmids);
    if (const Assessment flaw = find_flaw(answer, range); flaw.kind != AnswerKind::usable) {
      result_.complete = false;
      result_.problem = describe_failure(
          flaw, fmt::format("the part of the search from PMID {} to {}", range.first, range.last), caller_);
      return true;
    }
    if (answer.found > kMaxListedPmids) return false;
    counted_ += answer.found;
    std::vector<Pmid> pmids = answer.pmids;
    std::sort(pmids.rbegin(), pmids.rend());
    for (const Pmid pmid : pmids) {
      if (listed_.insert(pmid).second) result_.hits.push_back({pmid, 0});
    }
    return true;
  }

  /// A server that does not heed the range would be asked for ever.
  static Assessment find_flaw(const SearchAnswer& answer, PmidRange range) {
    if (answer.status.kind != AnswerKind::usable) return answer.status;
    const bool outside =
        std::any_of(answer.pmids.begin(), answer.pmids.end(), [range](Pmid pmid) { return !range.contains(pmid); });
    if (outside || answer.found > range.width()) {
      return {AnswerKind::malformed, "an answer that does not keep to the range of PMIDs"};
    }
    return {};
  }

  EutilsCaller& caller_;
  const std::string& term_;
  SearchResult& result_;
  std::set<Pmid> listed_;
  std::size_t counted_ = 0;
};

void say_what_is_listed(SearchResult& result) {
  if (result.hits.size() > kMaxListedPmids && result.hits.size() < result.found) {
    result.warnings.push_back(
        fmt::format("PubMed ranks no more than {} citations of a search; the others that were taken are the newest.",
                    kMaxListedPmids));
  }
}

}  // namespace

SearchResult search_pubmed(EutilsCaller& caller, const Query& query) {
  const std::string term = to_pubmed_syntax(query.where);
  SearchResult result;
  result.source = "PubMed";
  result.as_run = without_key(term, caller.options().api_key);
  result.date = caller.today();
  if (term.empty()) {
    result.problem = "PubMed was not searched: the query holds no word that can be searched for. Reword the claim.";
    return result;
  }
  const std::size_t listable = std::min(query.limit, kMaxListedPmids);
  SearchAnswer answer = ask(caller, term, listable);
  if (answer.status.kind != AnswerKind::usable) {
    result.problem = describe_failure(answer.status, "the search", caller);
    return result;
  }
  result.complete = true;
  result.found = answer.found;
  result.translation = std::move(answer.translation);
  result.warnings = std::move(answer.warnings);
  answer.pmids.resize(std::min(answer.pmids.size(), listable));
  for (const Pmid pmid : answer.pmids) result.hits.push_back({pmid, 0});
  if (std::min(query.limit, result.found) > kMaxListedPmids) RangeSearch(caller, term, result).run(query.limit);
  if (result.hits.size() > query.limit) result.hits.resize(query.limit);
  if (result.complete) say_what_is_listed(result);
  return result;
}

}  // namespace claimcheck
