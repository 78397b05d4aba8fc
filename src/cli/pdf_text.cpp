#include "cli/pdf_text.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/mman.h>
#include <sys/poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <utility>

#include "core/error.h"

namespace claimcheck {
namespace {

constexpr std::size_t kLargestText = std::size_t{64} << 20;
constexpr std::chrono::seconds kLongestRun{60};
constexpr int kNotInstalled = 127;  // as shells say it

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  [[nodiscard]] int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_;
};

[[noreturn]] void fail(const std::string& name, std::string_view why) {
  throw Error(ErrorKind::input, fmt::format("{}: {}", name, why));
}

/// A file in memory that holds `bytes`.
int make_memory_file(std::string_view bytes) {
  const int fd = memfd_create("claimcheck", 0);  // not closed on exec: pdftotext opens it by its number
  while (fd >= 0 && !bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) {
      ::close(fd);
      return -1;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return fd;
}

[[noreturn]] void become_pdftotext(int pdf, int out) {
  const int nowhere = ::open("/dev/null", O_RDWR);
  ::dup2(nowhere, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(nowhere, STDERR_FILENO);
  const std::string path = "/proc/self/fd/" + std::to_string(pdf);
  ::execlp("pdftotext", "pdftotext", "-q", "-enc", "UTF-8", "-eol", "unix", path.c_str(), "-", nullptr);
  ::_exit(kNotInstalled);
}

enum class Ending { closed, too_long, too_large };

/// Reads until the other end closes.
Ending read_all(int fd, std::string& text) {
  const auto deadline = std::chrono::steady_clock::now() + kLongestRun;
  std::array<char, std::size_t{64} << 10> block{};
  while (true) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) return Ending::too_long;
    pollfd waiting{fd, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(left.count())) <= 0) continue;
    const ssize_t got = ::read(fd, block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return Ending::closed;
    text.append(block.data(), static_cast<std::size_t>(got));
    if (text.size() > kLargestText) return Ending::too_large;
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

std::string read_pdf_with_pdftotext(std::string_view bytes, const std::string& name) {
  Descriptor pdf(make_memory_file(bytes));
  std::array<int, 2> ends{-1, -1};
  if (pdf.get() < 0 || ::pipe2(ends.data(), O_CLOEXEC) != 0) fail(name, "there is no memory to read the PDF in");
  Descriptor in(ends[0]);
  Descriptor out(ends[1]);
  const pid_t child = ::fork();
  if (child < 0) fail(name, "the program pdftotext could not be started");
  if (child == 0) become_pdftotext(pdf.get(), out.get());
  out.close();
  std::string text;
  const Ending ending = read_all(in.get(), text);
  if (ending != Ending::closed) ::kill(child, SIGKILL);
  const int status = wait_for(child);
  if (ending == Ending::too_long) fail(name, "pdftotext did not end within a minute; save the article as DOCX or text");
  if (ending == Ending::too_large) {
    fail(name, fmt::format("the PDF holds over {} MiB of text, too much for an article", kLargestText >> 20U));
  }
  if (status == kNotInstalled) {
    fail(name, "reading a PDF needs the program pdftotext: install poppler-utils, or save the article as DOCX or text");
  }
  if (status != 0) fail(name, "pdftotext cannot read this PDF: it is damaged, or locked by a password");
  return text;
}

}  // namespace claimcheck
