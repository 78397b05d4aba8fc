#include "support/eutils_programs.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>

#include "support/pubmed_term.h"
#include "support/query_match.h"

namespace claimcheck {
namespace {

constexpr std::size_t kMostListed = 9'999;

std::string escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string parameter(const ServedRequest& request, const std::string& name) {
  const auto found = request.parameters.find(name);
  return found == request.parameters.end() ? "" : found->second;
}

std::size_t number(const ServedRequest& request, const std::string& name, std::size_t otherwise) {
  const std::string text = parameter(request, name);
  return text.empty() ? otherwise : std::stoul(text);
}

/// Takes the terms that are `phrase` out of a query; false when nothing was taken.
bool leave_out(QueryNode& node, const std::string& phrase) {
  const std::size_t before = node.children.size();
  std::erase_if(node.children, [&phrase](const QueryNode& child) {
    return child.kind == QueryNode::Kind::term && child.term == phrase;
  });
  bool taken = node.children.size() < before;
  for (QueryNode& child : node.children) taken = leave_out(child, phrase) || taken;
  return taken;
}

/// The PMIDs that match, most matching terms first.
std::vector<Pmid> find(const ServedRecords& records, const SearchTerm& term) {
  std::vector<std::pair<std::size_t, Pmid>> found;
  for (auto record = records.lower_bound(term.first); record != records.end() && record->first <= term.last; ++record) {
    const Citation& citation = record->second.citation;
    if (matches(term.where, citation)) found.emplace_back(count_matching_terms(term.where, citation), record->first);
  }
  std::sort(found.rbegin(), found.rend());
  std::vector<Pmid> pmids;
  for (const auto& [count, pmid] : found) pmids.push_back(pmid);
  return pmids;
}

std::set<std::string> title_words(const Citation& citation) {
  std::set<std::string> words;
  std::string word;
  for (const char c : citation.title + " ") {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower >= 'a' && lower <= 'z') {
      word += lower;
    } else {
      if (word.size() > 3) words.insert(word);
      word.clear();
    }
  }
  return words;
}

using Scored = std::pair<std::size_t, Pmid>;

std::vector<Scored> similar_to(const ServedRecords& records, const Citation& citation) {
  const std::set<std::string> words = title_words(citation);
  std::vector<Scored> similar;
  for (const auto& [pmid, record] : records) {
    const std::set<std::string> others = title_words(record.citation);
    const auto shared = static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [&others](const std::string& word) { return others.contains(word); }));
    if (pmid == citation.pmid) {
      similar.emplace_back(2'147'483'647, pmid);
    } else if (shared > 0) {
      similar.emplace_back(shared * 10'000'000, pmid);
    }
  }
  std::sort(similar.rbegin(), similar.rend());
  return similar;
}

std::vector<Scored> citing(const ServedRecords& records, Pmid cited) {
  std::vector<Scored> found;
  for (const auto& [pmid, record] : records) {
    for (const Notice& notice : record.citation.notices) {
      if (notice.kind == NoticeKind::cites && notice.pmid == cited) found.emplace_back(0, pmid);
    }
  }
  std::reverse(found.begin(), found.end());
  return found;
}

/// One LinkSet: the links of all `seeds` together.
std::string link_set(const ServedRecords& records, const std::vector<Pmid>& seeds, const std::string& name,
                     bool with_scores) {
  std::string ids;
  std::string links;
  for (const Pmid seed : seeds) {
    ids += fmt::format("<Id>{}</Id>", seed);
    const auto record = records.find(seed);
    if (record == records.end()) continue;
    const bool similar = name == "pubmed_pubmed";
    for (const auto& [score, pmid] :
         similar ? similar_to(records, record->second.citation) : citing(records, record->first)) {
      links += fmt::format("<Link>\n\t<Id>{}</Id>{}</Link>\n", pmid,
                           with_scores ? fmt::format("<Score>{}</Score>", score) : "");
    }
  }
  if (!links.empty()) {
    links = fmt::format("<LinkSetDb><DbTo>pubmed</DbTo><LinkName>{}</LinkName>\n{}</LinkSetDb>", name, links);
  }
  return fmt::format("<LinkSet><DbFrom>pubmed</DbFrom><IdList>{}</IdList>{}</LinkSet>\n", ids, links);
}

}  // namespace

ServedResponse make_response(int status, std::string body, std::string type) {
  ServedResponse response;
  response.status = status;
  response.body = std::move(body);
  response.content_type = std::move(type);
  return response;
}

ServedResponse error_response(std::string_view root, std::string_view text) {
  return make_response(200, fmt::format("<?xml version=\"1.0\"?>\n<{0}>\n\t<ERROR>{1}</ERROR>\n</{0}>\n", root, text));
}

std::vector<Pmid> split_ids(const std::string& text) {
  std::vector<Pmid> pmids;
  std::istringstream list(text);
  for (std::string id; std::getline(list, id, ',');) {
    if (!id.empty() && id.find_first_not_of("0123456789 ") == std::string::npos) {
      pmids.push_back(static_cast<Pmid>(std::stoul(id)));
    }
  }
  return pmids;
}

ServedResponse answer_search(const ServedRecords& records, const ServedRequest& request,
                             const std::vector<std::string>& ignored) {
  if (parameter(request, "db") != "pubmed") return error_response("eSearchResult", "Invalid db name specified");
  const std::string text = parameter(request, "term");
  if (text.empty()) return error_response("eSearchResult", "Empty term and query_key - nothing todo");
  const std::size_t start = number(request, "retstart", 0);
  if (start >= kMostListed) {
    return error_response("eSearchResult", "Search Backend failed: Exception:\n'retstart' cannot be larger than 9998.");
  }
  std::string lists;
  SearchTerm term;
  try {
    term = parse_search_term(text);
  } catch (const UnknownField& field) {
    lists = fmt::format("<ErrorList><FieldNotFound>{}</FieldNotFound></ErrorList>", escape(field.what()));
  } catch (const std::invalid_argument& error) {
    return error_response("eSearchResult", escape(error.what()));
  }
  for (const std::string& phrase : ignored) {
    if (!leave_out(term.where, phrase)) continue;
    lists += fmt::format("<WarningList><PhraseIgnored>{}</PhraseIgnored></WarningList>", escape(phrase));
  }
  const std::vector<Pmid> found = find(records, term);
  const std::size_t end = std::min({found.size(), start + number(request, "retmax", 20), kMostListed});
  std::string ids;
  for (std::size_t i = start; i < end; ++i) ids += fmt::format("<Id>{}</Id>\n", found[i]);
  return make_response(200,
                       fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<eSearchResult><Count>{}</Count>"
                                   "<RetMax>{}</RetMax><RetStart>{}</RetStart><IdList>\n{}</IdList><TranslationSet/>"
                                   "<QueryTranslation>{}</QueryTranslation>{}</eSearchResult>\n",
                                   found.size(), end - std::min(start, end), start, ids, escape(text), lists));
}

ServedResponse answer_fetch(const ServedRecords& records, const std::vector<Pmid>& pmids) {
  std::string body = "<?xml version=\"1.0\" ?>\n<PubmedArticleSet>\n";
  for (const Pmid pmid : pmids) {
    const auto found = records.find(pmid);
    if (found != records.end()) body += found->second.xml + "\n";
  }
  return make_response(200, body + "</PubmedArticleSet>\n");
}

ServedResponse answer_link(const ServedRecords& records, const ServedRequest& request) {
  const std::string name = parameter(request, "linkname");
  if (name != "pubmed_pubmed" && name != "pubmed_pubmed_citedin") {
    return error_response("eLinkResult", "linkname is not supported here");
  }
  std::string sets;
  for (const std::string& id : request.ids) {
    sets += link_set(records, split_ids(id), name, parameter(request, "cmd") == "neighbor_score");
  }
  if (sets.empty()) return error_response("eLinkResult", "Empty id list - nothing todo");
  return make_response(
      200, fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<eLinkResult>\n{}</eLinkResult>\n", sets));
}

}  // namespace claimcheck
