#include "support/eutils_server.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <string_view>

#include "pubmed/citation_xml.h"
#include "support/pubmed_term.h"
#include "support/query_match.h"

namespace claimcheck {
namespace {

constexpr std::string_view kThrottledBody =
    R"({"error":"API rate limit exceeded","api-key":"203.0.113.7","count":"4","limit":"3"})";

constexpr std::string_view kInfoBody =
    "<?xml version=\"1.0\"?>\n<eInfoResult><DbList><DbName>pubmed</DbName></DbList></eInfoResult>\n";

ServedResponse make_response(int status, std::string body, std::string type = "text/xml; charset=UTF-8") {
  ServedResponse response;
  response.status = status;
  response.body = std::move(body);
  response.content_type = std::move(type);
  return response;
}

ServedResponse throttled_response() {
  ServedResponse response = make_response(429, std::string(kThrottledBody), "application/json");
  response.headers.emplace_back("Retry-After", "1");
  return response;
}

ServedResponse error_response(std::string_view root, std::string_view text) {
  return make_response(200, fmt::format("<?xml version=\"1.0\"?>\n<{0}>\n\t<ERROR>{1}</ERROR>\n</{0}>\n", root, text));
}

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

/// What stands in place of the right answer, where the fault has nothing to do with it.
std::optional<ServedResponse> fault_response(Fault fault) {
  switch (fault) {
    case Fault::throttle:
      return throttled_response();
    case Fault::unavailable:
      return make_response(503, "<html><body>Down for maintenance</body></html>", "text/html");
    case Fault::error_in_200:
      return error_response("eFetchResult", "Search Backend failed: read timed out");
    case Fault::not_found:
      return error_response("eFetchResult", "UID not found");
    case Fault::json_error:
      return make_response(200, R"({"error":"Read failed: connection reset"})", "application/json");
    case Fault::html_in_200:
      return make_response(200, "<!DOCTYPE html>\n<html><head><title>Sorry</title></head></html>", "text/html");
    case Fault::exception:
      return make_response(200, "Error: NCBI C++ Exception:\n    \"server.cpp\", line 7: Info: no worker\n");
    case Fault::empty:
      return make_response(200, "");
    case Fault::drop: {
      ServedResponse response;
      response.send_head = false;
      response.ending = ServedResponse::Ending::close;
      return response;
    }
    default:
      return std::nullopt;
  }
}

void spoil(ServedResponse& response, Fault fault) {
  const std::size_t half = response.body.size() / 2;
  if (fault == Fault::cut_xml) response.body.resize(half);
  if (fault == Fault::slow) response.delay = kSlowAnswer;
  if (fault == Fault::truncate || fault == Fault::hang) {
    response.send_only = half;
    response.ending = fault == Fault::hang ? ServedResponse::Ending::hang : ServedResponse::Ending::close;
  }
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

/// The first whole element of one of the two record kinds at or after `from`.
std::string_view next_record(std::string_view xml, std::size_t from) {
  std::string_view first;
  for (const std::string_view name : {"PubmedArticle", "PubmedBookArticle"}) {
    std::size_t begin = xml.find(fmt::format("<{}>", name), from);
    begin = std::min(begin, xml.find(fmt::format("<{} ", name), from));
    if (begin == std::string_view::npos) continue;
    const std::string close = fmt::format("</{}>", name);
    const std::size_t end = xml.find(close, begin);
    if (end == std::string_view::npos) continue;
    const std::string_view record = xml.substr(begin, end + close.size() - begin);
    if (first.empty() || record.data() < first.data()) first = record;
  }
  return first;
}

std::string parameter(const ServedRequest& request, const std::string& name) {
  const auto found = request.parameters.find(name);
  return found == request.parameters.end() ? "" : found->second;
}

}  // namespace

EutilsServer::EutilsServer() : http_([this](const ServedRequest& request) { return answer(request); }) {}

void EutilsServer::add(const std::string& xml) {
  const std::lock_guard lock(mutex_);
  for (std::size_t from = 0;;) {
    const std::string_view record = next_record(xml, from);
    if (record.empty()) return;
    Citation citation = parse_citation(record);
    const Pmid pmid = citation.pmid;
    records_.insert_or_assign(pmid, Record{std::string(record), std::move(citation)});
    from = static_cast<std::size_t>(record.data() - xml.data()) + record.size();
  }
}

void EutilsServer::inject(Fault fault, std::size_t count) {
  const std::lock_guard lock(mutex_);
  fault_ = fault;
  fault_left_ = count == 0 ? std::nullopt : std::optional(count);
}

void EutilsServer::limit_per_second(std::size_t count) {
  const std::lock_guard lock(mutex_);
  limit_ = count;
}

std::size_t EutilsServer::throttled() const {
  const std::lock_guard lock(mutex_);
  return throttled_;
}

Fault EutilsServer::next_fault() {
  if (!fault_left_) return fault_;
  if (*fault_left_ == 0) return Fault::none;
  --*fault_left_;
  return fault_;
}

bool EutilsServer::is_over_limit(const ServedRequest& request) {
  if (limit_ == 0) return false;
  while (!starts_.empty() && request.start - starts_.front() > std::chrono::seconds(1)) starts_.pop_front();
  starts_.push_back(request.start);
  return starts_.size() > limit_;
}

ServedResponse EutilsServer::answer(const ServedRequest& request) {
  const std::lock_guard lock(mutex_);
  if (is_over_limit(request)) {
    ++throttled_;
    return throttled_response();
  }
  const Fault fault = next_fault();
  if (auto response = fault_response(fault)) return *response;
  ServedResponse response = make_response(404, "no such program", "text/plain");
  if (request.path.ends_with("/esearch.fcgi")) response = search(request);
  if (request.path.ends_with("/efetch.fcgi")) response = fetch(request, fault);
  if (request.path.ends_with("/einfo.fcgi")) response = make_response(200, std::string(kInfoBody));
  spoil(response, fault);
  return response;
}

ServedResponse EutilsServer::search(const ServedRequest& request) const {
  if (parameter(request, "db") != "pubmed") return error_response("eSearchResult", "Invalid db name specified");
  const std::string text = parameter(request, "term");
  if (text.empty()) return error_response("eSearchResult", "Empty term and query_key - nothing todo");
  std::string errors;
  QueryNode where;
  try {
    where = parse_pubmed_term(text);
  } catch (const UnknownField& field) {
    errors = fmt::format("<ErrorList><FieldNotFound>{}</FieldNotFound></ErrorList>", escape(field.what()));
  } catch (const std::invalid_argument& error) {
    return error_response("eSearchResult", escape(error.what()));
  }
  std::vector<std::pair<std::size_t, Pmid>> found;
  for (const auto& [pmid, record] : records_) {
    if (matches(where, record.citation)) found.emplace_back(count_matching_terms(where, record.citation), pmid);
  }
  std::sort(found.rbegin(), found.rend());
  const std::string asked = parameter(request, "retmax");
  const std::size_t listed = std::min({found.size(), asked.empty() ? 20 : std::stoul(asked), std::size_t{9999}});
  std::string ids;
  for (std::size_t i = 0; i < listed; ++i) ids += fmt::format("<Id>{}</Id>\n", found[i].second);
  return make_response(200,
                       fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<eSearchResult><Count>{}</Count>"
                                   "<RetMax>{}</RetMax><RetStart>0</RetStart><IdList>\n{}</IdList><TranslationSet/>"
                                   "<QueryTranslation>{}</QueryTranslation>{}</eSearchResult>\n",
                                   found.size(), listed, ids, escape(text), errors));
}

ServedResponse EutilsServer::fetch(const ServedRequest& request, Fault fault) const {
  std::vector<Pmid> pmids = split_ids(parameter(request, "id"));
  if (pmids.empty()) return error_response("eFetchResult", "Supplied id parameter is empty.");
  if (fault == Fault::missing) pmids.erase(pmids.begin());
  if (fault == Fault::reorder) std::reverse(pmids.begin(), pmids.end());
  std::string body = "<?xml version=\"1.0\" ?>\n<PubmedArticleSet>\n";
  bool garble = fault == Fault::garble;
  for (const Pmid pmid : pmids) {
    const auto found = records_.find(pmid);
    if (found == records_.end()) continue;
    std::string xml = found->second.xml;
    if (garble) xml.insert(xml.find('>') + 1, "<Broken");
    garble = false;
    body += xml + "\n";
  }
  return make_response(200, body + "</PubmedArticleSet>\n");
}

}  // namespace claimcheck
