#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace claimcheck {

struct ServedRequest {
  std::string method;
  std::string path;
  std::map<std::string, std::string> parameters;  ///< of the query string and of a form body; the last one of a name
  std::vector<std::string> ids;                   ///< every value of `id`, which may be repeated
  std::chrono::steady_clock::time_point start;    ///< when the whole request had arrived
};

struct ServedResponse {
  /// What happens after the bytes that are sent: nothing special, the connection closes, or it stays open in silence.
  enum class Ending { complete, close, hang };
  int status = 200;
  std::string body;
  std::string content_type = "text/xml; charset=UTF-8";
  std::vector<std::pair<std::string, std::string>> headers;
  std::chrono::milliseconds delay{0};    ///< before the first byte
  std::optional<std::size_t> send_only;  ///< bytes of the body; Content-Length still announces all of it
  bool send_head = true;                 ///< false: not even the status line
  Ending ending = Ending::complete;
};

/// A small HTTP/1.1 server on 127.0.0.1 and a free port: one thread, many connections at once, keep-alive. For tests:
/// it believes what it is sent.
class LoopbackHttp {
 public:
  using Handler = std::function<ServedResponse(const ServedRequest&)>;

  /// Serves until destroyed. `handler` is called in the server's thread, one request at a time.
  explicit LoopbackHttp(Handler handler);
  LoopbackHttp(const LoopbackHttp&) = delete;
  LoopbackHttp& operator=(const LoopbackHttp&) = delete;
  ~LoopbackHttp();

  [[nodiscard]] std::string url() const;  ///< "http://127.0.0.1:PORT/"
  [[nodiscard]] std::vector<ServedRequest> requests() const;
  [[nodiscard]] std::size_t most_at_once() const;  ///< largest number of requests being answered at one time

 private:
  struct Connection {
    int socket = -1;
    std::string in;
    std::string out;
    std::chrono::steady_clock::time_point ready;
    ServedResponse::Ending ending = ServedResponse::Ending::complete;
    bool busy = false;
    bool closed = false;
  };

  void serve();
  [[nodiscard]] bool wait_for_events();
  void accept_connection();
  void receive(Connection& connection);
  void answer_next(Connection& connection);
  void send_some(Connection& connection);
  void finish(Connection& connection);

  Handler handler_;
  int listener_ = -1;
  int wake_[2] = {-1, -1};
  int port_ = 0;
  std::list<Connection> connections_;
  mutable std::mutex mutex_;
  std::vector<ServedRequest> requests_;
  std::size_t most_at_once_ = 0;
  std::thread thread_;
};

}  // namespace claimcheck
