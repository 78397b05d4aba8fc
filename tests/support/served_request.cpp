#include "support/served_request.h"

#include <algorithm>
#include <string_view>

namespace claimcheck {
namespace {

std::string decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      decoded += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      decoded += text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
}

void read_form(std::string_view form, ServedRequest& request) {
  while (!form.empty()) {
    const std::string_view pair = form.substr(0, form.find('&'));
    form.remove_prefix(std::min(form.size(), pair.size() + 1));
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string name = decode(pair.substr(0, equals));
    request.parameters[name] = decode(pair.substr(equals + 1));
    if (name == "id") request.ids.push_back(request.parameters[name]);
  }
}

/// The value of Content-Length; header names in any case.
std::size_t content_length(std::string_view head) {
  std::string lowered(head);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  constexpr std::string_view name = "\r\ncontent-length:";
  const std::size_t at = lowered.find(name);
  return at == std::string::npos ? 0 : std::stoul(lowered.substr(at + name.size(), 20));
}

}  // namespace

std::optional<ServedRequest> take_request(std::string& bytes) {
  const std::size_t head_size = bytes.find("\r\n\r\n");
  if (head_size == std::string::npos) return std::nullopt;
  const std::string_view head = std::string_view(bytes).substr(0, head_size);
  const std::size_t body_size = content_length(head);
  if (bytes.size() < head_size + 4 + body_size) return std::nullopt;

  ServedRequest request;
  request.start = std::chrono::steady_clock::now();
  const std::size_t first_space = std::min(head.find(' '), head.size());
  request.method = head.substr(0, first_space);
  std::string_view target = head.substr(std::min(first_space + 1, head.size()));
  target = target.substr(0, target.find(' '));
  const std::size_t question = std::min(target.find('?'), target.size());
  request.path = target.substr(0, question);
  if (question < target.size()) read_form(target.substr(question + 1), request);
  read_form(std::string_view(bytes).substr(head_size + 4, body_size), request);
  bytes.erase(0, head_size + 4 + body_size);
  return request;
}

std::string render_response(const ServedResponse& response) {
  if (!response.send_head) return {};
  std::string bytes = "HTTP/1.1 " + std::to_string(response.status) + " Answer\r\n";
  bytes += "Content-Type: " + response.content_type + "\r\n";
  bytes += "Content-Length: " + std::to_string(response.body.size()) + "\r\n";
  for (const auto& [name, value] : response.headers) bytes += name + ": " + value + "\r\n";
  bytes += "\r\n";
  bytes += response.body.substr(0, response.send_only.value_or(std::string::npos));
  return bytes;
}

}  // namespace claimcheck
