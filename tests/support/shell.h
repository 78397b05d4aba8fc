#pragma once

#include <stdlib.h>
#include <sys/wait.h>

#include <cstdio>
#include <string>

namespace claimcheck {

/// What a command line of sh printed and how it ended.
struct ShellOutcome {
  int status = -1;
  std::string out;  ///< standard output and standard error
};

inline ShellOutcome run_shell(const std::string& command) {
  ShellOutcome outcome;
  std::FILE* pipe = popen(("(" + command + ") 2>&1").c_str(), "r");
  if (pipe == nullptr) return outcome;
  char part[4096];
  while (const std::size_t size = std::fread(part, 1, sizeof part, pipe)) outcome.out.append(part, size);
  const int status = pclose(pipe);
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return outcome;
}

/// Programs that are not ours are used where they are installed; a test skips where one is missing.
inline bool has_program(const std::string& name) {
  return run_shell("command -v " + name).status == 0;
}

}  // namespace claimcheck
