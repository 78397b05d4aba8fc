#include "pubmed/eutils_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "pubmed/answer_error.h"
#include "pubmed/api_key.h"
#include "pubmed/eutils_request.h"
#include "pubmed/server_address.h"
#include "text/utf8.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLongestValue = 300;

std::string cut_short(const std::string& text) {
  if (text.size() <= kLongestValue) return text;
  return fmt::format("{}... ({} bytes)", repair_utf8(text.substr(0, kLongestValue)), text.size());
}

/// " name=value name=value": what was asked, decoded.
std::string describe_parameters(std::string_view form, const std::string& api_key) {
  std::string text;
  for (const auto& [name, value] : decode_form(form)) {
    const bool is_key = name == "api_key";
    text += fmt::format(" {}={}", name, is_key ? "***" : cut_short(one_line(without_key(value, api_key))));
  }
  return text;
}

std::string describe_request(const HttpRequest& request, std::chrono::milliseconds waited, const std::string& api_key) {
  const std::string_view url = request.url;
  const std::size_t question = std::min(url.find('?'), url.size());
  const std::string address = without_password(std::string(url.substr(0, question)));
  std::string line = fmt::format("> {} {}", request.body.empty() ? "GET" : "POST", address);
  if (question < url.size()) line += describe_parameters(url.substr(question + 1), api_key);
  line += describe_parameters(request.body, api_key);
  if (waited.count() > 0) line += fmt::format(" (waited {} ms)", waited.count());
  return line;
}

std::string describe_answer(const HttpResponse& response, std::chrono::milliseconds took,
                            const Assessment& assessment) {
  const std::string status = response.status == 0 ? "no answer" : std::to_string(response.status);
  std::string line =
      fmt::format("< {}, {} bytes, {} ms, {}", status, response.body.size(), took.count(), to_string(assessment.kind));
  if (!assessment.reason.empty()) line += ": " + assessment.reason;
  return line;
}

}  // namespace

EutilsLog line_log(std::function<void(const std::string& line)> write, const std::string& api_key) {
  const auto tell = [write = std::move(write), api_key](const std::string& line) {
    write(one_line(without_key(line, api_key)));
  };
  return {[tell, api_key](const HttpRequest& request, std::chrono::milliseconds waited) {
            tell(describe_request(request, waited, api_key));
          },
          [tell](const HttpResponse& response, std::chrono::milliseconds took, const Assessment& assessment) {
            tell(describe_answer(response, took, assessment));
          }};
}

}  // namespace claimcheck
