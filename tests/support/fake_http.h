#pragma once

#include <deque>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "pubmed/http.h"
#include "support/fake_clock.h"

namespace claimcheck {

inline HttpResponse ok(std::string body) {
  HttpResponse response;
  response.status = 200;
  response.body = std::move(body);
  response.content_type = "text/xml";
  return response;
}

inline HttpResponse http_error(int status, std::string body = "", double retry_after = -1) {
  HttpResponse response;
  response.status = status;
  response.body = std::move(body);
  response.retry_after = retry_after;
  return response;
}

inline HttpResponse unreachable(std::string problem = "Could not resolve host") {
  HttpResponse response;
  response.failure = HttpFailure::unreachable;
  response.problem = std::move(problem);
  return response;
}

/// Stopped early: the head came, then part of the body.
inline HttpResponse dropped(std::string body) {
  HttpResponse response = ok(std::move(body));
  response.failure = HttpFailure::dropped;
  response.problem = "Transferred a partial file";
  return response;
}

/// Answers with canned responses in order, the last one for ever, and keeps what was asked and when.
/// Must outlive the HttpFunction it gave.
class FakeHttp {
 public:
  explicit FakeHttp(FakeClock& clock) : clock_(clock) {}

  HttpFunction function() {
    return [this](const HttpRequest& request) { return answer(request); };
  }

  FakeHttp& then(HttpResponse response) {
    responses_.push_back(std::move(response));
    return *this;
  }

  /// Called instead of the canned responses when set.
  std::function<HttpResponse(const HttpRequest&)> handler;
  std::chrono::milliseconds takes{0};  ///< how long each request lasts

  [[nodiscard]] const std::vector<HttpRequest>& requests() const { return requests_; }
  [[nodiscard]] const std::vector<FakeClock::TimePoint>& starts() const { return starts_; }

 private:
  HttpResponse answer(const HttpRequest& request) {
    requests_.push_back(request);
    starts_.push_back(clock_.now());
    clock_.advance(takes);
    if (handler) return handler(request);
    if (responses_.empty()) return unreachable("the test named no answer");
    HttpResponse response = responses_.front();
    if (responses_.size() > 1) responses_.pop_front();
    return response;
  }

  FakeClock& clock_;
  std::deque<HttpResponse> responses_;
  std::vector<HttpRequest> requests_;
  std::vector<FakeClock::TimePoint> starts_;
};

}  // namespace claimcheck
