#include "pubmed/eutils_client.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/error.h"
#include "pubmed/api_key.h"
#include "pubmed/pubmed_syntax.h"

namespace claimcheck {
namespace {

void check(const EutilsOptions& options) {
  std::string_view host = options.base_url;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (host.starts_with(scheme)) host.remove_prefix(scheme.size());
  }
  if (host.size() == options.base_url.size() || host.empty() || host.front() == '/') {
    throw Error(ErrorKind::usage, "The E-utilities address is no http or https URL; correct --eutils-url.");
  }
  if (options.max_attempts < 1 || options.batch < 1) {
    throw Error(ErrorKind::usage, "The E-utilities need at least one attempt and one PMID in a batch.");
  }
}

EutilsCaller make_caller(EutilsOptions options, HttpFunction http, Clock clock, Limiter limiter) {
  check(options);
  if (!limiter.wait) limiter = spaced_starts(start_spacing(options));
  return {std::move(options), std::move(http), std::move(clock), std::move(limiter)};
}

std::string_view advice(AnswerKind kind, bool has_key) {
  switch (kind) {
    case AnswerKind::throttled:
      return has_key ? "Run again to continue; other programs may be using the same NCBI key."
                     : "Run again to continue, or add an NCBI key (claimcheck help ncbi-key).";
    case AnswerKind::key_refused:
      return "Correct or remove the NCBI key (claimcheck help ncbi-key).";
    case AnswerKind::transient:
    case AnswerKind::incomplete:
      return "Run again in a few minutes to continue.";
    case AnswerKind::unreachable:
      return "Check the network and the proxy settings and run again, or use --offline with a local library.";
    case AnswerKind::out_of_time:
      return "Run again to continue.";
    case AnswerKind::usable:
    case AnswerKind::no_such_record:
    case AnswerKind::permanent:
    case AnswerKind::malformed:
      break;
  }
  return "Run again; if it stays so, a proxy may be answering in place of PubMed, or the query is at fault "
         "(--show-queries).";
}

std::string join_pmids(std::span<const Pmid> pmids) {
  std::string joined;
  for (const Pmid pmid : pmids) {
    if (!joined.empty()) joined += ',';
    joined += std::to_string(pmid);
  }
  return joined;
}

}  // namespace

EutilsClient::EutilsClient(EutilsOptions options, HttpFunction http, Clock clock, Limiter limiter)
    : caller_(make_caller(std::move(options), std::move(http), std::move(clock), std::move(limiter))) {}

SearchResult EutilsClient::search(const Query& query) {
  const std::string term = to_pubmed_syntax(query.where);
  SearchResult result;
  result.source = "PubMed";
  result.as_run = without_key(term, caller_.options().api_key);
  result.date = caller_.today();
  if (term.empty()) {
    result.problem = "PubMed was not searched: the query holds no word that can be searched for. Reword the claim.";
    return result;
  }
  const std::size_t wanted = std::min(query.limit, kMaxListedPmids);
  SearchAnswer answer;
  const Assessment status = caller_.call(
      "esearch.fcgi",
      {{"db", "pubmed"}, {"term", term}, {"retmode", "xml"}, {"retmax", std::to_string(wanted)}, {"sort", "relevance"}},
      [&answer](const HttpResponse& response) {
        answer = read_search_answer(response);
        return answer.status;
      });
  if (status.kind != AnswerKind::usable) {
    result.problem = fmt::format("PubMed did not answer the search ({}). {}", status.reason,
                                 advice(status.kind, !caller_.options().api_key.empty()));
    return result;
  }
  result.complete = true;
  result.found = answer.found;
  result.translation = std::move(answer.translation);
  result.warnings = std::move(answer.warnings);
  const std::size_t listed = std::min(answer.pmids.size(), wanted);
  for (std::size_t i = 0; i < listed; ++i) result.hits.push_back({answer.pmids[i], 0});
  if (const std::size_t due = std::min(wanted, answer.found); listed < due) {
    result.warnings.push_back(fmt::format("PubMed listed only {} of the {} citations asked for.", listed, due));
  }
  if (wanted < query.limit && wanted < answer.found) {
    result.warnings.push_back(fmt::format("PubMed lists no more than {} citations of a search.", wanted));
  }
  return result;
}

/// One fetch while it runs: what became of each PMID, and why some failed.
class EutilsClient::Fetching {
 public:
  explicit Fetching(EutilsCaller& caller) : caller_(caller) {}

  /// Fetches one batch; may come back with smaller batches to be fetched instead.
  std::vector<std::span<const Pmid>> fetch(std::span<const Pmid> batch) {
    FetchAnswer answer;
    const Assessment status =
        caller_.call("efetch.fcgi", {{"db", "pubmed"}, {"retmode", "xml"}, {"id", join_pmids(batch)}},
                     [&](const HttpResponse& response) {
                       answer = read_fetch_answer(response);
                       return answer.status;
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
                                            status.reason, advice(status.kind, !caller_.options().api_key.empty())));
    }
    return result;
  }

 private:
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

FetchResult EutilsClient::fetch(std::span<const Pmid> pmids) {
  std::vector<Pmid> asked;  // each once, in the order given
  std::set<Pmid> seen;
  for (const Pmid pmid : pmids) {
    if (seen.insert(pmid).second) asked.push_back(pmid);
  }
  std::vector<Pmid> wanted = asked;
  std::erase(wanted, Pmid{0});

  Fetching fetching(caller_);
  std::vector<std::span<const Pmid>> batches;
  for (std::size_t begin = 0; begin < wanted.size(); begin += caller_.options().batch) {
    const std::size_t size = std::min(caller_.options().batch, wanted.size() - begin);
    batches.push_back(std::span<const Pmid>(wanted).subspan(begin, size));
  }
  for (std::size_t next = 0; next < batches.size(); ++next) {
    for (const auto half : fetching.fetch(batches[next])) batches.push_back(half);
  }
  return fetching.result(asked);
}

}  // namespace claimcheck
