#include "review/raw_client.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace claimcheck {

RawClient::RawClient() : socket_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const timeval patience{5, 0};
  if (socket_ < 0 || setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) != 0) {
    throw std::runtime_error("the test gets no socket");
  }
}

void RawClient::connect(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("the test cannot connect");
  }
}

RawClient::~RawClient() {
  if (socket_ >= 0) close(socket_);
}

bool RawClient::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool RawClient::fill() {
  std::array<char, 65'536> bytes{};
  const ssize_t count = recv(socket_, bytes.data(), bytes.size(), 0);
  if (count > 0) received_.append(bytes.data(), static_cast<std::size_t>(count));
  return count > 0;
}

std::string RawClient::receive(bool has_body) {
  std::size_t head = 0;
  while ((head = received_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) return std::exchange(received_, "");
  }
  std::size_t size = head + 4;
  const std::string length = field_of(received_.substr(0, size), "Content-Length");
  if (has_body && !length.empty()) size += std::stoul(length);
  while (received_.size() < size) {
    if (!fill()) return std::exchange(received_, "");
  }
  std::string answer = received_.substr(0, size);
  received_.erase(0, size);
  return answer;
}

std::string RawClient::receive_all() {
  while (fill()) continue;
  return std::exchange(received_, "");
}

bool RawClient::is_closed_within(std::chrono::milliseconds time) const {
  pollfd event{socket_, POLLIN, 0};
  if (poll(&event, 1, static_cast<int>(time.count())) != 1) return false;
  char byte = 0;
  return recv(socket_, &byte, 1, MSG_DONTWAIT) <= 0;
}

std::string field_of(std::string_view answer, std::string_view name) {
  const std::string start = "\r\n" + std::string(name) + ": ";
  const std::size_t head = answer.find("\r\n\r\n");
  const std::size_t found = answer.find(start);
  if (found >= head) return "";
  const std::size_t begin = found + start.size();
  return std::string(answer.substr(begin, answer.find("\r\n", begin) - begin));
}

int status_of(std::string_view answer) {
  constexpr std::string_view kVersion = "HTTP/1.1 ";
  if (!answer.starts_with(kVersion)) return 0;
  int status = 0;
  std::from_chars(answer.data() + kVersion.size(), answer.data() + answer.size(), status);
  return status;
}

}  // namespace claimcheck
