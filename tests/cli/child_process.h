#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "support/temporary_folder.h"

namespace claimcheck {

std::string read_whole_file(const std::filesystem::path& path);

/// How a program is started: nothing of the user's own settings is seen by it.
struct ChildOptions {
  std::string input = {};                               ///< what it finds on standard input
  std::map<std::string, std::string> environment = {};  ///< beside PATH, and HOME, which is an empty folder
  bool no_sockets = false;                              ///< the kernel ends it (SIGSYS) when it opens a socket
  std::string folder = {};                              ///< where it is started; empty: where the tests are
  std::string output = {};                              ///< where standard output goes; empty: into Outcome::out
};

struct Outcome {
  int exit_code = -1;  ///< -1 when a signal ended the program
  int signal = 0;
  std::string out;
  std::string err;
};

/// A running program.
class ChildProcess {
 public:
  explicit ChildProcess(const std::vector<std::string>& command, const ChildOptions& options = {});
  void send(int signal) const;
  Outcome wait();

 private:
  TemporaryFolder folder_;
  pid_t pid_;
};

/// Runs `claimcheck` with these arguments to its end.
Outcome run_claimcheck(const std::vector<std::string>& arguments, const ChildOptions& options = {});
/// The same, as a command for ChildProcess.
std::vector<std::string> claimcheck_command(const std::vector<std::string>& arguments);

}  // namespace claimcheck
