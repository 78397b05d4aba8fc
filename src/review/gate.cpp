#include "review/gate.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "review/answer_text.h"
#include "review/cookies.h"
#include "review/request_target.h"
#include "review/secret.h"

namespace claimcheck {
namespace {

constexpr std::string_view kLaunchParameter = "token";

constexpr std::string_view kNoCookie =
    "This page opens only through the link that was printed in the terminal when it was started. Go back to the "
    "terminal and open that link. If the program has been started again since, its new link is the right one.";
constexpr std::string_view kUsedLink =
    "This link opens the page once, and it was used. Open the link that was printed in the terminal. If it was not you "
    "who used this one, press Ctrl-C there: somebody else on this computer did.";
constexpr std::string_view kForeign =
    "Another page led here, and only this page itself may. Open the link that was printed in the terminal.";
constexpr std::string_view kForeignPost = "Only the review page itself may change something here.";
constexpr std::string_view kCrossSiteLaunch =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Ready</title></head>\n"
    "<body><p>Ready: <a href=\"";
constexpr std::string_view kCrossSiteLaunchEnd = "\">open the page</a></p></body>\n</html>\n";

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// "" when there is none.
std::string_view value_of(const RequestHead& head, std::string_view name) {
  return find_field(head.fields, name).value_or(std::string_view());
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_json(std::string_view content_type) {
  const std::string type = lower_case(content_type);
  return type == "application/json" || type == "application/json; charset=utf-8" ||
         type == "application/json;charset=utf-8";
}

/// Started by the page itself or by the user (address bar, bookmark, another program), or the browser does not say.
bool is_from_here(std::string_view fetch_site) {
  return fetch_site.empty() || fetch_site == "same-origin" || fetch_site == "none";
}

}  // namespace

Gate::Gate(const ServerOptions& options, std::uint16_t port, Secrets secrets)
    : authority_(port == 80 ? "127.0.0.1" : "127.0.0.1:" + std::to_string(port)),  // browsers leave 80 out
      cookie_(options.cookie + '-' + std::to_string(port)),
      write_header_(lower_case(options.write_header)),
      start_(options.start),
      max_target_(options.limits.target),
      secrets_(std::move(secrets)) {
  for (const std::string& name : options.handed_on) {
    if (lower_case(name) != "cookie") handed_on_.push_back(lower_case(name));
  }
}

std::string Gate::origin() const {
  return "http://" + authority_;
}

std::string Gate::launch_target() const {
  return "/?" + std::string(kLaunchParameter) + '=' + secrets_.launch;
}

std::string Gate::one_time_target() const {
  return "/?" + std::string(kLaunchParameter) + '=' + secrets_.once;
}

Ruling Gate::judge(const RequestHead& head) {
  if (auto refused = refuse_form(head)) return {.answer = std::move(refused)};
  auto target = parse_request_target(head.target);
  if (!target) return {.answer = refusal(400, "The address is not one that this server could have given out.")};
  if (const auto token = find_field(target->query, kLaunchParameter)) {
    return {.answer = launch(head, target->path, *token)};
  }
  if (auto refused = refuse_sender(head)) return {.answer = std::move(refused)};

  Ruling ruling;
  ruling.awaits_continue = find_field(head.fields, "expect").has_value();
  ruling.question.method = head.method == "POST" ? "POST" : "GET";
  ruling.question.path = std::move(target->path);
  ruling.question.query = std::move(target->query);
  for (const std::string& name : handed_on_) {
    if (const auto value = find_field(head.fields, name)) ruling.question.headers.emplace_back(name, *value);
  }
  return ruling;
}

/// What no browser sends to this server, whoever asks.
std::optional<HttpAnswer> Gate::refuse_form(const RequestHead& head) const {
  if (!head.is_http_1_1) return refusal(505, "This server speaks HTTP/1.1.");
  for (const std::string_view name : std::to_array<std::string_view>(
           {"host", "cookie", "origin", "content-type", "content-length", "content-encoding", "transfer-encoding",
            "expect", "sec-fetch-site", write_header_})) {
    const auto is_it = [name](const auto& field) { return field.first == name; };
    if (std::count_if(head.fields.begin(), head.fields.end(), is_it) > 1) {
      return refusal(400, "A header field that must come once came twice.");
    }
  }
  if (value_of(head, "host") != authority_) {
    return refusal(421, "This server answers only at the address that was printed in the terminal.");
  }
  if (find_field(head.fields, "transfer-encoding")) return refusal(411, "A body must come with its length.");
  if (find_field(head.fields, "content-encoding")) return refusal(415, "A body must come as it is, not compressed.");
  const auto expectation = find_field(head.fields, "expect");
  if (expectation && lower_case(*expectation) != "100-continue") {
    return refusal(417, "This server meets no such expectation.");
  }
  if (head.method != "GET" && head.method != "HEAD" && head.method != "POST") {
    HttpAnswer answer = refusal(405, "This server answers GET, HEAD and POST.");
    answer.headers.emplace_back("Allow", "GET, HEAD, POST");
    return answer;
  }
  const std::string_view length = find_field(head.fields, "content-length").value_or("0");
  if (!is_digits(length)) return refusal(400, "The length of the body is no number.");
  if (head.method != "POST" && length != "0") return refusal(400, "Only a POST may have a body.");
  if (head.target.size() > max_target_) return refusal(414, "The address is too long.");
  return std::nullopt;
}

/// Whoever is not the page that was handed out.
std::optional<HttpAnswer> Gate::refuse_sender(const RequestHead& head) const {
  if (!has_cookie(head)) return refusal(403, kNoCookie);
  if (!is_from_here(value_of(head, "sec-fetch-site"))) return refusal(403, kForeign);
  return head.method == "POST" ? refuse_post(head) : std::nullopt;
}

std::optional<HttpAnswer> Gate::refuse_post(const RequestHead& head) const {
  if (value_of(head, "origin") != origin()) return refusal(403, kForeignPost);
  if (value_of(head, write_header_) != "1") return refusal(403, kForeignPost);
  if (!is_json(value_of(head, "content-type"))) return refusal(415, "What is sent here must be application/json.");
  return std::nullopt;
}

HttpAnswer Gate::launch(const RequestHead& head, std::string_view path, std::string_view token) {
  const bool is_once = is_same_secret(token, secrets_.once);
  const bool is_right = is_same_secret(token, secrets_.launch) || is_once;
  if (head.method == "POST" || path != "/" || !is_right) return refusal(403, kNoCookie);
  const bool is_from_us = is_from_here(value_of(head, "sec-fetch-site"));
  HttpAnswer answer;
  if (is_once && is_once_spent_) {
    // Whoever has come through already may load it again.
    if (!has_cookie(head) || !is_from_us) return refusal(403, kUsedLink);
  } else {
    is_once_spent_ = true;
    answer.headers.emplace_back("Set-Cookie", cookie_ + '=' + secrets_.cookie + "; HttpOnly; SameSite=Strict; Path=/");
  }
  if (is_from_us) {
    answer.status = 303;
    answer.headers.emplace_back("Location", start_);
  } else {
    // A browser sends no strict cookie along a redirect that another site started (a mail, a terminal in the browser);
    // a click in our own page starts anew.
    answer.body.append(kCrossSiteLaunch).append(start_).append(kCrossSiteLaunchEnd);
  }
  return answer;
}

bool Gate::has_cookie(const RequestHead& head) const {
  bool found = false;
  for (const std::string_view value : cookie_values(value_of(head, "cookie"), cookie_)) {
    if (is_same_secret(value, secrets_.cookie)) found = true;
  }
  return found;
}

}  // namespace claimcheck
