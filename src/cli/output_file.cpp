#include "cli/output_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <set>
#include <system_error>

#include "core/error.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

std::string reason(int error) {
  return std::generic_category().message(error);
}

Error cannot_write(const std::string& path) {
  return {ErrorKind::storage, fmt::format("cannot write {}: {}", path, reason(errno))};
}

/// Where the bytes end up: a symbolic link stays a link, what it points to is replaced.
fs::path target_of(const std::string& path) {
  std::error_code error;
  // Absolute first: of a relative path that does not exist yet, weakly_canonical keeps the relative form.
  const fs::path absolute = fs::absolute(path, error);
  const fs::path target = fs::weakly_canonical(absolute, error);
  return error ? fs::path(path) : target;
}

bool is_device(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  return fs::exists(status) && !fs::is_regular_file(status);
}

void write_all(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw cannot_write(path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// A file beside its target that takes the target's name when it is complete, and is removed when it never is.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& target)
      : path_(target.parent_path() / fmt::format(".{}.{}.tmp", target.filename().string(), getpid())),
        file_(open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (file_ >= 0) close(file_);
    if (!path_.empty()) unlink(path_.c_str());
  }

  [[nodiscard]] int file() const { return file_; }

  /// False with errno set when the file could not be completed.
  bool rename_to(const fs::path& target) {
    const bool closed = fsync(file_) == 0 && close(file_) == 0;
    file_ = -1;
    if (!closed || rename(path_.c_str(), target.c_str()) != 0) return false;
    path_.clear();
    return true;
  }

 private:
  fs::path path_;
  int file_;
};

void check_output(const std::string& path) {
  const fs::path target = target_of(path);
  std::error_code error;
  if (fs::is_directory(target, error)) {
    throw Error(ErrorKind::usage, fmt::format("cannot write {}: it is a folder; name a file in it", path));
  }
  if (is_device(target)) return;
  const fs::path folder = target.parent_path();
  if (!fs::is_directory(folder, error)) {
    throw Error(ErrorKind::usage, fmt::format("cannot write {}: there is no folder {}", path, folder.string()));
  }
  if (access(folder.c_str(), W_OK) != 0) {
    throw Error(ErrorKind::usage, fmt::format("cannot write {}: {}", path, reason(errno)));
  }
}

}  // namespace

bool is_standard_output(std::string_view path) {
  return path == "-";
}

void check_outputs(const std::vector<std::string>& paths, const std::vector<std::string>& inputs) {
  std::set<fs::path> read;
  for (const std::string& input : inputs) {
    if (!is_standard_output(input)) read.insert(target_of(input));
  }
  std::set<fs::path> seen;
  for (const std::string& path : paths) {
    if (path.empty()) continue;
    const fs::path target = is_standard_output(path) ? fs::path(path) : target_of(path);
    if (!seen.insert(target).second) {
      throw Error(ErrorKind::usage, fmt::format("two reports cannot both go to {}", path));
    }
    if (read.contains(target)) {
      throw Error(ErrorKind::usage, fmt::format("{} is read by this run; name another file for the report", path));
    }
    if (!is_standard_output(path)) check_output(path);
  }
}

void write_output(const std::string& path, std::string_view bytes) {
  if (is_standard_output(path)) {
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    return;
  }
  const fs::path target = target_of(path);
  if (is_device(target)) {
    const int device = open(target.c_str(), O_WRONLY | O_CLOEXEC);
    if (device < 0) throw cannot_write(path);
    write_all(device, bytes, path);
    close(device);
    return;
  }
  TemporaryFile temporary(target);
  if (temporary.file() < 0) throw cannot_write(path);
  write_all(temporary.file(), bytes, path);
  if (!temporary.rename_to(target)) throw cannot_write(path);
}

void flush_standard_output() {
  if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
    throw Error(ErrorKind::storage, fmt::format("cannot write to standard output: {}", reason(errno)));
  }
}

}  // namespace claimcheck
