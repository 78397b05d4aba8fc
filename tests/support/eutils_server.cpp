#include "support/eutils_server.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "pubmed/citation_xml.h"

namespace claimcheck {
namespace {

constexpr std::string_view kThrottledBody =
    R"({"error":"API rate limit exceeded","api-key":"203.0.113.7","count":"4","limit":"3"})";

constexpr std::string_view kInfoBody =
    "<?xml version=\"1.0\"?>\n<eInfoResult><DbList><DbName>pubmed</DbName></DbList></eInfoResult>\n";

ServedResponse throttled_response() {
  ServedResponse response = make_response(429, std::string(kThrottledBody), "application/json");
  response.headers.emplace_back("Retry-After", "1");
  return response;
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

/// The first whole element of one of the two record kinds at or after `from`.
std::string_view next_record(std::string_view xml, std::size_t from) {
  for (std::size_t begin = xml.find("<Pubmed", from); begin != std::string_view::npos;
       begin = xml.find("<Pubmed", begin + 1)) {
    const std::string_view name = xml.substr(begin + 1, xml.find_first_of(" >", begin) - begin - 1);
    if (name != "PubmedArticle" && name != "PubmedBookArticle") continue;
    const std::string close = fmt::format("</{}>", name);
    const std::size_t end = xml.find(close, begin);
    return end == std::string_view::npos ? std::string_view() : xml.substr(begin, end + close.size() - begin);
  }
  return {};
}

/// Breaks the XML of the first record.
void garble(std::string& set) {
  for (const std::string_view open : {"<PubmedArticle>", "<PubmedBookArticle>"}) {
    const std::size_t at = set.find(open);
    if (at == std::string::npos) continue;
    set.insert(at + open.size(), "<Broken");
    return;
  }
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
    records_.insert_or_assign(pmid, ServedRecord{std::string(record), std::move(citation)});
    from = static_cast<std::size_t>(record.data() - xml.data()) + record.size();
  }
}

void EutilsServer::remove(Pmid pmid) {
  const std::lock_guard lock(mutex_);
  records_.erase(pmid);
}

void EutilsServer::ignore(std::string phrase) {
  const std::lock_guard lock(mutex_);
  ignored_.push_back(std::move(phrase));
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
  if (request.path.ends_with("/esearch.fcgi")) response = answer_search(records_, request, ignored_);
  if (request.path.ends_with("/efetch.fcgi")) response = fetch(request, fault);
  if (request.path.ends_with("/einfo.fcgi")) response = make_response(200, std::string(kInfoBody));
  if (request.path.ends_with("/elink.fcgi")) response = answer_link(records_, request);
  spoil(response, fault);
  return response;
}

ServedResponse EutilsServer::fetch(const ServedRequest& request, Fault fault) const {
  std::vector<Pmid> pmids = split_ids(request.ids.empty() ? "" : request.ids.back());
  if (pmids.empty()) return error_response("eFetchResult", "Supplied id parameter is empty.");
  if (fault == Fault::missing) pmids.erase(pmids.begin());
  if (fault == Fault::reorder) std::reverse(pmids.begin(), pmids.end());
  ServedResponse response = answer_fetch(records_, pmids);
  if (fault == Fault::garble) garble(response.body);
  return response;
}

}  // namespace claimcheck
