#pragma once

#include <filesystem>

#include "library/sqlite.h"

namespace claimcheck {

/// A file that is made under a temporary name in its folder, and takes its own when it is complete: it appears whole or
/// not at all, and never in place of another. What is left of one that never did is removed.
class NewFile {
 public:
  /// Makes the temporary file, empty. Throws Error(usage), with the way out, when there is something at `path`, and
  /// Error(storage) where no file can be made.
  explicit NewFile(std::filesystem::path path);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  [[nodiscard]] const std::filesystem::path& temporary() const { return temporary_; }

  /// To be called once, when nobody has the temporary file open: on the disk when it returns. Throws as above.
  void publish();

 private:
  void remove() const;

  std::filesystem::path path_;
  std::filesystem::path temporary_;
};

/// Throws Error(usage), with the way out, when there is something at `path`, be it a link that leads nowhere.
void refuse_existing(const std::filesystem::path& path);

}  // namespace claimcheck
