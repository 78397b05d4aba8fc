#include "pubmed/eutils_fetch.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "pubmed/eutils_advice.h"

namespace claimcheck {
namespace {

std::string join_pmids(std::span<const Pmid> pmids) {
  std::string joined;
  for (const Pmid pmid : pmids) {
    if (!joined.empty()) joined += ',';
    joined += std::to_string(pmid);
  }
  return joined;
}

/// One fetch while it runs: what became of each PMID, and why some failed.
class Fetching {
 public:
  explicit Fetching(EutilsCaller& caller) : caller_(caller) {}

  /// Fetches one batch; may come back with smaller batches to be fetched instead.
  std::vector<std::span<const Pmid>> fetch(std::span<const Pmid> batch) {
    FetchAnswer answer;
    const Assessment status =
        caller_.call("efetch.fcgi", {{"db", "pubmed"}, {"retmode", "xml"}, {"id", join_pmids(batch)}},
                     [&](const HttpResponse& response) {
                       answer = read_fetch_answer(response);
                       return assess(answer, batch.size());
                     });
    if (status.kind == AnswerKind::usable) {
      take(batch, std::move(answer));
    } else if (status.kind != AnswerKind::no_such_record) {
      for (const Pmid pmid : batch) failed_.insert(pmid);
      add_cause(status, batch.size());
    } else if (batch.size() > 1) {
      // One unknown PMID must not cost the others: halve until it stands alone.
      return {batch.first(batch.size() / 2), batch.subspan(batch.size() / 2)};
    }
    return {};
  }

  FetchResult result(std::span<const Pmid> asked) {
    FetchResult result;
    for (const Pmid pmid : asked) {
      if (const auto found = citations_.find(pmid); found != citations_.end()) {
        result.citations.push_back(std::move(found->second));
      } else if (failed_.contains(pmid)) {
        result.failed.push_back(pmid);
      } else {
        result.missing.push_back(pmid);
      }
    }
    for (const auto& [status, count] : causes_) {
      result.problems.push_back(fmt::format("PubMed did not send {} of {} citations ({}). {}", count, asked.size(),
                                            status.reason, advice_on(status.kind, !caller_.options().api_key.empty())));
    }
    return result;
  }

 private:
  /// One citation may be gone; that several are, and none is left, is a poor answer rather than so.
  static Assessment assess(const FetchAnswer& answer, std::size_t asked) {
    const bool empty = answer.citations.empty() && answer.bad_records.empty();
    if (answer.status.kind != AnswerKind::usable || !empty || asked < 2) return answer.status;
    return {AnswerKind::incomplete, fmt::format("an answer without any of the {} citations asked for", asked)};
  }

  /// A PMID that is not among the citations is missing, unless records came that could not be read: it may be one of
  /// them.
  void take(std::span<const Pmid> batch, FetchAnswer answer) {
    const std::set<Pmid> asked(batch.begin(), batch.end());
    for (Citation& citation : answer.citations) {
      if (!asked.contains(citation.pmid)) continue;
      Citation& kept = citations_[citation.pmid];
      if (kept.pmid == 0 || citation.version > kept.version) kept = std::move(citation);
    }
    if (answer.bad_records.empty()) return;
    std::size_t count = 0;
    for (const Pmid pmid : batch) {
      if (!citations_.contains(pmid) && failed_.insert(pmid).second) ++count;
    }
    if (count > 0) add_cause({AnswerKind::malformed, answer.bad_records.front()}, count);
  }

  void add_cause(const Assessment& status, std::size_t count) {
    const auto same = std::find_if(causes_.begin(), causes_.end(), [&status](const auto& cause) {
      return cause.first.kind == status.kind &&
             (status.kind == AnswerKind::out_of_time || cause.first.reason == status.reason);
    });
    if (same != causes_.end()) {
      same->second += count;
    } else {
      causes_.emplace_back(status, count);
    }
  }

  EutilsCaller& caller_;
  std::map<Pmid, Citation> citations_;
  std::set<Pmid> failed_;
  std::vector<std::pair<Assessment, std::size_t>> causes_;
};

}  // namespace

FetchResult fetch_from_pubmed(EutilsCaller& caller, std::span<const Pmid> pmids) {
  std::vector<Pmid> asked;  // each once, in the order given
  std::set<Pmid> seen;
  for (const Pmid pmid : pmids) {
    if (seen.insert(pmid).second) asked.push_back(pmid);
  }
  std::vector<Pmid> wanted = asked;
  std::erase(wanted, Pmid{0});

  Fetching fetching(caller);
  std::vector<std::span<const Pmid>> batches;
  for (std::size_t begin = 0; begin < wanted.size(); begin += caller.options().batch) {
    const std::size_t size = std::min(caller.options().batch, wanted.size() - begin);
    batches.push_back(std::span<const Pmid>(wanted).subspan(begin, size));
  }
  for (std::size_t next = 0; next < batches.size(); ++next) {
    for (const auto half : fetching.fetch(batches[next])) batches.push_back(half);
  }
  return fetching.result(asked);
}

}  // namespace claimcheck
