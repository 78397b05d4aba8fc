#include "cli/open_browser.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace claimcheck {
namespace {

/// What a desktop's programs say is no output of ours.
void silence_output() {
  const int nowhere = open("/dev/null", O_RDWR);
  if (nowhere < 0) return;
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, stream);
}

/// In the child: starts the opener in a session of its own, so that Ctrl-C here does not end the browser, and below
/// init, so that nobody has to wait for it. `failure` gets a byte when it cannot be started, and closes when it is.
[[noreturn]] void start_opener(char* const* words, int failure) {
  if (setsid() < 0) _exit(1);
  const pid_t opener = fork();
  if (opener != 0) _exit(opener < 0 ? 1 : 0);
  silence_output();
  execvp(words[0], words);
  [[maybe_unused]] const ssize_t written = write(failure, "x", 1);
  _exit(1);
}

bool ends_well(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return false;
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/// Waits until the other end is closed; false when something was written to it.
bool stays_silent(int reader) {
  char byte = 0;
  ssize_t size = 0;
  do {
    size = read(reader, &byte, 1);
  } while (size < 0 && errno == EINTR);
  return size == 0;
}

}  // namespace

bool open_browser(const std::string& address) {
  std::string program = "xdg-open";
  std::string argument = address;
  const std::array<char*, 3> words{program.data(), argument.data(), nullptr};
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return false;
  const pid_t child = fork();
  if (child == 0) start_opener(words.data(), ends[1]);
  close(ends[1]);
  const bool started = child > 0 && ends_well(child) && stays_silent(ends[0]);
  close(ends[0]);
  return started;
}

}  // namespace claimcheck
