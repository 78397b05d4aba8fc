#include "pubmed/byte_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

#include <fmt/format.h>

#include "core/error.h"
#include "pubmed/gzip.h"

namespace claimcheck {
namespace {

class Descriptor {
 public:
  Descriptor(int number, bool owned) : number_(number), owned_(owned) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (owned_) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
  bool owned_;
};

[[noreturn]] void throw_unreadable(std::string_view name, int code) {
  throw Error(ErrorKind::input, fmt::format("{}: cannot be read: {}", name, std::generic_category().message(code)));
}

std::shared_ptr<Descriptor> open_descriptor(const std::string& path) {
  if (path == "-") return std::make_shared<Descriptor>(STDIN_FILENO, false);
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) throw_unreadable(path, errno);
  auto descriptor = std::make_shared<Descriptor>(number, true);
  struct stat status {};
  if (::fstat(number, &status) == 0 && S_ISDIR(status.st_mode)) {
    throw Error(ErrorKind::input, fmt::format("{}: is a directory; name the files in it", path));
  }
  return descriptor;
}

}  // namespace

ByteReader bytes_of(std::string_view text) {
  return [text](char* buffer, std::size_t size) mutable {
    const std::size_t count = std::min(size, text.size());
    std::memcpy(buffer, text.data(), count);
    text.remove_prefix(count);
    return count;
  };
}

ByteReader open_bytes(const std::string& path) {
  const std::string name = path == "-" ? "standard input" : path;
  ByteReader file = [descriptor = open_descriptor(path), name](char* buffer, std::size_t size) {
    while (true) {
      const ssize_t count = ::read(descriptor->number(), buffer, size);
      if (count >= 0) return static_cast<std::size_t>(count);
      if (errno != EINTR) throw_unreadable(name, errno);
    }
  };
  return inflate_gzip(std::move(file), name);
}

}  // namespace claimcheck
