#include "cli/download_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "core/error.h"

namespace claimcheck {
namespace {

[[noreturn]] void fail(const std::string& path, const std::string& why) {
  throw Error(ErrorKind::storage, fmt::format("cannot write {}: {}", path, why));
}

}  // namespace

DownloadFile::DownloadFile(std::string path)
    : path_(std::move(path)), file_(open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
  if (file_ < 0) fail(path_, std::generic_category().message(errno));
  if (flock(file_, LOCK_EX | LOCK_NB) == 0) return;
  close(file_);
  fail(path_, "another claimcheck downloads to it; wait until that has finished");
}

DownloadFile::~DownloadFile() {
  unlink(path_.c_str());
  close(file_);
}

void DownloadFile::start() {
  error_ = ftruncate(file_, 0) == 0 && lseek(file_, 0, SEEK_SET) == 0 ? 0 : errno;
  check();
}

bool DownloadFile::write(std::string_view bytes) noexcept {
  while (!bytes.empty()) {
    const ssize_t count = ::write(file_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      error_ = errno;
      return false;
    }
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void DownloadFile::check() const {
  if (error_ != 0) fail(path_, std::generic_category().message(error_));
}

void DownloadFile::copy_to(const std::string& path) const {
  namespace fs = std::filesystem;
  const std::string part = path + ".part";
  std::error_code error;
  fs::copy_file(path_, part, fs::copy_options::overwrite_existing, error);
  if (!error) fs::rename(part, path, error);
  if (error) fail(path, error.message());
}

}  // namespace claimcheck
