#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "review/raw_client.h"
#include "review/server.h"

namespace claimcheck {

/// A server in a thread of its own, and what a browser would send to it.
class RunningServer {
 public:
  /// The handler echoes method, path, query and body, unless another one is given.
  explicit RunningServer(ServerLimits limits = {}, HttpHandler handler = {}, std::uint16_t port = 0);
  RunningServer(const RunningServer&) = delete;
  RunningServer& operator=(const RunningServer&) = delete;
  ~RunningServer() { stop(); }

  /// Stops it and waits for the end of run().
  void stop();

  [[nodiscard]] LoopbackServer& server() const { return *server_; }
  [[nodiscard]] RawClient connect() const { return RawClient(server_->port()); }
  [[nodiscard]] std::string launch_token() const;
  /// "name=value", as a browser sends it back after the launch.
  [[nodiscard]] const std::string& cookie() const { return cookie_; }
  [[nodiscard]] std::string host() const;  ///< "Host: 127.0.0.1:PORT\r\n"
  /// A whole request of the page; `fields` are whole lines.
  [[nodiscard]] std::string get(std::string_view target, std::string_view fields = "",
                                std::string_view method = "GET") const;
  [[nodiscard]] std::string post(std::string_view target, std::string_view body, std::string_view fields = "") const;
  /// The answer to `request` on a connection of its own.
  [[nodiscard]] std::string ask(std::string_view request) const;
  [[nodiscard]] std::vector<std::string> log() const;
  [[nodiscard]] std::vector<HttpQuestion> questions() const;

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> log_;
  std::vector<HttpQuestion> questions_;
  std::unique_ptr<LoopbackServer> server_;
  std::thread thread_;
  std::string cookie_;
};

}  // namespace claimcheck
