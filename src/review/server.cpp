#include "review/server.h"

#include <fcntl.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <fmt/core.h>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>

#include "core/error.h"
#include "review/answer_text.h"
#include "review/ask_handler.h"
#include "review/gate.h"
#include "review/secret.h"

namespace claimcheck {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

/// Bytes read beyond the head at most: what Beast asks for at one time.
constexpr std::size_t kReadAhead = 65'536;

/// What a browser that this program starts must not inherit.
void close_on_exec(int descriptor) {
  fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

/// Everything that the connections share. All of it but `stopping` is used in the thread of run() only.
struct Shared {
  ServerOptions options;
  HttpHandler handler;
  std::optional<Gate> gate;
  std::atomic<bool> stopping = false;
  static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");
};

RequestHead head_of(const http::request_parser<http::string_body>& parser) {
  const auto& message = parser.get();
  RequestHead head;
  head.method = message.method_string();
  head.target = message.target();
  head.is_http_1_1 = message.version() == 11;
  for (const auto& field : message) {
    std::string name(field.name_string());
    for (char& c : name) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    head.fields.emplace_back(std::move(name), field.value());
  }
  return head;
}

/// What to say to a client whose bytes cannot be read as a request; nullopt when it is gone or out of time.
std::optional<HttpAnswer> answer_to(const error_code& error) {
  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return refusal(431, "The head of the request is too long.");
  }
  if (error == http::error::body_limit) return refusal(413, "What was sent is too long.");
  const bool is_gone = error == http::error::end_of_stream || error == http::error::partial_message;
  if (is_gone || error.category() != http::make_error_code(http::error::bad_method).category()) return std::nullopt;
  return refusal(400, "The request is not one of HTTP/1.1.");
}

/// One client: reads a request, answers it, and so on. Each step starts the next one and keeps the object alive; when
/// there is no next step, it is destroyed and the socket with it.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Registry = std::unordered_set<Connection*>;

  Connection(tcp::socket socket, Shared& shared, Registry& registry)
      : stream_(std::move(socket)),
        shared_(shared),
        registry_(registry),
        buffer_(shared.options.limits.head + kReadAhead) {
    registry_.insert(this);
  }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { registry_.erase(this); }

  void start() { wait_for_request(limits().head_time); }

  /// Closes the connection, unless an answer is on its way and not `at_once`.
  void end(bool at_once) {
    if (at_once || !is_writing_) stream_.close();
  }

 private:
  [[nodiscard]] const ServerLimits& limits() const { return shared_.options.limits; }

  void wait_for_request(std::chrono::milliseconds time) {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(limits().head));
    parser_->body_limit(limits().body);
    if (buffer_.size() > 0) return read_head();
    stream_.expires_after(time);
    stream_.async_read_some(buffer_.prepare(limits().head),
                            [self = shared_from_this()](const error_code& error, std::size_t size) {
                              if (error) return;
                              self->buffer_.commit(size);
                              self->read_head();
                            });
  }

  void read_head() {
    stream_.expires_after(limits().head_time);
    http::async_read_header(
        stream_, buffer_, *parser_,
        [self = shared_from_this()](const error_code& error, std::size_t) { self->on_head(error); });
  }

  void on_head(const error_code& error) {
    if (error) return refuse(error);
    const RequestHead head = head_of(*parser_);
    without_body_ = head.method == "HEAD";
    Ruling ruling = shared_.gate->judge(head);
    if (ruling.answer) return send(std::move(*ruling.answer), !parser_->is_done() || !parser_->keep_alive());
    question_ = std::move(ruling.question);
    if (parser_->is_done()) return ask();
    stream_.expires_after(limits().body_time);
    if (ruling.awaits_continue) return send_continue();
    read_body();
  }

  void send_continue() {
    static constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(stream_, asio::buffer(kContinue),
                      [self = shared_from_this()](const error_code& error, std::size_t) {
                        if (!error) self->read_body();
                      });
  }

  void read_body() {
    http::async_read(stream_, buffer_, *parser_, [self = shared_from_this()](const error_code& error, std::size_t) {
      if (error) return self->refuse(error);
      self->ask();
    });
  }

  void ask() {
    if (shared_.stopping) return;
    question_.body = std::move(parser_->get().body());
    send(ask_handler(shared_.handler, question_, shared_.options.log), !parser_->keep_alive());
  }

  void refuse(const error_code& error) {
    without_body_ = false;
    if (auto answer = answer_to(error)) send(std::move(*answer), true);
  }

  void send(HttpAnswer answer, bool closes) {
    closes_ = closes || shared_.stopping;
    head_ = answer_head(answer, closes_);
    body_ = without_body_ || is_bodiless(answer.status) ? std::string() : std::move(answer.body);
    is_writing_ = true;
    stream_.expires_after(limits().write_time);
    asio::async_write(stream_,
                      std::array{asio::const_buffer(asio::buffer(head_)), asio::const_buffer(asio::buffer(body_))},
                      [self = shared_from_this()](const error_code& error, std::size_t) { self->on_sent(error); });
  }

  void on_sent(const error_code& error) {
    is_writing_ = false;
    if (error) return;
    if (!closes_ && !shared_.stopping) return wait_for_request(limits().idle_time);
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    if (shared_.stopping) return;
    stream_.expires_after(limits().close_time);
    wait_for_close();
  }

  /// A socket closed over bytes that nobody read makes the client's system throw the answer away (TCP reset).
  void wait_for_close() {
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(limits().head),
                            [self = shared_from_this()](const error_code& error, std::size_t) {
                              if (!error) self->wait_for_close();
                            });
  }

  beast::tcp_stream stream_;
  Shared& shared_;
  Registry& registry_;
  beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  HttpQuestion question_;
  std::string head_;
  std::string body_;
  bool without_body_ = false;
  bool closes_ = false;
  bool is_writing_ = false;
};

}  // namespace

class LoopbackServer::State {
 public:
  State(ServerOptions options, HttpHandler handler)
      : acceptor_(io_),
        stop_signal_(io_),
        accept_timer_(io_),
        stop_descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (stop_descriptor_ < 0) throw Error(ErrorKind::internal, "no eventfd can be made, so no page can be served");
    stop_signal_.assign(stop_descriptor_);
    shared_.options = std::move(options);
    shared_.handler = std::move(handler);
    listen();
    shared_.gate.emplace(shared_.options, port_, Gate::Secrets{new_secret(), new_secret(), new_secret()});
  }

  void run() {
    stop_signal_.async_wait(asio::posix::stream_descriptor::wait_read, [](const error_code&) {});  // wakes run_one
    accept();
    while (!shared_.stopping) io_.run_one();
    close_idle();
    io_.run_for(shared_.options.limits.stop_time);
    for (Connection* const connection : connections_) connection->end(true);
    io_.run();
  }

  void stop() noexcept {
    shared_.stopping = true;
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = write(stop_descriptor_, &one, sizeof one);
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] const Gate& gate() const { return *shared_.gate; }

 private:
  void listen() {
    const ServerOptions& options = shared_.options;
    error_code error = listen_at(options.port);
    if (error && options.or_any_port) error = listen_at(0);
    if (!error) port_ = acceptor_.local_endpoint(error).port();
    if (!error) return;
    throw Error(ErrorKind::usage, fmt::format("the review page cannot be served at 127.0.0.1:{} ({}); name another "
                                              "port, or 0 for a free one",
                                              options.port, error.message()));
  }

  error_code listen_at(std::uint16_t port) {
    const tcp::endpoint place(asio::ip::address_v4::loopback(), port);
    error_code error;
    error_code ignored;
    acceptor_.close(ignored);
    acceptor_.open(place.protocol(), error);
    if (!error) close_on_exec(acceptor_.native_handle());
    if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error) acceptor_.bind(place, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    return error;
  }

  void accept() {
    acceptor_.async_accept([this](const error_code& error, tcp::socket socket) {
      if (shared_.stopping) return;
      if (error) return accept_later(error);
      is_accept_failing_ = false;
      close_on_exec(socket.native_handle());
      if (connections_.size() < shared_.options.limits.connections) {
        std::make_shared<Connection>(std::move(socket), shared_, connections_)->start();
      } else {
        turn_away(socket);
      }
      accept();
    });
  }

  /// Out of descriptors, most likely: connections that end give some back.
  void accept_later(const error_code& error) {
    if (shared_.options.log && !is_accept_failing_) {
      shared_.options.log("no connection can be taken: " + error.message());
    }
    is_accept_failing_ = true;
    accept_timer_.expires_after(std::chrono::milliseconds(100));
    accept_timer_.async_wait([this](const error_code&) {
      if (!shared_.stopping) accept();
    });
  }

  static void turn_away(tcp::socket& socket) {
    const HttpAnswer answer = refusal(503, "Too many connections are open; try again in a while.");
    error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(answer_head(answer, true) + answer.body), ignored);
    socket.shutdown(tcp::socket::shutdown_send, ignored);
  }

  void close_idle() {
    error_code ignored;
    acceptor_.close(ignored);
    stop_signal_.cancel(ignored);
    accept_timer_.cancel();
    for (Connection* const connection : connections_) connection->end(false);
  }

  Shared shared_;
  Connection::Registry connections_;
  asio::io_context io_{1};
  tcp::acceptor acceptor_;
  asio::posix::stream_descriptor stop_signal_;
  asio::steady_timer accept_timer_;
  int stop_descriptor_;
  std::uint16_t port_ = 0;
  bool is_accept_failing_ = false;  ///< and the log was told
};

LoopbackServer::LoopbackServer(ServerOptions options, HttpHandler handler)
    : state_(std::make_unique<State>(std::move(options), std::move(handler))) {}

LoopbackServer::~LoopbackServer() = default;

std::uint16_t LoopbackServer::port() const {
  return state_->port();
}

std::string LoopbackServer::url() const {
  return state_->gate().origin() + '/';
}

std::string LoopbackServer::launch_url() const {
  return state_->gate().origin() + state_->gate().launch_target();
}

std::string LoopbackServer::one_time_url() const {
  return state_->gate().origin() + state_->gate().one_time_target();
}

void LoopbackServer::run() {
  state_->run();
}

void LoopbackServer::stop() noexcept {
  state_->stop();
}

}  // namespace claimcheck
