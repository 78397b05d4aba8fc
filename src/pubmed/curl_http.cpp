#include <curl/curl.h>
#include <fmt/format.h>

#include <array>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "core/error.h"
#include "pubmed/http.h"
#include "pubmed/server_address.h"

namespace claimcheck {
namespace {

constexpr int kMaxRedirects = 5;

using CurlPointer = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using ListPointer = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

struct Sink {
  CURL* easy = nullptr;
  const HttpRequest* request = nullptr;
  std::size_t cap = 0;
  std::string body = {};
  std::size_t size = 0;  ///< bytes so far
  bool full = false;
  bool refused = false;
};

std::size_t take_bytes(char* bytes, std::size_t /*one*/, std::size_t count, void* user) {
  auto& sink = *static_cast<Sink*>(user);
  if (count > sink.cap - sink.size) {
    sink.full = true;
    return 0;
  }
  sink.size += count;
  long status = 0;
  curl_easy_getinfo(sink.easy, CURLINFO_RESPONSE_CODE, &status);
  if (sink.request->take_body && status == 200) {
    sink.refused = !sink.request->take_body({bytes, count});
    return sink.refused ? 0 : count;
  }
  sink.body.append(bytes, count);
  return count;
}

int is_stopped(void* user, curl_off_t /*total*/, curl_off_t /*now*/, curl_off_t /*up_total*/, curl_off_t /*up_now*/) {
  const auto* stop = static_cast<const std::atomic<bool>*>(user);
  return stop->load() ? 1 : 0;
}

/// A redirect may go from http to https on the same host, else only to the same scheme, host and port.
bool is_allowed_redirect(const std::string& from, const std::string& to) {
  const auto old_server = parse_server_address(from);
  const auto new_server = parse_server_address(to);
  if (!old_server || !new_server || old_server->host != new_server->host) return false;
  return *old_server == *new_server || (old_server->scheme == "http" && new_server->scheme == "https");
}

/// What is meant for this machine, the key too, is not told to a proxy.
void set_proxy(CURL* easy, const std::string& url) {
  const auto server = parse_server_address(url);
  if (server && is_loopback(*server)) curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
}

/// libcurl itself does not read these variables; the curl program does.
void set_certificates(CURL* easy) {
  for (const char* name : {"CURL_CA_BUNDLE", "SSL_CERT_FILE"}) {
    const char* file = std::getenv(name);
    if (file != nullptr && *file != '\0') {
      curl_easy_setopt(easy, CURLOPT_CAINFO, file);
      break;
    }
  }
  const char* folder = std::getenv("SSL_CERT_DIR");
  if (folder != nullptr && *folder != '\0') curl_easy_setopt(easy, CURLOPT_CAPATH, folder);
}

void set_options(CURL* easy, const HttpRequest& request, Sink& sink, const std::atomic<bool>* stop) {
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_USERAGENT, "claimcheck");
  if (!request.take_body) curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect_timeout.count()));
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(request.stall_timeout.count()));
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &take_bytes);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, &sink);
  if (!request.body.empty()) {
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
  }
  if (stop != nullptr) {
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, &is_stopped);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, stop);
  }
  set_certificates(easy);
  set_proxy(easy, request.url);
}

bool is_certificate_failure(CURLcode code) {
  return code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE || code == CURLE_SSL_ISSUER_ERROR;
}

bool is_connected(CURL* easy) {
  curl_off_t microseconds = 0;
  curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &microseconds);
  return microseconds > 0;
}

/// Turns libcurl's code into the failure and a few words. CURLOPT_ERRORBUFFER may quote the URL, hence not used.
void set_failure(HttpResponse& response, CURLcode code, CURL* easy, const Sink& sink) {
  if (sink.refused) {
    response.failure = HttpFailure::refused;
    response.problem = "the answer was not wanted any more";
    return;
  }
  if (sink.full) {
    response.failure = HttpFailure::too_large;
    response.problem = "the answer is larger than the limit";
    return;
  }
  response.failure = response.status != 0 || is_connected(easy) ? HttpFailure::dropped : HttpFailure::unreachable;
  response.problem = curl_easy_strerror(code);
  if (is_certificate_failure(code)) {
    response.problem += " (SSL_CERT_FILE or CURL_CA_BUNDLE can name the trusted certificates)";
  }
}

void read_head(HttpResponse& response, CURL* easy) {
  long status = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  response.status = static_cast<int>(status);
  const char* type = nullptr;
  if (curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &type) == CURLE_OK && type != nullptr)
    response.content_type = type;
  curl_off_t seconds = 0;
  curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &seconds);
  if (seconds > 0) response.retry_after = static_cast<double>(seconds);
}

class CurlHttp {
 public:
  CurlHttp(const std::atomic<bool>* stop, std::size_t max_body)
      : easy_(curl_easy_init(), &curl_easy_cleanup), stop_(stop), max_body_(max_body) {
    if (!easy_) throw Error(ErrorKind::network, "libcurl could not be started.");
  }

  HttpResponse perform(HttpRequest request) {
    for (int hop = 0;; ++hop) {
      HttpResponse response = perform_once(request);
      const char* target = nullptr;
      if (response.failure != HttpFailure::none) return response;
      if (curl_easy_getinfo(easy_.get(), CURLINFO_REDIRECT_URL, &target) != CURLE_OK || target == nullptr)
        return response;
      if (hop == kMaxRedirects || !is_allowed_redirect(request.url, target)) {
        response.problem = hop == kMaxRedirects ? "redirected too often" : "redirected to another server";
        return response;
      }
      request.url = target;
    }
  }

 private:
  HttpResponse perform_once(const HttpRequest& request) {
    CURL* easy = easy_.get();
    Sink sink{easy_.get(), &request, max_body_};
    // Without the empty header libcurl waits for "100 Continue" before a long body.
    const ListPointer headers(curl_slist_append(nullptr, "Expect:"), &curl_slist_free_all);
    curl_easy_reset(easy);
    set_options(easy, request, sink, stop_);
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    const CURLcode code = curl_easy_perform(easy);
    if (code == CURLE_ABORTED_BY_CALLBACK) throw Error(ErrorKind::interrupted, "Stopped while PubMed was answering.");
    if (code == CURLE_URL_MALFORMAT || code == CURLE_UNSUPPORTED_PROTOCOL) {
      throw Error(ErrorKind::usage, "The address is no http or https URL; correct --eutils-url or --from.");
    }
    HttpResponse response;
    read_head(response, easy);
    if (code != CURLE_OK) set_failure(response, code, easy, sink);
    response.body = std::move(sink.body);
    return response;
  }

  CurlPointer easy_;
  const std::atomic<bool>* stop_;
  std::size_t max_body_;
};

}  // namespace

HttpFunction curl_http(const std::atomic<bool>* stop, std::size_t max_body) {
  const auto http = std::make_shared<CurlHttp>(stop, max_body);
  return [http](const HttpRequest& request) { return http->perform(request); };
}

}  // namespace claimcheck
