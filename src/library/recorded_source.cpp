#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "core/error.h"
#include "library/kept_search.h"
#include "library/recording.h"

namespace claimcheck {
namespace {

constexpr std::string_view kWayOut = "claimcheck recheck asks anew.";

/// The first answer that was not used yet to a question that `is_asked` knows, which is marked as used; once all are
/// used, the last.
template <typename Answer, typename IsAsked>
const Answer* take_answer(const std::vector<Answer>& answers, std::vector<bool>& used, IsAsked is_asked) {
  const Answer* last = nullptr;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (!is_asked(answers[i])) continue;
    last = &answers[i];
    if (!used[i]) {
      used[i] = true;
      return last;
    }
  }
  return last;
}

void add_once(std::vector<std::string>& problems, const std::string& problem) {
  if (std::find(problems.begin(), problems.end(), problem) == problems.end()) problems.push_back(problem);
}

bool contains(const std::vector<Pmid>& pmids, Pmid pmid) {
  return std::find(pmids.begin(), pmids.end(), pmid) != pmids.end();
}

/// Adds what `fetch` told of `pmid`; false when it told nothing.
bool add_answer(const Recording& recording, const RecordedFetch& fetch, Pmid pmid, FetchResult& to) {
  const FetchResult& answer = fetch.answer;
  const auto place = std::find_if(fetch.citations.begin(), fetch.citations.end(),
                                  [&](std::size_t at) { return recording.citations[at].pmid == pmid; });
  if (place != fetch.citations.end()) {
    to.citations.push_back(recording.citations[*place]);
    if (contains(answer.unchecked, pmid)) to.unchecked.push_back(pmid);
  } else if (contains(answer.missing, pmid)) {
    to.missing.push_back(pmid);
  } else if (contains(answer.withdrawn, pmid)) {
    to.withdrawn.push_back(pmid);
  } else if (contains(answer.failed, pmid)) {
    to.failed.push_back(pmid);
  } else {
    return false;
  }
  for (const std::string& problem : answer.problems) add_once(to.problems, problem);
  return true;
}

bool add_answer(const Recording& recording, const ClaimAnswers& claim, Pmid pmid, FetchResult& to) {
  return std::any_of(claim.fetches.begin(), claim.fetches.end(),
                     [&](const RecordedFetch& fetch) { return add_answer(recording, fetch, pmid, to); });
}

}  // namespace

RecordedSource::RecordedSource(const Recording& recording, std::size_t claim)
    : recording_(recording),
      claim_(recording.answers[claim]),
      used_searches_(claim_.searches.size()),
      used_fetches_(claim_.fetches.size()),
      used_links_(claim_.links.size()) {}

/// To be called when there is no answer: the claim may have ended just here.
void RecordedSource::check_for_error() const {
  if (!claim_.error.empty()) throw Error(ErrorKind::storage, claim_.error);
}

SearchResult RecordedSource::search(const Query& query) {
  const std::string asked = query_to_json(query);
  const auto is_asked = [&](const RecordedSearch& search) { return search.query == asked; };
  const RecordedSearch* known = take_answer(claim_.searches, used_searches_, is_asked);
  if (known != nullptr) return known->answer;
  check_for_error();
  for (const ClaimAnswers& other : recording_.answers) {
    const auto found = std::find_if(other.searches.begin(), other.searches.end(), is_asked);
    if (found != other.searches.end()) return found->answer;
  }
  SearchResult unknown;
  unknown.source = "capsule";
  unknown.problem = fmt::format("The capsule holds no answer to a search that these rules ask for: {}", kWayOut);
  return unknown;
}

FetchResult RecordedSource::fetch(std::span<const Pmid> pmids) {
  const RecordedFetch* known = take_answer(claim_.fetches, used_fetches_, [&](const RecordedFetch& fetch) {
    return std::equal(fetch.asked.begin(), fetch.asked.end(), pmids.begin(), pmids.end());
  });
  if (known == nullptr) {
    check_for_error();
    return assemble(pmids);
  }
  FetchResult answer = known->answer;
  for (const std::size_t place : known->citations) answer.citations.push_back(recording_.citations[place]);
  return answer;
}

/// From what is known of each citation by itself.
FetchResult RecordedSource::assemble(std::span<const Pmid> pmids) const {
  FetchResult answer;
  std::set<Pmid> unknown;
  for (const Pmid pmid : pmids) {
    if (add_answer(recording_, claim_, pmid, answer)) continue;
    const bool found =
        std::any_of(recording_.answers.begin(), recording_.answers.end(),
                    [&](const ClaimAnswers& other) { return add_answer(recording_, other, pmid, answer); });
    if (!found) unknown.insert(pmid);
  }
  answer.failed.insert(answer.failed.end(), unknown.begin(), unknown.end());
  if (!unknown.empty()) {
    answer.problems.push_back(fmt::format("The capsule does not hold PMID {}: {}", fmt::join(unknown, ", "), kWayOut));
  }
  return answer;
}

LinkResult RecordedSource::links(LinkKind kind, std::span<const Pmid> pmids) {
  const RecordedLinks* known = take_answer(claim_.links, used_links_, [&](const RecordedLinks& links) {
    return links.kind == kind && std::equal(links.asked.begin(), links.asked.end(), pmids.begin(), pmids.end());
  });
  LinkResult answer;
  if (known == nullptr) {
    check_for_error();
    answer.source = "capsule";
    answer.problem =
        fmt::format("The capsule does not know what is linked to PMID {}: {}", fmt::join(pmids, ", "), kWayOut);
    return answer;
  }
  answer.complete = known->complete;
  for (const LinkedCitations& linked : known->links) answer.links[linked.pmid] = linked.linked;
  answer.source = known->source;
  answer.date = known->date;
  answer.problem = known->problem;
  return answer;
}

}  // namespace claimcheck
