#include "review/running_server.h"

#include <utility>

namespace claimcheck {
namespace {

HttpAnswer echo(const HttpQuestion& question) {
  HttpAnswer answer;
  answer.body = question.method + ' ' + question.path;
  for (const auto& [name, value] : question.query) answer.body += '|' + name + '=' + value;
  if (!question.body.empty()) answer.body += '\n' + question.body;
  answer.content_type = "text/plain; charset=utf-8";
  return answer;
}

}  // namespace

RunningServer::RunningServer(ServerLimits limits, HttpHandler handler, std::uint16_t port) {
  if (!handler) handler = echo;
  ServerOptions options;
  options.port = port;
  options.limits = limits;
  options.handed_on = {"Accept-Language", "Cookie"};
  options.log = [this](std::string_view line) {
    const std::lock_guard lock(mutex_);
    log_.emplace_back(line);
  };
  server_ = std::make_unique<LoopbackServer>(options, [this, handler](const HttpQuestion& question) {
    {
      const std::lock_guard lock(mutex_);
      questions_.push_back(question);
    }
    return handler(question);
  });
  thread_ = std::thread([this] { server_->run(); });
  const std::string launched = ask("GET /?token=" + launch_token() + " HTTP/1.1\r\n" + host() + "\r\n");
  const std::string field = field_of(launched, "Set-Cookie");
  cookie_ = field.substr(0, field.find(';'));
}

void RunningServer::stop() {
  server_->stop();
  if (thread_.joinable()) thread_.join();
}

std::string RunningServer::launch_token() const {
  const std::string url = server_->launch_url();
  return url.substr(url.find("token=") + 6);
}

std::string RunningServer::host() const {
  return "Host: 127.0.0.1:" + std::to_string(server_->port()) + "\r\n";
}

std::string RunningServer::get(std::string_view target, std::string_view fields, std::string_view method) const {
  std::string request(method);
  request.append(" ").append(target).append(" HTTP/1.1\r\n").append(host()).append("Cookie: ").append(cookie_);
  return request.append("\r\n").append(fields).append("\r\n");
}

std::string RunningServer::post(std::string_view target, std::string_view body, std::string_view fields) const {
  const std::string origin = "Origin: http://127.0.0.1:" + std::to_string(server_->port()) + "\r\n";
  const std::string length = "Content-Length: " + std::to_string(body.size()) + "\r\n";
  std::string request = get(target, origin + length + "X-Claimcheck: 1\r\nContent-Type: application/json\r\n", "POST");
  request.insert(request.size() - 2, fields);
  return request.append(body);
}

std::string RunningServer::ask(std::string_view request) const {
  RawClient client = connect();
  if (!client.send(request)) return "";
  return client.receive();
}

std::vector<std::string> RunningServer::log() const {
  const std::lock_guard lock(mutex_);
  return log_;
}

std::vector<HttpQuestion> RunningServer::questions() const {
  const std::lock_guard lock(mutex_);
  return questions_;
}

}  // namespace claimcheck
