#include "cli/child_process.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace claimcheck {
namespace {

/// From now on, socket() ends this process with SIGSYS.
void forbid_sockets() {
  std::array<sock_filter, 4> program{{
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, SYS_socket},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_KILL_PROCESS},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
  }};
  const sock_fprog filter{program.size(), program.data()};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0) {
    _exit(125);
  }
}

void redirect(const std::string& path, int flags, int target) {
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0 || dup2(file, target) < 0) _exit(126);
  close(file);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (std::string& text : texts) all.push_back(text.data());
  all.push_back(nullptr);
  return all;
}

}  // namespace

std::string read_whole_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

ChildProcess::ChildProcess(const std::vector<std::string>& command, const ChildOptions& options) {
  std::vector<std::string> arguments = command;
  std::vector<std::string> environment{"HOME=" + folder_.path().string()};
  for (const char* kept : {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
    if (const char* value = std::getenv(kept)) environment.push_back(std::string(kept) + "=" + value);
  }
  for (const auto& [name, value] : options.environment) environment.push_back(name + "=" + value);
  const std::string input = folder_.file("input", options.input);
  const std::string output = options.output.empty() ? folder_.file("output") : options.output;
  const std::string error = folder_.file("error");
  const std::vector<char*> argument_pointers = pointers(arguments);
  const std::vector<char*> environment_pointers = pointers(environment);
  pid_ = fork();
  if (pid_ < 0) throw std::runtime_error("no new process");
  if (pid_ > 0) return;
  redirect(input, O_RDONLY, STDIN_FILENO);
  redirect(output, O_WRONLY | O_CREAT, STDOUT_FILENO);
  redirect(error, O_WRONLY | O_CREAT, STDERR_FILENO);
  if (!options.folder.empty() && chdir(options.folder.c_str()) != 0) _exit(126);
  if (options.no_sockets) forbid_sockets();
  execve(argument_pointers[0], argument_pointers.data(), environment_pointers.data());
  _exit(127);
}

void ChildProcess::send(int signal) const {
  kill(pid_, signal);
}

Outcome ChildProcess::wait() {
  int status = 0;
  waitpid(pid_, &status, 0);
  Outcome outcome;
  if (WIFEXITED(status)) outcome.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
  outcome.out = read_whole_file(folder_.file("output"));
  outcome.err = read_whole_file(folder_.file("error"));
  return outcome;
}

std::vector<std::string> claimcheck_command(const std::vector<std::string>& arguments) {
  std::vector<std::string> command{CLAIMCHECK_PROGRAM};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

Outcome run_claimcheck(const std::vector<std::string>& arguments, const ChildOptions& options) {
  return ChildProcess(claimcheck_command(arguments), options).wait();
}

}  // namespace claimcheck
