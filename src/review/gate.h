#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/http_exchange.h"
#include "review/server_options.h"

namespace claimcheck {

/// A request up to its body, as it was sent: nothing in it is to be trusted.
struct RequestHead {
  std::string method;
  std::string target;
  bool is_http_1_1 = true;
  HttpFields fields;  ///< names in lower case
};

/// What is to be done with a request.
struct Ruling {
  std::optional<HttpAnswer> answer = {};  ///< when set, the handler is not asked
  HttpQuestion question = {};             ///< for the handler; its body is still to be read
  bool awaits_continue = false;           ///< the client waits for "100 Continue" before it sends the body
};

/// Decides from a request's head alone who may ask what: the rules that LoopbackServer promises, and the launch. It
/// says nothing of the secrets but in the Set-Cookie of a right launch.
class Gate {
 public:
  /// `launch` opens the page as often as one likes, `once` a single time and only before `launch` did; `cookie` keeps
  /// it open.
  struct Secrets {
    std::string launch;
    std::string once;
    std::string cookie;
  };

  Gate(const ServerOptions& options, std::uint16_t port, Secrets secrets);

  [[nodiscard]] Ruling judge(const RequestHead& head);
  [[nodiscard]] std::string origin() const;           ///< "http://127.0.0.1:PORT"
  [[nodiscard]] std::string launch_target() const;    ///< "/?token=…"
  [[nodiscard]] std::string one_time_target() const;  ///< likewise

 private:
  [[nodiscard]] std::optional<HttpAnswer> refuse_form(const RequestHead& head) const;
  [[nodiscard]] std::optional<HttpAnswer> refuse_sender(const RequestHead& head) const;
  [[nodiscard]] std::optional<HttpAnswer> refuse_post(const RequestHead& head) const;
  [[nodiscard]] HttpAnswer launch(const RequestHead& head, std::string_view path, std::string_view token);
  [[nodiscard]] bool has_cookie(const RequestHead& head) const;

  std::string authority_;  ///< what Host must be
  std::string cookie_;
  std::string write_header_;
  std::string start_;
  std::vector<std::string> handed_on_;
  std::size_t max_target_;
  Secrets secrets_;
  bool is_once_spent_ = false;
};

}  // namespace claimcheck
