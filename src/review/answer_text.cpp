#include "review/answer_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include <fmt/core.h>

namespace claimcheck {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 6> kSecurity{{
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
     "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cache-Control", "no-store"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
}};

constexpr std::array<std::string_view, 5> kFraming{"Connection", "Content-Length", "Content-Type", "Keep-Alive",
                                                   "Transfer-Encoding"};

constexpr std::array<std::pair<int, std::string_view>, 24> kReasons{{
    {200, "OK"},
    {201, "Created"},
    {204, "No Content"},
    {303, "See Other"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {421, "Misdirected Request"},
    {422, "Unprocessable Content"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
}};

/// "" for a status that is not listed: the phrase may be empty (RFC 9112, section 4).
std::string_view reason_phrase(int status) {
  const auto* const found =
      std::find_if(kReasons.begin(), kReasons.end(), [status](const auto& reason) { return reason.first == status; });
  return found == kReasons.end() ? std::string_view() : found->second;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_same_name(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

bool is_own_name(std::string_view name) {
  const auto is_it = [name](std::string_view own) { return is_same_name(own, name); };
  return std::any_of(kFraming.begin(), kFraming.end(), is_it) ||
         std::any_of(kSecurity.begin(), kSecurity.end(), [&](const Pair& field) { return is_it(field.first); });
}

bool is_field_name(std::string_view name) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || kMarks.find(c) != std::string_view::npos;
  });
}

bool is_field_value(std::string_view value) {
  return std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

std::string answer_head(const HttpAnswer& answer, bool closes) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\n", answer.status, reason_phrase(answer.status));
  const auto add = [&head](std::string_view name, std::string_view value) {
    head.append(name).append(": ").append(value).append("\r\n");
  };
  for (const auto& [name, value] : answer.headers) add(name, value);
  if (!is_bodiless(answer.status)) {
    add("Content-Type", answer.content_type);
    add("Content-Length", std::to_string(answer.body.size()));
  }
  for (const auto& [name, value] : kSecurity) add(name, value);
  if (closes) add("Connection", "close");
  return head += "\r\n";
}

bool is_bodiless(int status) {
  return status == 204 || status == 304;
}

std::string answer_fault(const HttpAnswer& answer) {
  if (answer.status < 200 || answer.status > 599) return fmt::format("has the status {}", answer.status);
  if (answer.content_type.empty() || !is_field_value(answer.content_type)) return "has no usable content type";
  for (const auto& [name, value] : answer.headers) {
    if (!is_field_name(name)) return "has a header field whose name is none";
    if (is_own_name(name)) return fmt::format("sets {}, which the server sets itself", name);
    if (!is_field_value(value)) return fmt::format("sets {} to more than printable ASCII", name);
  }
  return "";
}

HttpAnswer refusal(int status, std::string_view words) {
  HttpAnswer answer;
  answer.status = status;
  answer.body = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{0}</title></head>\n"
      "<body><h1>{0}</h1>\n<p>{1}</p></body>\n</html>\n",
      reason_phrase(status), words);
  return answer;
}

}  // namespace claimcheck
