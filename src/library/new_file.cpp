#include "library/new_file.h"

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "core/error.h"

namespace claimcheck {
namespace {

namespace fs = std::filesystem;

Error cannot_make(const fs::path& path, int error) {
  return {ErrorKind::storage, fmt::format("the project {} cannot be made: {}; check the folder and its permissions",
                                          path.string(), std::generic_category().message(error))};
}

Error taken(const fs::path& path) {
  return {ErrorKind::usage,
          fmt::format("{} is there already, and a project never replaces a file: choose another name", path.string())};
}

/// 0, or an errno.
int sync(const fs::path& path, int flags) {
  const int file = open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return errno;
  const int code = fsync(file) == 0 ? 0 : errno;
  close(file);
  return code;
}

/// Gives a file its name unless something has it. File systems know one of the two ways. 0, or an errno.
int rename_to_new(const fs::path& from, const fs::path& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  if (link(from.c_str(), to.c_str()) != 0) return errno;
  unlink(from.c_str());
  return 0;
}

}  // namespace

void refuse_existing(const fs::path& path) {
  std::error_code code;
  if (fs::exists(fs::symlink_status(path, code))) throw taken(path);
}

NewFile::NewFile(fs::path path) : path_(std::move(path)) {
  refuse_existing(path_);
  const fs::path folder = fs::absolute(path_).parent_path();
  temporary_ = folder / fmt::format(".{}.{}.tmp", path_.filename().string(), getpid());
  remove();  // of a program that was killed and had this number
  const int file = open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) throw cannot_make(path_, errno);
  close(file);
}

NewFile::~NewFile() {
  remove();
}

void NewFile::remove() const {
  unlink(temporary_.c_str());
  unlink((temporary_.string() + "-journal").c_str());
}

void NewFile::publish() {
  int code = sync(temporary_, O_RDWR);
  if (code == 0) code = rename_to_new(temporary_, path_);
  if (code == EEXIST) throw taken(path_);
  if (code != 0) throw cannot_make(path_, code);
  // Some file systems sync no folder: the file has its name all the same.
  sync(temporary_.parent_path(), O_RDONLY | O_DIRECTORY);
}

}  // namespace claimcheck
