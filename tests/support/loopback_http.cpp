#include "support/loopback_http.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>

#include "support/served_request.h"

namespace claimcheck {
namespace {

int open_listener() {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const auto* const generic = reinterpret_cast<const sockaddr*>(&address);
  if (listener < 0 || bind(listener, generic, sizeof address) != 0 || listen(listener, 64) != 0) {
    throw std::runtime_error("the loopback server cannot listen");
  }
  return listener;
}

int port_of(int listener) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.sin_port);
}

}  // namespace

LoopbackHttp::LoopbackHttp(Handler handler) : handler_(std::move(handler)), listener_(open_listener()) {
  port_ = port_of(listener_);
  if (pipe(wake_) != 0) throw std::runtime_error("the loopback server has no pipe");
  thread_ = std::thread([this] { serve(); });
}

LoopbackHttp::~LoopbackHttp() {
  close(wake_[1]);
  thread_.join();
  for (const Connection& connection : connections_) close(connection.socket);
  close(wake_[0]);
  close(listener_);
}

std::string LoopbackHttp::url() const {
  return "http://127.0.0.1:" + std::to_string(port_) + "/";
}

std::vector<ServedRequest> LoopbackHttp::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::size_t LoopbackHttp::most_at_once() const {
  const std::lock_guard lock(mutex_);
  return most_at_once_;
}

void LoopbackHttp::serve() {
  while (wait_for_events()) {
    const auto now = std::chrono::steady_clock::now();
    for (Connection& connection : connections_) {
      receive(connection);
      if (!connection.busy) answer_next(connection);
      if (connection.busy && connection.ready <= now) send_some(connection);
      if (connection.closed) close(connection.socket);
    }
    connections_.remove_if([](const Connection& connection) { return connection.closed; });
    accept_connection();
  }
}

/// Waits until something may be done; false when the server is to stop.
bool LoopbackHttp::wait_for_events() {
  std::vector<pollfd> sockets{{wake_[0], POLLIN, 0}, {listener_, POLLIN, 0}};
  auto timeout = std::chrono::milliseconds(1000);
  const auto now = std::chrono::steady_clock::now();
  for (const Connection& connection : connections_) {
    short events = POLLIN;
    const bool silent = connection.out.empty() && connection.ending == ServedResponse::Ending::hang;
    if (connection.busy && connection.ready <= now && !silent) events |= POLLOUT;
    if (connection.busy && connection.ready > now) {
      timeout = std::min(timeout, std::chrono::ceil<std::chrono::milliseconds>(connection.ready - now));
    }
    sockets.push_back({connection.socket, events, 0});
  }
  poll(sockets.data(), sockets.size(), static_cast<int>(timeout.count()));
  return sockets.front().revents == 0;
}

void LoopbackHttp::accept_connection() {
  const int socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
  if (socket < 0) return;
  connections_.emplace_back();
  connections_.back().socket = socket;
}

void LoopbackHttp::receive(Connection& connection) {
  std::array<char, 65536> buffer{};
  while (true) {
    const ssize_t count = recv(connection.socket, buffer.data(), buffer.size(), 0);
    if (count > 0) {
      connection.in.append(buffer.data(), static_cast<std::size_t>(count));
      continue;
    }
    if (count == 0 || (errno != EAGAIN && errno != EINTR)) connection.closed = true;
    return;
  }
}

void LoopbackHttp::answer_next(Connection& connection) {
  auto request = take_request(connection.in);
  if (!request) return;
  const ServedResponse response = handler_(*request);
  connection.busy = true;
  connection.out = render_response(response);
  connection.ready = request->start + response.delay;
  connection.ending = response.ending;
  const auto busy = std::count_if(connections_.begin(), connections_.end(),
                                  [](const Connection& other) { return other.busy && !other.closed; });
  const std::lock_guard lock(mutex_);
  requests_.push_back(std::move(*request));
  most_at_once_ = std::max(most_at_once_, static_cast<std::size_t>(busy));
}

void LoopbackHttp::send_some(Connection& connection) {
  while (!connection.out.empty()) {
    const ssize_t count = send(connection.socket, connection.out.data(), connection.out.size(), MSG_NOSIGNAL);
    if (count < 0) {
      if (errno != EAGAIN && errno != EINTR) connection.closed = true;
      return;
    }
    connection.out.erase(0, static_cast<std::size_t>(count));
  }
  finish(connection);
}

void LoopbackHttp::finish(Connection& connection) {
  if (connection.ending == ServedResponse::Ending::close) connection.closed = true;
  if (connection.ending == ServedResponse::Ending::complete) connection.busy = false;
}

}  // namespace claimcheck
