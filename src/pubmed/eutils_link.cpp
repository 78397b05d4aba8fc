#include "pubmed/eutils_link.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "pubmed/eutils_advice.h"

namespace claimcheck {
namespace {

/// The id parameter is repeated: a comma list would be answered by one list of links for all (NBK25499, ELink).
Parameters make_parameters(LinkKind kind, std::span<const Pmid> pmids) {
  Parameters parameters{{"dbfrom", "pubmed"},
                        {"db", "pubmed"},
                        {"cmd", kind == LinkKind::similar ? "neighbor_score" : "neighbor"},
                        {"linkname", std::string(elink_name(kind))},
                        {"retmode", "xml"}};
  for (const Pmid pmid : pmids) parameters.emplace_back("id", std::to_string(pmid));
  return parameters;
}

}  // namespace

LinkResult link_in_pubmed(EutilsCaller& caller, LinkKind kind, std::span<const Pmid> pmids) {
  LinkResult result;
  result.source = "PubMed";
  result.date = caller.today();
  if (pmids.empty()) {
    result.complete = true;
    return result;
  }
  LinkAnswer answer;
  const Assessment status = caller.call("elink.fcgi", make_parameters(kind, pmids), [&](const HttpResponse& response) {
    answer = read_link_answer(response, elink_name(kind));
    const bool answers_all =
        std::all_of(pmids.begin(), pmids.end(), [&answer](Pmid pmid) { return answer.links.contains(pmid); });
    if (answer.status.kind == AnswerKind::usable && !answers_all) {
      answer.status = {AnswerKind::incomplete, "an answer that leaves out one of the citations asked for"};
    }
    return answer.status;
  });
  for (const Pmid pmid : pmids) {
    if (const auto found = answer.links.find(pmid); found != answer.links.end()) result.links.insert(*found);
  }
  result.complete = status.kind == AnswerKind::usable;
  if (!result.complete) {
    result.problem = fmt::format("PubMed did not say which citations are linked to others ({}). {}", status.reason,
                                 advice_on(status.kind, !caller.options().api_key.empty()));
  }
  return result;
}

}  // namespace claimcheck
