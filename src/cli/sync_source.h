#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/download_file.h"
#include "pubmed/pubmed_files.h"

namespace claimcheck {

struct SyncSourceOptions {
  std::string from;           ///< folder or URL
  std::string keep;           ///< folder for downloaded files; empty: they are removed
  bool without_md5 = false;   ///< take files from a URL that have no .md5 file
  std::string download_path;  ///< where a download stands while it is used
};

/// A PubMed file on this machine whose MD5 was found right, where there is one to compare with.
struct CheckedFile {
  std::string path;
  std::string md5;
  std::string sha256;
};

/// Where a sync takes its files from: a folder, or a mirror of NLM's server.
class SyncSource {
 public:
  /// Throws Error(usage) on a URL that is none of http or https, or that names a user.
  explicit SyncSource(SyncSourceOptions options);

  std::vector<ListedFile> list();
  /// The MD5 of a file as far as it is known without a download; else empty.
  [[nodiscard]] std::string known_md5(const ListedFile& file) const;
  /// Fetches the file, if need be, and checks it; it is there until the next call. A download with a wrong MD5 is
  /// repeated once. Throws Error(input) naming the file and both sums when its MD5 is wrong. `tell`: what is going on.
  CheckedFile provide(const ListedFile& file, const std::function<void(std::string_view)>& tell);

  [[nodiscard]] bool is_remote() const { return mirror_.has_value(); }

 private:
  CheckedFile download(const ListedFile& file, const std::string& md5,
                       const std::function<void(std::string_view)>& tell);

  SyncSourceOptions options_;
  std::optional<PubmedMirror> mirror_;
  std::optional<DownloadFile> download_;
};

}  // namespace claimcheck
