#pragma once

#include <string>
#include <string_view>

namespace claimcheck {

/// A file that is downloaded again and again for one purpose, and removed in the end. One program at a time has it.
class DownloadFile {
 public:
  /// Throws Error(storage) when it cannot be written or another program has it.
  explicit DownloadFile(std::string path);
  DownloadFile(const DownloadFile&) = delete;
  DownloadFile& operator=(const DownloadFile&) = delete;
  ~DownloadFile();

  /// Begins anew with an empty file.
  void start();
  /// False when the bytes could not be written; check() tells why.
  bool write(std::string_view bytes) noexcept;
  /// Throws Error(storage) for what write() met.
  void check() const;
  /// Copies what was written to `path`, which appears whole or not at all. Throws Error(storage).
  void copy_to(const std::string& path) const;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  int file_;
  int error_ = 0;
};

}  // namespace claimcheck
