#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/citation.h"
#include "support/loopback_http.h"

namespace claimcheck {

/// A record as it stood in the document that it came from, and as it reads.
struct ServedRecord {
  std::string xml;
  Citation citation;
};

using ServedRecords = std::map<Pmid, ServedRecord>;

ServedResponse make_response(int status, std::string body, std::string type = "text/xml; charset=UTF-8");

/// An answer of status 200 whose element `root` holds an ERROR.
ServedResponse error_response(std::string_view root, std::string_view text);

/// esearch.fcgi: evaluates the syntax that the client writes, and like PubMed lists no PMID beyond the first 9,999.
/// Terms of `ignored` are left out of the query, which a warning says.
ServedResponse answer_search(const ServedRecords& records, const ServedRequest& request,
                             const std::vector<std::string>& ignored);

/// efetch.fcgi: the records of `pmids` as they stood.
ServedResponse answer_fetch(const ServedRecords& records, const std::vector<Pmid>& pmids);

/// elink.fcgi within PubMed, one LinkSet for each `id` parameter: pubmed_pubmed lists the record itself and those that
/// share words of its title, the most first; pubmed_pubmed_citedin those whose notices of kind `cites` name it. A
/// comma list in one `id` is answered by one LinkSet for all, as NCBI does.
ServedResponse answer_link(const ServedRecords& records, const ServedRequest& request);

/// The PMIDs of a comma list.
std::vector<Pmid> split_ids(const std::string& text);

}  // namespace claimcheck
