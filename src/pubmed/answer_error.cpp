#include "pubmed/answer_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kMaxReason = 200;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower_case(std::string_view text) {
  std::string lowered(text);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), lower);
  return lowered;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// `text` as a reason: one line, not too long.
std::string shorten(std::string_view text) {
  std::string line = one_line(text);
  if (line.size() > kMaxReason) line = repair_utf8(line.substr(0, kMaxReason)) + " ...";
  return line;
}

struct ErrorPhrase {
  std::string_view phrase;  ///< lower case
  AnswerKind kind;
};

/// The first phrase that stands in a text decides: the specific ones come before "failed" and "exception", because
/// NCBI reports "Search Backend failed: Exception: 'retstart' cannot be larger than 9998".
constexpr auto kErrorPhrases = std::to_array<ErrorPhrase>({
    {"rate limit", AnswerKind::throttled},
    {"too many requests", AnswerKind::throttled},
    {"api key invalid", AnswerKind::key_refused},
    {"api key not", AnswerKind::key_refused},
    {"invalid api key", AnswerKind::key_refused},
    {"uid not found", AnswerKind::no_such_record},
    {"no correct id", AnswerKind::no_such_record},
    {"cannot get document summary", AnswerKind::no_such_record},
    // The server did not see the ids that were sent: that says nothing about the records.
    {"empty id list", AnswerKind::permanent},
    {"id parameter is empty", AnswerKind::permanent},
    {"neither query_key nor id", AnswerKind::permanent},
    {"empty term", AnswerKind::permanent},
    {"cannot be larger", AnswerKind::permanent},
    {"invalid db name", AnswerKind::permanent},
    {"invalid value", AnswerKind::permanent},
    {"unable to obtain query", AnswerKind::permanent},
    {"can not retrieve", AnswerKind::permanent},
    {"not supported", AnswerKind::permanent},
    {"unsupported", AnswerKind::permanent},
    {"failed", AnswerKind::transient},
    {"exception", AnswerKind::transient},
    {"timed out", AnswerKind::transient},
    {"timeout", AnswerKind::transient},
    {"temporarily", AnswerKind::transient},
    {"unavailable", AnswerKind::transient},
    {"try again", AnswerKind::transient},
});

std::optional<AnswerKind> find_known_error(std::string_view text) {
  const std::string lowered = lower_case(text);
  const auto* const known =
      std::find_if(kErrorPhrases.begin(), kErrorPhrases.end(),
                   [&lowered](const ErrorPhrase& error) { return lowered.find(error.phrase) != std::string::npos; });
  if (known == kErrorPhrases.end()) return std::nullopt;
  return known->kind;
}

std::string status_text(int status) {
  switch (status) {
    case 400:
      return "400 Bad Request";
    case 403:
      return "403 Forbidden";
    case 404:
      return "404 Not Found";
    case 414:
      return "414 URI Too Long";
    case 429:
      return "429 Too Many Requests";
    case 500:
      return "500 Internal Server Error";
    case 502:
      return "502 Bad Gateway";
    case 503:
      return "503 Service Unavailable";
    case 504:
      return "504 Gateway Timeout";
    default:
      return fmt::format("HTTP status {}", status);
  }
}

/// The string value of `"error"` (any case) in a JSON text. No JSON parser: NCBI writes raw newlines into this string.
std::string json_error(std::string_view json) {
  const std::string lowered = lower_case(json);
  std::size_t at = lowered.find("\"error\"");
  if (at == std::string::npos) return {};
  at = lowered.find_first_not_of(" \t\r\n:", at + 7);
  if (at == std::string::npos || json[at] != '"') return {};
  std::string value;
  for (++at; at < json.size() && json[at] != '"'; ++at) {
    if (json[at] == '\\' && at + 1 < json.size()) {
      ++at;
      value += json[at] == 'n' || json[at] == 't' || json[at] == 'r' ? ' ' : json[at];
    } else {
      value += json[at];
    }
  }
  return value;
}

bool is_html(std::string_view body) {
  const std::string start = lower_case(body.substr(0, 256));
  return start.starts_with("<!doctype html") || start.starts_with("<html") || root_element(start) == "html";
}

/// The text of the first ERROR element; "" when there is none.
std::string_view xml_error(std::string_view xml) {
  for (const std::string_view open : {"<ERROR>", "<Error>", "<error>"}) {
    const std::size_t begin = xml.find(open);
    if (begin == std::string_view::npos) continue;
    const std::string_view text = xml.substr(begin + open.size());
    const std::size_t end = text.find("</");
    return end == 0 ? "unnamed error" : text.substr(0, end);
  }
  return {};
}

/// An error text in the body, whatever dress it wears; "" when there is none.
std::string error_text(std::string_view body) {
  if (is_html(body)) return {};
  if (body.starts_with('{') || body.starts_with('[')) return json_error(body);
  if (!root_element(body).empty()) return std::string(xml_error(body));
  return std::string(body);
}

AnswerKind kind_of_status(int status) {
  if (status == 429) return AnswerKind::throttled;
  return status >= 500 || status == 408 || status == 425 ? AnswerKind::transient : AnswerKind::permanent;
}

/// The words in the body are more exact than the number: NCBI throttles and refuses keys with 400 too.
Assessment assess_http_error(const HttpResponse& response, std::string_view body) {
  const std::string text = response.problem.empty() ? error_text(body) : response.problem;
  std::string reason = status_text(response.status);
  if (!text.empty()) reason += ": " + shorten(text);
  const AnswerKind by_status = kind_of_status(response.status);
  if (by_status == AnswerKind::throttled) return {by_status, std::move(reason)};
  return {find_known_error(text).value_or(by_status), std::move(reason)};
}

/// Text, or something that began as XML and holds no element.
Assessment assess_text(std::string_view body) {
  if (find_known_error(body) || lower_case(body).find("error") != std::string::npos) return assess_error_text(body);
  if (body.starts_with('<')) return {AnswerKind::incomplete, "the answer stops before its first element"};
  return {AnswerKind::malformed, "text instead of XML: " + shorten(body)};
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : trim(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool gap = byte <= 0x20 || byte == 0x7f;
    if (gap && (line.empty() || line.back() == ' ')) continue;
    line += gap ? ' ' : c;
  }
  return repair_utf8(trim(line));
}

std::string_view root_element(std::string_view xml) {
  if (xml.starts_with("\xEF\xBB\xBF")) xml.remove_prefix(3);
  while (true) {
    xml = trim(xml);
    std::string_view end = ">";
    if (!xml.starts_with('<')) return {};
    if (xml.starts_with("<?")) {
      end = "?>";
    } else if (xml.starts_with("<!--")) {
      end = "-->";
    } else if (!xml.starts_with("<!")) {
      xml.remove_prefix(1);
      const bool cut = xml.find('>') == std::string_view::npos;
      return cut ? std::string_view() : xml.substr(0, xml.find_first_of(" \t\r\n/>"));
    }
    const std::size_t at = xml.find(end);
    if (at == std::string_view::npos) return {};
    xml.remove_prefix(at + end.size());
  }
}

Assessment assess_error_text(std::string_view text) {
  return {find_known_error(text).value_or(AnswerKind::transient), shorten(text)};
}

std::optional<Assessment> find_error(const HttpResponse& response) {
  const std::string_view body = trim(response.body);
  if (response.failure == HttpFailure::unreachable) return Assessment{AnswerKind::unreachable, response.problem};
  if (response.failure == HttpFailure::too_large) return Assessment{AnswerKind::permanent, response.problem};
  if (response.status == 0) return Assessment{AnswerKind::transient, response.problem};
  if (response.status != 200) return assess_http_error(response, body);
  if (response.failure == HttpFailure::dropped) return Assessment{AnswerKind::incomplete, response.problem};
  if (body.empty()) return Assessment{AnswerKind::transient, "an empty answer"};
  if (is_html(body)) return Assessment{AnswerKind::transient, "a web page instead of data"};
  if (body.starts_with('{') || body.starts_with('[')) {
    const std::string text = json_error(body);
    if (text.empty()) return Assessment{AnswerKind::malformed, "JSON instead of XML"};
    return assess_error_text(text);
  }
  if (root_element(body).empty()) return assess_text(body);
  const std::string_view text = xml_error(body);
  if (text.empty()) return std::nullopt;
  return assess_error_text(text);
}

}  // namespace claimcheck
