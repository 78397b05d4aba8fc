#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace claimcheck {

/// A socket to 127.0.0.1 that sends whatever bytes it is told to. Receiving gives up after five seconds.
class RawClient {
 public:
  RawClient();  ///< not connected yet
  explicit RawClient(std::uint16_t port) : RawClient() { connect(port); }
  RawClient(RawClient&& other) noexcept : socket_(other.socket_) { other.socket_ = -1; }
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;
  ~RawClient();

  void connect(std::uint16_t port);
  /// False when the other side has closed.
  [[nodiscard]] bool send(std::string_view bytes) const;
  /// One answer: the head and as many bytes as its Content-Length says. "" at the end.
  std::string receive(bool has_body = true);
  /// All bytes until the other side closes.
  std::string receive_all();
  /// Whether the other side closes, without sending anything, within `time`.
  [[nodiscard]] bool is_closed_within(std::chrono::milliseconds time) const;

 private:
  [[nodiscard]] bool fill();

  int socket_ = -1;
  std::string received_;
};

/// The value of a header field, its name letter for letter; "" when there is none.
std::string field_of(std::string_view answer, std::string_view name);

/// 0 when there is none.
int status_of(std::string_view answer);

}  // namespace claimcheck
