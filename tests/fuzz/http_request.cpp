// Whatever is sent, the gate lets through only what carries the cookie, the address and, for a POST, the proof of its
// origin; what it hands on is clean and reads the same when it is encoded and read again; and what it answers can be
// sent and gives no secret away. The input: a line "METHOD TARGET", then a line "name: value" for each header field.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "review/answer_text.h"
#include "review/cookies.h"
#include "review/gate.h"
#include "review/request_target.h"
#include "text/utf8.h"

namespace {

using claimcheck::HttpFields;
using claimcheck::RequestHead;

constexpr std::string_view kLaunch = "L4unch";
constexpr std::string_view kCookie = "C00kie";

void require(bool holds) {
  if (!holds) std::abort();
}

std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

RequestHead head_from(std::string_view text) {
  RequestHead head;
  const std::string_view first = take_line(text);
  const std::size_t space = std::min(first.find(' '), first.size());
  head.method = first.substr(0, space);
  head.target = first.substr(std::min(space + 1, first.size()));
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos) head.fields.emplace_back(line.substr(0, colon), line.substr(colon + 2));
  }
  return head;
}

std::string encode(std::string_view text) {
  constexpr std::string_view kHexDigits = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (c == '/') {
      encoded += c;
      continue;
    }
    encoded += '%';
    encoded += kHexDigits[static_cast<unsigned char>(c) >> 4U];
    encoded += kHexDigits[static_cast<unsigned char>(c) & 0xFU];
  }
  return encoded;
}

void require_clean_text(std::string_view text) {
  require(claimcheck::is_valid_utf8(text));
  require(std::none_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; }));
}

void require_clean_target(const std::string& path, const HttpFields& query) {
  require(path.starts_with('/') && path.find('\\') == std::string::npos);
  for (const char* bad : {"//", "/./", "/../"}) require(path.find(bad) == std::string::npos);
  require(!path.ends_with("/.") && !path.ends_with("/.."));
  require_clean_text(path);
  std::string again = encode(path) + '?';
  for (const auto& [name, value] : query) {
    require_clean_text(name);
    require_clean_text(value);
    again += encode(name) + '=' + encode(value) + '&';
  }
  const auto target = claimcheck::parse_request_target(again);
  require(target && target->path == path && target->query == query);
}

void require_known_sender(const RequestHead& head) {
  const auto field = [&head](std::string_view name) { return claimcheck::find_field(head.fields, name).value_or(""); };
  require(field("host") == "127.0.0.1:4711");
  const auto cookies = claimcheck::cookie_values(field("cookie"), "claimcheck-4711");
  require(std::find(cookies.begin(), cookies.end(), kCookie) != cookies.end());
  require(field("sec-fetch-site") != "cross-site" && field("transfer-encoding").empty());
  if (head.method == "GET" || head.method == "HEAD") return;
  require(head.method == "POST" && field("origin") == "http://127.0.0.1:4711" && field("x-claimcheck") == "1");
}

void require_harmless(const claimcheck::HttpAnswer& answer, const RequestHead& head) {
  require(claimcheck::answer_fault(answer).empty());
  const std::string text = claimcheck::answer_head(answer, true);
  require(text.find("\r\n\r\n") == text.size() - 4);
  const std::string whole = text + answer.body;
  require(whole.find(kLaunch) == std::string::npos);
  if (whole.find(kCookie) == std::string::npos) return;
  const auto target = claimcheck::parse_request_target(head.target);
  require(target && target->path == "/" && claimcheck::find_field(target->query, "token") == kLaunch);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  claimcheck::Gate gate({}, 4711, {std::string(kLaunch), "0nce", std::string(kCookie)});
  const std::string text(data, data + size);
  if (const auto target = claimcheck::parse_request_target(text)) require_clean_target(target->path, target->query);
  for (const std::string_view value : claimcheck::cookie_values(text, "c")) {
    require(value.find(';') == std::string_view::npos);
  }

  const RequestHead head = head_from(text);
  const claimcheck::Ruling ruling = gate.judge(head);
  if (ruling.answer) {
    require_harmless(*ruling.answer, head);
  } else {
    require_known_sender(head);
    require_clean_target(ruling.question.path, ruling.question.query);
    require(!claimcheck::find_field(ruling.question.query, "token"));
  }
  return 0;
}
